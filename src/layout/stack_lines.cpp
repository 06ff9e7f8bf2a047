// SPDX-License-Identifier: MIT
#include "layout/stack_lines.h"

#include <algorithm>
#include <optional>

namespace handbill::layout {
namespace {

/// Text beside an obstacle takes at least so much room, in multiples of its size.
constexpr double kLeastRoom = 5;
constexpr std::size_t kMostSlots = 200;

/// The paragraph a cursor stands in, as set in one width, and the line it stands before.
struct Position {
  SetParagraph* paragraph = nullptr;
  const SetLines* set = nullptr;
  std::size_t line = 0;
};

Position locate(const Flow& flow, Cursor& cursor, Length width) {
  SetParagraph* paragraph = cursor.tail != nullptr ? cursor.tail : flow[cursor.paragraph];
  const SetLines* set = &paragraph->lines(width);
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

bool stands_on_grid(const SetParagraph& paragraph, std::size_t index) {
  using enum text::GridSnap;
  const text::GridSnap snap = paragraph.style().grid;
  return snap == All || (snap == First && starts_paragraph(paragraph, index));
}

Length below_baseline(const SetParagraph& paragraph, const SetLines& set, std::size_t index,
                      document::Foot foot) {
  Length below = foot == document::Foot::Descent ? set.lines[index].descent : Length();
  const auto& rule = paragraph.style().rule_below;
  if (rule && index + 1 == set.lines.size()) below = std::max(below, rule->offset + rule->width);
  return below;
}

/// The notes that a line refers to.
Flow notes_of(const SetParagraph& paragraph, const SetLines& set, std::size_t index) {
  const text::LineBreak& line = set.breaks[index];
  const bool is_last = index + 1 == set.breaks.size();
  Flow notes;
  for (const SetNote& each : paragraph.notes()) {
    // A drop cap may have taken the reference with it: what is left of it counts as the next.
    if (each.offset < line.begin || (each.offset >= line.end && !is_last)) continue;
    notes.insert(notes.end(), each.flow.begin(), each.flow.end());
  }
  return notes;
}

/// A place for a line beside an obstacle.
struct Slot {
  Length baseline;
  text::LineInset inset;
};

class Stacker {
 public:
  Stacker(const Flow& flow, const ColumnSpace& column, Follows follows)
      : flow_(flow), column_(column), follows_(follows) {}

  Stack stack(Cursor from) {
    while (from.paragraph < flow_.size() && add_paragraph(from)) {
      from = {from.paragraph + 1, nullptr, 0};
    }
    return std::move(stack_);
  }

 private:
  // Each of these is false when the column is full.
  bool add_paragraph(Cursor from);
  bool add_side_heading(const Cursor& from, SetParagraph& heading, const SetParagraph& text);
  bool add_lines(const Cursor& from, const Position& at, const std::vector<Slot>& slots);
  bool push(ColumnLine line);

  SetParagraph* headed_by(const Cursor& from) const;
  Length free_baseline(const SetParagraph& paragraph, std::size_t index, Length cap_height) const;
  Length next_baseline(const SetParagraph& paragraph, std::size_t index, Length cap_height) const;
  Length on_grid(const SetParagraph& paragraph, std::size_t index, Length baseline) const;
  bool is_beside_obstacles() const;
  std::vector<Slot> slots(const SetParagraph& paragraph) const;
  std::optional<Slot> slot(const SetParagraph& paragraph, Length baseline, Interval line) const;

  /// The last lines of a side heading, which text may come up beside but not below.
  struct Beside {
    const SetParagraph* heading = nullptr;
    Length foot;  ///< its last baseline
    Length end;   ///< where the text it heads starts
  };

  const Flow& flow_;
  const ColumnSpace& column_;
  Follows follows_;
  Stack stack_;
  const SetParagraph* above_ = nullptr;  // what the next line follows
  Length foot_;                          // the baseline it follows
  std::optional<Length> given_;          // of the next line, beside a side heading
  std::optional<Beside> beside_;
  Length bottom_;  // of the lines so far
  Flow notes_;     // at the foot of the column
  Length notes_height_;
};

bool Stacker::add_paragraph(Cursor from) {
  const bool breaks = break_before(flow_, from) != text::BreakBefore::None;
  if (breaks && !stack_.lines.empty() && follows_ == Follows::Column) {
    stack_.is_broken = true;
    return false;
  }
  if (SetParagraph* text = headed_by(from)) {
    return add_side_heading(from, *flow_[from.paragraph], *text);
  }
  const Length width = column_.size.width;
  if (!is_beside_obstacles()) return add_lines(from, locate(flow_, from, width), {});
  SetParagraph* paragraph = from.tail != nullptr ? from.tail : flow_[from.paragraph];
  if (from.offset > 0) {
    paragraph = from.tail = &paragraph->tail(from.offset);
    from.offset = 0;
  }
  const std::vector<Slot> slots = this->slots(*paragraph);
  std::vector<text::LineInset> insets;
  for (const Slot& each : slots) insets.push_back(each.inset);
  return add_lines(from, {paragraph, &paragraph->lines(width, insets), 0}, slots);
}

bool Stacker::add_lines(const Cursor& from, const Position& at, const std::vector<Slot>& slots) {
  SetParagraph& paragraph = *at.paragraph;
  const std::size_t count = at.set->lines.size();
  const bool has_drop_cap = paragraph.drop_cap_depth() > Length() && at.line == 0;
  Length drop_cap_foot;
  for (std::size_t i = at.line; i < count; ++i) {
    const text::Line& line = at.set->lines[i];
    const Length baseline = i - at.line < slots.size()
                                ? slots[i - at.line].baseline
                                : next_baseline(paragraph, i, paragraph.cap_height(line));
    given_.reset();
    Length bottom = baseline + below_baseline(paragraph, *at.set, i, column_.foot);
    if (has_drop_cap && i == 0) drop_cap_foot = baseline + paragraph.drop_cap_depth();
    if (has_drop_cap && i + 1 == count) bottom = std::max(bottom, drop_cap_foot);
    if (!push({.paragraph = &paragraph,
               .line = &line,
               .index = i,
               .count = count,
               .baseline = baseline,
               .bottom = bottom,
               .next = after_line(from, *at.set, i),
               .hyphenated = at.set->breaks[i].hyphen,
               .notes = notes_of(paragraph, *at.set, i)})) {
      return false;
    }
    above_ = &paragraph;
    foot_ = baseline;
  }
  foot_ = std::max(foot_, drop_cap_foot);
  return true;
}

bool Stacker::push(ColumnLine line) {
  const Length bottom = std::max(bottom_, line.bottom);
  Length notes_height = notes_height_;
  const std::size_t notes = notes_.size();
  if (!line.notes.empty()) {
    notes_.insert(notes_.end(), line.notes.begin(), line.notes.end());
    notes_height = set_notes(notes_, column_.size.width).height;
  }
  if (!fits(bottom + notes_height, column_.size.height)) {
    notes_.resize(notes);
    return false;
  }
  bottom_ = bottom;
  notes_height_ = notes_height;
  stack_.lines.push_back(std::move(line));
  return true;
}

/// The paragraph that a side heading at the cursor stands beside; null: there is no such heading.
SetParagraph* Stacker::headed_by(const Cursor& from) const {
  if (!from.is_at_start() || from.paragraph + 1 >= flow_.size()) return nullptr;
  SetParagraph* next = flow_[from.paragraph + 1];
  return flow_[from.paragraph]->style().side && !next->style().side ? next : nullptr;
}

bool Stacker::add_side_heading(const Cursor& from, SetParagraph& heading,
                               const SetParagraph& text) {
  const text::ParagraphStyle& style = heading.style();
  const auto [width, gap] = *style.side;
  const SetLines& set = heading.lines(width);
  // Both take the first line of the taller one.
  const SetParagraph& taller = style.leading > text.style().leading ? heading : text;
  Length baseline =
      next_baseline(taller, 0, std::max(heading.cap_height(set.lines.front()), text.cap_height()));
  if (above_ != nullptr && &taller == &text) baseline += style.space_before;
  if (beside_) {
    const Length gap_below = beside_->heading->style().space_after + style.space_before;
    baseline = std::max(baseline, beside_->foot + gap_below + style.leading);
  }
  baseline = on_grid(text, 0, baseline);
  given_ = baseline;
  const Length start = text.style().indent_start - gap - width;
  const Length left = text.right_to_left() ? column_.size.width - start - width : start;
  for (std::size_t i = 0; i < set.lines.size(); ++i) {
    if (!push({.paragraph = &heading,
               .line = &set.lines[i],
               .index = i,
               .count = set.lines.size(),
               .left = left,
               .baseline = baseline,
               .bottom = baseline + below_baseline(heading, set, i, column_.foot),
               .next = after_line(from, set, i),
               .notes = notes_of(heading, set, i)})) {
      return false;
    }
    beside_ = {&heading, baseline, text.style().indent_start};
    baseline += style.leading;
  }
  return true;
}

/// Where a line stands before the grid is asked.
Length Stacker::free_baseline(const SetParagraph& paragraph, std::size_t index,
                              Length cap_height) const {
  const text::ParagraphStyle& style = paragraph.style();
  const bool starts = starts_paragraph(paragraph, index);
  if (above_ == nullptr) {
    if (!starts || !style.rule_above) return cap_height;
    return cap_height + style.rule_above->offset + style.rule_above->width;
  }
  Length baseline = foot_ + style.leading;
  if (starts) baseline += above_->style().space_after + style.space_before;
  // What does not keep to the side of a heading stands below it.
  if (starts && beside_ && style.indent_start < beside_->end - kTolerance) {
    const Length gap = beside_->heading->style().space_after + style.space_before;
    baseline = std::max(baseline, beside_->foot + style.leading + gap);
  }
  return baseline;
}

Length Stacker::on_grid(const SetParagraph& paragraph, std::size_t index, Length baseline) const {
  if (!column_.grid || !stands_on_grid(paragraph, index)) return baseline;
  return column_.grid->at_or_below(baseline);
}

Length Stacker::next_baseline(const SetParagraph& paragraph, std::size_t index,
                              Length cap_height) const {
  if (given_) return *given_;
  return on_grid(paragraph, index, free_baseline(paragraph, index, cap_height));
}

bool Stacker::is_beside_obstacles() const {
  return column_.obstacles != nullptr && !column_.obstacles->empty() &&
         column_.origin.y + foot_ < column_.obstacles->bottom();
}

/// A line at `baseline`, if there is room for it; `line` is the whole of it on the side.
std::optional<Slot> Stacker::slot(const SetParagraph& paragraph, Length baseline,
                                  Interval line) const {
  const text::ParagraphStyle& style = paragraph.style();
  const Length y = column_.origin.y + baseline;
  const Length least =
      std::min(style.text->size * kLeastRoom + style.indent_start + style.indent_end, line.width());
  const auto part = column_.obstacles->free_part(
      line, {y - paragraph.cap_height(), y + paragraph.descent()}, least);
  if (!part) return std::nullopt;
  return Slot{baseline, {part->left - line.left, line.right - part->right}};
}

/// Places for the lines of a paragraph as far down as obstacles reach.
std::vector<Slot> Stacker::slots(const SetParagraph& paragraph) const {
  const Interval line{column_.origin.x, column_.origin.x + column_.size.width};
  const Length cap_height = paragraph.cap_height();
  const Length end = column_.obstacles->bottom() - column_.origin.y;
  std::vector<Slot> slots;
  Length baseline = next_baseline(paragraph, 0, cap_height);
  while (baseline - cap_height < end && baseline < column_.size.height &&
         slots.size() < kMostSlots) {
    if (const auto slot = this->slot(paragraph, baseline, line)) {
      slots.push_back(*slot);
      baseline += paragraph.style().leading;
    } else {
      const Length y = column_.origin.y + baseline;
      const Band band{y - cap_height, y + paragraph.descent()};
      baseline = column_.obstacles->next_try(line, band) + cap_height - column_.origin.y;
    }
    baseline = on_grid(paragraph, slots.size(), baseline);
  }
  slots.push_back({baseline, {}});
  return slots;
}

}  // namespace

Stack stack_lines(const Flow& flow, Cursor from, const ColumnSpace& column, Follows follows) {
  return Stacker(flow, column, follows).stack(from);
}

text::BreakBefore break_before(const Flow& flow, const Cursor& cursor) {
  if (is_finished(flow, cursor) || !cursor.is_at_start()) return text::BreakBefore::None;
  return flow[cursor.paragraph]->style().break_before;
}

bool starts_paragraph(const SetParagraph& paragraph, std::size_t index) {
  return index == 0 && !paragraph.is_tail();
}

}  // namespace handbill::layout
