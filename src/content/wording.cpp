// SPDX-License-Identifier: MIT
#include "content/wording.h"

#include "base/nearest.h"
#include "base/utf8.h"

namespace handbill::content {

std::string quoted(std::string_view words) {
  constexpr std::size_t kLongest = 60;
  const std::size_t end = offset_of_code_point(words, kLongest);
  return "`" + std::string(words.substr(0, end)) + (end < words.size() ? "…`" : "`");
}

std::string a_type(const spec::Value& value) {
  if (value.as_string() != nullptr) return "a text";
  if (value.as_array() != nullptr) return "a list";
  if (value.as_table() != nullptr) return "a group of facts";
  if (std::holds_alternative<bool>(value.data)) return "`true` or `false`";
  return "a " + std::string(value.type_name());
}

std::string joined(std::span<const std::string> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

std::vector<std::string> did_you_mean(std::string_view word,
                                      std::span<const std::string> candidates) {
  if (const auto found = nearest(word, candidates)) return {"did you mean `" + *found + "`?"};
  return {};
}

}  // namespace handbill::content
