// SPDX-License-Identifier: MIT
// The best lines for a stretch of text between two forced breaks: Knuth and Plass, "Breaking
// paragraphs into lines", 1981, with exact pruning.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "text/break_lines.h"
#include "text/line_cost.h"
#include "text/word_edges.h"

namespace handbill::text {

/// A limit of badness that no line breaks.
inline constexpr double kAnyBadness = std::numeric_limits<double>::infinity();

struct Chosen {
  std::size_t index = 0;  ///< of the break
  double ratio = 0;
  /// It stands at the end of the line before it.
  bool joins = false;
};

/// Breaks [begin, end]: lines end at breaks of (begin, end].
struct Segment {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t above = 0;  ///< lines of the paragraph that precede it
};

/// Judges all lines there can be.
class LineTable {
 public:
  LineTable(const ShapedParagraph& shaped, const Paragraph& paragraph, const Measure& measure,
            const LineWidths& widths);

  /// `measure`: as measure() has it.
  LineContext context(const Segment& segment, std::size_t from, std::size_t to,
                      double measure) const;
  LineWidth width(std::size_t from, std::size_t to) const { return widths_.line(from, to); }
  /// Room for a line that `count` lines precede, in points.
  double measure(std::size_t from, std::size_t to, std::size_t count) const {
    const double taken = count < taken_.size() ? taken_[count] : 0;
    const double reserved = to == reserved_at_ ? reserved_ : 0;
    return std::max(0.0, room_ - taken - reserved - (from == 0 ? style_.indent_first.pt() : 0));
  }
  /// Takes `points` off the room of the line that ends at a break.
  void reserve(std::size_t at, double points) {
    reserved_at_ = at;
    reserved_ = points;
  }
  /// True when a line from `from` to `to`, which `count` lines precede, is too wide and could be
  /// shorter.
  bool is_impossible(std::size_t from, std::size_t to, std::size_t count) const {
    return to > from + 1 && is_too_wide(width(from, to), measure(from, to, count));
  }
  /// True when a line from `from` to `to`, or to any later break, is too wide even without insets.
  bool is_hopeless(std::size_t from, std::size_t to) const;
  /// Mean width of what no line ends in, white space included.
  double mean_piece() const;
  /// From this line on all are as wide.
  std::size_t insets() const { return taken_.size(); }
  /// Not part of the first try: a hyphen that would have to be put in.
  bool is_soft(std::size_t index) const {
    return index > 0 && shaped_.breaks[index - 1].kind == BreakPoint::Kind::SoftHyphen;
  }

 private:
  const ShapedParagraph& shaped_;
  const ParagraphStyle& style_;
  const LineWidths& widths_;
  std::vector<WordEdge> edges_;
  double room_ = 0;
  std::vector<double> taken_;  // by the insets of the first lines
  std::size_t reserved_at_ = 0;
  double reserved_ = 0;
  double slack_ = 0;  // widths are not quite monotone: hyphens, glyphs shaped again
};

class Optimum {
 public:
  Optimum(const LineTable& table, LineJudge judge) : table_(table), judge_(judge) {}

  /// From now on.
  void judge_by(const LineJudge& judge) { judge_ = judge; }

  enum class Hyphens { None, Soft };
  /// The lines of least cost. Nothing: one of them is worse than `worst`, a badness.
  std::optional<std::vector<Chosen>> find(Segment segment, Hyphens hyphens, double worst);
  /// The lines of least cost among those `by` more than the optimum's `count`, or as near to that
  /// as lines within the tolerance come. Nothing: no lines are within it.
  std::optional<std::vector<Chosen>> find_looser(Segment segment, std::size_t count, int by);
  /// How many lines first-fit makes of a segment, counted up to `most` + 1.
  std::uint32_t fewest_lines(const Segment& segment, std::size_t most) const;

 private:
  /// A way to end a line at a break.
  struct Route {
    double cost = 0;
    double ratio = 0;
    std::uint32_t place = 0;   // where the line starts
    std::uint32_t before = 0;  // the way to there
    std::uint32_t lines = 0;   // of the paragraph up to here, as far as they are counted
    Ending ending;
    bool is_bad = false;  // a line up to here is worse than the worst allowed
  };
  /// How many lines are asked for.
  struct Target {
    std::uint32_t lines = 0;  // 0: any
    std::uint32_t spare = 0;  // lines that a way may have more than it needs
  };

  void start(const Segment& segment, Hyphens hyphens, double worst);
  /// False as soon as all ways on have a line worse than allowed.
  bool run(const Segment& segment);
  void reach(const Segment& segment, std::size_t place);
  void reach_after(const Segment& segment, std::size_t place, std::uint32_t lines);
  void connect(std::size_t from, std::uint32_t lines, const LineJudgement& judged,
               const LineContext& where, std::size_t first);
  void offer(const Route& way, std::size_t first);
  void note_cost(const Route& way);
  void drop_hopeless(std::size_t first);
  void drop_extra_lines(std::size_t first);
  void slide_window(std::size_t place);
  void note_least(std::size_t place);
  std::vector<Chosen> trace_back(std::size_t last);
  /// Ways are told apart by the lines that lead to them, as long as lines differ in width.
  std::uint32_t counted(std::size_t lines) const;

  // The ways to a place, in the order of their lines.
  std::size_t ways_end(std::size_t place) const { return first_way_[place + 1]; }
  bool has_ways(std::size_t place) const { return first_way_[place] < ways_end(place); }

  const LineTable& table_;
  LineJudge judge_;
  Target target_{};
  std::vector<std::size_t> places_;     // breaks in use, the segment's start first
  std::vector<Route> ways_;             // place by place
  std::vector<std::size_t> first_way_;  // of each place
  std::vector<double> least_;           // cost of the best way to each place
  std::vector<std::size_t> rising_;     // places of the window, each the cheapest from there on
  std::size_t rising_begin_ = 0;
  std::size_t oldest_ = 0;     // no later line starts before this place
  std::size_t last_good_ = 0;  // the last place that a way leads to which is not bad
  double worst_ = 0;           // badness allowed
  // Of the ways to the place at hand.
  double best_ = 0;  // of those that end in one hyphen at most
  double least_here_ = 0;
  double dearest_here_ = 0;
};

}  // namespace handbill::text
