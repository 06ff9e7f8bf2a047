// SPDX-License-Identifier: MIT
#include <algorithm>

#include "document/number_phrases.h"
#include "document/number_words.h"
#include "document/prepare_text.h"
#include "text/characters.h"

namespace handbill::document {
namespace {

/// Ideographs, kana and Hangul: lines end between any two.
bool is_square(char32_t c) { return c >= 0x2E80; }

/// A line could end behind `index` although no space stands there. Dashes between digits are seen
/// to by the line breaker.
bool may_part(const TypedText& text, std::size_t index) {
  const char32_t c = text.at(index), next = text.at(index + 1);
  if (is_square(c) || is_square(next)) return true;
  if (!is_dash(c) && c != '/') return false;
  return !is_any_digit(text.before(index)) || !is_any_digit(next);
}

void keep_whole(TypedText& text, const NumberPhrase& phrase) {
  for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
    if (phrase.joint == i) continue;
    if (i + 1 < phrase.end && may_part(text, i)) text.insert(i + 1, text::kWordJoiner);
    if (text.at(i) == ' ') text.replace(i, text::kNoBreakSpace);
  }
}

}  // namespace

void fix_numbers(TypedText& text, const FindDateWords& words) {
  if (std::ranges::none_of(text.letters(), is_any_digit)) return;
  const auto phrases = find_number_phrases(text.letters(), words(text.style(0).language));
  for (const NumberPhrase& phrase : phrases) {
    if (!text.is_address(phrase.begin)) keep_whole(text, phrase);
  }
}

}  // namespace handbill::document
