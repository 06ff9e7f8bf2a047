// SPDX-License-Identifier: MIT
#include "spec/words.h"

#include <algorithm>

namespace handbill::spec {
namespace {

constexpr std::string_view kOneOf = "one of ";

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::vector<std::string> words_of(std::string_view type) {
  std::vector<std::string> words;
  if (!type.starts_with(kOneOf)) return words;
  type.remove_prefix(kOneOf.size());
  for (std::size_t begin = 0; begin < type.size();) {
    const std::size_t end = std::min(type.find(", ", begin), type.size());
    words.emplace_back(type.substr(begin, end - begin));
    begin = end + 2;
  }
  return words;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::size_t end = std::min(text.size(), kMost);
  while (end > 0 && end < text.size() && continues_character(text[end])) --end;
  std::string result = "`" + std::string(text.substr(0, end));
  std::ranges::replace(result, '\n', ' ');
  return result + (end < text.size() ? "…`" : "`");
}

std::string a_type(const Value& value) {
  if (value.as_string() != nullptr) return "a text";
  if (value.as_array() != nullptr) return "a list";
  if (value.as_table() != nullptr) return "a group of facts";
  if (std::holds_alternative<bool>(value.data)) return "`true` or `false`";
  return "a " + std::string(value.type_name());
}

std::string with_article(std::string_view noun) {
  for (const std::string_view bare : {"one of", "true or", "nothing"}) {
    if (noun.starts_with(bare)) return std::string(noun);
  }
  const bool vowel =
      !noun.empty() && std::string_view("aeio").find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

}  // namespace handbill::spec
