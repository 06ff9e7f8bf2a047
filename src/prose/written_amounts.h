// SPDX-License-Identifier: MIT
// Amounts as texts have them: a number, or a range of two, and a unit.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "prose/written_numbers.h"

namespace handbill::prose {

enum class Dimension { Length, Weight, Volume, Temperature, Percent };

struct Unit {
  std::string_view name;  ///< "mg"; "C" and "F" of temperatures
  Dimension dimension{};
  double size = 1;  ///< in metres, grams, litres
  /// Measured out roughly: a cup is 236.6 ml, and 240 or 250 in recipes and on labels.
  bool is_rough = false;
};

/// Where a unit is written.
struct WrittenUnit {
  const Unit* unit = nullptr;
  std::size_t first = 0, last = 0;  ///< its tokens
  bool has_degree_sign = true;      ///< of temperatures: false of "100.4 F"
};

/// The unit that begins at a token, in English or Spanish. Nothing: there is none.
std::optional<WrittenUnit> unit_at(const Passage& passage, std::size_t at);

struct WrittenAmount {
  WrittenNumber low{}, high{};  ///< the same where it is no range
  WrittenUnit unit{};
  std::size_t first = 0, last = 0;  ///< its tokens
  bool is_range() const { return low.first != high.first; }
};

/// "5 lb", "5-lb", "2–3 in", "2 to 3 cm", "100.4 °F", "38 degrees Celsius", "5 ft 6 in". The number
/// begins at `at`.
std::optional<WrittenAmount> amount_at(const Passage& passage, std::size_t at);

/// "–", "to", "a": what stands between the ends of a range. Of "and" and "y" not.
bool is_range_mark(std::string_view plain);

/// An ounce beside a volume is one of volume: the unit that is meant.
const Unit& meant_unit(const Unit& unit, Dimension beside);

}  // namespace handbill::prose
