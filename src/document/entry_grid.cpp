// SPDX-License-Identifier: MIT
// Where the entries of a list stand.
#include <algorithm>
#include <utility>

#include "document/part_height.h"
#include "document/placer.h"

namespace handbill::document {

/// Across, then down; a row begins below the one before, and all of it is as tall as its tallest.
void Placer::set_in_grid(const Repeat& repeat, const Laid& laid) {
  const std::vector<FrameIndex>& groups = laid.groups;
  const spec::FrameSpec& spec = repeat.spec;
  const auto across = spec.across ? static_cast<std::size_t>(spec.across->value) : 1;
  const std::size_t columns = across == 0 ? groups.size() : across;
  const Length gap = spec.gap ? spec.gap->value : Length{};
  const Length row_gap = spec.row_gap ? spec.row_gap->value : gap;
  const auto count = static_cast<double>(columns);
  const auto flows = static_cast<double>(repeat.columns);
  const Length gutter = frames_[repeat.container].gutter;
  Extent width{-gap * ((count - 1) / count) - gutter * ((flows - 1) / flows / count),
               100 / count / flows, spec.span};
  const Edge left{Edge::OwnSide{}, gutter * (laid.column / flows), 100 / flows * laid.column,
                  spec.box ? spec.box->span : spec.span};
  const spec::PartSpec* part = repeat.part != nullptr ? &repeat.part->value : nullptr;
  if (part != nullptr && part->width) width = {part->width->value, 0, part->width->span};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Box box;
    box.span = spec.box ? spec.box->span : spec.span;
    box.width = width;
    box.left = left;
    frames_[groups[i]].stop->begins_row = i % columns == 0;
    if (i % columns > 0) {
      box.left = Edge{Edge::OfFrame{groups[i - 1], EdgeKind::Right}, gap, 0, box.span};
    }
    box.top = Edge{Edge::OwnSide{}, {}, 0, box.span};
    if (i >= columns) {
      box.top = Edge{Edge::OfFrame{groups[i - columns], EdgeKind::Bottom}, row_gap, 0, box.span};
    }
    if (part != nullptr && part->height) {
      box.height = Extent{part->height->value, 0, part->height->span};
    }
    frames_[groups[i]].box = std::move(box);
  }
  for (std::size_t row = 0; row < groups.size(); row += columns) {
    set_heights(repeat, std::span(groups).subspan(row, std::min(columns, groups.size() - row)));
  }
  Box& whole = frames_[repeat.container].box;
  const FrameIndex last = groups[(groups.size() - 1) / columns * columns];
  if (!whole.has_height()) {
    whole.bottom = Edge{Edge::OfFrame{last, EdgeKind::Bottom}, {}, 0, spec.span};
  }
}

void Placer::set_heights(const Repeat& repeat, std::span<const FrameIndex> row) {
  if (frames_[row.front()].box.height) return;
  std::vector<Holder> holders;
  for (const FrameIndex each : row) holders.push_back({each, each + 1});
  const auto bottom = bottom_of(frames_, holders);
  if (!bottom) report_no_height(repeat.spec, repeat.part);
  Box& first = frames_[row.front()].box;
  if (bottom) {
    first.bottom = *bottom;
  } else {
    first.height = Extent{Length::pt(12), 0, repeat.spec.span};
  }
  for (const FrameIndex each : row.subspan(1)) {
    frames_[each].box.bottom =
        Edge{Edge::OfFrame{row.front(), EdgeKind::Bottom}, {}, 0, first.span};
  }
}

}  // namespace handbill::document
