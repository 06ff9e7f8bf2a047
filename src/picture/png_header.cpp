// SPDX-License-Identifier: MIT
// What the chunks of a PNG file before its pixels say (PNG 1.2, 3.2 and 4.1), read without a
// library.
#include <algorithm>

#include "base/big_endian.h"
#include "picture/raster.h"

namespace handbill::picture {
namespace {

constexpr std::size_t kFirstChunk = 8;
constexpr std::size_t kChunkFrame = 12;  ///< length, type and checksum of a chunk

std::string_view type_at(std::string_view bytes, std::size_t chunk) {
  return bytes.substr(chunk + 4, 4);
}

/// Whether there is a colour or are shades that are seen through.
bool has_transparency(std::string_view bytes) {
  for (std::size_t at = kFirstChunk; at + kChunkFrame <= bytes.size();) {
    if (type_at(bytes, at) == "IDAT") return false;
    if (type_at(bytes, at) == "tRNS") return true;
    at += kChunkFrame + big_endian_at(bytes, at);
  }
  return false;
}

}  // namespace

std::uint64_t png_unpacked_bytes(std::string_view bytes) {
  constexpr std::size_t kHeaderEnd = kFirstChunk + kChunkFrame + 13;
  const bool has_header = bytes.size() >= kHeaderEnd && type_at(bytes, kFirstChunk) == "IHDR";
  if (!has_header) return 0;
  const std::uint64_t width = big_endian_at(bytes, 16), height = big_endian_at(bytes, 20);
  const unsigned depth = big_endian_at(bytes, 24, 1), type = big_endian_at(bytes, 25, 1);
  constexpr unsigned kGray = 0, kGrayAlpha = 4, kRgbAlpha = 6;
  if (type == kGrayAlpha || type == kRgbAlpha || has_transparency(bytes)) {
    return width * height * 5;
  }
  if (type != kGray || depth == 16) return width * height * 3;
  return depth == 1 ? (width + 7) / 8 * height : width * height;
}

}  // namespace handbill::picture
