// SPDX-License-Identifier: MIT
#include "content/wording.h"

#include "base/nearest.h"
#include "base/spaces.h"
#include "base/utf8.h"

namespace handbill::content {

std::string quoted(std::string_view words) {
  constexpr std::size_t kLongest = 60;
  const std::size_t end = offset_of_code_point(words, kLongest);
  return "`" + std::string(words.substr(0, end)) + (end < words.size() ? "…`" : "`");
}

std::string one_line(std::string_view text) {
  std::string line;
  bool is_apart = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const bool is_white = is_space(next_code_point(text, at));
    if (is_apart && !is_white && !line.empty()) line += ' ';
    if (!is_white) line += text.substr(begin, at - begin);
    is_apart = is_white;
  }
  return line;
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
