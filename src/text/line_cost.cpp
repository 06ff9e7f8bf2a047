// SPDX-License-Identifier: MIT
#include "text/line_cost.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace handbill::text {
namespace {

using Dangling = LineContext::Dangling;

// Knuth and Plass, "Breaking paragraphs into lines"; the values are those of plain TeX.
constexpr double kLinePenalty = 10;
constexpr double kDoubleHyphenDemerits = 10'000;
/// Where lines are too loose anyway, and where they are ragged.
constexpr double kDoubleHyphenInNeed = 3'000;
constexpr double kFinalHyphenDemerits = 5'000;
/// A line with hardly a space in it is still a line: from here on badness grows slowly.
constexpr double kAwful = 10'000;

// What TeX does not know, or has another value for.
/// With TeX's 2,500 a tenth more words are parted, and hardly a hole more is filled. Where lines
/// are too loose anyway, a hyphen mends even less.
constexpr double kHyphenDemerits = 8'000;
constexpr double kHyphenInNeed = 20'000;
constexpr double kRuntDemerits = 10'000;
/// Just not good: hyphens may help.
constexpr double kRuntBadness = 101;
constexpr double kStackDemerits = 1'000;
constexpr double kLetterDemerits = 200;
constexpr double kSentenceDemerits = 500;
/// More hyphens below each other than there may be: only to keep a line from being too wide.
constexpr double kTooManyHyphens = 1e10;

/// From here on the usual word spaces are half as wide again as the font has them, and holes are
/// seen; rather part a word. Further on it costs more, by the second, up to a bound.
constexpr double kLooseRatio = 1.2;
constexpr double kLooseDemerits = 10'000;
constexpr double kLooserDemerits = 30'000;
constexpr double kMostLooser = 4;

// Ragged lines: a shortfall of a fifth of the measure is as bad as a hyphen.
constexpr double kShortfall = 62'500;
constexpr double kRaggedHyphen = 2'500;
/// As bad as a shortfall of a tenth: room enough for the letter on the next line.
constexpr double kRaggedLetterDemerits = 600;
constexpr double kRaggedLine = 60;
constexpr double kRaggedRuntDemerits = 5'000;
constexpr double kBalancedHyphen = 62'500;
/// Ragged lines shorter than this are worse than the usual tolerance of 200.
constexpr double kRaggedStretch = 0.2;
constexpr double kJumpDemerits = 800;
constexpr double kStairDemerits = 500;

/// A last line too short, or a lone short word.
bool is_runt(const LineWidth& line, const LineContext& context, double last_line) {
  if (!context.is_last || context.is_first) return false;
  return line.natural < last_line * context.measure ||
         (line.spaces == 0 && line.natural < 0.4 * context.measure);
}

double badness_of(double ratio) {
  const double size = std::abs(ratio);
  const double badness = 100 * size * size * size;
  return badness <= kAwful ? badness : kAwful + size;
}

int fitness_of(double ratio) {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

int rag_of(double shortfall) {
  if (shortfall < 0.05) return 0;
  if (shortfall < 0.12) return 1;
  return shortfall < 0.22 ? 2 : 3;
}

/// What is missing, in fractions of what can give.
double ratio_of(double missing, double stretch, double shrink) {
  if (missing >= 0) return missing / std::max(stretch, 1e-6);
  // Within the tolerance is no shrinking at all.
  if (-missing <= kTolerance.pt() / 2) return 0;
  return std::max(missing / std::max(shrink, 1e-6), -1.0);
}

double hyphen_demerits(Shape shape, double extra_stretch) {
  if (shape == Shape::Ragged) return kRaggedHyphen;
  if (shape == Shape::Balanced) return kBalancedHyphen;
  return extra_stretch > 0 ? kHyphenInNeed : kHyphenDemerits;
}

double word_demerits(const LineContext& context, Shape shape) {
  double cost = 0;
  if (context.starts_alike) cost += kStackDemerits;
  if (context.ends_alike) cost += kStackDemerits;
  if (context.dangling == Dangling::Letter) {
    cost += shape == Shape::Justified ? kLetterDemerits : kRaggedLetterDemerits;
  }
  if (context.dangling == Dangling::Sentence) cost += kSentenceDemerits;
  return cost;
}

void judge_justified(const LineWidth& line, double measure, bool is_last, double extra_stretch,
                     LineJudgement& result) {
  const double missing = measure - line.natural;
  double looks = 0;
  if (missing < 0 || !is_last) {
    result.ratio = ratio_of(missing, line.stretch, line.shrink);
    looks = extra_stretch == 0 ? result.ratio
                               : ratio_of(missing, line.stretch + extra_stretch, line.shrink);
  }
  result.badness = badness_of(looks);
  result.fitness = fitness_of(looks);
  const double all = kLinePenalty + result.badness;
  result.width_cost = all * all;
  // Stretch that is only thought of fills no holes.
  const double beyond = result.ratio - kLooseRatio;
  if (beyond > 0) {
    result.width_cost += kLooseDemerits + kLooserDemerits * std::min(beyond, kMostLooser);
  }
}

void judge_ragged(const LineWidth& line, double measure, bool is_free, LineJudgement& result) {
  const double shortfall = std::max(0.0, 1 - line.natural / std::max(measure, 1e-3));
  result.badness = is_free ? 0 : badness_of(shortfall / kRaggedStretch);
  result.fitness = rag_of(shortfall);
  result.width_cost = kRaggedLine + (is_free ? 0 : kShortfall * shortfall * shortfall);
}

}  // namespace

LineJudge LineJudge::of(const ParagraphStyle& style) {
  return {.shape = style.align == Align::Justify ? Shape::Justified : Shape::Ragged,
          .tolerance = style.tolerance,
          .hyphens_in_a_row = std::clamp(style.hyphens_in_a_row, 1, kMostHyphensInARow),
          .last_line = style.last_line};
}

LineJudgement LineJudge::judge_width(const LineWidth& line, double measure, bool is_last) const {
  LineJudgement result;
  if (shape == Shape::Justified) {
    judge_justified(line, measure, is_last, extra_stretch, result);
  } else {
    judge_ragged(line, measure, is_last && shape == Shape::Ragged, result);
  }
  result.cost = result.width_cost;
  if (is_too_wide(line, measure)) {
    result.cost += kTooWideDemerits;
    result.badness = kTooWideDemerits;
  }
  return result;
}

void LineJudge::judge_edges(const LineWidth& line, const LineContext& context,
                            LineJudgement& result) const {
  result.cost += word_demerits(context, shape);
  if (context.ends_in_hyphen) result.cost += hyphen_demerits(shape, extra_stretch);
  if (context.is_last && context.follows_hyphen) result.cost += kFinalHyphenDemerits;
  if (is_runt(line, context, last_line)) {
    result.cost += shape == Shape::Justified ? kRuntDemerits : kRaggedRuntDemerits;
    result.badness = std::max(result.badness, kRuntBadness);
  }
}

LineJudge::Step LineJudge::follow(const Ending& before, const LineJudgement& line,
                                  const LineContext& context) const {
  Step step;
  step.ending.fitness = static_cast<std::uint8_t>(line.fitness);
  if (context.ends_in_hyphen) {
    const bool in_need = shape != Shape::Justified || extra_stretch > 0;
    if (before.hyphens > 0) step.cost += in_need ? kDoubleHyphenInNeed : kDoubleHyphenDemerits;
    if (before.hyphens >= hyphens_in_a_row) step.cost += kTooManyHyphens;
    step.ending.hyphens = static_cast<std::uint8_t>(std::min(before.hyphens + 1, hyphens_in_a_row));
  }
  if (context.is_first) return step;
  const int change = line.fitness - before.fitness;
  if (shape == Shape::Justified) {
    if (std::abs(change) > 1) step.cost += kLargestContrast;
  } else if (shape == Shape::Ragged && !context.is_last) {
    // A good rag goes in and out by a little: no leaps, no stairs.
    step.ending.trend = static_cast<std::int8_t>((change > 0) - (change < 0));
    if (std::abs(change) > 1) step.cost += kJumpDemerits;
    if (change != 0 && step.ending.trend == before.trend) step.cost += kStairDemerits;
  }
  return step;
}

}  // namespace handbill::text
