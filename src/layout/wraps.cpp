// SPDX-License-Identifier: MIT
#include "layout/wraps.h"

#include <algorithm>

#include "base/overload.h"
#include "layout/place_frame.h"

namespace handbill::layout {

using document::Frame;
using document::FrameIndex;
using document::Wrap;

namespace {

bool flows_around(const Frame& frame) {
  return std::visit(
      Overload{
          [](const OneOf<document::StoryContent, document::TextContent> auto&) { return true; },
          [](const OneOf<std::monostate, document::PictureContent, document::ArtContent,
                         document::Table, document::TableContent> auto&) { return false; }},
      frame.content);
}

}  // namespace

namespace {

bool stands_in(const document::Side& side, FrameIndex frame, FrameIndex other) {
  for (auto outer = side.frames[frame].inside; outer; outer = side.frames[*outer].inside) {
    if (*outer == other) return true;
  }
  return false;
}

}  // namespace

Around frames_around(const document::Side& side) {
  const auto wraps = [](const Frame& frame) { return frame.wrap != Wrap::None; };
  if (std::ranges::none_of(side.frames, wraps)) return {};
  Around around(side.frames.size());
  for (FrameIndex i = 0; i < side.frames.size(); ++i) {
    const Frame& text = side.frames[i];
    if (!flows_around(text) || wraps(text)) continue;
    for (FrameIndex other = 0; other < side.frames.size(); ++other) {
      const Frame& frame = side.frames[other];
      if (wraps(frame) && frame.z >= text.z && !stands_in(side, i, other))
        around[i].push_back(other);
    }
  }
  return around;
}

Obstacles obstacles(const document::Document& document, const document::Side& side,
                    const std::vector<FrameIndex>& frames, const Boxes& boxes) {
  Obstacles result;
  for (const FrameIndex each : frames) {
    const auto& box = boxes[each];
    if (!box) continue;
    const Frame& frame = side.frames[each];
    if (frame.wrap == Wrap::Outline) {
      const Path outline = outline_of(document, frame, *box);
      result.add(Obstacle::outline(outline, *box, frame.wrap_offset));
    } else {
      result.add(Obstacle::box(*box, frame.wrap_offset));
    }
  }
  return result;
}

}  // namespace handbill::layout
