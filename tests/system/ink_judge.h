// SPDX-License-Identifier: MIT
// Which text meets what other ink, told from pixels: Cairo draws, the checks of the program have no
// part in it.
#pragma once

#include <set>
#include <utility>

#include "display/page_list.h"

namespace handbill::test {

/// Two frames of a page: the one whose text it is, and the one whose ink it met. The paper is -1.
struct Meeting {
  std::size_t page = 0;
  int text = 0, other = 0;
  auto operator<=>(const Meeting&) const = default;
};

/// Each frame whose text does not stand on one ink alone, or is not seen whole: letters over the
/// edge of a ground, a line or a drawing, letters under paint, letters over letters of another
/// frame. Half a point of touching is let pass, and so is what a frame shows below its own text.
std::set<Meeting> meetings(const display::PageList& pages, const font::FontBook& fonts);

}  // namespace handbill::test
