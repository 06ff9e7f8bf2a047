// SPDX-License-Identifier: MIT
// Words of lists that may be meant by one that is in none.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "spelling/word_list.h"

namespace handbill::spelling {

struct NearWord {
  std::string word;
  /// What was mistyped: 1 an accent, an apostrophe or a capital; 2 letters swapped, doubled or not,
  /// or one vowel for another; 3 any other letter wrong, missing or too many; more: several of
  /// these.
  int cost = 0;
  bool operator==(const NearWord&) const = default;
};

/// One slip.
inline constexpr int kOneSlip = 3;
/// An easy slip and another; beyond that every word is near some other.
inline constexpr int kTwoSlips = 5;

/// The nearest first, at most `most`; words of earlier lists before those of later ones. Two slips
/// at most, of `most_cost`; in short words one that is easily made. A word of more letters than
/// kLongest has none.
std::vector<NearWord> near_words(std::span<const WordList> lists, std::string_view word,
                                 std::size_t most, int most_cost = kTwoSlips);

inline constexpr std::size_t kLongestNear = 40;

}  // namespace handbill::spelling
