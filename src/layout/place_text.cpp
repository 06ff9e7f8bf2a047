// SPDX-License-Identifier: MIT
#include "layout/place_text.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/check.h"
#include "base/user_unit.h"

namespace handbill::layout {
namespace {

using document::Frame;
using document::VerticalAlign;

display::Item paragraph_rule(const text::Rule& rule, Length y, Length width) {
  display::Shape shape{.path = Path::segment({{}, y}, {width, y}),
                       .stroke = display::Stroke{.color = rule.color, .width = rule.width}};
  return {.content = std::move(shape), .structure = ReadingOrder::kArtifact};
}

void add_rules(Fragment& column, const ColumnLine& line, Length baseline) {
  const text::ParagraphStyle& style = line.paragraph->style();
  if (style.rule_above && line.index == 0 && !line.paragraph->is_tail()) {
    const Length cap_height = line.paragraph->cap_height(*line.line);
    const Length y = baseline - cap_height - style.rule_above->offset - style.rule_above->width / 2;
    column.items.push_back(paragraph_rule(*style.rule_above, y, column.box.width));
  }
  if (style.rule_below && line.index + 1 == line.count) {
    const Length y = baseline + style.rule_below->offset + style.rule_below->width / 2;
    column.items.push_back(paragraph_rule(*style.rule_below, y, column.box.width));
  }
}

/// How far text of a frame moves down from the top. Columns move together.
Length vertical_shift(const Frame& frame, Length height, const std::vector<ColumnFill>& columns) {
  Length bottom, optical;
  for (const ColumnFill& each : columns) {
    bottom = std::max(bottom, each.bottom());
    optical = std::max(optical, each.last_baseline());
  }
  const Length slack = std::max(height - bottom, Length());
  switch (frame.vertical_align) {
    case VerticalAlign::Top:
      return {};
    case VerticalAlign::Middle:
      // The middle of what the eye sees: from the capitals to the last baseline.
      return std::min((height - optical) / 2, slack);
    case VerticalAlign::Bottom:
      return slack;
  }
  return {};
}

/// The first words of a line.
diag::Span span_of(const ColumnLine& line) {
  for (const display::Item& item : line.line->items) {
    if (item.span.known()) return item.span;
  }
  return line.paragraph->paragraph().span;
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

std::optional<ColumnRoom> column_room(const Frame& frame, Length frame_width) {
  const Length width = frame_width - frame.inset.left - frame.inset.right;
  const int count = std::max(frame.columns, 1);
  const Length column = (width - frame.gutter * (count - 1)) / count;
  if (column <= kTolerance) return std::nullopt;
  return ColumnRoom{count, column, column + frame.gutter};
}

ThreadFiller::ThreadFiller(const document::Document& document, const Thread& thread)
    : document_(document), thread_(thread) {}

const Frame& ThreadFiller::frame(std::size_t stop) const {
  const FrameRef ref = thread_.frames[stop];
  return document_.sides[ref.side].frames[ref.frame];
}

void ThreadFiller::fill_frame(std::size_t stop, const Rect& box) {
  const Frame& frame = this->frame(stop);
  const auto room = column_room(frame, box.width);
  const Length height = box.height - frame.inset.top - frame.inset.bottom;
  if (!room) {
    broken_ = true;
    return;
  }
  for (int i = 1; i <= room->count && !is_finished(thread_.flow, cursor_); ++i) {
    const bool last = i == room->count && stop + 1 == thread_.frames.size();
    filled_[stop].push_back(fill_column(thread_.flow, cursor_, {room->width, height},
                                        last ? Follows::Nothing : Follows::Column));
    cursor_ = filled_[stop].back().next;
  }
}

void ThreadFiller::fill_to(std::size_t stop, const AllBoxes& boxes) {
  while (filled_.size() < stop) {
    const FrameRef ref = thread_.frames[filled_.size()];
    filled_.emplace_back();
    const auto& box = boxes[ref.side][ref.frame];
    if (box) {
      fill_frame(filled_.size() - 1, *box);
    } else {
      broken_ = true;
    }
  }
}

Length ThreadFiller::height_at(std::size_t stop, Length width, const AllBoxes& boxes) {
  fill_to(stop, boxes);
  const Frame& frame = this->frame(stop);
  const auto room = column_room(frame, width);
  const Length insets = frame.inset.top + frame.inset.bottom;
  if (!room) return insets;
  return insets + natural_height(thread_.flow, cursor_, room->width, room->count);
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

void ThreadFiller::report_overset(const AllBoxes& boxes, diag::Diagnostics& diags) {
  fill_to(thread_.frames.size(), boxes);
  if (broken_ || is_finished(thread_.flow, cursor_)) return;
  const std::size_t stop = thread_.frames.size() - 1;
  const Frame& frame = this->frame(stop);
  const FrameRef ref = thread_.frames[stop];
  const Rect box = *boxes[ref.side][ref.frame];
  const auto room = column_room(frame, box.width);
  HANDBILL_CHECK(room && !filled_[stop].empty(), "text reached its last frame");
  // The last column as tall as it would have to be.
  const std::vector<ColumnLine>& placed = filled_[stop].back().lines;
  const ColumnFill whole = fill_column(thread_.flow, filled_[stop].back().from,
                                       {room->width, kUnlimited}, Follows::Nothing);
  std::size_t words = 0;
  for (std::size_t i = placed.size(); i < whole.lines.size(); ++i) {
    words += count_words(whole.lines[i].line->text);
  }
  const Length height = box.height - frame.inset.top - frame.inset.bottom;
  const UserUnit unit = user_unit(document_.sheet.trim);
  diag::Diagnostic problem{.id = diag::DiagnosticId::Overset,
                           .message = "text is " + in_words(whole.bottom() - height, unit) + " (" +
                                      counted(whole.lines.size() - placed.size(), "line") + ", " +
                                      counted(words, "word") + ") too tall for " +
                                      frame_words(frame),
                           .span = frame.span};
  problem.labels.push_back({span_of(whole.lines[placed.size()]), "from here on it does not fit"});
  problem.hints.push_back("cut words, make the frame larger or the style smaller");
  diags.add(std::move(problem));
}

std::vector<Fragment> place_columns(const Frame& frame, Size box,
                                    const std::vector<ColumnFill>& columns, bool ends_here) {
  std::vector<Fragment> fragments;
  const auto room = column_room(frame, box.width);
  if (!room) return fragments;
  const Length height = box.height - frame.inset.top - frame.inset.bottom;
  const Length shift = ends_here ? vertical_shift(frame, height, columns) : Length();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Fragment column{.kind = Fragment::Kind::Column,
                    .box = {frame.inset.left + room->pitch * static_cast<double>(i),
                            frame.inset.top, room->width, height}};
    for (const ColumnLine& each : columns[i].lines) {
      const Length baseline = each.baseline + shift;
      add_rules(column, each, baseline);
      column.lines.push_back({{{}, baseline}, each.line, each.paragraph->structure()});
    }
    fragments.push_back(std::move(column));
  }
  return fragments;
}

}  // namespace handbill::layout
