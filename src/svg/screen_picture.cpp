// SPDX-License-Identifier: MIT
#include "svg/screen_picture.h"

#include <algorithm>

#include "base/check.h"
#include "svg/decode_jpeg.h"

namespace handbill::svg {
namespace {

using display::Picture;

std::size_t channels(Picture::Space space) {
  switch (space) {
    case Picture::Space::Gray:
      return 1;
    case Picture::Space::Rgb:
      return 3;
    case Picture::Space::Cmyk:
      return 4;
  }
  return 0;
}

/// One byte a sample out of 1, 2, 4, 8 or 16 bits, rows of the former filled to whole bytes.
std::optional<std::string> eight_bits(const Picture& picture) {
  const std::size_t samples = static_cast<std::size_t>(picture.width) * channels(picture.space);
  const std::size_t rows = static_cast<std::size_t>(picture.height);
  const std::size_t bits = static_cast<std::size_t>(picture.bits);
  if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16) return std::nullopt;
  const std::size_t row_size = (samples * bits + 7) / 8;
  if (picture.bytes.size() != row_size * rows) return std::nullopt;
  if (bits == 8) return picture.bytes;
  std::string out;
  out.reserve(samples * rows);
  const unsigned largest = (1U << std::min<std::size_t>(bits, 8)) - 1;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string_view bytes = std::string_view(picture.bytes).substr(row * row_size, row_size);
    for (std::size_t i = 0; i < samples; ++i) {
      const std::size_t bit = i * bits;
      const unsigned byte = static_cast<unsigned char>(bytes[bit / 8]);
      // Of 16 bits the upper eight are kept.
      const unsigned value = bits > 8 ? byte : byte >> (8 - bits - bit % 8) & largest;
      out += static_cast<char>(value * 255 / largest);
    }
  }
  return out;
}

std::string from_gray(std::string_view gray) {
  std::string rgb;
  rgb.reserve(gray.size() * 3);
  for (const char v : gray) rgb.append(3, v);
  return rgb;
}

void invert(std::string& samples) {
  for (char& sample : samples) sample = static_cast<char>(~sample);
}

std::optional<std::string> samples_of(const Picture& picture) {
  if (picture.encoding == Picture::Encoding::Raw) return eight_bits(picture);
  auto decoded = decode_jpeg(picture.bytes);
  if (!decoded || decoded->channels != channels(picture.space) ||
      decoded->width != static_cast<std::uint32_t>(picture.width) ||
      decoded->height != static_cast<std::uint32_t>(picture.height)) {
    return std::nullopt;
  }
  return std::move(decoded->samples);
}

}  // namespace

std::optional<ScreenPicture> to_screen(const Picture& picture, const color::Preview& preview) {
  if (picture.width <= 0 || picture.height <= 0) return std::nullopt;
  auto samples = samples_of(picture);
  const std::size_t pixels =
      static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
  if (!samples || (!picture.alpha.empty() && picture.alpha.size() != pixels)) return std::nullopt;
  if (picture.inverted) invert(*samples);
  ScreenPicture screen{static_cast<std::uint32_t>(picture.width),
                       static_cast<std::uint32_t>(picture.height),
                       {},
                       picture.alpha};
  switch (picture.space) {
    case Picture::Space::Gray:
      screen.rgb = from_gray(*samples);
      break;
    case Picture::Space::Rgb:
      screen.rgb = std::move(*samples);
      break;
    case Picture::Space::Cmyk:
      screen.rgb = preview.cmyk_to_rgb(*samples);
      break;
  }
  HANDBILL_CHECK(screen.rgb.size() == pixels * 3, "three bytes a pixel");
  return screen;
}

}  // namespace handbill::svg
