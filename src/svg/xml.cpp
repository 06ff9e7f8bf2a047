// SPDX-License-Identifier: MIT
#include "svg/xml.h"

#include <cstdint>

namespace handbill::svg {

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    switch (c) {
      case '&':
        out += "&amp;";
        continue;
      case '<':
        out += "&lt;";
        continue;
      case '>':
        out += "&gt;";
        continue;
      case '"':
        out += "&quot;";
        continue;
      default:
        break;
    }
    // U+FFFE and U+FFFF are not characters of XML 1.0 (2.2), nor are most controls.
    const std::string_view rest = text.substr(i, 3);
    if (rest == "\xEF\xBF\xBE" || rest == "\xEF\xBF\xBF") {
      out += ' ';
      i += 2;
      continue;
    }
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
}

void append_base64(std::string& out, std::string_view bytes) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  out.reserve(out.size() + (bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t have = bytes.size() - i;
    const auto byte = [&](std::size_t j) -> std::uint32_t {
      return j < have ? static_cast<std::uint8_t>(bytes[i + j]) : 0U;
    };
    const std::uint32_t group = byte(0) << 16 | byte(1) << 8 | byte(2);
    out += kLetters[group >> 18];
    out += kLetters[group >> 12 & 63];
    out += have > 1 ? kLetters[group >> 6 & 63] : '=';
    out += have > 2 ? kLetters[group & 63] : '=';
  }
}

}  // namespace handbill::svg
