// SPDX-License-Identifier: MIT
#include "text/break_lines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "base/check.h"
#include "text/balance.h"
#include "text/optimum.h"

namespace handbill::text {
namespace {

constexpr int kMostRounds = 8;
/// Badness of lines that need no hyphens to be better: stretched to the most.
constexpr double kGood = 100;
/// The last of so few lines ends anywhere, and the other has none to be even with.
constexpr std::size_t kTooFewForRag = 2;

bool has_soft_hyphens(const LineTable& table, const Segment& segment) {
  for (std::size_t i = segment.begin + 1; i < segment.end; ++i) {
    if (table.is_soft(i)) return true;
  }
  return false;
}

std::size_t hyphens_of(const LineTable& table, const std::vector<Chosen>& lines) {
  const auto is_soft = [&](const Chosen& line) { return table.is_soft(line.index); };
  return static_cast<std::size_t>(std::ranges::count_if(lines, is_soft));
}

/// What the words of the last line take, as the font has them.
double last_words(const LineTable& table, const Segment& segment,
                  const std::vector<Chosen>& lines) {
  const std::size_t from = lines.size() > 1 ? lines[lines.size() - 2].index : segment.begin;
  return table.width(from, segment.end).natural;
}

/// As a badness, of the worst of them.
double worst_of(const std::vector<Chosen>& lines) {
  double worst = 0;
  for (const Chosen& each : lines) worst = std::max(worst, std::abs(each.ratio));
  return kGood * worst * worst * worst;
}

/// Lines the last of which is as full as may be, while none is worse than the style or `lines`
/// bear; with no more hyphens than these, or than one in four lines. Where there are none, `lines`.
std::vector<Chosen> with_full_end(const LineTable& table, LineJudge judge, const Segment& segment,
                                  std::vector<Chosen> lines) {
  const double worst = std::max({kGood, judge.tolerance, worst_of(lines)});
  judge.fills_last_line = true;
  judge.extra_stretch = 0;
  Optimum optimum(table, judge);
  auto full = optimum.find(segment, Optimum::Hyphens::Soft, worst);
  const std::size_t most_hyphens = std::max(hyphens_of(table, lines), lines.size() / 4);
  if (!full || hyphens_of(table, *full) > most_hyphens) {
    full = optimum.find(segment, Optimum::Hyphens::None, worst);
  }
  const bool is_fuller = full && (full->back().ratio > 0 || last_words(table, segment, *full) >=
                                                                last_words(table, segment, lines));
  return is_fuller ? std::move(*full) : lines;
}

/// As TeX does: without hyphens if that is good; with them; and if that is not within the
/// tolerance, with stretch that is only thought of.
std::vector<Chosen> justified_lines(const LineTable& table, LineJudge judge,
                                    const Paragraph& paragraph, const Segment& segment) {
  const ParagraphStyle& style = paragraph.style;
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
  if (style.looseness != 0) {
    return optimum.find_looser(segment, lines.size(), style.looseness).value_or(lines);
  }
  const bool is_balanced = style.balance.value_or(false) && lines.size() > 1 &&
                           lines.size() <= most_balanced_lines(paragraph);
  return is_balanced ? with_full_end(table, judge, segment, std::move(lines)) : lines;
}

std::vector<Chosen> ragged_lines(const LineTable& table, LineJudge judge,
                                 const Paragraph& paragraph, const Segment& segment) {
  Optimum optimum(table, judge);
  const std::size_t most = most_balanced_lines(paragraph);
  if (most > 0 && optimum.fewest_lines(segment, most) <= most) {
    judge.shape = Shape::Balanced;
    optimum.judge_by(judge);
  }
  auto lines = *optimum.find(segment, Optimum::Hyphens::Soft, kAnyBadness);
  if (lines.size() <= kTooFewForRag && judge.rag.pull > 0) {
    judge.rag.pull = 0;
    optimum.judge_by(judge);
    const auto stiff = *optimum.find(segment, Optimum::Hyphens::Soft, kAnyBadness);
    if (stiff.size() <= lines.size()) lines = stiff;
  }
  const int looseness = paragraph.style->looseness;
  if (looseness == 0) return lines;
  return optimum.find_looser(segment, lines.size(), looseness).value_or(lines);
}

/// Where what stands flush at the end of the last line begins, and what it takes of that line.
struct FlushEnd {
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
  std::size_t at = kNone;  ///< a break, or the start
  double room = 0;         ///< with the gap before it, in points; 0: it never joins a line
};

/// Bytes of the text before an inline.
std::uint32_t offset_of(const ShapedParagraph& shaped, std::size_t inline_index) {
  for (const ShapedRun& run : shaped.runs) {
    if (run.inline_index >= inline_index) return run.begin;
  }
  return static_cast<std::uint32_t>(shaped.text.size());
}

FlushEnd find_flush_end(const ShapedParagraph& shaped, const Paragraph& paragraph,
                        const LineWidths& widths) {
  if (!paragraph.flush_end) return {};
  const std::uint32_t offset = offset_of(shaped, *paragraph.flush_end);
  if (offset == 0) return {.at = 0};
  const auto at = std::ranges::lower_bound(shaped.breaks, offset, {}, &BreakPoint::offset);
  const auto is_forced = [](const BreakPoint& each) {
    return each.kind == BreakPoint::Kind::Forced;
  };
  HANDBILL_CHECK(at != shaped.breaks.end() && at->offset == offset && is_forced(*at),
                 "a line separator precedes what stands flush at the end");
  FlushEnd flush{.at = static_cast<std::size_t>(at - shaped.breaks.begin()) + 1};
  // A paragraph of several lines of its own has no place in a line.
  if (std::count_if(at + 1, shaped.breaks.end(), is_forced) != 1) return flush;
  const LineWidth width = widths.line(flush.at, widths.count() - 1);
  flush.room = paragraph.style->flush_gap.pt() + width.natural;
  return flush;
}

/// Chooses the lines of a paragraph between its forced breaks.
class LineChooser {
 public:
  LineChooser(const ShapedParagraph& shaped, const Paragraph& paragraph, LineTable& table)
      : shaped_(shaped), paragraph_(paragraph), table_(table) {}

