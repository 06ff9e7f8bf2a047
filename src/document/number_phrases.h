// SPDX-License-Identifier: MIT
// Numbers as people write them: telephone numbers, dates, times, prices, quantities, ranges.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "text/date_words.h"

namespace handbill::document {

/// A number with all that belongs to it, told by its shape alone: `+1 (301) 555-0100 ext. 12`,
/// `2026-01-05`, `8:00 am`, `$25`, `10–15 mg/kg`, `100.4 °F`. It stays on one line.
struct NumberPhrase {
  std::size_t begin = 0;  ///< index of code points
  std::size_t end = 0;
  /// Behind this letter a line may end all the same: before an extension, and after the dash
  /// between two numbers that each have their unit.
  std::optional<std::size_t> joint{};
  /// Every reader of a text from right to left gets it in order without help: digits alone, with
  /// points, commas or colons between (UAX 9, W4), or words of such a script among them.
  bool is_in_order = false;
  /// The dashes and times signs between its numbers, none of a date or a telephone number.
  std::vector<std::size_t> range_signs{};
};

/// In order, apart from each other. `words` are those of the text's language.
std::vector<NumberPhrase> find_number_phrases(std::u32string_view text,
                                              const text::DateWords& words);

/// What is read from left to right inside a text from right to left, and would not be without
/// help: a number with the words in Latin letters round it, as `5454 Wisconsin Ave, Ste 1400`.
struct LeftToRight {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// In order, apart from each other.
std::vector<LeftToRight> find_left_to_right(std::u32string_view text,
                                            const std::vector<NumberPhrase>& phrases);

}  // namespace handbill::document
