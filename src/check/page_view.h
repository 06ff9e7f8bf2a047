// SPDX-License-Identifier: MIT
// What the checks of one page look at. Private to this folder.
#pragma once

#include <algorithm>

#include "check/ground.h"
#include "color/preview.h"
#include "display/page_list.h"
#include "document/document.h"

namespace handbill::check {

struct PageView {
  const document::Sheet& sheet;
  const document::Side& side;
  const display::Page& page;
  const font::FontBook& fonts;
  const color::Preview& screen;
  const display::PageList& pages;
  const plates::Print& drawings;  ///< of `pages`
  const Ground& ground;
  std::size_t number = 1;  ///< from 1

  const document::Frame& frame(const display::Item& item) const {
    return side.frames.at(item.frame.index());
  }
  /// The layout lets one of the two lie over the other.
  bool may_overlap(display::FrameId one, display::FrameId other) const {
    const auto names = [&](display::FrameId who, display::FrameId whom) {
      const auto& over = side.frames.at(who.index()).over;
      return std::ranges::find(over, whom.index()) != over.end();
    };
    return names(one, other) || names(other, one);
  }
};

}  // namespace handbill::check
