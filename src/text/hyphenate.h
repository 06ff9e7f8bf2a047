// SPDX-License-Identifier: MIT
// Parts words at line ends by the rules of their language. Web addresses, words with digits, words
// in capitals and names stay whole, compounds with hyphens but for long halves; soft hyphens a word
// has count instead.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/hyphen_dictionary.h"
#include "text/shape.h"

namespace handbill::text {

/// What there is to part words with.
struct Hyphenation {
  /// By BCP 47 language; words of others stay whole.
  std::map<std::string, std::shared_ptr<const HyphenDictionary>, std::less<>> dictionaries;
  /// In lower case; how many letters stand before each place. No place: the word stays whole.
  std::map<std::string, std::vector<std::uint8_t>, std::less<>> exceptions;
};

/// Letter by letter, so that places counted in letters stay right.
std::string in_lower_case(std::string_view word);

/// Letters, their marks, and apostrophes.
bool is_in_words(char32_t c);
bool is_capital(char32_t c);
char32_t lower_case(char32_t c);
/// Marks and joiners: one sign with the letter before them (UAX 29).
bool joins_letter_before(char32_t c);

/// Puts the places into shaped paragraphs. Remembers words, for one thread.
class Hyphenator {
 public:
  /// `hyphenation` may be null and must outlive this.
  explicit Hyphenator(const Hyphenation* hyphenation) : hyphenation_(hyphenation) {}

  /// Adds a SoftHyphen for each place that the paragraph's style allows. To be called once.
  void add_breaks(const Paragraph& paragraph, ShapedParagraph& shaped, const font::FontBook& fonts);

 private:
  struct Language {
    const HyphenDictionary* dictionary = nullptr;
    std::unordered_map<std::string, std::vector<std::uint8_t>> words;
  };
  class Walk;

  const Hyphenation* hyphenation_;
  std::map<std::string, Language, std::less<>> languages_;
};

}  // namespace handbill::text
