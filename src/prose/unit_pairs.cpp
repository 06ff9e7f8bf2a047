// SPDX-License-Identifier: MIT
// Amounts that are told twice, in two units: "100.4 °F (38 °C)".
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "prose/check_functions.h"
#include "prose/written_amounts.h"

namespace handbill::prose {
namespace {

/// Words and signs that say that an amount is a rough one.
constexpr auto kRoughly = std::to_array<std::string_view>(
    {"about", "approximately", "approx", "roughly", "around", "nearly", "almost", "some", "~", "≈",
     "unos", "unas", "aproximadamente", "aprox", "alrededor", "casi", "cerca"});
/// What may stand before the second amount in its brackets.
constexpr auto kLeadIn =
    std::to_array<std::string_view>({"or", "o", "i.e.", "=", ".", "de", "of", "up", "to", "hasta"});

struct UnitPair {
  WrittenAmount first, second;
  bool is_rough = false;
};

/// Ends of an amount: what it may mean by the digits it shows, in the unit of the other.
struct Bounds {
  double low = 0, high = 0;
};

double converted(double value, const Unit& from, const Unit& to) {
  if (from.dimension != Dimension::Temperature) return value * from.size / to.size;
  if (from.name == to.name) return value;
  return from.name == "F" ? (value - 32) / 1.8 : value * 1.8 + 32;
}

/// How far off a rounded temperature may be, in degrees Celsius: thermometers of ovens step by ten
/// degrees, those of water by one or two; of bodies a tenth counts.
double spare_celsius(double celsius) {
  if (celsius >= 90) return 6;
  if (celsius >= 34 && celsius <= 43) return 0;
  return 1.2;
}

/// The units of a pair as they are meant beside each other.
struct MeantUnits {
  explicit MeantUnits(const UnitPair& pair)
      : first(meant_unit(*pair.first.unit.unit, pair.second.unit.unit->dimension)),
        second(meant_unit(*pair.second.unit.unit, pair.first.unit.unit->dimension)) {}
  const Unit &first, &second;
};

bool agrees(const WrittenNumber& first, const WrittenNumber& second, const UnitPair& pair) {
  const MeantUnits units(pair);
  // "4 feet" may be a little more, but not half a foot.
  constexpr double kMostRounded = 0.08;
  double step = first.half_step();
  if (units.first.dimension != Dimension::Temperature) {
    step = std::min(step, kMostRounded * std::abs(first.value));
  }
  const Bounds one{converted(first.value - step, units.first, units.second),
                   converted(first.value + step, units.first, units.second)};
  double spare = second.half_step();
  if (units.first.dimension == Dimension::Temperature) {
    const double celsius = units.second.name == "C" ? second.value : first.value;
    const double more = std::max(spare_celsius(celsius), pair.is_rough ? 1.5 : 0);
    spare = std::max(spare, units.second.name == "C" ? more : more * 1.8);
  } else {
    const bool is_rough = units.first.is_rough || units.second.is_rough;
    const double share = pair.is_rough ? 0.15 : is_rough ? 0.08 : 0.05;
    spare = std::max(spare, share * converted(first.value, units.first, units.second));
  }
  constexpr double kRounding = 1e-9;
  return second.value + spare + kRounding >= one.low &&
         second.value - spare - kRounding <= one.high;
}

/// "raise it by 1 °C (1.8 °F)": a step, and no temperature.
bool is_difference(const UnitPair& pair) {
  if (pair.first.unit.unit->dimension != Dimension::Temperature) return false;
  const double factor = pair.first.unit.unit->name == "C" ? 1.8 : 1 / 1.8;
  const double off = std::abs(pair.first.high.value * factor - pair.second.high.value);
  return off <= pair.second.high.half_step() + 0.05;
}

/// The second amount as it should be, with as few decimals as agree.
std::string right_number(const WrittenNumber& first, const WrittenNumber& second,
                         const UnitPair& pair) {
  const MeantUnits units(pair);
  const double value = converted(first.value, units.first, units.second);
  constexpr int kMostDecimals = 4;
  for (int decimals = 0; decimals < kMostDecimals; ++decimals) {
    const double step = std::pow(10, decimals);
    WrittenNumber rounded{.value = std::round(value * step) / step, .decimals = decimals};
    // So much is kept of it that nobody doubts.
    const bool is_near = std::abs(rounded.value - value) <= 0.03 * std::abs(value);
    if (is_near && agrees(first, rounded, pair)) {
      return written_like(rounded.value, decimals, first.has_comma || second.has_comma);
    }
  }
  return written_like(value, kMostDecimals, first.has_comma || second.has_comma);
}

class PairFinder {
 public:
  explicit PairFinder(const Passage& passage) : passage_(passage) {}

  /// The pair whose first amount begins at `at`.
  std::optional<UnitPair> at(std::size_t at) const {
    const auto first = amount_at(passage_, at);
    if (!first || !begins_amount(at)) return std::nullopt;
    UnitPair pair{*first, {}, is_rough(at)};
    if (!take_second(pair) || !is_of_two_units(pair)) return std::nullopt;
    return pair;
  }

