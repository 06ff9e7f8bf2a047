// SPDX-License-Identifier: MIT
#include "spec/replaced_text.h"

#include <algorithm>

#include "spec/toml_text.h"

namespace handbill::spec {
namespace {

constexpr std::string_view kThree = "\"\"\"";

bool is_inside_letter(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
}

/// Bytes that two texts begin and end with, whole letters.
struct InCommon {
  InCommon(std::string_view one, std::string_view other) {
    const std::size_t shorter = std::min(one.size(), other.size());
    while (first < shorter && one[first] == other[first]) ++first;
    while (is_inside_letter(one, first) || is_inside_letter(other, first)) --first;
    while (last < shorter - first && one[one.size() - 1 - last] == other[other.size() - 1 - last]) {
      ++last;
    }
    while (last > 0 && is_inside_letter(one, one.size() - last)) --last;
  }
  std::size_t first = 0, last = 0;
};

/// The literal with a part of it replaced; nothing: its places are not known, or it is no string
/// with escapes.
std::optional<std::string> part_replaced(std::string_view file, const Value& value,
                                         std::string_view now) {
  const std::string& old = *value.as_string();
  const auto& offsets = value.source_offsets;
  const std::string_view literal = file.substr(value.span.begin, value.span.end - value.span.begin);
  if (offsets.size() != old.size() + 1 || !literal.starts_with('"')) return std::nullopt;
  const InCommon same(old, now);
  const std::size_t begin = offsets[same.first] - value.span.begin;
  const std::size_t end = offsets[old.size() - same.last] - value.span.begin;
  if (begin > end || end > literal.size()) return std::nullopt;
  const TomlLines lines = literal.starts_with(kThree) ? TomlLines::Several : TomlLines::One;
  const std::string_view middle = now.substr(same.first, now.size() - same.first - same.last);
  return std::string(literal.substr(0, begin)) + escaped_toml(middle, lines) +
         std::string(literal.substr(end));
}

}  // namespace

diag::Fix replaced_text(std::string_view file, const Value& value, std::string_view now) {
  if (auto literal = part_replaced(file, value, now)) {
    // A space behind a line that goes on would be lost.
    const auto read = decode_toml_string(*literal, 0);
    if (read && read->text == now) return {value.span, std::move(*literal)};
  }
  const bool has_lines = now.find('\n') != now.npos;
  return {value.span, has_lines ? long_toml_string(now) : toml_string(now)};
}

}  // namespace handbill::spec
