// SPDX-License-Identifier: MIT
#include "base/shown.h"

#include <algorithm>
#include <array>

#include "base/number.h"
#include "base/utf8.h"

namespace handbill {
namespace {

struct HiddenRange {
  char32_t first, last;
};

/// What is not ASCII and no terminal or reader shows as it is: C1 controls, marks and overrides of
/// direction, line ends of Unicode, fillers without width, tags, noncharacters. Joiners (200C,
/// 200D) and soft hyphens are part of words.
constexpr auto kHidden = std::to_array<HiddenRange>({
    {0x80, 0x9F},
    {0x61C, 0x61C},
    {0x180E, 0x180E},
    {0x200B, 0x200B},
    {0x200E, 0x200F},
    {0x2028, 0x202E},
    {0x2060, 0x206F},
    {0xFDD0, 0xFDEF},
    {0xFEFF, 0xFEFF},
    {0xFFF9, 0xFFFB},
    {0xFFFE, 0xFFFF},
    {0xE0000, 0xE007F},
});

bool is_hidden(char32_t c) {
  const auto* found = std::ranges::upper_bound(kHidden, c, {}, &HiddenRange::first);
  const bool is_noncharacter = (c & 0xFFFEU) == 0xFFFEU;
  return is_noncharacter || (found != kHidden.begin() && c <= (found - 1)->last);
}

enum class LineEnds { Shown, Kept };

void append_ascii(std::string& result, char c, LineEnds line_ends) {
  const auto byte = static_cast<unsigned char>(c);
  if ((byte >= ' ' && byte != 0x7F) || (c == '\n' && line_ends == LineEnds::Kept)) {
    result += c;
  } else {
    append_utf8(result, byte == 0x7F ? 0x2421U : 0x2400U + byte);
  }
}

void append_shown(std::string& result, std::string_view valid, LineEnds line_ends) {
  for (std::size_t at = 0; at < valid.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(valid, at);
    if (c < 0x80) {
      append_ascii(result, valid[begin], line_ends);
    } else if (is_hidden(c)) {
      result += "<U+" + hex_digits(c, 4) + ">";
    } else {
      result += valid.substr(begin, at - begin);
    }
  }
}

std::string escaped(std::string_view text, LineEnds line_ends) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const auto bad = find_invalid_utf8(text);
    append_shown(result, text.substr(0, bad.value_or(text.size())), line_ends);
    if (!bad) break;
    result += "<" + hex_digits(static_cast<unsigned char>(text[*bad]), 2) + ">";
    text.remove_prefix(*bad + 1);
  }
  return result;
}

/// RFC 8259: as one or two units of UTF-16.
std::string in_json(char32_t c) {
  if (c < 0x10000) return "\\u" + hex_digits(c, 4);
  const char32_t rest = c - 0x10000;
  return "\\u" + hex_digits(0xD800 + (rest >> 10U), 4) + "\\u" +
         hex_digits(0xDC00 + (rest & 0x3FFU), 4);
}

}  // namespace

std::string shown(std::string_view text) { return escaped(text, LineEnds::Shown); }

std::string shown_name(std::string_view name) {
  const bool is_plain = !name.empty() && name.find_first_of(":\"") == name.npos &&
                        name.find("  ") == name.npos && name.front() != ' ' && name.back() != ' ';
  if (is_plain) return shown(name);
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? "\\\"" : std::string(1, c);
  return shown(quoted + "\"");
}

std::string shown_lines(std::string_view text) { return escaped(text, LineEnds::Kept); }

std::string shown_json(std::string_view json) {
  std::string result;
  result.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(json, at);
    if (c == 0x7F || is_hidden(c)) {
      result += in_json(c);
    } else {
      result += json.substr(begin, at - begin);
    }
  }
  return result;
}

}  // namespace handbill
