// SPDX-License-Identifier: MIT
#include "content/placeholder.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"

namespace handbill::content {
namespace {

/// By first letter, so that few are tried at each word of a text.
template <std::size_t size>
constexpr std::array<std::string_view, size> sorted(std::array<std::string_view, size> words) {
  std::ranges::sort(words);
  return words;
}

/// Whole words, in lower case; a space stands for any white space.
constexpr auto kWords = sorted(std::to_array<std::string_view>({
    "coming soon",    "to be announced", "to be confirmed", "to be determined", "lorem ipsum",
    "dolor sit amet", "insert text",     "insert name",     "insert here",      "insert phone",
    "insert address", "your text here",  "your name here",  "your clinic name", "your logo here",
    "placeholder",    "sample text",     "dummy text",      "text goes here",   "john doe",
    "jane doe",       "yourdomain",      "yourwebsite",     "yoursite",         "yourclinic",
    "example.com",    "example.org",     "example.net",     "(123) 456-7890",   "123-456-7890",
    "123.456.7890",   "123 456 7890",    "1234567890",      "(000) 000-0000",   "000-000-0000",
    "000 000 0000",   "0000000000",      "(555) 555-5555",  "555-555-5555",     "5555555555",
}));

/// In capitals only: "todo" is a plain word of Spanish.
constexpr auto kCapitals = std::to_array<std::string_view>({"FIXME", "TBA", "TBC", "TBD", "TODO"});

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Letters, digits and the bytes of letters beyond ASCII.
bool is_word(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || is_digit(c) ||
         (static_cast<unsigned char>(c) & 0x80);
}

bool starts_word(std::string_view text, std::size_t at) {
  return at == 0 || !is_word(text[at]) || !is_word(text[at - 1]);
}

bool ends_word(std::string_view text, std::size_t end) {
  return end == text.size() || !is_word(text[end - 1]) || !is_word(text[end]);
}

/// Where `word` ends in the text when it starts at `at`.
std::optional<std::size_t> match(std::string_view text, std::size_t at, std::string_view word) {
  for (const char wanted : word) {
    if (at == text.size()) return std::nullopt;
    if (wanted == ' ' ? !is_space(text[at]) : lower(text[at]) != wanted) return std::nullopt;
    ++at;
  }
  return at;
}

std::optional<std::size_t> match_words(std::string_view text, std::size_t at) {
  std::optional<std::size_t> longest;
  const auto first_letter = [](std::string_view word) { return word.front(); };
  const char first = lower(text[at]);
  auto word = std::ranges::lower_bound(kWords, first, {}, first_letter);
  for (; word != kWords.end() && word->front() == first; ++word) {
    const auto end = match(text, at, *word);
    if (end && ends_word(text, *end) && (!longest || *end > *longest)) longest = end;
  }
  if (text[at] != 'T' && text[at] != 'F') return longest;
  for (const std::string_view word : kCapitals) {
    const std::size_t end = at + word.size();
    if (text.substr(at, word.size()) == word && ends_word(text, end)) return end;
  }
  return longest;
}

/// "xxx", "XXXX": three or more, and nothing but x.
std::optional<std::size_t> match_crosses(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && lower(text[end]) == 'x') ++end;
  if (end - at < 3 || !ends_word(text, end)) return std::nullopt;
  return end;
}

/// "[clinic name]"; not a link of Markdown, "[words](address)".
std::optional<std::size_t> match_bracket(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 60;
  if (at + 1 >= text.size() || !is_word(text[at + 1]) || is_digit(text[at + 1])) {
    return std::nullopt;
  }
  const std::size_t end = text.substr(0, at + kLongest).find_first_of("[]\n", at + 1);
  if (end == std::string_view::npos || text[end] != ']') return std::nullopt;
  if (end + 1 < text.size() &&
      std::string_view("([:").find(text[end + 1]) != std::string_view::npos) {
    return std::nullopt;
  }
  return end + 1;
}

/// "555-01xx": never given to anyone in North America.
std::optional<std::size_t> match_example_number(std::string_view text, std::size_t at) {
  if (at + 8 > text.size() || text.substr(at, 3) != "555") return std::nullopt;
  const char gap = text[at + 3];
  if (gap != '-' && gap != '.' && gap != ' ') return std::nullopt;
  if (text.substr(at + 4, 2) != "01" || !is_digit(text[at + 6]) || !is_digit(text[at + 7])) {
    return std::nullopt;
  }
  return ends_word(text, at + 8) ? std::optional(at + 8) : std::nullopt;
}

/// The first bytes of all that is looked for: most bytes of a text start nothing.
constexpr auto kStarts = [] {
  std::array<bool, 256> starts{};
  for (const std::string_view word : kWords)
    starts[static_cast<unsigned char>(word.front())] = true;
  for (const unsigned char c : {'t', 'f', 'x', '[', '5'}) starts[c] = true;
  return starts;
}();

std::optional<Placeholder> placeholder_at(std::string_view text, std::size_t at) {
  using Kind = Placeholder::Kind;
  const char first = lower(text[at]);
  if (!kStarts[static_cast<unsigned char>(first)] || !starts_word(text, at)) return std::nullopt;
  if (first == '[') {
    if (const auto end = match_bracket(text, at)) return Placeholder{Kind::Unfinished, at, *end};
    return std::nullopt;
  }
  if (first == 'x') {
    if (const auto end = match_crosses(text, at)) return Placeholder{Kind::Unfinished, at, *end};
    return std::nullopt;
  }
  if (const auto end = match_words(text, at)) return Placeholder{Kind::Unfinished, at, *end};
  if (first == '5') {
    if (const auto end = match_example_number(text, at)) {
      return Placeholder{Kind::Example, at, *end};
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Placeholder> find_placeholders(std::string_view text) {
  std::vector<Placeholder> found;
  for (std::size_t at = 0; at < text.size();) {
    const auto placeholder = placeholder_at(text, at);
    if (placeholder) found.push_back(*placeholder);
    at = placeholder ? placeholder->end : at + 1;
  }
  return found;
}

}  // namespace handbill::content
