// SPDX-License-Identifier: MIT
// What the text stages know about single characters.
#pragma once

#include <string>
#include <string_view>

#include "base/spaces.h"
#include "base/utf8.h"

namespace handbill::text {

inline constexpr char32_t kSoftHyphen = 0x00AD;
inline constexpr char32_t kZeroWidthSpace = 0x200B;
inline constexpr char32_t kHyphen = 0x2010;
inline constexpr char32_t kNoBreakHyphen = 0x2011;
inline constexpr char32_t kWordJoiner = 0x2060;
inline constexpr char32_t kObjectReplacement = 0xFFFC;

/// U+2028 and the control characters that end a line (UAX 14, BK, CR, LF, NL).
constexpr bool ends_line(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

constexpr bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

/// White space that takes no room at the end of a line.
constexpr bool hangs(char32_t c) {
  return c == ' ' || c == '\t' || ends_line(c) || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B && c != 0x2007) || c == 0x205F || c == 0x3000;
}

/// Marks and isolates of the bidirectional algorithm (UAX 9, 2).
constexpr bool is_bidi_control(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/// True for what a reader of the finished page has no use for.
constexpr bool is_left_out_of_text(char32_t c) {
  return c == kSoftHyphen || c == kWordJoiner || is_bidi_control(c) || c == kZeroWidthSpace ||
         c == 0x2028 || c == 0x2029 || (is_control(c) && c != '\t');
}

/// A space that justified lines stretch, at `offset` of `text`.
inline bool is_word_space(std::string_view text, std::size_t offset) {
  return text[offset] == ' ' || text.substr(offset, 2) == kNoBreakSpaceText;
}

/// White space of any kind, at `offset` of `text`.
inline bool is_white_at(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0xC2) return byte <= ' ' && hangs(byte);
  const char32_t c = next_code_point(text, offset);
  return hangs(c) || c == kNoBreakSpace;
}

/// Where the white space that hangs at `end` begins; not before `begin`.
inline std::size_t hanging_start(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    std::size_t at = end - 1;
    while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    std::size_t next = at;
    if (!hangs(next_code_point(text, next))) break;
    end = at;
  }
  return end;
}

}  // namespace handbill::text
