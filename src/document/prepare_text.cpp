// SPDX-License-Identifier: MIT
#include "document/prepare_text.h"

#include <algorithm>

#include "document/set_quotes.h"

namespace handbill::document {
namespace {

/// A single word without signs has nothing to prepare: most of a table, for example.
bool may_need_it(const std::vector<text::Inline>& inlines) {
  return std::ranges::any_of(inlines, [](const text::Inline& each) {
    const auto* run = std::get_if<text::Run>(&each);
    if (run == nullptr) return false;
    return run->text.find_first_of(" '\".-0123456789;:!?\xC2\xD9\xDB\xE2") != std::string::npos;
  });
}

}  // namespace

bool is_language(std::string_view tag, std::string_view language) {
  if (!tag.starts_with(language)) return false;
  return tag.size() == language.size() || tag[language.size()] == '-';
}

void TextPreparer::prepare(std::vector<text::Inline>& inlines) {
  if (!may_need_it(inlines)) return;
  const auto words = [this](const std::string& language) -> const text::DateWords& {
    return date_words(language);
  };
  set_typed_signs(inlines, words);
  TypedText text(inlines);
  fix_numbers(text, words);
  fix_spaces(text, words);
  text.write_back();
}

/// Written back before numbers are looked at, which are told by the signs they have then.
void TextPreparer::set_typed_signs(std::vector<text::Inline>& inlines, const FindDateWords& words) {
  TypedText text(inlines);
  set_quotes(text, [this](const std::string& language) { return marks(language); });
  fix_dashes(text);
  set_signs(text, words, [this](const std::string& language) { return range_mark(language); });
  text.write_back();
}

void TextPreparer::prepare_numbers(std::vector<text::Inline>& inlines) {
  TypedText text(inlines);
  fix_numbers(text, [this](const std::string& language) -> const text::DateWords& {
    return date_words(language);
  });
  text.write_back();
}

const text::QuotationMarks& TextPreparer::marks(const std::string& language) {
  const auto known = marks_.find(language);
  if (known != marks_.end()) return known->second;
  return marks_.emplace(language, text::quotation_marks(language)).first->second;
}

text::RangeMark TextPreparer::range_mark(const std::string& language) {
  const auto known = range_marks_.find(language);
  if (known != range_marks_.end()) return known->second;
  return range_marks_.emplace(language, text::range_mark(language)).first->second;
}

const text::DateWords& TextPreparer::date_words(const std::string& language) {
  const auto known = date_words_.find(language);
  if (known != date_words_.end()) return known->second;
  return date_words_.emplace(language, text::date_words(language)).first->second;
}

}  // namespace handbill::document
