// SPDX-License-Identifier: MIT
// UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace handbill {

/// The offset of the first byte that is not valid UTF-8, or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// next_code_point() of what is not ASCII.
char32_t next_long_code_point(std::string_view text, std::size_t& offset);

/// Decodes the code point at `offset` and moves past it. `text` must be valid UTF-8.
inline char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead >= 0x80) return next_long_code_point(text, offset);
  ++offset;
  return lead;
}

void append_utf8(std::string& text, char32_t code_point);

std::size_t count_code_points(std::string_view text);

/// The byte offset of the code point with index `count`, or text.size() when there are fewer.
std::size_t offset_of_code_point(std::string_view text, std::size_t count);

std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

}  // namespace handbill
