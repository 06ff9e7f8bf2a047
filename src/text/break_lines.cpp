// SPDX-License-Identifier: MIT
#include "text/break_lines.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/check.h"
#include "text/line_cost.h"
#include "text/line_widths.h"

namespace handbill::text {
namespace {

/// No line has more places to end in it; keeps hostile text from taking quadratic time.
constexpr std::size_t kMostBreaksInLine = 300;
/// Short centred text and headings of up to this many lines are balanced.
constexpr std::size_t kMostBalancedLines = 4;
constexpr int kMostRounds = 8;
/// Lines after these are taken to have no insets.
constexpr std::size_t kMostInsets = 200;

constexpr double kUnreached = std::numeric_limits<double>::infinity();

/// The best way to end a line at a break, for one fitness class of that line.
struct Way {
  double cost = kUnreached;
  double ratio = 0;
  std::uint32_t from = 0;  ///< the break before
  std::uint16_t from_count = 0;
  std::uint8_t from_class = 0;
};
using Ways = std::array<Way, kFitnessClasses>;

struct Chosen {
  std::size_t index = 0;  ///< of the break
  double ratio = 0;
};

bool is_balanced(const Paragraph& paragraph) {
  switch (paragraph.role) {
    case display::Role::Heading1:
    case display::Role::Heading2:
    case display::Role::Heading3:
    case display::Role::Heading4:
      return true;
    default:
      return paragraph.style.align == Align::Center;
  }
}

/// Breaks the text between two forced breaks.
class SegmentBreaker {
 public:
  SegmentBreaker(const ShapedParagraph& shaped, const Paragraph& paragraph, Measure measure,
                 const LineWidths& widths, LineJudge judge)
      : shaped_(shaped), style_(paragraph.style), widths_(widths), judge_(judge) {
    room_ = (measure.width - style_.indent_start - style_.indent_end).pt();
    const std::size_t count = std::min(measure.insets.size(), kMostInsets);
    for (const LineInset& each : measure.insets.first(count)) {
      taken_.push_back((each.left + each.right).pt());
    }
    Length largest;
    for (const ShapedRun& run : shaped.runs) {
      largest = std::max(largest, style_of(paragraph, run).size);
    }
    slack_ = 2 * largest.pt() + kTolerance.pt();
  }

  /// Line ends of breaks (begin, end], `above` lines down.
  std::vector<Chosen> optimum(std::size_t begin, std::size_t end, std::size_t above) {
    begin_ = begin;
    end_ = end;
    ways_.assign((end - begin + 1) * counts(), Ways{});
    ways_at(begin, counted(above))[1].cost = 0;
    oldest_ = begin;
    for (std::size_t to = begin + 1; to <= end; ++to) reach(to);
    return trace_back();
  }

  /// How many lines first-fit makes, counted up to `most` + 1.
  std::size_t count_lines(std::size_t begin, std::size_t end, std::size_t above, std::size_t most) {
    begin_ = begin;
    end_ = end;
    std::size_t lines = 0;
    for (std::size_t from = begin; from < end && lines <= most; ++lines) {
      const std::size_t count = counted(above + lines);
      std::size_t to = from + 1;
      while (to < end && to - from < kMostBreaksInLine &&
             judge_.judge(widths_.line(from, to + 1), context(from, to + 1, count)).is_possible) {
        ++to;
      }
      from = to;
    }
    return lines;
  }

  /// True when the lines that end at `chosen` are still possible.
  bool is_possible(const std::vector<Chosen>& chosen) {
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      begin_ = i == 0 ? 0 : chosen[i - 1].index;
      end_ = chosen[i].index;
      const LineContext where = context(begin_, end_, counted(i));
      if (!judge_.judge(widths_.line(begin_, end_), where).is_possible) return false;
    }
    return true;
  }

  void set_shape(Shape shape) { judge_.shape = shape; }

 private:
  bool is_hyphen(std::size_t index) const {
    return index > 0 && shaped_.breaks[index - 1].kind == BreakPoint::Kind::SoftHyphen;
  }

