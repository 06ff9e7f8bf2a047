// SPDX-License-Identifier: MIT
#include "text/line_cost.h"

#include <algorithm>
#include <cstdlib>

#include "base/length.h"

namespace handbill::text {
namespace {

// Knuth and Plass, "Breaking paragraphs into lines"; the values are those of plain TeX.
constexpr double kLinePenalty = 10;
constexpr double kHyphenPenalty = 50;
constexpr double kDoubleHyphenDemerits = 10'000;
constexpr double kFinalHyphenDemerits = 5'000;
constexpr double kRuntDemerits = 2'500;
/// A line with hardly a space in it is still a line.
constexpr double kLargestRatio = 100;

// Ragged lines, in squared fractions of the measure: 0.04 is a shortfall of a fifth.
constexpr double kRaggedHyphen = 0.04;
constexpr double kBalancedHyphen = 1;
constexpr double kRaggedRunt = 0.06;
constexpr double kRaggedLine = 0.001;

constexpr double kTooWide = 1e6;

/// A lone short word that ends a paragraph of several lines.
bool is_runt(const LineWidth& line, const LineContext& context) {
  return context.is_last && !context.is_first && line.spaces == 0 &&
         line.natural < 0.4 * context.measure;
}

int fitness_of(double ratio) {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

double ratio_of(const LineWidth& line, const LineContext& context,
                const std::array<double, 3>& word_space) {
  const double missing = context.measure - line.natural;
  if (missing >= 0) {
    if (context.is_last) return 0;
    const double stretch = line.spaces * (word_space[2] - word_space[1]);
    return std::min(missing / std::max(stretch, 1e-6), kLargestRatio);
  }
  const double shrink = line.spaces * (word_space[1] - word_space[0]);
  // Within the tolerance is no shrinking at all.
  if (-missing <= kTolerance.pt() / 2) return 0;
  return missing / std::max(shrink, 1e-6);
}

double justified_cost(double ratio, const LineWidth& line, const LineContext& context) {
  const double size = std::abs(ratio);
  const double badness = kLinePenalty + 100 * size * size * size;
  double cost = badness * badness;
  if (context.ends_in_hyphen) {
    cost += kHyphenPenalty * kHyphenPenalty;
    if (context.follows_hyphen) cost += kDoubleHyphenDemerits;
  }
  if (context.is_last && context.follows_hyphen) cost += kFinalHyphenDemerits;
  if (is_runt(line, context)) cost += kRuntDemerits;
  return cost;
}

double ragged_cost(Shape shape, const LineWidth& line, const LineContext& context) {
  const double shortfall = std::max(0.0, 1 - line.natural / std::max(context.measure, 1e-3));
  const bool is_free = context.is_last && shape == Shape::Ragged;
  double cost = kRaggedLine + (is_free ? 0 : shortfall * shortfall);
  if (context.ends_in_hyphen) {
    cost += shape == Shape::Balanced ? kBalancedHyphen : kRaggedHyphen;
    if (context.follows_hyphen) cost += kRaggedHyphen;
  }
  if (context.is_last && context.follows_hyphen) cost += kRaggedHyphen;
  if (is_runt(line, context)) cost += kRaggedRunt;
  return cost;
}

}  // namespace

LineJudgement LineJudge::judge(const LineWidth& line, const LineContext& context) const {
  const bool justified = shape == Shape::Justified;
  LineJudgement result;
  result.ratio = justified ? ratio_of(line, context, word_space) : 0;
  const bool is_too_wide = smallest(line) > context.measure + kTolerance.pt() / 2;
  if (is_too_wide && !context.is_one_piece) return result;
  result.is_possible = true;
  if (justified) result.ratio = std::max(result.ratio, -1.0);
  result.fitness = justified ? fitness_of(result.ratio) : 1;
  result.cost =
      justified ? justified_cost(result.ratio, line, context) : ragged_cost(shape, line, context);
  if (is_too_wide) result.cost += kTooWide;
  return result;
}

double LineJudge::contrast(int fitness, int next_fitness) const {
  return std::abs(fitness - next_fitness) > 1 ? kLargestContrast : 0;
}

}  // namespace handbill::text
