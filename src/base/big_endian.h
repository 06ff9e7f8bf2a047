// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace handbill {

/// The number in up to four bytes, the greatest first, as fonts, profiles and PNG have them.
constexpr std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes) value = value << 8U | static_cast<unsigned char>(byte);
  return value;
}

/// The same of a part of the bytes.
constexpr std::uint32_t big_endian_at(std::string_view bytes, std::size_t at,
                                      std::size_t length = 4) {
  return big_endian(bytes.substr(at, length));
}

}  // namespace handbill
