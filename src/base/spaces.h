// SPDX-License-Identifier: MIT
// Spaces, those that no eye tells apart too.
#pragma once

#include <string_view>

namespace handbill {

inline constexpr char32_t kNoBreakSpace = 0x00A0;
inline constexpr char32_t kNarrowNoBreakSpace = 0x202F;
/// The same in UTF-8.
inline constexpr std::string_view kNoBreakSpaceText = "\u00A0";
inline constexpr std::string_view kNarrowNoBreakSpaceText = "\u202F";

/// A space of any kind (Unicode, White_Space), a line end, and the space without width.
constexpr bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == kNoBreakSpace || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == kNarrowNoBreakSpace ||
         c == 0x205F || c == 0x3000;
}

/// Of a byte: one of ASCII.
constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace handbill
