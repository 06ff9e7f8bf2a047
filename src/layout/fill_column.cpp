// SPDX-License-Identifier: MIT
#include "layout/fill_column.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/stack_lines.h"

namespace handbill::layout {
namespace {

using text::BreakBefore;

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
    if (!may_end_after(lines, count)) continue;
    const bool spares_hyphen = lines[count - 1].hyphenated && count > 1 &&
                               !lines[count - 2].hyphenated && may_end_after(lines, count - 1);
    return spares_hyphen ? count - 1 : count;
  }
  return lines.size();
}

/// True when nothing of the text is left for another column of this frame.
bool is_done(const Flow& flow, const Cursor& cursor, Follows after) {
  return is_finished(flow, cursor) ||
         (after == Follows::Column && break_before(flow, cursor) == BreakBefore::Frame);
}

/// The height used when all that is to stand in the frame does; nothing: it does not.
std::optional<Length> used_height(const Flow& flow, Cursor from, const FrameSpace& space) {
  Length used;
  for (const ColumnFill& each : fill_columns(flow, from, space)) {
    used = std::max(used, each.height());
    from = each.next;
  }
  return is_done(flow, from, space.after) ? std::optional(used) : std::nullopt;
}

}  // namespace

Length ColumnFill::bottom() const {
  Length result;
  for (const ColumnLine& each : lines) result = std::max(result, each.bottom);
  return result;
}

bool is_finished(const Flow& flow, const Cursor& cursor) { return cursor.paragraph >= flow.size(); }

ColumnFill fill_column(const Flow& flow, Cursor from, const ColumnSpace& column, Follows follows) {
  Stack stack = stack_lines(flow, from, column, follows);
  ColumnFill fill{std::move(stack.lines), from, from};
  if (fill.lines.empty()) return fill;
  if (follows == Follows::Column && !stack.is_broken &&
      !is_finished(flow, fill.lines.back().next)) {
    fill.lines.resize(good_end(fill.lines));
  }
  fill.next = fill.lines.back().next;
  Flow notes;
  for (const ColumnLine& each : fill.lines) {
    notes.insert(notes.end(), each.notes.begin(), each.notes.end());
  }
  FootNotes set = set_notes(notes, column.size.width);
  fill.notes = std::move(set.lines);
  fill.notes_height = set.height;
  return fill;
}

FootNotes set_notes(const Flow& notes, Length width) {
  if (notes.empty()) return {};
  ColumnFill fill = fill_column(notes, {}, {.size = {width, kUnlimited}}, Follows::Nothing);
  const Length above = notes.front()->style().leading;
  const Length height = above + fill.bottom();
  return {std::move(fill.lines), height};
}

std::vector<ColumnFill> fill_columns(const Flow& flow, Cursor from, const FrameSpace& space) {
  std::vector<ColumnFill> columns;
  ColumnSpace column = space.column;
  for (int i = 1; i <= space.columns && !is_finished(flow, from); ++i) {
    if (!columns.empty() && is_done(flow, from, space.after)) break;
    const Follows follows = i < space.columns ? Follows::Column : space.after;
    columns.push_back(fill_column(flow, from, column, follows));
    column.origin.x += space.pitch;
    from = columns.back().next;
  }
  return columns;
}

std::vector<ColumnFill> balance_columns(const Flow& flow, Cursor from, const FrameSpace& space) {
  if (space.columns < 2 || !used_height(flow, from, space)) return fill_columns(flow, from, space);
  std::vector<ColumnFill> columns;
  FrameSpace rest = space;
  const auto is_over = [&] { return !columns.empty() && is_done(flow, from, space.after); };
  for (; rest.columns > 1 && !is_over(); --rest.columns) {
    ColumnSpace column = rest.column;
    column.size.height = std::min(column.size.height, natural_height(flow, from, rest));
    columns.push_back(fill_column(flow, from, column, Follows::Column));
    rest.column.origin.x += space.pitch;
    from = columns.back().next;
  }
  if (!is_over()) columns.push_back(fill_column(flow, from, rest.column, rest.after));
  return columns;
}

Length natural_height(const Flow& flow, Cursor from, FrameSpace space) {
  space.column.size.height = kUnlimited;
  if (space.columns <= 1) return fill_column(flow, from, space.column, space.after).height();
  const ColumnFill whole = fill_column(flow, from, space.column, Follows::Nothing);
  if (whole.lines.empty()) return {};
  // The bottoms of the lines of one long column are the heights worth trying; more height never
  // makes it worse.
  const auto height_at = [&](std::size_t line) {
    space.column.size.height = whole.lines[line].bottom + whole.notes_height;
    return used_height(flow, from, space);
  };
  std::size_t low = 0, high = whole.lines.size() - 1;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (height_at(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return height_at(low).value_or(whole.height());
}

}  // namespace handbill::layout
