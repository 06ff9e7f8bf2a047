// SPDX-License-Identifier: MIT
#include "layout/place_text.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/check.h"
#include "base/user_unit.h"
#include "layout/stack_lines.h"
#include "layout/stretch.h"
#include "layout/tell_overset.h"
#include "layout/wraps.h"

namespace handbill::layout {
namespace {

using document::Frame;
using document::VerticalAlign;

display::Item paragraph_rule(const text::Rule& rule, Length left, Length y, Length width) {
  display::Shape shape{
      .path = Path::segment({left, y}, {left + width, y}),
      .stroke = display::Stroke{
          .color = rule.color, .width = rule.width, .overprint = color::Overprint::Auto}};
  return {.content = std::move(shape)};
}

void add_rules(Fragment& column, const ColumnLine& line, Length baseline) {
  const text::ParagraphStyle& style = line.paragraph->style();
  const Length width = style.side ? style.side->width : column.box.width;
  if (style.rule_above && starts_paragraph(*line.paragraph, line.index)) {
    const Length cap_height = line.paragraph->cap_height(*line.line);
    const Length y = baseline - cap_height - style.rule_above->offset - style.rule_above->width / 2;
    column.items.push_back(paragraph_rule(*style.rule_above, line.left, y, width));
  }
  if (style.rule_below && line.index + 1 == line.count) {
    const Length y = baseline + style.rule_below->offset + style.rule_below->width / 2;
    column.items.push_back(paragraph_rule(*style.rule_below, line.left, y, width));
  }
}

/// Notes at the foot of their column, below a short rule.
void add_notes(const ColumnFill& fill, Fragment& column) {
  constexpr double kShare = 0.25;
  constexpr Length kLongest = Length::pt(48);
  constexpr Length kThickness = Length::pt(0.4);
  constexpr double kRuleAbove = 0.55;  // of the white between text and notes, from the notes
  const SetParagraph& first = *fill.notes.front().paragraph;
  const Length white = first.style().leading;
  const Length top = column.box.height - fill.notes_height + white;
  const Length width = std::min(column.box.width * kShare, kLongest);
  const Length left = first.right_to_left() ? column.box.width - width : Length();
  column.items.push_back(paragraph_rule({.color = first.style().text->color, .width = kThickness},
                                        left, top - white * kRuleAbove, width));
  for (const ColumnLine& each : fill.notes) {
    column.lines.push_back(
        {{each.left, top + each.baseline}, each.line, each.paragraph->structure(), each.paragraph});
  }
}

/// How far text of a frame moves down from the top. Columns move together, and what stands on the
/// grid by whole steps of it.
Length vertical_shift(const TextFrame& frame, Length height,
                      const std::vector<ColumnFill>& columns) {
  Length bottom, optical;
  for (const ColumnFill& each : columns) {
    bottom = std::max(bottom, each.height());
    optical = std::max(optical, each.last_baseline());
  }
  const Length slack = std::max(height - bottom, Length());
  Length shift;
  switch (frame.frame.vertical_align) {
    case VerticalAlign::Top:
    case VerticalAlign::Justify:
      return {};
    case VerticalAlign::Middle:
      // The middle of what the eye sees: from the capitals to the last baseline.
      shift = std::min((height - optical) / 2, slack);
      break;
    case VerticalAlign::Bottom:
      shift = slack;
      break;
  }
  if (!frame.grid || std::ranges::none_of(columns, touches_grid)) return shift;
  return frame.grid->step * std::floor((shift + kTolerance) / frame.grid->step);
}

diag::Span span_of(const ColumnLine& line) {
  return layout::span_of(*line.line).value_or(line.paragraph->paragraph().span);
}

std::vector<const ColumnLine*> lines_of(const std::vector<std::vector<ColumnFill>>& filled) {
  std::vector<const ColumnLine*> lines;
  for (const std::vector<ColumnFill>& columns : filled) {
    for (const ColumnFill& column : columns) {
      for (const ColumnLine& each : column.lines) lines.push_back(&each);
    }
  }
  return lines;
}

std::vector<LineOfText> lines_of_text(const std::vector<const ColumnLine*>& lines) {
  std::vector<LineOfText> result;
  for (const ColumnLine* each : lines) {
    result.push_back({&each->paragraph->paragraph(), each->line});
  }
  return result;
}

}  // namespace

std::optional<ColumnRoom> column_room(const Frame& frame, Length frame_width) {
  const Length width = frame_width - frame.inset.left - frame.inset.right;
  const int count = std::max(frame.columns, 1);
  const Length column = (width - frame.gutter * (count - 1)) / count;
  if (column <= kTolerance) return std::nullopt;
  return ColumnRoom{count, column, column + frame.gutter};
}

ThreadFiller::ThreadFiller(const document::Document& document, const TextThread& thread,
                           const std::vector<Around>& around)
    : document_(document), thread_(thread), around_(around) {}

const Frame& ThreadFiller::frame(std::size_t stop) const {
  const FrameRef ref = thread_.frames[stop];
  return document_.sides[ref.side].frames[ref.frame];
}

/// Where its content starts on the side.
Point content_origin(const Frame& frame, const Rect& box) {
  return box.origin() + Point{frame.inset.left, frame.inset.top};
}

FrameSpace ThreadFiller::space(std::size_t stop, const ColumnRoom& room, Point origin,
                               Length height) const {
  // Another page follows a side that repeats, as soon as it is asked for.
  const bool repeats = document_.sides[thread_.frames[stop].side].repeats;
  const bool is_last = stop + 1 == thread_.frames.size() && !repeats;
  const bool leftwards = frame(stop).right_to_left;
  if (leftwards) origin.x += room.pitch * (room.count - 1);
  return {.column = {.size = {room.width, height},
                     .grid = grid_at(document_.sheet, origin.y),
                     .origin = origin,
                     .foot = frame(stop).foot},
          .columns = room.count,
          .pitch = leftwards ? -room.pitch : room.pitch,
          .after = is_last ? Follows::Nothing : Follows::Column};
}

Obstacles ThreadFiller::obstacles_of(std::size_t stop, const AllBoxes& boxes) const {
  const FrameRef ref = thread_.frames[stop];
  const Around& around = around_[ref.side];
  if (around.empty() || around[ref.frame].empty()) return {};
  return obstacles(document_, document_.sides[ref.side], around[ref.frame], boxes[ref.side]);
}

void ThreadFiller::fill_frame(std::size_t stop, const AllBoxes& boxes) {
  const Frame& frame = this->frame(stop);
  const FrameRef ref = thread_.frames[stop];
  const auto& box = boxes[ref.side][ref.frame];
  const auto room = box ? column_room(frame, box->width) : std::nullopt;
  if (!room) {
    broken_ = true;
    return;
  }
  const Length height = box->height - frame.inset.top - frame.inset.bottom;
  const Obstacles obstacles = obstacles_of(stop, boxes);
  FrameSpace space = this->space(stop, *room, content_origin(frame, *box), height);
  space.column.obstacles = &obstacles;
  filled_[stop] = frame.balance ? balance_columns(thread_.flow, cursor_, space)
                                : fill_columns(thread_.flow, cursor_, space);
  if (!filled_[stop].empty()) cursor_ = filled_[stop].back().next;
}

void ThreadFiller::fill_to(std::size_t stop, const AllBoxes& boxes) {
  while (filled_.size() < stop) {
    filled_.emplace_back();
    fill_frame(filled_.size() - 1, boxes);
  }
}

Length ThreadFiller::height_at(std::size_t stop, const GrowingBox& box, const AllBoxes& boxes) {
  fill_to(stop, boxes);
  const Frame& frame = this->frame(stop);
  const auto room = column_room(frame, box.width);
  const Length insets = frame.inset.top + frame.inset.bottom;
  if (!room || is_finished(thread_.flow, cursor_)) return insets;
  const Point corner = content_origin(frame, {box.left, box.at, {}, {}});
  FrameSpace space = this->space(stop, *room, corner, kUnlimited);
  const Obstacles obstacles = obstacles_of(stop, boxes);
  space.column.obstacles = &obstacles;
  if (box.fixed == document::EdgeKind::Bottom) {
    return insets + height_above(space, box.at - frame.inset.bottom);
  }
  return insets + natural_height(thread_.flow, cursor_, space);
}

/// Growing up from `bottom`. What lies around the text, and how far its lines move down to the
/// grid, depends on where its top comes to lie.
Length ThreadFiller::height_above(FrameSpace space, Length bottom) const {
  const Flow& flow = thread_.flow;
  const auto height_from = [&](Length top) {
    space.column.origin.y = top;
    space.column.grid = grid_at(document_.sheet, top);
    return natural_height(flow, cursor_, space);
  };
  FrameSpace free = space;
  free.column.grid.reset();
  free.column.obstacles = nullptr;
  Length height = natural_height(flow, cursor_, free);
  if (fits(height_from(bottom - height), height)) return height;
  if (document_.sheet.baseline) {
    // As low as the grid lets the first line stand.
    const Length step = document_.sheet.baseline->step;
    const Length first =
        fill_column(flow, cursor_, free.column, Follows::Nothing).lines.front().baseline;
    free.column.grid = Grid{step, first};
    height = natural_height(flow, cursor_, free);
    const Length down = grid_at(document_.sheet, bottom - height)->at_or_below(first) - first;
    if (!fits(down, Length())) height += step - down;
  }
  return settle_height(bottom, height, height_from);
}

const std::vector<ColumnFill>& ThreadFiller::columns_at(std::size_t stop, const AllBoxes& boxes) {
  fill_to(stop + 1, boxes);
  return filled_[stop];
}

bool ThreadFiller::ends_at(std::size_t stop) const {
  if (stop + 1 == thread_.frames.size()) return true;
  HANDBILL_CHECK(stop < filled_.size(), "a frame is filled before it is asked about");
  return !filled_[stop].empty() && is_finished(thread_.flow, filled_[stop].back().next);
}

Trial ThreadFiller::fits_all(const AllBoxes& boxes) {
  fill_to(thread_.frames.size(), boxes);
  if (broken_) return {};
  if (is_finished(thread_.flow, cursor_)) return {holds_its_words(), fill(boxes)};
  const double placed = part_before(cursor_);
  return {false, placed > 0 ? 1 / placed : 0};
}

/// Of what its frames have room for, what all of the text takes.
double ThreadFiller::fill(const AllBoxes& boxes) const {
  double used = 0, room = 0;
  for (std::size_t stop = 0; stop < filled_.size(); ++stop) {
    const FrameRef ref = thread_.frames[stop];
    const Rect& box = *boxes[ref.side][ref.frame];
    const Insets& inset = frame(stop).inset;
    const double width = column_room(frame(stop), box.width)->width.pt();
    room += width * (box.height - inset.top - inset.bottom).pt() * std::max(frame(stop).columns, 1);
    for (const ColumnFill& each : filled_[stop]) used += width * each.height().pt();
  }
  return room > 0 ? used / room : 0;
}

/// Of the text of the thread, by its bytes.
double ThreadFiller::part_before(const Cursor& cursor) const {
  std::size_t all = 0, placed = cursor.offset;
  for (std::size_t i = 0; i < thread_.flow.size(); ++i) {
    const std::size_t size = thread_.flow[i]->text().size();
    all += size;
    if (i < cursor.paragraph) placed += size;
  }
  return all == 0 ? 0 : static_cast<double>(placed) / static_cast<double>(all);
}

double ThreadFiller::part_placed_at(std::size_t stop, const AllBoxes& boxes) {
  fill_to(stop + 1, boxes);
  const std::vector<ColumnFill>* last = nullptr;
  for (std::size_t i = 0; i <= stop; ++i) {
    if (!filled_[i].empty()) last = &filled_[i];
  }
  const Cursor cursor = last != nullptr ? last->back().next : Cursor();
  return is_finished(thread_.flow, cursor) ? 1 : part_before(cursor);
}

bool ThreadFiller::holds_its_words() const {
  for (const std::vector<ColumnFill>& columns : filled_) {
    for (const ColumnFill& column : columns) {
      for (const ColumnLine& each : column.lines) {
        if (!each.line->holds_its_words()) return false;
      }
    }
  }
  return true;
}

bool ThreadFiller::has_lines_allowed(const AllBoxes& boxes) {
  if (thread_.fit.whole == nullptr || thread_.fit.whole->lines == 0) return true;
  fill_to(thread_.frames.size(), boxes);
  return lines_of(filled_).size() <= thread_.fit.whole->lines;
}

std::optional<Overfull> ThreadFiller::has_more_lines(const AllBoxes& boxes) {
  if (has_lines_allowed(boxes)) return std::nullopt;
  const std::vector<const ColumnLine*> lines = lines_of(filled_);
  const std::size_t most = thread_.fit.whole->lines;
  const Frame& frame = this->frame(thread_.frames.size() - 1);
  TextOver over{.from = span_of(*lines[most])};
  over.place = {&frame, frame_words(frame) + " has " + std::to_string(lines.size()) +
                            " lines; its `fit` lets it have " + std::to_string(most)};
  over.lines = lines_of_text(lines);
  over.left_over = lines.size() - most;
  return Overfull{Length(), tell_of(std::move(over), boxes)};
}

/// `over` knows all but the paragraphs and the place on the page.
diag::Diagnostic ThreadFiller::tell_of(TextOver over, const AllBoxes& boxes) const {
  for (const SetParagraph* each : thread_.flow) over.paragraphs.push_back(&each->paragraph());
  const FrameRef last = thread_.frames.back();
  over.place.area = diag::PageArea{last.side + 1, *boxes[last.side][last.frame]};
  diag::Diagnostic problem = tell(over);
  if (!thread_.fit.empty()) {
    problem.labels.push_back({thread_.fit.span(), "it is set as small as `fit` lets it"});
  }
  return problem;
}

std::optional<Overfull> ThreadFiller::overfull(const AllBoxes& boxes) {
  fill_to(thread_.frames.size(), boxes);
  if (broken_) return std::nullopt;
  if (is_finished(thread_.flow, cursor_)) return has_more_lines(boxes);
  const std::size_t stop = thread_.frames.size() - 1;
  const Frame& frame = this->frame(stop);
  const FrameRef ref = thread_.frames[stop];
  const Rect box = *boxes[ref.side][ref.frame];
  const auto room = column_room(frame, box.width);
  HANDBILL_CHECK(room && !filled_[stop].empty(), "text reached its last frame");
  // The last column as tall as it would have to be.
  const std::vector<ColumnLine>& placed = filled_[stop].back().lines;
  FrameSpace space = this->space(stop, *room, content_origin(frame, box), kUnlimited);
  const Obstacles obstacles = obstacles_of(stop, boxes);
  space.column.obstacles = &obstacles;
  space.column.origin.x += space.pitch * static_cast<double>(filled_[stop].size() - 1);
  const ColumnFill whole =
      fill_column(thread_.flow, filled_[stop].back().from, space.column, Follows::Nothing);
  HANDBILL_CHECK(placed.size() < whole.lines.size(), "a column without a foot takes all lines");
  const Length height = box.height - frame.inset.top - frame.inset.bottom;
  const UserUnit unit = user_unit(document_.sheet.trim);
  TextOver over{.from = span_of(whole.lines[placed.size()])};
  over.place = {&frame,
                in_words(whole.height() - height, unit) + " too tall for " + frame_words(frame)};
  std::vector<const ColumnLine*> lines = lines_of(filled_);
  over.left_over = whole.lines.size() - placed.size();
  for (std::size_t i = placed.size(); i < whole.lines.size(); ++i) lines.push_back(&whole.lines[i]);
  over.lines = lines_of_text(lines);
  return Overfull{whole.height() - height, tell_of(std::move(over), boxes)};
}

std::vector<Fragment> place_columns(const TextFrame& text, const std::vector<ColumnFill>& columns) {
  std::vector<Fragment> fragments;
  const Frame& frame = text.frame;
  const auto room = column_room(frame, text.box.width);
  if (!room) return fragments;
  const Length height = text.box.height - frame.inset.top - frame.inset.bottom;
  const Length shift = text.ends_here ? vertical_shift(text, height, columns) : Length();
  const bool is_justified = frame.vertical_align == VerticalAlign::Justify;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t from_left =
        frame.right_to_left ? static_cast<std::size_t>(room->count) - 1 - i : i;
    Fragment column{.kind = Fragment::Kind::Column,
                    .box = {frame.inset.left + room->pitch * static_cast<double>(from_left),
                            frame.inset.top, room->width, height}};
    std::vector<Length> shifts(columns[i].lines.size(), shift);
    if (is_justified) shifts = stretch(columns[i], height - columns[i].notes_height, text.grid);
    for (std::size_t k = 0; k < shifts.size(); ++k) {
      const ColumnLine& each = columns[i].lines[k];
      const Length baseline = each.baseline + shifts[k];
      add_rules(column, each, baseline);
      column.lines.push_back(
          {{each.left, baseline}, each.line, each.paragraph->structure(), each.paragraph});
    }
    if (!columns[i].notes.empty()) add_notes(columns[i], column);
    fragments.push_back(std::move(column));
  }
  return fragments;
}

}  // namespace handbill::layout
