// SPDX-License-Identifier: MIT
#include "words/parity.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/spaces.h"
#include "base/utf8.h"

namespace handbill::words {
namespace {

constexpr char32_t kNoBreakSpace = 0xA0, kEnSpace = 0x2002, kZeroWidthSpace = 0x200B;

bool is_white(char32_t c) {
  return c == kNoBreakSpace || (c >= kEnSpace && c <= kZeroWidthSpace) || c == 0x202F ||
         c == 0x3000 || is_space(c);
}

/// Without white.
std::string squeezed(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_white(next_code_point(text, at))) result += text.substr(begin, at - begin);
  }
  return result;
}

/// What a document says, in one row; each letter can be found once.
class Store {
 public:
  explicit Store(const Words& words) {
    for (const Paragraph& each : words.paragraphs) {
      if (each.label) text_ += squeezed(each.label->text);
      text_ += squeezed(each.text);
      text_ += '\n';
    }
    taken_.resize(text_.size());
  }

  bool take(const std::string& wanted) {
    if (wanted.empty()) return true;
    return take_from(next_, wanted) || take_from(0, wanted);
  }

 private:
  bool take_from(std::size_t from, const std::string& wanted) {
    for (std::size_t at = text_.find(wanted, from); at != text_.npos;
         at = text_.find(wanted, at + 1)) {
      const auto begin = taken_.begin() + static_cast<std::ptrdiff_t>(at);
      const auto end = begin + static_cast<std::ptrdiff_t>(wanted.size());
      if (std::find(begin, end, true) != end) continue;
      std::fill(begin, end, true);
      next_ = at + wanted.size();
      return true;
    }
    return false;
  }

  std::string text_;
  std::vector<bool> taken_;
  std::size_t next_ = 0;  ///< behind what was taken last
};

/// The words of a text, by their bytes.
std::vector<Range> split(std::string_view text) {
  std::vector<Range> words;
  bool is_open = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const bool is_letter = !is_white(next_code_point(text, at));
    if (is_letter && !is_open) words.push_back({begin, at});
    if (is_letter) words.back().end = at;
    is_open = is_letter;
  }
  return words;
}

}  // namespace

std::vector<Lost> lost_words(const Words& all, const Words& other) {
  Store store(other);
  std::vector<Lost> lost;
  for (std::size_t i = 0; i < all.paragraphs.size(); ++i) {
    const std::string& text = all.paragraphs[i].text;
    if (store.take(squeezed(text))) continue;
    for (const Range& word : split(text)) {
      if (store.take(text.substr(word.begin, word.end - word.begin))) continue;
      const bool goes_on =
          !lost.empty() && lost.back().paragraph == i &&
          squeezed(text.substr(lost.back().end, word.begin - lost.back().end)).empty();
      if (goes_on) {
        lost.back().end = word.end;
      } else {
        lost.push_back({i, word.begin, word.end});
      }
    }
  }
  return lost;
}

}  // namespace handbill::words
