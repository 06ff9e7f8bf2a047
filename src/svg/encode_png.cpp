// SPDX-License-Identifier: MIT
#include <spng.h>

#include <cmath>
#include <cstdlib>
#include <memory>

#include "base/check.h"
#include "svg/screen_picture.h"

namespace handbill::svg {
namespace {

struct Free {
  void operator()(spng_ctx* context) const { spng_ctx_free(context); }
  void operator()(void* memory) const { std::free(memory); }
};

std::string with_alpha(const ScreenPicture& picture) {
  std::string rgba;
  rgba.reserve(picture.alpha.size() * 4);
  for (std::size_t i = 0; i < picture.alpha.size(); ++i) {
    rgba.append(picture.rgb, i * 3, 3);
    rgba += picture.alpha[i];
  }
  return rgba;
}

bool set_header(spng_ctx* context, const ScreenPicture& picture, double pixels_per_inch) {
  spng_ihdr header{};
  header.width = picture.width;
  header.height = picture.height;
  header.bit_depth = 8;
  header.color_type =
      picture.alpha.empty() ? SPNG_COLOR_TYPE_TRUECOLOR : SPNG_COLOR_TYPE_TRUECOLOR_ALPHA;
  if (spng_set_ihdr(context, &header) != 0) return false;
  // The colours are sRGB by construction (PNG, 11.3.2.5).
  if (spng_set_srgb(context, 1) != 0) return false;
  if (pixels_per_inch <= 0) return true;
  spng_phys physical{};
  physical.ppu_x = static_cast<std::uint32_t>(std::lround(pixels_per_inch / 0.0254));
  physical.ppu_y = physical.ppu_x;
  physical.unit_specifier = 1;  // metres
  return spng_set_phys(context, &physical) == 0;
}

}  // namespace

std::optional<std::string> encode_png(const ScreenPicture& picture, double pixels_per_inch) {
  const std::size_t pixels = std::size_t{picture.width} * picture.height;
  HANDBILL_CHECK(picture.rgb.size() == pixels * 3, "three bytes a pixel");
  const std::unique_ptr<spng_ctx, Free> context(spng_ctx_new(SPNG_CTX_ENCODER));
  if (!context || spng_set_option(context.get(), SPNG_ENCODE_TO_BUFFER, 1) != 0) {
    return std::nullopt;
  }
  // Pages are flat areas and sharp edges: filters only cost time there, and zlib's fast levels
  // come within some percent of its best.
  spng_set_option(context.get(), SPNG_FILTER_CHOICE, SPNG_FILTER_CHOICE_NONE);
  spng_set_option(context.get(), SPNG_IMG_COMPRESSION_LEVEL, 4);
  if (!set_header(context.get(), picture, pixels_per_inch)) return std::nullopt;
  const std::string rgba = picture.alpha.empty() ? std::string() : with_alpha(picture);
  const std::string& rows = picture.alpha.empty() ? picture.rgb : rgba;
  if (spng_encode_image(context.get(), rows.data(), rows.size(), SPNG_FMT_PNG,
                        SPNG_ENCODE_FINALIZE) != 0) {
    return std::nullopt;
  }
  std::size_t size = 0;
  int error = 0;
  const std::unique_ptr<void, Free> file(spng_get_png_buffer(context.get(), &size, &error));
  if (!file || error != 0) return std::nullopt;
  return std::string(static_cast<const char*>(file.get()), size);
}

}  // namespace handbill::svg
