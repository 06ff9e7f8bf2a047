// SPDX-License-Identifier: MIT
#include "text/line_cost.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace handbill::text {
namespace {

using Dangling = LineContext::Dangling;

// Knuth and Plass, "Breaking paragraphs into lines"; the values are those of plain TeX.
constexpr double kLineDemerits = 100;
constexpr double kDoubleHyphenDemerits = 10'000;
constexpr double kFinalHyphenDemerits = 5'000;
/// A line with hardly a space in it is still a line: from here on badness grows slowly.
constexpr double kAwful = 10'000;

// What TeX does not know, or has another value for.
/// Half of what word spaces cost that are as wide as the style has them.
constexpr double kHyphenDemerits = 6'000;
constexpr double kRuntDemerits = 20'000;
/// Just not good: hyphens may help.
constexpr double kRuntBadness = 101;
constexpr double kStackDemerits = 1'000;
constexpr double kLoneLetterDemerits = 200;
constexpr double kSentenceDemerits = 500;
/// More hyphens below each other than there may be: only to keep a line from being too wide.
constexpr double kTooManyHyphens = 1e10;

// What a reader sees of a justified line is its word spaces. They cost by the square of what they
// give, 1 being as much as the style has them give, so that many lines a little loose are better
// than one with holes.
constexpr double kWideDemerits = 12'000;
constexpr double kTightDemerits = 15'000;
/// From here on the usual word spaces are half as wide again as the font has them: holes.
constexpr double kHoles = 1.5;
constexpr double kHolesDemerits = 10'000;
/// Wider than this is a hole however wide.
constexpr double kMostGiven = 30;
/// A line without word spaces counts as one whose spaces give so much of the measure.
constexpr double kLeastGive = 0.02;
/// What letters give, in fractions of the measure, costs as much as this when it begins to be seen.
constexpr double kSeen = 0.04;
constexpr double kLetterDemerits = 1'000;
/// Of lines below each other whose word spaces are one, two, three classes apart.
constexpr std::array<double, kFitnessClasses> kContrast = {0, 2'000, 10'000, kLargestContrast};

/// Of balanced text, by what the last line is short of the measure: more than all others stretched
/// as far as the style has it.
constexpr double kShortLastLine = 400'000;

constexpr double kRaggedDoubleHyphen = 3'000;
/// Of a ragged line at the edge of the rag.
constexpr double kRagEdge = 500;
constexpr double kRaggedLoneLetterDemerits = 400;
/// On top, where the letter has room on the last line whatever stands there.
constexpr double kRaggedLetterBeforeLast = 3'600;
constexpr double kRaggedSentenceDemerits = 2'500;
constexpr double kRaggedLine = 60;
/// There is always a way round a runt, and none that looks worse.
constexpr double kRaggedRuntDemerits = 100'000;
constexpr double kRaggedLoneWord = 33'000;
/// Of a line without a rag that must shrink to fit: only to save a line.
constexpr double kStiffShrunk = 20'000;
/// Balanced lines: by the square of what they are short of the measure.
constexpr double kShortfall = 62'500;
constexpr double kBalancedHyphen = 62'500;
/// Ragged lines shorter than this are worse than the usual tolerance of 200.
constexpr double kRaggedStretch = 0.2;
/// Of the size. In less, all lines would be out of the rag.
constexpr double kLeastReach = 0.25;
/// In a column so narrow that the rag would take more of it, of the measure.
constexpr double kLeastBest = 0.75;
/// Of a line so short, on top: a hole, which is seen before the rag is. And more the deeper it
/// is, by what more is missing of the measure.
constexpr double kHoleDemerits = 15'000;
constexpr double kDeepHole = 50'000;
constexpr double kJumpDemerits = 800;
constexpr double kStairDemerits = 500;

/// A last line too short, or a lone short word.
double runt_demerits(const LineWidth& line, const LineContext& context, const LineJudge& judge) {
  if (!context.is_last || context.is_first) return 0;
  const bool is_justified = judge.shape == Shape::Justified;
  if (line.natural < judge.last_line * context.measure) {
    return is_justified ? kRuntDemerits : kRaggedRuntDemerits;
  }
  const bool is_lone = line.spaces == 0 && line.natural < 0.4 * context.measure;
  if (!is_lone) return 0;
  return is_justified ? kRuntDemerits : kRaggedLoneWord;
}

double badness_of(double ratio) {
  const double size = std::abs(ratio);
  const double badness = 100 * size * size * size;
  return badness <= kAwful ? badness : kAwful + size;
}

/// `spaces`: what they give, shrunk (< 0) or stretched.
int fitness_of(double spaces) {
  if (spaces < -0.5) return 0;
  if (spaces <= 0.5) return 1;
  return spaces <= kHoles ? 2 : 3;
}

/// By how far before the best end a line ends, as a part of Rag::reach.
int length_of(double before) {
  if (before < -0.5) return 0;
  if (before < 0.5) return 1;
  return before < 1.5 ? 2 : 3;
}

/// What is missing, in fractions of what can give.
double ratio_of(double missing, double stretch, double shrink) {
  if (missing >= 0) return missing / std::max(stretch, 1e-6);
  // Within the tolerance is no shrinking at all.
  if (-missing <= kTolerance.pt() / 2) return 0;
  return std::max(missing / std::max(shrink, 1e-6), -1.0);
}

/// Of a ragged line by how far from the best end it ends, as a part of Rag::reach.
double rag_demerits(double off) {
  // Out of the rag by the third power: holes cost more than they would as parts of a whole.
  return kRagEdge * off * off * std::max(1.0, off);
}

/// Where lines had best end.
double best_end(double measure, const Rag& rag) {
  return std::max(measure - rag.best_end, kLeastBest * measure);
}

/// What is missing, in fractions of the measure.
double shortfall_of(double width, double measure) {
  return std::max(0.0, 1 - width / std::max(measure, 1e-3));
}

/// Of a line more than a fifth short, if that is out of the rag.
double hole_demerits(double width, double measure, const Rag& rag) {
  const double edge = shortfall_of(best_end(measure, rag) - rag.reach, measure);
  const double deep = shortfall_of(width, measure) - std::max(kRaggedStretch, edge);
  return deep > 0 ? kHoleDemerits + kDeepHole * deep : 0;
}

/// As much as a line costs that is so much farther from the best end.
double hyphen_demerits(const LineJudge& judge, double measure) {
  if (judge.shape == Shape::Ragged) {
    const double zones = judge.rag.hyphen / judge.rag.reach;
    const double width = best_end(measure, judge.rag) - judge.rag.hyphen;
    return kRagEdge * zones * zones + hole_demerits(width, measure, judge.rag);
  }
  return judge.shape == Shape::Balanced ? kBalancedHyphen : kHyphenDemerits;
}

double word_demerits(const LineContext& context, Shape shape) {
  double cost = 0;
  if (context.starts_alike) cost += kStackDemerits;
  if (context.ends_alike) cost += kStackDemerits;
  if (context.dangling == Dangling::Letter) {
    cost += shape == Shape::Justified ? kLoneLetterDemerits : kRaggedLoneLetterDemerits;
  }
  if (context.is_last && context.follows_letter && shape == Shape::Ragged) {
    cost += kRaggedLetterBeforeLast;
  }
  if (context.dangling == Dangling::Sentence) {
    cost += shape == Shape::Ragged ? kRaggedSentenceDemerits : kSentenceDemerits;
  }
  return cost;
}

/// What a line takes to fill its measure.
struct Given {
  double letters = 0;  ///< in fractions of the measure
  double spaces = 0;   ///< in fractions of what the style has them give; shrunk: < 0
};

/// Letters give first, as set_lines() has it.
Given given(const LineWidth& line, double missing, double measure, const LineJudge& judge) {
  const auto& [smallest, wished, largest] = judge.word_space;
  const bool grows = missing > 0;
  const double spaces = line.spaces * (grows ? largest - wished : wished - smallest);
  const double size = std::abs(missing);
  const double letters = std::clamp((grows ? line.stretch : line.shrink) - spaces, 0.0, size);
  const double give = spaces + (grows ? judge.extra_stretch : 0);
  const double rest = (size - letters) / std::max(give, kLeastGive * measure);
  return {letters / measure, grows ? std::min(rest, kMostGiven) : -std::min(rest, 1.0)};
}

void judge_justified(const LineWidth& line, double measure, bool is_last, const LineJudge& judge,
                     LineJudgement& result) {
  const double missing = measure - line.natural;
  result.width_cost = kLineDemerits;
  const bool ends_freely = missing > 0 && is_last;
  if (ends_freely && !judge.fills_last_line) return;
  const auto [letters, spaces] = given(line, missing, std::max(measure, 1e-3), judge);
  if (ends_freely && spaces > 1) {
    result.width_cost += kWideDemerits + kShortLastLine * missing / std::max(measure, 1e-3);
    return;
  }
  result.ratio = ratio_of(missing, line.stretch, line.shrink);
  result.is_short = result.ratio >= 0;
  if (result.ratio == 0) return;
  result.badness = badness_of(ratio_of(missing, line.stretch + judge.extra_stretch, line.shrink));
  result.fitness = fitness_of(spaces);
  result.cost += kLetterDemerits * (letters / kSeen) * (letters / kSeen);
  result.width_cost += (spaces > 0 ? kWideDemerits : kTightDemerits) * spaces * spaces;
  if (spaces > kHoles) result.width_cost += kHolesDemerits;
}

void judge_balanced(const LineWidth& line, double measure, LineJudgement& result) {
  const double shortfall = shortfall_of(line.natural, measure);
  result.badness = badness_of(shortfall / kRaggedStretch);
  result.width_cost = kRaggedLine + kShortfall * shortfall * shortfall;
}

/// By how much a ragged line grows, or shrinks: a part of the way to the best end, or as much as it
/// must to fit. All of the way would end many lines at one place, as if justified with faults.
double growth(const LineWidth& line, double measure, double best, double pull) {
  double wished = (best - line.natural) * pull;
  if (line.natural > measure + kTolerance.pt() / 2) {
    wished = std::min(wished, measure - line.natural);
  }
  return std::clamp(wished, -line.shrink, line.stretch);
}

void judge_ragged(const LineWidth& line, double measure, bool is_last, const Rag& rag,
                  LineJudgement& result) {
  const double best = best_end(measure, rag);
  const double grown = growth(line, measure, best, is_last ? 0 : rag.pull);
  const double width = line.natural + grown;
  if (grown != 0) result.ratio = grown / (grown > 0 ? line.stretch : line.shrink);
  const double off = (best - width) / rag.reach;
  result.fitness = length_of(off);
  result.width_cost = kRaggedLine;
  if (rag.pull == 0 && grown < 0) result.cost += kStiffShrunk;
  if (is_last) return;
  result.is_short = off >= 0;
  result.badness = badness_of(shortfall_of(width, measure) / kRaggedStretch);
  result.width_cost += rag_demerits(off) + hole_demerits(width, measure, rag);
}

}  // namespace