  std::vector<Chosen> choose(const FlushEnd& flush) {
    std::vector<Chosen> chosen;
    table_.reserve(0, 0);
    bool joins = false;
    for (std::size_t begin = 0; begin < shaped_.breaks.size();) {
      std::size_t end = begin + 1;
      while (shaped_.breaks[end - 1].kind != BreakPoint::Kind::Forced) ++end;
      if (joins) {
        chosen.push_back({.index = end, .joins = true});
        break;
      }
      const Segment segment{begin, end, chosen.size()};
      auto lines = begin >= flush.at ? flush_lines(segment) : as_styled(segment);
      if (end == flush.at && flush.room > 0) {
        if (auto beside = with_room(segment, flush.room, lines.size())) {
          lines = std::move(*beside);
          joins = true;
        }
      }
      chosen.insert(chosen.end(), lines.begin(), lines.end());
      begin = end;
    }
    return chosen;
  }

 private:
  std::vector<Chosen> as_styled(const Segment& segment) const {
    if (paragraph_.style->one_line) return {{.index = segment.end}};
    const LineJudge judge = LineJudge::of(paragraph_.style);
    return judge.shape == Shape::Justified ? justified_lines(table_, judge, paragraph_, segment)
                                           : ragged(segment, rag());
  }
  /// Of what stands flush at the end.
  std::vector<Chosen> flush_lines(const Segment& segment) const {
    if (paragraph_.style->one_line) return {{.index = segment.end}};
    Rag flush = rag();
    flush.pull = 0;
    return ragged(segment, flush);
  }
  Rag rag() const { return Rag::of(paragraph_.style, table_.mean_piece()); }
  std::vector<Chosen> ragged(const Segment& segment, const Rag& how) const {
    LineJudge judge = LineJudge::of(paragraph_.style);
    judge.shape = Shape::Ragged;
    judge.rag = how;
    return ragged_lines(table_, judge, paragraph_, segment);
  }
  /// The same number of lines, the last of which leaves `room`. Nothing: there are none.
  std::optional<std::vector<Chosen>> with_room(const Segment& segment, double room,
                                               std::size_t count) {
    table_.reserve(segment.end, room);
    auto lines = as_styled(segment);
    const std::size_t from = lines.size() > 1 ? lines[lines.size() - 2].index : segment.begin;
    const double measure = table_.measure(from, segment.end, segment.above + lines.size() - 1);
    const bool has_room = lines.size() <= count && measure > 0 &&
                          !is_too_wide(table_.width(from, segment.end), measure);
    if (has_room || paragraph_.style->one_line) return lines;
    table_.reserve(0, 0);
    return std::nullopt;
  }

