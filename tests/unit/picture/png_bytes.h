// SPDX-License-Identifier: MIT
// Small PNG files made byte by byte, so that a test says what is in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace handbill::test {

inline std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes += static_cast<char>((value >> shift) & 0xFFU);
  }
  return bytes;
}

inline std::string png_chunk(std::string_view type, std::string_view data) {
  const std::string body = std::string(type) + std::string(data);
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : body) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1U) ? 0xEDB88320U : 0U);
  }
  return big_endian(static_cast<std::uint32_t>(data.size())) + body + big_endian(~crc);
}

/// A zlib stream of stored blocks.
inline std::string stored(std::string_view data) {
  constexpr std::size_t kMost = 0xFFFF;
  std::string bytes("\x78\x01", 2);
  for (std::size_t at = 0; at == 0 || at < data.size(); at += kMost) {
    const std::string_view block = data.substr(at, kMost);
    const auto size = static_cast<unsigned>(block.size());
    bytes += at + kMost >= data.size() ? '\1' : '\0';
    for (const unsigned value : {size, ~size}) {
      bytes += static_cast<char>(value & 0xFFU);
      bytes += static_cast<char>((value >> 8) & 0xFFU);
    }
    bytes += block;
  }
  std::uint32_t a = 1, b = 0;
  for (const char c : data) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  return bytes + big_endian((b << 16) | a);
}

struct PngParts {
  std::uint32_t width = 1;
  std::uint32_t height = 1;
  int depth = 8;
  int color_type = 0;     ///< 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha
  std::string between{};  ///< chunks before the pixels: PLTE, tRNS
  std::string rows{};     ///< each row with a filter byte before it
};

inline std::string png_file(const PngParts& parts) {
  std::string header = big_endian(parts.width) + big_endian(parts.height);
  header += static_cast<char>(parts.depth);
  header += static_cast<char>(parts.color_type);
  header.append(3, '\0');
  return std::string("\x89PNG\r\n\x1a\n") + png_chunk("IHDR", header) + parts.between +
         png_chunk("IDAT", stored(parts.rows)) + png_chunk("IEND", "");
}

}  // namespace handbill::test
