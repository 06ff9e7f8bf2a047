// SPDX-License-Identifier: MIT
#include <algorithm>

#include "document/number_phrases.h"
#include "document/number_words.h"
#include "document/prepare_text.h"
#include "text/characters.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

constexpr char32_t kFirstStrongIsolate = 0x2068;  // UAX 9, 2.4
constexpr char32_t kPopIsolate = 0x2069;
constexpr char32_t kLeftToRightMark = 0x200E;

/// How many isolates more are open behind a character.
int isolate_step(char32_t c) {
  if (c == kPopIsolate) return -1;
  return c >= 0x2066 && c <= kFirstStrongIsolate ? 1 : 0;
}

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
    if (text.at(i) == ' ') text.keep_space(i);
  }
}

/// Some words are from right to left.
bool needs_isolates(const TypedText& text) {
  return text::is_right_to_left(text.style(0).language) ||
         std::ranges::any_of(text.letters(), is_from_right);
}

/// Marks between Arabic digits would turn them round even in an isolate (UAX 9, N1).
void hold_marks(TypedText& text, const LeftToRight& part) {
  for (std::size_t i = part.begin; i < part.end; ++i) {
    if (is_any_digit(text.at(i)) || is_latin_letter(text.at(i))) continue;
    text.insert(i, kLeftToRightMark);
    text.insert_after(i, kLeftToRightMark);
  }
}

void isolate(TypedText& text, const std::vector<NumberPhrase>& phrases) {
  int depth = 0;
  std::size_t at = 0;
  for (const LeftToRight& part : find_left_to_right(text.letters(), phrases)) {
    for (; at < part.begin; ++at) depth += isolate_step(text.at(at));
    if (depth > 0 || text.is_address(part.begin)) continue;
    const auto letters = text.letters().substr(part.begin, part.end - part.begin);
    text.insert(part.begin, kFirstStrongIsolate);
    if (std::ranges::any_of(letters, is_arabic_digit)) hold_marks(text, part);
    text.insert_after(part.end - 1, kPopIsolate);
  }
}

}  // namespace

void fix_numbers(TypedText& text, const FindDateWords& words) {
  if (std::ranges::none_of(text.letters(), is_any_digit)) return;
  const auto phrases = find_number_phrases(text.letters(), words(text.style(0).language));
  for (const NumberPhrase& phrase : phrases) {
    if (!text.is_address(phrase.begin)) keep_whole(text, phrase);
  }
  if (needs_isolates(text)) isolate(text, phrases);
}

}  // namespace handbill::document