Rag Rag::of(const ParagraphStyle& style, double piece) {
  const double reach = std::max(style.rag_zone / 2, style.text->size * kLeastReach).pt();
  return {.best_end = std::min(reach, piece / 2), .reach = reach, .hyphen = style.hyphen_zone.pt()};
}

LineJudge LineJudge::of(const ParagraphStyle& style) {
  return {.shape = style.align == Align::Justify ? Shape::Justified : Shape::Ragged,
          .tolerance = style.tolerance,
          .hyphens_in_a_row = std::clamp(style.hyphens_in_a_row, 1, kMostHyphensInARow),
          .last_line = style.last_line,
          .word_space = style.word_space};
}

LineJudgement LineJudge::judge_width(const LineWidth& line, double measure, bool is_last) const {
  LineJudgement result;
  if (shape == Shape::Justified) {
    judge_justified(line, measure, is_last, *this, result);
  } else if (shape == Shape::Balanced) {
    judge_balanced(line, measure, result);
  } else {
    judge_ragged(line, measure, is_last, rag, result);
  }
  result.cost += result.width_cost;
  if (is_too_wide(line, measure)) {
    result.cost += kTooWideDemerits;
    result.badness = kTooWideDemerits;
  }
  return result;
}

void LineJudge::judge_edges(const LineWidth& line, const LineContext& context,
                            LineJudgement& result) const {
  result.cost += word_demerits(context, shape);
  if (context.ends_in_hyphen) result.cost += hyphen_demerits(*this, context.measure);
  if (context.is_last && context.follows_hyphen) result.cost += kFinalHyphenDemerits;
  if (const double runt = runt_demerits(line, context, *this); runt > 0) {
    result.cost += runt;
    result.badness = std::max(result.badness, kRuntBadness);
  }
}

