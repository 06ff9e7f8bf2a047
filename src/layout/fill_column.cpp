// SPDX-License-Identifier: MIT
#include "layout/fill_column.h"

#include <algorithm>
#include <optional>

namespace handbill::layout {
namespace {

bool starts_paragraph(const SetParagraph& paragraph, std::size_t index) {
  return index == 0 && !paragraph.is_tail();
}

/// The paragraph a cursor stands in, as set in one width, and the line it stands before.
struct Position {
  SetParagraph* paragraph = nullptr;
  SetLines* set = nullptr;
  std::size_t line = 0;
};

Position locate(const Flow& flow, Cursor& cursor, Length width) {
  SetParagraph* paragraph = cursor.tail != nullptr ? cursor.tail : flow[cursor.paragraph];
  SetLines* set = &paragraph->lines(width);
  if (cursor.offset == 0) return {paragraph, set, 0};
  const auto at = std::ranges::lower_bound(set->breaks, cursor.offset, {}, &text::LineBreak::begin);
  if (at != set->breaks.end() && at->begin == cursor.offset) {
    return {paragraph, set, static_cast<std::size_t>(at - set->breaks.begin())};
  }
  // No line of this width begins here: the column before was wider or narrower.
  cursor.tail = &paragraph->tail(cursor.offset);
  cursor.offset = 0;
  return {cursor.tail, &cursor.tail->lines(width), 0};
}

Cursor after_line(const Cursor& before, const SetLines& set, std::size_t line) {
  if (line + 1 == set.lines.size()) return {before.paragraph + 1, nullptr, 0};
  return {before.paragraph, before.tail, set.breaks[line + 1].begin};
}

Length baseline_of(const std::vector<ColumnLine>& above, const SetParagraph& paragraph,
                   const text::Line& line, std::size_t index) {
  const text::ParagraphStyle& style = paragraph.style();
  const bool starts = starts_paragraph(paragraph, index);
  if (above.empty()) {
    const Length cap_height = paragraph.cap_height(line);
    if (!starts || !style.rule_above) return cap_height;
    return cap_height + style.rule_above->offset + style.rule_above->width;
  }
  Length baseline = above.back().baseline + style.leading;
  if (starts) baseline += above.back().paragraph->style().space_after + style.space_before;
  return baseline;
}

Length bottom_of(const SetParagraph& paragraph, const SetLines& set, std::size_t index,
                 Length baseline) {
  Length below = set.lines[index].descent;
  const auto& rule = paragraph.style().rule_below;
  if (rule && index + 1 == set.lines.size()) below = std::max(below, rule->offset + rule->width);
  return baseline + below;
}

/// Lines from `from` on until one does not fit, without judging whether it is a good place to stop.
std::vector<ColumnLine> stack_lines(const Flow& flow, Cursor from, Size column) {
  std::vector<ColumnLine> lines;
  while (from.paragraph < flow.size()) {
    const Position at = locate(flow, from, column.width);
    const std::size_t count = at.set->lines.size();
    for (std::size_t i = at.line; i < count; ++i) {
      text::Line& line = at.set->lines[i];
      const Length baseline = baseline_of(lines, *at.paragraph, line, i);
      const Length bottom = bottom_of(*at.paragraph, *at.set, i, baseline);
      if (!fits(bottom, column.height)) return lines;
      lines.push_back(
          {at.paragraph, &line, i, count, baseline, bottom, after_line(from, *at.set, i)});
    }
    from = {from.paragraph + 1, nullptr, 0};
  }
  return lines;
}

/// True when a column may end after its first `count` lines.
bool may_end_after(const std::vector<ColumnLine>& lines, std::size_t count) {
  const ColumnLine& last = lines[count - 1];
  const text::ParagraphStyle& style = last.paragraph->style();
  const std::size_t left = last.count - 1 - last.index;
  if (left == 0) return !style.keep_with_next;
  if (style.keep_together || left < static_cast<std::size_t>(std::max(style.widows, 0))) {
    return false;
  }
  // What came over from the column before is no orphan here.
  const std::size_t above = last.index + 1;
  const bool starts_here = count >= above && starts_paragraph(*last.paragraph, 0);
  return !starts_here || above >= static_cast<std::size_t>(std::max(style.orphans, 0));
}

/// How many of `lines` a column keeps that another column follows.
std::size_t good_end(const std::vector<ColumnLine>& lines) {
  for (std::size_t count = lines.size(); count > 0; --count) {
    if (may_end_after(lines, count)) return count;
  }
  return lines.size();
}

/// The height used when the whole rest goes into `columns` columns; nothing: it does not.
std::optional<Length> used_height(const Flow& flow, Cursor cursor, Size column, int columns) {
  Length used;
  for (int i = 1; i <= columns && !is_finished(flow, cursor); ++i) {
    const ColumnFill fill =
        fill_column(flow, cursor, column, i < columns ? Follows::Column : Follows::Nothing);
    cursor = fill.next;
    used = std::max(used, fill.bottom());
  }
  return is_finished(flow, cursor) ? std::optional(used) : std::nullopt;
}

}  // namespace

bool is_finished(const Flow& flow, const Cursor& cursor) { return cursor.paragraph >= flow.size(); }

ColumnFill fill_column(const Flow& flow, Cursor from, Size column, Follows follows) {
  ColumnFill fill{stack_lines(flow, from, column), from, from};
  if (fill.lines.empty()) return fill;
  if (follows == Follows::Column && !is_finished(flow, fill.lines.back().next)) {
    fill.lines.resize(good_end(fill.lines));
  }
  fill.next = fill.lines.back().next;
  return fill;
}

Length natural_height(const Flow& flow, Cursor from, Length width, int columns) {
  const ColumnFill whole = fill_column(flow, from, {width, kUnlimited}, Follows::Nothing);
  if (columns <= 1 || whole.lines.empty()) return whole.bottom();
  // The bottoms of the lines of one long column are the heights worth trying; more height never
  // makes it worse.
  std::size_t low = 0, high = whole.lines.size() - 1;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (used_height(flow, from, {width, whole.lines[middle].bottom}, columns)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return used_height(flow, from, {width, whole.lines[low].bottom}, columns)
      .value_or(whole.bottom());
}

}  // namespace handbill::layout
