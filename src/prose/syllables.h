// SPDX-License-Identifier: MIT
// Syllables of words, for measures of how hard a text is to read.
#pragma once

#include <cstddef>
#include <string_view>

namespace handbill::prose {

/// How a language counts: by its own rules.
enum class SyllableRules { English, Spanish };

/// Of a word in its plain form ("don't", "follow-up", "piel"); at least 1. English is written
/// otherwise than it is spoken: of 100 words of running text 1 to 2 are counted wrong, mostly by 1.
/// Spanish is counted as RAE's Ortografía (2010, 3.4.2.1) has it: two open vowels part, an
/// accented í or ú parts from an open vowel beside it, all else is one.
std::size_t count_syllables(std::string_view word, SyllableRules rules);

}  // namespace handbill::prose
