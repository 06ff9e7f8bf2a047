// SPDX-License-Identifier: MIT
#include "content/template.h"

#include <algorithm>
#include <optional>

#include "base/spaces.h"
#include "spec/parse_layout.h"

namespace handbill::content {
namespace {

constexpr Length kDefaultBlank = Length::inch(2);
/// Shorter ones can't be written on.
constexpr Length kLeastFill = Length::inch(0.5);

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

/// Bytes [begin, end) of the template.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Range trimmed(std::string_view text, Range range) {
  while (range.begin < range.end && is_space(text[range.begin])) ++range.begin;
  while (range.begin < range.end && is_space(text[range.end - 1])) --range.end;
  return range;
}

std::string_view slice(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

TemplateError error_at(Range range, std::string message) {
  return {range.begin, range.end, std::move(message)};
}

/// Where `path` is no path ("a..b", "a b"): the part to point at.
std::optional<Range> fault_in_path(std::string_view text, Range range) {
  std::size_t segment = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (is_name(text[i])) {
      ++segment;
    } else if (text[i] == '.' && segment > 0 && i + 1 < range.end) {
      segment = 0;
    } else {
      // A whole code point, so that no message quotes half a letter.
      std::size_t end = i + 1;
      while (end < range.end && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
      return Range{i, end};
    }
  }
  return std::nullopt;
}

/// "page of NAME", with single spaces between the words; nothing: `path` is none.
std::optional<std::string> page_of(std::string_view path) {
  std::string words;
  for (const char c : path) {
    if (!is_space(c)) words += c;
    if (is_space(c) && !words.ends_with(' ')) words += ' ';
  }
  for (const std::string_view start : {"page of ", "next page of ", "previous page of "}) {
    if (words.starts_with(start) && words.size() > start.size()) return words;
  }
  return std::nullopt;
}

using Parsed = std::variant<TemplatePart, TemplateError>;

Parsed parse_blank(std::string_view text, Range whole, Range width) {
  if (width.begin == width.end) {
    return TemplatePart{TemplatePart::BlankLine{kDefaultBlank, false}, whole.begin, whole.end};
  }
  if (slice(text, width) == "fill") {
    return TemplatePart{TemplatePart::BlankLine{kLeastFill, true}, whole.begin, whole.end};
  }
  const auto length = spec::parse_length(slice(text, width));
  if (!length || *length <= Length()) {
    return error_at(width, "`" + std::string(slice(text, width)) +
                               "` is not a width; write `{blank 2 in}`, or `{blank fill}`");
  }
  return TemplatePart{TemplatePart::BlankLine{*length, false}, whole.begin, whole.end};
}

/// "money EUR" with one space between its words; nothing: other signs stand there, or several words
/// behind a format that is one.
std::optional<std::string> format_words(std::string_view text) {
  std::string words;
  for (const char c : text) {
    if (!is_name(c) && c != ' ') return std::nullopt;
    if (c != ' ' || !words.ends_with(' ')) words += c;
  }
  constexpr std::string_view kMoney = "money ";
  const bool is_one = words.find(' ') == words.npos;
  return is_one || words.starts_with(kMoney) ? std::optional(words) : std::nullopt;
}

/// `whole` includes the braces.
Parsed parse_braces(std::string_view text, Range whole) {
  const Range inner = trimmed(text, {whole.begin + 1, whole.end - 1});
  if (inner.begin == inner.end) {
    return error_at(whole, "the braces are empty; write `{{` for a brace");
  }
  const std::string_view words = slice(text, inner);
  if (words == "blank" || (words.starts_with("blank") && is_space(words[5]))) {
    return parse_blank(text, whole, trimmed(text, {inner.begin + 5, inner.end}));
  }
  using Break = TemplatePart::Break;
  if (words == "column break") {
    return TemplatePart{Break{Break::To::Column}, whole.begin, whole.end};
  }
  if (words == "frame break") return TemplatePart{Break{Break::To::Frame}, whole.begin, whole.end};
  if (words == "flush end") {
    return TemplatePart{TemplatePart::FlushEnd{}, whole.begin, whole.end};
  }
  const std::size_t bar = words.find('|');
  const bool has_format = bar != std::string_view::npos;
  const Range path = trimmed(text, {inner.begin, has_format ? inner.begin + bar : inner.end});
  const Range format =
      has_format ? trimmed(text, {inner.begin + bar + 1, inner.end}) : Range{inner.end, inner.end};
  if (path.begin == path.end) return error_at(whole, "no fact is named before `|`");
  std::optional<std::string> of_page = page_of(slice(text, path));
  // "sum price" is a question about a key.
  constexpr std::string_view kSum = "sum ";
  const bool is_sum = slice(text, path).starts_with(kSum);
  const Range key = is_sum ? trimmed(text, {path.begin + kSum.size(), path.end}) : path;
  if (const auto fault = of_page ? std::nullopt : fault_in_path(text, key)) {
    return error_at(*fault, "`" + std::string(slice(text, *fault)) +
                                "` can't stand here in the name of a fact");
  }
  if (has_format && format.begin == format.end) {
    return error_at(whole, "no format is named after `|`");
  }
  const auto words_of_format = format_words(slice(text, format));
  if (!words_of_format) return error_at(format, "the name of a format is one word");
  const std::string name(slice(text, key));
  return TemplatePart{TemplatePart::Fact{of_page  ? std::move(*of_page)
                                         : is_sum ? std::string(kSum) + name
                                                  : name,
                                         *words_of_format},
                      whole.begin, whole.end};
}

}  // namespace

std::variant<std::vector<TemplatePart>, TemplateError> parse_template(std::string_view text) {
  std::vector<TemplatePart> parts;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t brace = std::min(text.find_first_of("{}", at), text.size());
    if (brace > at) {
      parts.push_back({TemplatePart::Literal{std::string(text.substr(at, brace - at))}, at, brace});
    }
    if (brace == text.size()) break;
    if (brace + 1 < text.size() && text[brace + 1] == text[brace]) {
      parts.push_back({TemplatePart::Literal{std::string(1, text[brace])}, brace, brace + 2});
      at = brace + 2;
      continue;
    }
    if (text[brace] == '}') {
      return error_at({brace, brace + 1}, "`}` closes nothing; write `}}` for a brace");
    }
    const std::size_t close = text.find_first_of("{}", brace + 1);
    if (close == std::string_view::npos || text[close] == '{') {
      return error_at({brace, brace + 1}, "`{` is never closed; write `{{` for a brace");
    }
    auto part = parse_braces(text, {brace, close + 1});
    if (const auto* error = std::get_if<TemplateError>(&part)) return *error;
    parts.push_back(std::get<TemplatePart>(std::move(part)));
    at = close + 1;
  }
  return parts;
}

std::optional<TemplatePart> lone_part(std::string_view text) {
  if (text.find('{') == std::string_view::npos) return std::nullopt;
  auto parsed = parse_template(text);
  auto* parts = std::get_if<std::vector<TemplatePart>>(&parsed);
  if (parts == nullptr) return std::nullopt;
  TemplatePart* lone = nullptr;
  for (TemplatePart& each : *parts) {
    const auto* literal = std::get_if<TemplatePart::Literal>(&each.part);
    if (literal != nullptr &&
        std::ranges::all_of(literal->text, [](char c) { return is_space(c); }))
      continue;
    if (literal != nullptr || lone != nullptr) return std::nullopt;
    lone = &each;
  }
  return lone != nullptr ? std::optional(std::move(*lone)) : std::nullopt;
}

}  // namespace handbill::content
