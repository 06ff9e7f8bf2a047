// SPDX-License-Identifier: MIT
#include "content/no_break.h"

#include "base/spaces.h"
#include "base/utf8.h"

namespace handbill::content {
namespace {

bool is_dash(char32_t c) { return c == '-' || c == '~' || (c >= 0x2010 && c <= 0x2014); }

/// Ideographs and syllables.
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c < 0x1200) || (c >= 0x2E80 && c < 0xD800) ||
         (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF00 && c < 0xFFF0) || c >= 0x20000;
}

/// Lines may end between the two. After a dash they do even before a no-break space (UAX 14,
/// LB12a).
bool may_part(char32_t before, char32_t after) {
  constexpr char32_t kJoiner = 0x2060;
  if (before == 0 || before == kNoBreakSpace || before == kJoiner || after == kJoiner) return false;
  if (after == kNoBreakSpace) return is_dash(before);
  return is_dash(before) || is_wide(before) || is_wide(after);
}

}  // namespace

std::string no_break(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == ' ') {
      result += kNoBreakSpaceText;
    } else {
      result += c;
    }
  }
  return result;
}

std::string unbroken(std::string_view text) {
  std::string result;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t read = next_code_point(text, at);
    const char32_t c = read == ' ' ? kNoBreakSpace : read;
    if (may_part(before, c)) result += kWordJoiner;
    result += read == ' ' ? kNoBreakSpaceText : text.substr(begin, at - begin);
    before = c;
  }
  return result;
}

bool ends_wide(std::string_view text) {
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) last = next_code_point(text, at);
  return is_wide(last);
}

}  // namespace handbill::content
