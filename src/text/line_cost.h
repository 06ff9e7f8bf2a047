// SPDX-License-Identifier: MIT
// How bad a line looks: what the whole-paragraph optimum adds up.
#pragma once

#include <array>
#include <cstdint>

#include "text/line_widths.h"

namespace handbill::text {

enum class Shape {
  Justified,  ///< Knuth and Plass: demerits of stretched and shrunk word spaces
  Ragged,     ///< squared shortfall; the last line is free
  Balanced,   ///< squared shortfall of all lines: they come out alike
};

/// Tight, decent, loose, very loose, as in TeX.
inline constexpr int kFitnessClasses = 4;

/// The most LineJudge::contrast adds.
inline constexpr double kLargestContrast = 10'000;

/// What a line is judged by, besides its width.
struct LineContext {
  double measure = 0;  ///< room for it, in points
  bool is_first = false;
  bool is_last = false;
  bool follows_hyphen = false;
  bool ends_in_hyphen = false;  ///< a soft one
  bool is_one_piece = false;    ///< nothing could be taken off it
};

struct LineJudgement {
  bool is_possible = false;
  double cost = 0;
  double ratio = 0;  ///< LineBreak::ratio
  int fitness = 1;
};

struct LineJudge {
  Shape shape = Shape::Ragged;
  std::array<double, 3> word_space = {1, 1, 1};

  LineJudgement judge(const LineWidth& line, const LineContext& context) const;
  /// How narrow the line can be made.
  double smallest(const LineWidth& line) const {
    if (shape != Shape::Justified) return line.natural;
    return line.natural - line.spaces * (word_space[1] - word_space[0]);
  }
  /// Added when neighbours differ by more than one class.
  double contrast(int fitness, int next_fitness) const;
};

}  // namespace handbill::text
