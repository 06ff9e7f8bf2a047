// SPDX-License-Identifier: MIT
#include "picture/write_gray_png.h"

#include <cmath>
#include <utility>

#include "base/check.h"
#include "picture/png_context.h"

namespace handbill::picture {
namespace {

/// As libspng calls it.
int append(spng_ctx* /*context*/, void* file, void* bytes, std::size_t count) {
  static_cast<std::string*>(file)->append(static_cast<const char*>(bytes), count);
  return 0;
}

}  // namespace

struct GrayPngWriter::State {
  PngContext context{spng_ctx_new(SPNG_CTX_ENCODER)};
  std::string file;
  std::size_t width = 0, rows_left = 0;
  bool failed = false;

  void note(int status) { failed = failed || (status != 0 && status != SPNG_EOI); }
};

GrayPngWriter::GrayPngWriter(int width, int height, double pixels_per_inch)
    : state_(std::make_unique<State>()) {
  HANDBILL_CHECK(width > 0 && height > 0, "a picture has pixels");
  State& state = *state_;
  state.width = static_cast<std::size_t>(width);
  state.rows_left = static_cast<std::size_t>(height);
  spng_ctx* context = state.context.get();
  if (context == nullptr) {
    state.failed = true;
    return;
  }
  spng_ihdr header{};
  header.width = static_cast<std::uint32_t>(width);
  header.height = static_cast<std::uint32_t>(height);
  header.bit_depth = 8;
  header.color_type = SPNG_COLOR_TYPE_GRAYSCALE;
  const auto per_metre = static_cast<std::uint32_t>(std::lround(pixels_per_inch / 0.0254));
  spng_phys physical{per_metre, per_metre, 1};
  // Flat areas and sharp edges pack best as they are; more than the first level gains little.
  state.note(spng_set_option(context, SPNG_IMG_COMPRESSION_LEVEL, 1));
  state.note(spng_set_option(context, SPNG_FILTER_CHOICE, SPNG_FILTER_CHOICE_NONE));
  state.note(spng_set_png_stream(context, append, &state.file));
  state.note(spng_set_ihdr(context, &header));
  state.note(spng_set_phys(context, &physical));
  if (state.failed) return;
  state.note(spng_encode_image(context, nullptr, 0, SPNG_FMT_PNG,
                               SPNG_ENCODE_PROGRESSIVE | SPNG_ENCODE_FINALIZE));
}

GrayPngWriter::GrayPngWriter(GrayPngWriter&&) noexcept = default;
GrayPngWriter::~GrayPngWriter() = default;

void GrayPngWriter::add(std::string_view rows) {
  State& state = *state_;
  HANDBILL_CHECK(rows.size() % state.width == 0 && rows.size() / state.width <= state.rows_left,
                 "rows are whole, and no more than the picture has");
  for (; !rows.empty(); rows.remove_prefix(state.width), --state.rows_left) {
    if (!state.failed) {
      state.note(spng_encode_scanline(state.context.get(), rows.data(), state.width));
    }
  }
}

std::optional<std::string> GrayPngWriter::finish() {
  HANDBILL_CHECK(state_->rows_left == 0, "all rows were added");
  if (state_->failed) return std::nullopt;
  return std::move(state_->file);
}

}  // namespace handbill::picture