LineJudge::Step LineJudge::follow(const Ending& before, const LineJudgement& line,
                                  const LineContext& context) const {
  Step step;
  step.ending.fitness = static_cast<std::uint8_t>(line.fitness);
  if (context.ends_in_hyphen) {
    if (before.hyphens > 0) {
      step.cost += shape == Shape::Justified ? kDoubleHyphenDemerits : kRaggedDoubleHyphen;
    }
    if (before.hyphens >= hyphens_in_a_row) step.cost += kTooManyHyphens;
    step.ending.hyphens = static_cast<std::uint8_t>(std::min(before.hyphens + 1, hyphens_in_a_row));
  }
  if (context.is_first) return step;
  const int change = line.fitness - before.fitness;
  if (shape == Shape::Justified) {
    step.cost += kContrast[static_cast<std::size_t>(std::abs(change))];
  } else if (shape == Shape::Ragged && !context.is_last) {
    // A good rag goes in and out by a little: no leaps, no stairs.
    step.ending.trend = static_cast<std::int8_t>((change > 0) - (change < 0));
    if (std::abs(change) > 1) step.cost += kJumpDemerits;
    if (change != 0 && step.ending.trend == before.trend) step.cost += kStairDemerits;
  }
  return step;
}

}  // namespace handbill::text