  const ShapedParagraph& shaped_;
  const Paragraph& paragraph_;
  LineTable& table_;
};

/// True when the lines that end at `chosen` are still possible.
bool are_possible(const std::vector<Chosen>& chosen, const LineTable& table) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const std::size_t start = std::exchange(from, chosen[i].index);
    if (!chosen[i].joins && table.is_impossible(start, from, i)) return false;
  }
  return true;
}

std::vector<LineBreak> breaks_of(const std::vector<Chosen>& chosen, const ShapedParagraph& shaped,
                                 const FlushEnd& flush) {
  std::vector<LineBreak> lines;
  lines.reserve(chosen.size());
  std::uint32_t begin = 0;
  std::size_t from = 0;
  for (const Chosen& line : chosen) {
    const BreakPoint& point = shaped.breaks[line.index - 1];
    if (line.joins) {
      lines.back().flush_end = begin;
      lines.back().end = point.offset;
      lines.back().splits_word = point.splits_word;
    } else {
      lines.push_back(
          {begin, point.offset, point.kind == BreakPoint::Kind::SoftHyphen, line.ratio});
      lines.back().splits_word = point.splits_word;
      if (from >= flush.at) lines.back().flush_end = begin;
    }
    begin = point.offset;
    from = line.index;
  }
  return lines;
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
  LineTable table(shaped, paragraph, measure, widths);
  LineChooser chooser(shaped, paragraph, table);
  RunShaper shaper;
  FlushEnd flush = find_flush_end(shaped, paragraph, widths);
  if (flush.room > 0) {
    widths.settle(flush.at, fonts, shaper);
    flush = find_flush_end(shaped, paragraph, widths);
  }
  std::vector<Chosen> chosen;
  // Exact widths cost shaping, so only breaks that are chosen get them. That changes a line by a
  // kerning pair at most: lines are chosen again only if one has become too wide.
  for (int round = 0; round < kMostRounds; ++round) {
    chosen = chooser.choose(flush);
    bool changed = false;
    for (const Chosen& line : chosen) changed |= widths.settle(line.index, fonts, shaper);
    if (!changed || paragraph.style->one_line || are_possible(chosen, table)) break;
  }
  return breaks_of(chosen, shaped, flush);
}

Length natural_width(const ShapedParagraph& shaped, const Paragraph& paragraph) {
  const auto is_forced = [](const BreakPoint& each) {
    return each.kind == BreakPoint::Kind::Forced;
  };
  const Length width = widest(shaped, paragraph, is_forced);
  if (!paragraph.flush_end) return width;
  const LineWidths widths(shaped, paragraph, nullptr);
  const FlushEnd flush = find_flush_end(shaped, paragraph, widths);
  if (flush.room <= 0) return width;
  std::size_t from = flush.at - 1;
  while (from > 0 && !is_forced(shaped.breaks[from - 1])) --from;
  const ParagraphStyle& style = paragraph.style;
  const Length first = from == 0 ? style.indent_first : Length();
  return std::max(width, Length::pt(widths.line(from, flush.at).natural + flush.room) + first +
                             style.indent_start + style.indent_end);
}

Length minimum_width(const ShapedParagraph& shaped, const Paragraph& paragraph) {
  if (paragraph.style->one_line) return natural_width(shaped, paragraph);
  // Words are parted where a column is narrow, not to make it so.
  return widest(shaped, paragraph, [&](const BreakPoint& each) {
    return each.kind != BreakPoint::Kind::SoftHyphen ||
           std::string_view(shaped.text).substr(0, each.offset).ends_with("\u00AD");
  });
}

}  // namespace handbill::text
