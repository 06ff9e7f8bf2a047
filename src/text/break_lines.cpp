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

constexpr double kUnreached = std::numeric_limits<double>::infinity();

/// The best way to end a line at a break, for one fitness class of that line.
struct Way {
  double cost = kUnreached;
  double ratio = 0;
  std::uint32_t from = 0;  ///< the break before
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
    Length largest;
    for (const ShapedRun& run : shaped.runs) {
      largest = std::max(largest, style_of(paragraph, run).size);
    }
    slack_ = 2 * largest.pt() + kTolerance.pt();
  }

  /// Line ends of breaks (begin, end].
  std::vector<Chosen> optimum(std::size_t begin, std::size_t end) {
    ways_.assign(end - begin + 1, Ways{});
    ways_[0][1].cost = 0;
    oldest_ = begin;
    for (std::size_t to = begin + 1; to <= end; ++to) reach(begin, to, end);
    return trace_back(begin, end);
  }

  /// How many lines first-fit makes, counted up to `most` + 1.
  std::size_t count_lines(std::size_t begin, std::size_t end, std::size_t most) const {
    std::size_t lines = 0;
    for (std::size_t from = begin; from < end && lines <= most; ++lines) {
      std::size_t to = from + 1;
      while (
          to < end && to - from < kMostBreaksInLine &&
          judge_.judge(widths_.line(from, to + 1), context(begin, from, to + 1, end)).is_possible) {
        ++to;
      }
      from = to;
    }
    return lines;
  }

  /// True when the lines that end at `chosen` are still possible.
  bool is_possible(const std::vector<Chosen>& chosen) const {
    std::size_t from = 0;
    return std::ranges::all_of(chosen, [&](const Chosen& line) {
      const std::size_t start = std::exchange(from, line.index);
      const LineContext where = context(start, start, line.index, line.index);
      return judge_.judge(widths_.line(start, line.index), where).is_possible;
    });
  }

  void set_shape(Shape shape) { judge_.shape = shape; }

 private:
  bool is_hyphen(std::size_t index) const {
    return index > 0 && shaped_.breaks[index - 1].kind == BreakPoint::Kind::SoftHyphen;
  }

  LineContext context(std::size_t begin, std::size_t from, std::size_t to, std::size_t end) const {
    return {.measure = std::max(0.0, room_ - (from == 0 ? style_.indent_first.pt() : 0)),
            .is_first = from == begin,
            .is_last = to == end,
            .follows_hyphen = is_hyphen(from),
            .ends_in_hyphen = is_hyphen(to),
            .is_one_piece = to == from + 1};
  }

  /// True when a line from `from` to `to`, or to any later break, is too wide.
  bool is_hopeless(std::size_t begin, std::size_t from, std::size_t to, std::size_t end) const {
    const LineWidth line = widths_.line(from, to);
    return judge_.smallest(line) > context(begin, from, to, end).measure + slack_;
  }

  /// Finds the best ways to end a line at `to`, the widest lines first.
  void reach(std::size_t begin, std::size_t to, std::size_t end) {
    while (oldest_ + 1 < to &&
           (to - oldest_ > kMostBreaksInLine || is_hopeless(begin, oldest_, to, end))) {
      ++oldest_;
    }
    Ways& here = ways_[to - begin];
    double best = kUnreached;
    for (std::size_t from = oldest_; from < to; ++from) {
      const LineContext where = context(begin, from, to, end);
      const LineJudgement judged = judge_.judge(widths_.line(from, to), where);
      if (!judged.is_possible) continue;
      // Narrower lines only get worse; a way this much behind never catches up.
      if (!where.follows_hyphen && judged.cost > best + kLargestContrast) break;
      connect(static_cast<std::uint32_t>(from), ways_[from - begin], judged, from == begin, here);
      best = std::min(best, here[static_cast<std::size_t>(judged.fitness)].cost);
    }
  }

  void connect(std::uint32_t from, const Ways& before, const LineJudgement& judged, bool is_first,
               Ways& here) const {
    Way& best = here[static_cast<std::size_t>(judged.fitness)];
    for (int fitness = 0; fitness < kFitnessClasses; ++fitness) {
      const Way& way = before[static_cast<std::size_t>(fitness)];
      if (way.cost == kUnreached) continue;
      const double contrast = is_first ? 0 : judge_.contrast(fitness, judged.fitness);
      const double cost = way.cost + judged.cost + contrast;
      if (cost >= best.cost) continue;
      best = {cost, judged.ratio, from, static_cast<std::uint8_t>(fitness)};
    }
  }

  std::vector<Chosen> trace_back(std::size_t begin, std::size_t end) const {
    std::vector<Chosen> result;
    const Ways& last = ways_[end - begin];
    const Way* way = &*std::ranges::min_element(last, {}, &Way::cost);
    HANDBILL_CHECK(way->cost != kUnreached, "one piece a line is always possible");
    for (std::size_t at = end; at > begin;) {
      result.push_back({at, way->ratio});
      at = way->from;
      way = &ways_[at - begin][way->from_class];
    }
    std::ranges::reverse(result);
    return result;
  }

  const ShapedParagraph& shaped_;
  const ParagraphStyle& style_;
  const LineWidths& widths_;
  LineJudge judge_;
  double room_ = 0;
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
        breaker.count_lines(begin, end, kMostBalancedLines) <= kMostBalancedLines) {
      breaker.set_shape(Shape::Balanced);
    }
    const auto lines = breaker.optimum(begin, end);
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
  return widest(shaped, paragraph, [](const BreakPoint&) { return true; });
}

}  // namespace handbill::text
