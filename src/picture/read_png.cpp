// SPDX-License-Identifier: MIT
// PNG by libspng, always decoded to what a PDF takes: gray or RGB, 8 bits (1 for line art), alpha
// apart.

#include <algorithm>
#include <memory>

#include "picture/png_context.h"
#include "picture/raster.h"
#include "picture/read_picture.h"

namespace handbill::picture {
namespace {

using Space = display::Picture::Space;

// No chunk a picture needs is near this; IDAT is read piece by piece and not counted.
constexpr std::size_t kMaxChunkBytes = 16 << 20;

/// Null: there is no memory.
PngContext open(std::string_view bytes) {
  PngContext context(spng_ctx_new(0));
  if (!context) return context;
  spng_set_image_limits(context.get(), kMaxSide, kMaxSide);
  spng_set_chunk_limits(context.get(), kMaxChunkBytes, kMaxChunkBytes);
  spng_set_png_buffer(context.get(), bytes.data(), bytes.size());
  return context;
}

RasterResult failure(int error) {
  switch (error) {
    case SPNG_IO_EOF:
    case SPNG_EIDAT_TOO_SHORT:
      return Broken{"ends too early"};
    case SPNG_EUSER_WIDTH:
    case SPNG_EUSER_HEIGHT:
      return Unsupported{"has more than " + std::to_string(kMaxSide) + " pixels a side",
                         "scale it down to 300 pixels an inch at the size it is printed"};
    default:
      return Broken{std::string("has damaged data (") + spng_strerror(error) + ")"};
  }
}

/// Decoded pixels as libspng gives them.
struct Decoded {
  std::string bytes;
  int error = SPNG_OK;
};

Decoded decode(spng_ctx* context, spng_format format, int flags) {
  Decoded result;
  std::size_t size = 0;
  result.error = spng_decoded_image_size(context, format, &size);
  if (result.error != SPNG_OK) return result;
  result.bytes.resize(size);
  result.error = spng_decode_image(context, result.bytes.data(), size, format, flags);
  return result;
}

/// Keeps the first `keep` of each `pixel` bytes; in place, as pictures are large.
void keep_components(std::string& bytes, std::size_t pixel, std::size_t keep) {
  std::size_t out = 0;
  for (std::size_t in = 0; in + pixel <= bytes.size(); in += pixel) {
    for (std::size_t i = 0; i < keep; ++i) bytes[out++] = bytes[in + i];
  }
  bytes.resize(out);
}

/// The alpha of RGBA pixels; empty when it hides nothing.
std::string take_alpha(const std::string& rgba) {
  std::string alpha(rgba.size() / 4, '\0');
  for (std::size_t i = 0; i < alpha.size(); ++i) alpha[i] = rgba[i * 4 + 3];
  const bool opaque = std::all_of(alpha.begin(), alpha.end(), [](char a) { return a == '\xFF'; });
  return opaque ? std::string() : alpha;
}

bool is_gray(const spng_ihdr& header) {
  return header.color_type == SPNG_COLOR_TYPE_GRAYSCALE ||
         header.color_type == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA;
}

bool has_alpha(spng_ctx* context, const spng_ihdr& header) {
  spng_trns transparency{};
  return header.color_type == SPNG_COLOR_TYPE_GRAYSCALE_ALPHA ||
         header.color_type == SPNG_COLOR_TYPE_TRUECOLOR_ALPHA ||
         spng_get_trns(context, &transparency) == SPNG_OK;
}

/// Gray without alpha, straight into its final form.
RasterResult read_plain_gray(spng_ctx* context, const spng_ihdr& header, display::Picture picture) {
  const bool line_art = header.bit_depth == 1;
  const bool deep = header.bit_depth == 16;
  const spng_format format = line_art ? SPNG_FMT_PNG : deep ? SPNG_FMT_RGB8 : SPNG_FMT_G8;
  Decoded decoded = decode(context, format, 0);
  if (decoded.error != SPNG_OK) return failure(decoded.error);
  if (deep) keep_components(decoded.bytes, 3, 1);
  picture.bits = line_art ? 1 : 8;
  picture.bytes = std::move(decoded.bytes);
  return picture;
}

/// Of a PNG file that is not gray. A chunk that says sRGB needs no profile.
std::string embedded_profile(spng_ctx* context) {
  spng_iccp found{};
  if (spng_get_iccp(context, &found) != SPNG_OK || found.profile == nullptr) return {};
  return {found.profile, found.profile_len};
}

/// Four components of 16 bits are the most a pixel has; interlacing parts rows, which have a byte
/// of their own each.
std::uint64_t most_pixel_bytes(const spng_ihdr& header) {
  constexpr std::uint64_t kMostPixel = 8, kPasses = 7;
  return std::uint64_t{header.height} * (header.width * kMostPixel + kPasses) + kPasses;
}

std::optional<Unsupported> check_unpacked(std::uint64_t bytes) {
  if (bytes <= kMostUnpacked) return std::nullopt;
  return Unsupported{
      "takes " + in_mebibytes(bytes) + " of memory (at most " + in_mebibytes(kMostUnpacked) + ")",
      smaller_picture_hint()};
}

RasterResult read_pixels(spng_ctx* context, const spng_ihdr& header) {
  display::Picture picture;
  picture.space = is_gray(header) ? Space::Gray : Space::Rgb;
  picture.width = static_cast<int>(header.width);
  picture.height = static_cast<int>(header.height);
  if (picture.space == Space::Rgb) picture.icc = embedded_profile(context);
  const bool alpha = has_alpha(context, header);
  if (!alpha && is_gray(header)) return read_plain_gray(context, header, std::move(picture));

  Decoded decoded =
      alpha ? decode(context, SPNG_FMT_RGBA8, SPNG_DECODE_TRNS) : decode(context, SPNG_FMT_RGB8, 0);
  if (decoded.error != SPNG_OK) return failure(decoded.error);
  if (alpha) {
    picture.alpha = take_alpha(decoded.bytes);
    keep_components(decoded.bytes, 4, is_gray(header) ? 1 : 3);
  }
  picture.bytes = std::move(decoded.bytes);
  return picture;
}

}  // namespace

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG"); }

RasterResult read_png(std::string_view bytes) {
  const PngContext context = open(bytes);
  if (!context) return Broken{"needs more memory than there is"};
  spng_ihdr header{};
  if (const int error = spng_get_ihdr(context.get(), &header)) return failure(error);
  if (auto too_big = check_size(header.width, header.height)) return *too_big;
  if (auto too_big = check_unpacked(png_unpacked_bytes(bytes))) return *too_big;
  std::string damage = png_damage(bytes, most_pixel_bytes(header));
  if (!damage.empty()) return Broken{std::move(damage)};
  return read_pixels(context.get(), header);
}

}  // namespace handbill::picture
