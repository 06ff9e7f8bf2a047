// SPDX-License-Identifier: MIT
// What placing makes before it becomes a page list: a tree of boxes in local coordinates.
#pragma once

#include <vector>

#include "document/document.h"
#include "layout/set_paragraph.h"

namespace handbill::layout {

/// One line of text. The line belongs to its SetParagraph.
struct LineFragment {
  Point origin;  ///< left end of the measure, on the baseline
  const text::Line* line = nullptr;
  std::optional<display::StructId> structure{};
  const SetParagraph* paragraph = nullptr;
};

/// Where its letters stand, `corner` being that of what it stands in.
inline Rect box_of(const LineFragment& line, Point corner) {
  const text::Line& set = *line.line;
  return {corner.x + line.origin.x + set.left, corner.y + line.origin.y - set.ascent, set.width,
          set.ascent + set.descent};
}

/// Coordinates of what is inside are relative to the fragment's own corner; `box` to the parent's.
struct Fragment {
  enum class Kind { Frame, Column, Row, Cell };
  Kind kind = Kind::Frame;
  Rect box;
  std::vector<display::Item> items{};  ///< painted first
  std::vector<LineFragment> lines{};
  std::vector<Fragment> children{};        ///< painted last
  const document::Frame* frame = nullptr;  ///< of a Frame
};

struct SideFragment {
  const document::Side* side = nullptr;
  std::vector<Fragment> frames;  ///< as listed
};

}  // namespace handbill::layout
