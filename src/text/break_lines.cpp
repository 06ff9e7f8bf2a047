// SPDX-License-Identifier: MIT
#include "text/break_lines.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/optimum.h"

namespace handbill::text {
namespace {

/// Short centred text and headings of up to this many lines are balanced.
constexpr std::size_t kMostBalancedLines = 4;
constexpr int kMostRounds = 8;
/// Badness of lines that need no hyphens to be better: stretched to the most.
constexpr double kGood = 100;

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

bool has_soft_hyphens(const LineTable& table, const Segment& segment) {
  for (std::size_t i = segment.begin + 1; i < segment.end; ++i) {
    if (table.is_soft(i)) return true;
  }
  return false;
}

/// As TeX does: without hyphens if that is good; with them; and if that is not within the
/// tolerance, with stretch that is only thought of.
std::vector<Chosen> justified_lines(const LineTable& table, LineJudge judge,
                                    const ParagraphStyle& style, const Segment& segment) {
  Optimum optimum(table, judge);
  std::optional<std::vector<Chosen>> found;
  if (has_soft_hyphens(table, segment)) {
    found = optimum.find(segment, Optimum::Hyphens::None, std::min(kGood, style.tolerance));
  }
  const bool has_emergency = style.emergency_stretch > Length{};
  if (!found) {
    found = optimum.find(segment, Optimum::Hyphens::Soft,
                         has_emergency ? style.tolerance : kAnyBadness);
  }
  if (!found) {
    judge.extra_stretch = style.emergency_stretch.pt();
    optimum.judge_by(judge);
    found = optimum.find(segment, Optimum::Hyphens::Soft, kAnyBadness);
  }
  auto lines = std::move(*found);
  if (style.looseness == 0) return lines;
  return optimum.find_looser(segment, lines.size(), style.looseness).value_or(lines);
}

std::vector<Chosen> ragged_lines(const LineTable& table, LineJudge judge,
                                 const Paragraph& paragraph, const Segment& segment) {
  Optimum optimum(table, judge);
  if (is_balanced(paragraph) &&
      optimum.fewest_lines(segment, kMostBalancedLines) <= kMostBalancedLines) {
    judge.shape = Shape::Balanced;
    optimum.judge_by(judge);
  }
  auto lines = *optimum.find(segment, Optimum::Hyphens::Soft, kAnyBadness);
  const int looseness = paragraph.style.looseness;
  if (looseness == 0) return lines;
  return optimum.find_looser(segment, lines.size(), looseness).value_or(lines);
}

std::vector<Chosen> break_segments(const ShapedParagraph& shaped, const Paragraph& paragraph,
                                   const LineTable& table) {
  std::vector<Chosen> chosen;
  const LineJudge judge = LineJudge::of(paragraph.style);
  for (std::size_t begin = 0; begin < shaped.breaks.size();) {
    std::size_t end = begin + 1;
    while (shaped.breaks[end - 1].kind != BreakPoint::Kind::Forced) ++end;
    const Segment segment{begin, end, chosen.size()};
    const auto lines = judge.shape == Shape::Justified
                           ? justified_lines(table, judge, paragraph.style, segment)
                           : ragged_lines(table, judge, paragraph, segment);
    chosen.insert(chosen.end(), lines.begin(), lines.end());
    begin = end;
  }
  return chosen;
}

/// True when the lines that end at `chosen` are still possible.
bool are_possible(const std::vector<Chosen>& chosen, const LineTable& table) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const std::size_t start = std::exchange(from, chosen[i].index);
    if (table.is_impossible(start, from, i)) return false;
  }
  return true;
}

/// The widest line of those that end at breaks `ends_line` picks.
template <class Predicate>
Length widest(const ShapedParagraph& shaped, const Paragraph& paragraph, Predicate ends_line) {
  const LineWidths widths(shaped, paragraph, nullptr);
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
  const OpticalMargins margins(shaped, paragraph, fonts);
  LineWidths widths(shaped, paragraph, &margins);
  const LineTable table(shaped, paragraph, measure, widths);
  RunShaper shaper;
  std::vector<Chosen> chosen;
  // Exact widths cost shaping, so only breaks that are chosen get them. That changes a line by a
  // kerning pair at most: lines are chosen again only if one has become too wide.
  for (int round = 0; round < kMostRounds; ++round) {
    chosen = break_segments(shaped, paragraph, table);
    bool changed = false;
    for (const Chosen& line : chosen) changed |= widths.settle(line.index, fonts, shaper);
    if (!changed || are_possible(chosen, table)) break;
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
