// SPDX-License-Identifier: MIT
#include "display/samples.h"

#include <algorithm>
#include <string_view>

#include "display/jpeg_reader.h"

namespace handbill::display {
namespace {

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

std::optional<Samples> decoded(const Picture& picture, JpegScale scale) {
  JpegReader jpeg(picture.bytes);
  if (!jpeg.read_header()) return std::nullopt;
  const bool as_stated = jpeg.full_width() == static_cast<std::uint32_t>(picture.width) &&
                         jpeg.full_height() == static_cast<std::uint32_t>(picture.height) &&
                         static_cast<std::size_t>(jpeg.channels()) == channels(picture.space);
  const bool fits = std::uint64_t{jpeg.full_width()} * jpeg.full_height() <= kMostPicturePixels;
  if (!as_stated || !fits || !jpeg.start(8 / static_cast<int>(scale))) return std::nullopt;
  Samples out{jpeg.width(), jpeg.height(), std::string(jpeg.row_size() * jpeg.height(), '\0')};
  jpeg.read_rows(reinterpret_cast<unsigned char*>(out.bytes.data()), out.height);
  if (!jpeg.finish()) return std::nullopt;
  return out;
}

std::optional<Samples> unpacked(const Picture& picture) {
  auto bytes = eight_bits(picture);
  if (!bytes) return std::nullopt;
  return Samples{static_cast<std::uint32_t>(picture.width),
                 static_cast<std::uint32_t>(picture.height), std::move(*bytes)};
}

}  // namespace

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

std::optional<Samples> samples(const Picture& picture, JpegScale scale) {
  if (picture.width <= 0 || picture.height <= 0) return std::nullopt;
  auto read =
      picture.encoding == Picture::Encoding::Jpeg ? decoded(picture, scale) : unpacked(picture);
  if (read && picture.inverted) {
    for (char& sample : read->bytes) sample = static_cast<char>(~sample);
  }
  return read;
}

}  // namespace handbill::display
