// SPDX-License-Identifier: MIT
// How hard a text is to read, by formulas made for its language.
//
// Counted are sentences of prose: an item of a list or a cell is a sentence, or several. Headings,
// names of columns and rows, pictures and codes are not, nor is a fragment of one or two words
// without a sign at its end ("Date"), nor what comes mostly from facts (an address). A number is a
// word of one syllable.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "prose/reading.h"
#include "prose/syllables.h"

namespace handbill::prose {

/// A sentence and its sums.
struct CountedSentence {
  std::size_t paragraph = 0;
  words::Range tokens{};
  std::size_t words = 0;
  std::size_t syllables = 0;
  std::size_t long_words = 0;  ///< of three syllables or more
};

/// Of all that is counted.
struct Sums {
  std::size_t sentences = 0, words = 0, syllables = 0, long_words = 0;
};

/// Nothing: there is no formula for the language ("es-US").
std::optional<SyllableRules> syllable_rules(std::string_view language);

/// Those of these paragraphs, as far as they are in the language of the document. Of languages
/// without rules of syllables each word has one.
std::vector<CountedSentence> count_sentences(const Reading& reading,
                                             const std::vector<std::size_t>& paragraphs);
Sums sum_of(const std::vector<CountedSentence>& sentences);

/// School years of the United States (Kincaid and others, 1975). Of English; there must be words.
double flesch_kincaid(const Sums& sums);
/// Another measure of school years, stricter (McLaughlin, 1969). Of English; it was made for 30
/// sentences, of fewer it is rough.
double smog(const Sums& sums);
inline constexpr std::size_t kSmogSentences = 30;
/// From 0 to 100, more is easier: 55 to 65 is normal on the scale INFLESZ, from 65 on rather easy
/// (Szigriszt-Pazos, 1993; Barrio-Cantalejo and others, 2008). Of Spanish.
double szigriszt(const Sums& sums);

}  // namespace handbill::prose
