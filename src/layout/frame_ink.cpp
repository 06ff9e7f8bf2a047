// SPDX-License-Identifier: MIT
#include "layout/frame_ink.h"

#include <algorithm>

#include "base/overload.h"

namespace handbill::layout {
namespace {

using document::Frame;

bool has_ground(const Frame& frame) { return frame.fill || frame.gradient || frame.stroke; }

void add_lines(const Fragment& fragment, Point origin, std::vector<Rect>& into) {
  origin = origin + fragment.box.origin();
  for (const LineFragment& each : fragment.lines) {
    const text::Line& line = *each.line;
    const Length height =
        each.paragraph != nullptr ? each.paragraph->cap_height(line) : line.ascent;
    const Length baseline = origin.y + each.origin.y;
    into.push_back(Rect::from_edges(origin.x + each.origin.x + line.left, baseline - height,
                                    origin.x + each.origin.x + line.left + line.width,
                                    baseline + line.descent));
  }
  for (const Fragment& each : fragment.children) add_lines(each, origin, into);
}

}  // namespace

bool shows_text(const Frame& frame) {
  return std::visit(
      Overload{
          [](const OneOf<document::StoryContent, document::TextContent, document::Table,
                         document::TableContent> auto&) { return true; },
          [](const OneOf<std::monostate, document::PictureContent, document::ArtContent> auto&) {
            return false;
          }},
      frame.content);
}

bool is_solid(const Frame& frame) {
  if (has_ground(frame)) return true;
  return std::visit(
      Overload{
          [](const OneOf<document::StoryContent, document::TextContent, document::Table,
                         document::TableContent, document::PictureContent> auto&) { return true; },
          [](const OneOf<std::monostate, document::ArtContent> auto&) { return false; }},
      frame.content);
}

std::optional<Ink> ink_of(const Frame& frame, const Fragment& fragment,
                          const std::optional<Rect>& box) {
  if (!is_solid(frame) || !box) return std::nullopt;
  Ink ink{*box};
  if (!shows_text(frame) || has_ground(frame)) {
    ink.parts.push_back(ink.box);
    return ink;
  }
  add_lines(fragment, {}, ink.parts);
  if (ink.parts.empty()) return std::nullopt;
  Rect lines = ink.parts.front();
  for (const Rect& each : ink.parts) lines = lines.united(each);
  ink.box.left = lines.left;
  ink.box.width = lines.width;
  return ink;
}

Length overlap(const Ink& above, const Ink& below) {
  std::optional<Length> from;
  bool has_missed = false;
  for (const Rect& part : above.parts) {
    if (part.bottom() - below.box.top <= kTouching) continue;
    const Length across =
        std::min(part.right(), below.box.right()) - std::max(part.left, below.box.left);
    has_missed = has_missed || across <= kTouching;
    if (across <= kTouching) continue;
    const Length top = has_missed ? std::max(part.top, below.box.top) : below.box.top;
    from = std::min(from.value_or(top), top);
  }
  return from ? above.box.bottom() - *from : Length();
}

}  // namespace handbill::layout
