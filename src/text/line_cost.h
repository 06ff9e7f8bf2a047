// SPDX-License-Identifier: MIT
// How bad a line looks, by itself and below the one before: what the whole-paragraph optimum adds
// up. All costs are demerits as TeX counts them.
#pragma once

#include <array>
#include <cstdint>

#include "base/length.h"
#include "text/line_widths.h"

namespace handbill::text {

enum class Shape {
  Justified,  ///< squared stretch of the word spaces, and that neighbours have the same
  Ragged,     ///< how far from the best end, and the shape of the rag; the last line is free
  Balanced,   ///< squared shortfall of all lines: they come out alike
};

/// Of justified lines tight, decent, loose, full of holes; of ragged ones long, medium, short, very
/// short.
inline constexpr int kFitnessClasses = 4;

/// The most that LineJudge::follow adds, hyphens left out.
inline constexpr double kLargestContrast = 20'000;

/// The largest ParagraphStyle::hyphens_in_a_row.
inline constexpr int kMostHyphensInARow = 10;

/// Worse than any other line there can be.
inline constexpr double kTooWideDemerits = 1e13;

/// What a line is judged by, besides its width.
struct LineContext {
  double measure = 0;  ///< room for it, in points
  bool is_first = false;
  bool is_last = false;
  bool follows_hyphen = false;
  bool follows_letter = false;  ///< the line before ends with a lone letter
  bool ends_in_hyphen = false;  ///< one that is put in, or one that was there
  bool starts_alike = false;    ///< the next line begins with the same word
  bool ends_alike = false;      ///< the line before ends with the same word
  /// It ends with a word so short that it should stand with the next: "a", or "So" of a new
  /// sentence.
  enum class Dangling : std::uint8_t { Nothing, Letter, Sentence } dangling = Dangling::Nothing;
};

struct LineJudgement {
  double cost = 0;
  double width_cost = 0;  ///< the part of it that grows with the room left over
  double badness = 0;     ///< 100: as loose or tight as the style has it
  double ratio = 0;       ///< LineBreak::ratio
  bool is_short = true;   ///< narrower lines cost no less
  int fitness = 1;
};

/// However much it shrinks. Only a line that nothing can be taken off may be.
inline bool is_too_wide(const LineWidth& line, double measure) {
  return line.natural - line.shrink > measure + kTolerance.pt() / 2;
}

/// What the line after must know of a line.
struct Ending {
  std::uint8_t fitness = 1;
  std::uint8_t hyphens = 0;  ///< lines that end in a hyphen, up to this one
  std::int8_t trend = 0;     ///< shorter (1) or longer (-1) than the line before; ragged lines
  bool operator==(const Ending&) const = default;
};

/// Where ragged lines should end, in points.
struct Rag {
  double best_end = 10;  ///< before the end of the measure
  double reach = 10;     ///< lines further from there are out of the rag
  double hyphen = 15;    ///< ParagraphStyle::hyphen_zone
  double pull = 0.5;     ///< part of the way to the best end that a line comes if it can

  /// `piece`: the mean width of what cannot be parted. Where that is small, as of ideographs, lines
  /// can be fuller.
  static Rag of(const ParagraphStyle& style, double piece);
};

struct LineJudge {
  Shape shape = Shape::Ragged;
  double tolerance = 200;
  int hyphens_in_a_row = 3;
  double last_line = 0;  ///< ParagraphStyle::last_line
  std::array<double, 3> word_space = {0.8, 1, 1.33};
  double extra_stretch = 0;  ///< of each line: emergency stretch
  /// Of justified text that is balanced: the last line fills its measure, or comes near to that.
  bool fills_last_line = false;
  Rag rag{};

  static LineJudge of(const ParagraphStyle& style);

  /// By its width alone.
  LineJudgement judge_width(const LineWidth& line, double measure, bool is_last) const;
  /// And by what it starts and ends with.
  void judge_edges(const LineWidth& line, const LineContext& context, LineJudgement& result) const;

  struct Step {
    double cost = 0;
    Ending ending;
  };
  /// What `line` costs as the neighbour of a line that ended so.
  Step follow(const Ending& before, const LineJudgement& line, const LineContext& context) const;
};

}  // namespace handbill::text