 private:
  /// No end of a range, and no part of a product ("10 x 12 in").
  bool begins_amount(std::size_t at) const {
    if (at == 0) return true;
    const std::string_view before = passage_.plain(at - 1);
    const bool is_joined = before == "x" || before == "×" || before == "/" || before == "-" ||
                           before == "–" || before == "." || before == "−" || before == "+" ||
                           before == "±";
    return !is_joined || !(passage_.touches(at) || before == "x" || before == "×");
  }

  bool is_rough(std::size_t at) const {
    return passage_.is_any(at - 1, kRoughly) || passage_.is_any(at - 2, kRoughly);
  }

  /// Behind "(", "/" or "=", with up to three words between that belong to the first.
  bool take_second(UnitPair& pair) const {
    std::size_t at = pair.first.last + 1;
    if (passage_.plain(at) == "." && passage_.touches(at)) ++at;
    if (passage_.is_any(at, {"/", "="})) return take_amount(pair, at + 1) && is_closed(pair);
    const bool is_temperature = pair.first.unit.unit->dimension == Dimension::Temperature;
    if (is_temperature && passage_.is_any(at, {"or", "o"})) {
      return take_amount(pair, at + 1) &&
             pair.second.unit.unit->dimension == Dimension::Temperature;
    }
    const bool may_have_words = pair.first.unit.unit->name != "in";
    constexpr std::size_t kMostWords = 3;
    for (std::size_t words = 0; words < kMostWords && may_have_words && passage_.is_word(at);
         ++words) {
      if (passage_.is_any(at, {"per", "por", "a", "every", "cada"})) return false;
      ++at;
    }
    if (passage_.plain(at) != "(") return false;
    return take_amount(pair, at + 1) && is_closed(pair);
  }

  bool take_amount(UnitPair& pair, std::size_t at) const {
    while (passage_.is_any(at, kRoughly) || passage_.is_any(at, kLeadIn)) {
      pair.is_rough = pair.is_rough || passage_.is_any(at, kRoughly);
      ++at;
    }
    const auto second = amount_at(passage_, at);
    if (!second) return false;
    pair.second = *second;
    return true;
  }

  /// Nothing stands behind it that makes it another thing: "(5 mg a day)", "(40 cm x 30 cm)".
  bool is_closed(const UnitPair& pair) const {
    const std::size_t behind = pair.second.last + 1;
    if (behind >= passage_.size()) return true;
    return !passage_.is_any(behind, {"/", "x", "×", "per", "por", "a", "al", "each", "daily", "-",
                                     "–", "to", "and", "y", "in", "wide", "of", "de", "every"});
  }

  static bool is_of_two_units(const UnitPair& pair) {
    const MeantUnits units(pair);
    const bool is_same_kind = units.first.dimension == units.second.dimension;
    return is_same_kind && units.first.name != units.second.name &&
           pair.first.is_range() == pair.second.is_range();
  }

  const Passage& passage_;
};

class PairJudge {
 public:
  PairJudge(std::size_t paragraph, const Passage& passage, Findings& found)
      : paragraph_(paragraph), passage_(passage), found_(found) {}

  void judge(const UnitPair& pair) {
    if (is_difference(pair)) return;
    if (!agrees(pair.first.low, pair.second.low, pair)) {
      tell(pair, pair.first.low, pair.second.low);
    } else if (!agrees(pair.first.high, pair.second.high, pair)) {
      tell(pair, pair.first.high, pair.second.high);
    }
  }

 private:
  std::string_view text(const WrittenAmount& amount) const {
    return passage_.text(amount.first, amount.last);
  }

  void tell(const UnitPair& pair, const WrittenNumber& first, const WrittenNumber& second) {
    const std::string right = right_number(first, second, pair);
    Finding finding;
    finding.paragraph = paragraph_;
    finding.begin = passage_.begin(second.first);
    finding.end = passage_.end(second.last);
    finding.mended = right;
    const std::size_t unit = passage_.begin(pair.second.unit.first);
    const std::size_t behind = passage_.end(pair.second.last);
    // "40 °C" with another number; of "8 lb 4 oz" all of it.
    std::string meant = right;
    const std::string& written = passage_.written().text;
    if (unit > finding.end) meant += written.substr(finding.end, unit - finding.end);
    meant += written.substr(unit, behind - unit);
    if (pair.second.is_range()) meant = right;
    finding.instead = meant;
    finding.message = "`" + std::string(text(pair.first)) + "` is not `" +
                      std::string(text(pair.second)) + "`, but `{instead}`";
    finding.hints.push_back("correct the one of the two that is wrong");
    found_.push_back(std::move(finding));
  }

  std::size_t paragraph_;
  const Passage& passage_;
  Findings& found_;
};

}  // namespace

void judge_unit_pairs(const WordRule&, const Judged& judged, Findings& found) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const Passage passage(judged.reading, i);
    if (!passage.may_have_numbers()) continue;
    const PairFinder finder(passage);
    PairJudge judge(i, passage, found);
    for (std::size_t at = 0; at < passage.size(); ++at) {
      const auto pair = finder.at(at);
      if (!pair) continue;
      judge.judge(*pair);
      at = pair->second.last;
    }
  }
}

}  // namespace handbill::prose
