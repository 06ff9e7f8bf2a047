// SPDX-License-Identifier: MIT
#include "base/base64.h"

#include <cstdint>

namespace handbill {
namespace {

constexpr std::string_view kBase64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

void append_base64(std::string& out, std::string_view bytes) {
  out.reserve(out.size() + (bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t have = bytes.size() - i;
    const auto byte = [&](std::size_t j) -> std::uint32_t {
      return j < have ? static_cast<std::uint8_t>(bytes[i + j]) : 0U;
    };
    const std::uint32_t group = byte(0) << 16 | byte(1) << 8 | byte(2);
    out += kBase64[group >> 18];
    out += kBase64[group >> 12 & 63];
    out += have > 1 ? kBase64[group >> 6 & 63] : '=';
    out += have > 2 ? kBase64[group & 63] : '=';
  }
}

std::optional<std::string> from_base64(std::string_view letters) {
  if (letters.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && letters.ends_with('=')) {
    letters.remove_suffix(1);
    ++padding;
  }
  std::string bytes;
  std::uint32_t group = 0;
  int bits = 0;
  for (const char letter : letters) {
    const std::size_t value = kBase64.find(letter);
    if (value == kBase64.npos) return std::nullopt;
    group = (group << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFU;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(group >> bits & 0xFFU);
  }
  return bytes;
}

}  // namespace handbill
