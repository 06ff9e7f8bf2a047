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
