// SPDX-License-Identifier: MIT
// What the readers of numbers share: the letters of a text, looked at one by one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "document/number_words.h"

namespace handbill::document {

/// A space stands before the text and behind it.
class NumberReader {
 public:
  explicit NumberReader(std::u32string_view text) : text_(text) {}

 protected:
  char32_t at(std::size_t index) const { return index < text_.size() ? text_[index] : U' '; }
  char32_t before(std::size_t index) const { return index == 0 ? U' ' : text_[index - 1]; }
  std::u32string_view rest(std::size_t index) const {
    return text_.substr(std::min(index, text_.size()));
  }

  /// The end of the digits at `begin`.
  std::size_t digits(std::size_t begin) const {
    while (is_any_digit(at(begin))) ++begin;
    return begin;
  }

  std::u32string_view text_;
};

}  // namespace handbill::document
