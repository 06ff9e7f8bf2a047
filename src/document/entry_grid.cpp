// SPDX-License-Identifier: MIT
// Where the entries of a list stand.
#include <algorithm>
#include <utility>

#include "document/part_height.h"
#include "document/placer.h"

namespace handbill::document {

/// `across` beside each other; 0: all of a group. A group begins a row, below its heading.
std::vector<Placer::GridRow> Placer::rows_of(const Laid& laid, std::size_t across) {
  std::vector<GridRow> rows;
  std::size_t group = 0;
  for (const LaidEntry& each : laid.entries) {
    const bool is_full = !rows.empty() && across > 0 && rows.back().frames.size() == across;
    const bool begins_row = rows.empty() || is_full || each.group != group;
    group = each.group;
    if (each.heading) rows.push_back({{*each.heading}, true});
    if (begins_row) rows.push_back({});
    rows.back().frames.push_back(each.frame);
  }
  return rows;
}

/// Across, then down; a row begins below the one before, and all of it is as tall as its tallest.
void Placer::set_in_grid(const Repeat& repeat, const Laid& laid) {
  const spec::FrameSpec& spec = repeat.spec;
  std::size_t across = spec.across ? static_cast<std::size_t>(spec.across->value) : 1;
  const std::vector<GridRow> rows = rows_of(laid, across);
  if (across == 0) {
    for (const GridRow& each : rows) across = std::max(across, each.frames.size());
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    set_row(repeat, laid.column, across, rows[i], i > 0 ? &rows[i - 1] : nullptr);
    set_heights(repeat, rows[i]);
  }
  Box& whole = frames_[repeat.container].box;
  if (!whole.has_height()) {
    whole.bottom =
        Edge{Edge::OfFrame{rows.back().frames.front(), EdgeKind::Bottom}, {}, 0, spec.span};
  }
}

/// `above`: the row before; null: it is the first.
void Placer::set_row(const Repeat& repeat, int column, std::size_t across, const GridRow& row,
                     const GridRow* above) {
  const spec::FrameSpec& spec = repeat.spec;
  const diag::Span span = spec.box ? spec.box->span : spec.span;
  const Length gap = spec.gap ? spec.gap->value : Length{};
  const Length row_gap = spec.row_gap ? spec.row_gap->value : gap;
  const Length gutter = frames_[repeat.container].gutter;
  const auto count = row.is_heading ? 1.0 : static_cast<double>(across);
  const auto flows = static_cast<double>(repeat.columns);
  const PartRef part = row.is_heading ? heading_part(repeat) : repeat.part;
  for (std::size_t i = 0; i < row.frames.size(); ++i) {
    Box box;
    box.span = span;
    box.width = Extent{-gap * ((count - 1) / count) - gutter * ((flows - 1) / flows / count),
                       100 / count / flows, spec.span};
    if (part != nullptr && part->value.width) {
      box.width = Extent{part->value.width->value, 0, part->value.width->span};
    }
    box.left = Edge{Edge::OwnSide{}, gutter * (column / flows), 100 / flows * column, span};
    if (i > 0) box.left = Edge{Edge::OfFrame{row.frames[i - 1], EdgeKind::Right}, gap, 0, span};
    box.top = Edge{Edge::OwnSide{}, {}, 0, span};
    if (above != nullptr) {
      const FrameIndex over = above->frames[i < above->frames.size() ? i : 0];
      box.top = Edge{Edge::OfFrame{over, EdgeKind::Bottom}, row_gap, 0, span};
    }
    if (part != nullptr && part->value.height) {
      box.height = Extent{part->value.height->value, 0, part->value.height->span};
    }
    Frame& frame = frames_[row.frames[i]];
    frame.stop->begins_row = i == 0;
    frame.stop->column = column;
    frame.box = std::move(box);
  }
}

void Placer::set_heights(const Repeat& repeat, const GridRow& row) {
  const FrameIndex front = row.frames.front();
  if (frames_[front].box.height) return;
  std::vector<Holder> holders;
  for (const FrameIndex each : row.frames) holders.push_back({each, each + 1});
  const auto bottom = bottom_of(frames_, holders);
  if (!bottom) {
    report_no_height(repeat.spec, row.is_heading ? heading_part(repeat) : repeat.part);
  }
  Box& first = frames_[front].box;
  if (bottom) {
    first.bottom = *bottom;
  } else {
    first.height = Extent{Length::pt(12), 0, repeat.spec.span};
  }
  for (const FrameIndex each : row.frames) {
    if (each == front) continue;
    frames_[each].box.bottom = Edge{Edge::OfFrame{front, EdgeKind::Bottom}, {}, 0, first.span};
  }
}

}  // namespace handbill::document