  /// Ways to a break are told apart by how many lines lead to it, as long as lines differ in width.
  std::size_t counts() const { return taken_.size() + 1; }
  std::size_t counted(std::size_t lines) const { return std::min(lines, taken_.size()); }
  Ways& ways_at(std::size_t index, std::size_t count) {
    return ways_[(index - begin_) * counts() + count];
  }

  double room(std::size_t from, std::size_t count) const {
    const double taken = count < taken_.size() ? taken_[count] : 0;
    return std::max(0.0, room_ - taken - (from == 0 ? style_.indent_first.pt() : 0));
  }

  /// Of a line that `count` lines precede.
  LineContext context(std::size_t from, std::size_t to, std::size_t count) const {
    return {.measure = room(from, count),
            .is_first = from == begin_,
            .is_last = to == end_,
            .follows_hyphen = is_hyphen(from),
            .ends_in_hyphen = is_hyphen(to),
            .is_one_piece = to == from + 1};
  }

  /// True when a line from `from` to `to`, or to any later break, is too wide even without insets.
  bool is_hopeless(std::size_t from, std::size_t to) const {
    return judge_.smallest(widths_.line(from, to)) > room(from, taken_.size()) + slack_;
  }

  /// Finds the best ways to end a line at `to`, the widest lines first.
  void reach(std::size_t to) {
    while (oldest_ + 1 < to && (to - oldest_ > kMostBreaksInLine || is_hopeless(oldest_, to))) {
      ++oldest_;
    }
    for (std::size_t count = 0; count < counts(); ++count) reach(to, count);
  }

  /// By lines that `count` lines precede.
  void reach(std::size_t to, std::size_t count) {
    Ways& here = ways_at(to, counted(count + 1));
    double best = kUnreached;
    for (std::size_t from = oldest_; from < to; ++from) {
      const Ways& before = ways_at(from, count);
      if (!is_reached(before)) continue;
      const LineContext where = context(from, to, count);
      const LineJudgement judged = judge_.judge(widths_.line(from, to), where);
      if (!judged.is_possible) continue;
      // Narrower lines only get worse; a way this much behind never catches up.
      if (!where.follows_hyphen && judged.cost > best + kLargestContrast) break;
      connect(from, count, judged, here);
      best = std::min(best, here[static_cast<std::size_t>(judged.fitness)].cost);
    }
  }

  static bool is_reached(const Ways& ways) {
    return std::ranges::any_of(ways, [](const Way& each) { return each.cost != kUnreached; });
  }

  void connect(std::size_t from, std::size_t count, const LineJudgement& judged, Ways& here) {
    const Ways& before = ways_at(from, count);
    Way& best = here[static_cast<std::size_t>(judged.fitness)];
    for (int fitness = 0; fitness < kFitnessClasses; ++fitness) {
      const Way& way = before[static_cast<std::size_t>(fitness)];
      if (way.cost == kUnreached) continue;
      const double contrast = from == begin_ ? 0 : judge_.contrast(fitness, judged.fitness);
      const double cost = way.cost + judged.cost + contrast;
      if (cost >= best.cost) continue;
      best = {cost, judged.ratio, static_cast<std::uint32_t>(from),
              static_cast<std::uint16_t>(count), static_cast<std::uint8_t>(fitness)};
    }
  }

  std::vector<Chosen> trace_back() {
    const Way* way = &ways_at(end_, 0).front();
    for (std::size_t count = 0; count < counts(); ++count) {
      for (const Way& each : ways_at(end_, count)) {
        if (each.cost < way->cost) way = &each;
      }
    }
    HANDBILL_CHECK(way->cost != kUnreached, "one piece a line is always possible");
    std::vector<Chosen> result;
    for (std::size_t at = end_; at > begin_;) {
      result.push_back({at, way->ratio});
      at = way->from;
      way = &ways_at(at, way->from_count)[way->from_class];
    }
    std::ranges::reverse(result);
    return result;
  }

