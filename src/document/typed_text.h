// SPDX-License-Identifier: MIT
// The letters of a paragraph in a row, while they are made ready to be set.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/style.h"

namespace handbill::document {

class TypedText {
 public:
  explicit TypedText(std::vector<text::Inline>& inlines);

  std::size_t size() const { return text_.size(); }
  /// A space before the first and after the last. What does not count as a letter of a word
  /// (fields) is U+FFFC, a line end U+2028.
  char32_t at(std::size_t index) const { return index < text_.size() ? text_[index] : U' '; }
  char32_t before(std::size_t index) const { return index == 0 ? U' ' : text_[index - 1]; }
  /// All of them; as long as nothing is changed.
  std::u32string_view letters() const { return text_; }
  /// Of the run that the letter stands in.
  const text::CharacterStyle& style(std::size_t index) const;

  /// What stands between `index` and the space after it, or before; not more than twelve letters,
  /// which is more than the rules look for.
  std::u32string_view word_after(std::size_t index) const;
  std::u32string_view word_before(std::size_t index) const;
  /// Part of a web or e-mail address: to be left as it is.
  bool is_address(std::size_t index) const { return is_address_[index]; }

  /// Lets no line end at the space at `index`. It stays the space that was typed, so that readers
  /// of the finished page find it as such.
  void keep_space(std::size_t index);
  bool is_kept(std::size_t index) const { return is_kept_[index]; }

  void replace(std::size_t index, char32_t by);
  void remove(std::size_t index);
  void insert(std::size_t index, char32_t what);        ///< before the letter at `index`
  void insert_after(std::size_t index, char32_t what);  ///< in the same run

  /// Writes what has changed back into the inlines.
  void write_back();

 private:
  struct Change {
    std::size_t index = 0;
    enum class Kind { Replace, Remove, Insert, InsertAfter } kind{};
    char32_t letter = 0;
  };

  std::size_t inline_of(std::size_t index) const;
  void find_addresses();

  std::vector<text::Inline>& inlines_;
  std::u32string text_;
  std::vector<std::size_t> ends_;  ///< of each inline in `text_`
  std::vector<bool> is_address_;
  std::vector<bool> is_kept_;
  std::vector<Change> changes_;
};

bool is_digit(char32_t c);  ///< 0 to 9
bool is_letter(char32_t c);
bool is_capital(char32_t c);

}  // namespace handbill::document
