// SPDX-License-Identifier: MIT
// Makes what was typed into what is set, by the habits of its language.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "document/typed_text.h"
#include "text/date_words.h"
#include "text/quotation_marks.h"
#include "text/range_mark.h"

namespace handbill::document {

using FindDateWords = std::function<const text::DateWords&(const std::string& language)>;
using FindRangeMark = std::function<text::RangeMark(const std::string& language)>;

class TextPreparer {
 public:
  /// In place, a paragraph at a time: quotation marks, apostrophes, primes and dashes, signs of
  /// ranges and fractions where the style wants them smart; spaces at which no line may end; where
  /// words are from right to left, isolates round numbers that would lose their order. Web and
  /// e-mail addresses stay as they are.
  void prepare(std::vector<text::Inline>& inlines);
  /// Numbers alone: they stay whole and in order, all else stays as it was typed.
  void prepare_numbers(std::vector<text::Inline>& inlines);

 private:
  const text::QuotationMarks& marks(const std::string& language);
  const text::DateWords& date_words(const std::string& language);
  text::RangeMark range_mark(const std::string& language);
  void set_typed_signs(std::vector<text::Inline>& inlines, const FindDateWords& words);

  std::map<std::string, text::QuotationMarks, std::less<>> marks_;
  std::map<std::string, text::DateWords, std::less<>> date_words_;
  std::map<std::string, text::RangeMark, std::less<>> range_marks_;
};

/// "de-AT" is "de".
bool is_language(std::string_view tag, std::string_view language);

/// Single steps. Numbers come before spaces: what is inside one of them is settled there.
void fix_numbers(TypedText& text, const FindDateWords& words);
void fix_spaces(TypedText& text, const FindDateWords& words);
void fix_dashes(TypedText& text);
void set_signs(TypedText& text, const FindDateWords& words, const FindRangeMark& range_marks);

}  // namespace handbill::document