  const ShapedParagraph& shaped_;
  const ParagraphStyle& style_;
  const LineWidths& widths_;
  LineJudge judge_;
  double room_ = 0;
  std::vector<double> taken_;  // by the insets of the first lines
  std::size_t begin_ = 0;      // the breaks between which lines are looked for
  std::size_t end_ = 0;
  double slack_ = 0;        // widths are not quite monotone: hyphens, glyphs shaped again
  std::size_t oldest_ = 0;  // no later line starts before it
  std::vector<Ways> ways_;
};

std::vector<Chosen> break_segments(const ShapedParagraph& shaped, const Paragraph& paragraph,
                                   Measure measure, const LineWidths& widths, LineJudge judge) {
  std::vector<Chosen> chosen;
  SegmentBreaker breaker(shaped, paragraph, measure, widths, judge);
  const Shape usual = judge.shape;
  for (std::size_t begin = 0; begin < shaped.breaks.size();) {
    std::size_t end = begin + 1;
    while (shaped.breaks[end - 1].kind != BreakPoint::Kind::Forced) ++end;
    breaker.set_shape(usual);
    if (usual == Shape::Ragged && is_balanced(paragraph) &&
        breaker.count_lines(begin, end, chosen.size(), kMostBalancedLines) <= kMostBalancedLines) {
      breaker.set_shape(Shape::Balanced);
    }
    const auto lines = breaker.optimum(begin, end, chosen.size());
    chosen.insert(chosen.end(), lines.begin(), lines.end());
    begin = end;
  }
  return chosen;
}

double wished_space(const ParagraphStyle& style) {
  return style.align == Align::Justify ? style.word_space[1] : 1.0;
}

/// The widest line of those that end at breaks `ends_line` picks.
template <class Predicate>
Length widest(const ShapedParagraph& shaped, const Paragraph& paragraph, Predicate ends_line) {
  const LineWidths widths(shaped, paragraph, wished_space(paragraph.style));
  const ParagraphStyle& style = paragraph.style;
  double result = 0;
  for (std::size_t from = 0, to = 1; to < widths.count(); ++to) {
    if (!ends_line(shaped.breaks[to - 1])) continue;
    const double indent = from == 0 ? style.indent_first.pt() : 0;
    result = std::max(result, widths.line(from, to).natural + indent);
    from = to;
  }
  return Length::pt(result) + style.indent_start + style.indent_end;
}

}  // namespace

std::vector<LineBreak> break_lines(const ShapedParagraph& shaped, const Paragraph& paragraph,
                                   Measure measure, const font::FontBook& fonts) {
  const ParagraphStyle& style = paragraph.style;
  const LineJudge judge{style.align == Align::Justify ? Shape::Justified : Shape::Ragged,
                        style.word_space};
  LineWidths widths(shaped, paragraph, wished_space(style));
  RunShaper shaper;
  std::vector<Chosen> chosen;
  // Exact widths cost shaping, so only breaks that are chosen get them. That changes a line by a
  // kerning pair at most: lines are chosen again only if one has become too wide.
  for (int round = 0; round < kMostRounds; ++round) {
    chosen = break_segments(shaped, paragraph, measure, widths, judge);
    bool changed = false;
    for (const Chosen& line : chosen) changed |= widths.settle(line.index, fonts, shaper);
    if (!changed) break;
    if (SegmentBreaker(shaped, paragraph, measure, widths, judge).is_possible(chosen)) break;
  }
  std::vector<LineBreak> lines;
  lines.reserve(chosen.size());
  std::uint32_t begin = 0;
  for (const Chosen& line : chosen) {
    const BreakPoint& point = shaped.breaks[line.index - 1];
    lines.push_back({begin, point.offset, point.kind == BreakPoint::Kind::SoftHyphen, line.ratio});
    begin = point.offset;
  }
  return lines;
}

Length natural_width(const ShapedParagraph& shaped, const Paragraph& paragraph) {
  return widest(shaped, paragraph,
                [](const BreakPoint& each) { return each.kind == BreakPoint::Kind::Forced; });
}

Length minimum_width(const ShapedParagraph& shaped, const Paragraph& paragraph) {
  // Words are parted where a column is narrow, not to make it so.
  return widest(shaped, paragraph, [&](const BreakPoint& each) {
    return each.kind != BreakPoint::Kind::SoftHyphen ||
           std::string_view(shaped.text).substr(0, each.offset).ends_with("\u00AD");
  });
}

}  // namespace handbill::text
