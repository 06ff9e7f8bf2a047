// SPDX-License-Identifier: MIT
// Numbers as texts have them: "100.4", "1,200", "38,5", "1 1/2", "½".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "prose/passage.h"

namespace handbill::prose {

struct WrittenNumber {
  double value = 0;
  int decimals = 0;                 ///< digits behind the point
  bool is_fraction = false;         ///< "1/2"
  bool has_comma = false;           ///< before the decimals
  std::size_t first = 0, last = 0;  ///< its tokens
  /// It may be off by so much, by the digits it shows.
  double half_step() const;
};

/// The number whose first token is `at`. Nothing: there is none, or it is a time or a list ("8:00",
/// "1,2,3"). Of the two ways to write thousands and decimals the language tells: "1.200" is a
/// thousand in Spanish, where a comma comes before decimals too.
std::optional<WrittenNumber> number_at(const Passage& passage, std::size_t at);

/// "38.5", or "38,5" with a comma.
std::string written_like(double value, int decimals, bool has_comma);

/// "7" of "seven" and "siete", up to twelve; nothing: it is no number.
std::optional<int> number_word(std::string_view word);

}  // namespace handbill::prose
