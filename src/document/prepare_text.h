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

namespace handbill::document {

class TextPreparer {
 public:
  /// In place, a paragraph at a time: quotation marks, apostrophes, primes and dashes where the
  /// style wants them smart; spaces at which no line may end; where words are from right to left,
  /// isolates round numbers that would lose their order. Web and e-mail addresses stay as they are.
  void prepare(std::vector<text::Inline>& inlines);
  /// Numbers alone: they stay whole and in order, all else stays as it was typed.
  void prepare_numbers(std::vector<text::Inline>& inlines);

 private:
  const text::QuotationMarks& marks(const std::string& language);
  const text::DateWords& date_words(const std::string& language);

  std::map<std::string, text::QuotationMarks, std::less<>> marks_;
  std::map<std::string, text::DateWords, std::less<>> date_words_;
};

/// "de-AT" is "de".
bool is_language(std::string_view tag, std::string_view language);

using FindDateWords = std::function<const text::DateWords&(const std::string& language)>;

/// Single steps. Numbers come before spaces: what is inside one of them is settled there.
void fix_numbers(TypedText& text, const FindDateWords& words);
void fix_spaces(TypedText& text, const FindDateWords& words);
void fix_dashes(TypedText& text);

}  // namespace handbill::document
