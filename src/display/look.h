// SPDX-License-Identifier: MIT
// What pages look like, as numbers: which of two pages' parts differ, without drawing them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "display/page_list.h"

namespace handbill::display {

/// Equal ones look the same on a screen.
using Look = std::array<std::uint64_t, 2>;

struct PageLook {
  Look sheet{};  ///< sizes, and the pages that stand on it
  std::vector<Look> items;
  bool operator==(const PageLook&) const = default;
};

/// Places in texts, reading order, links and names count for nothing.
std::vector<PageLook> looks_of(const PageList& pages);

/// All of them as 32 hexadecimal digits.
std::string name_of(const std::vector<PageLook>& looks);

/// A page, and what looks_of() says of it.
struct SeenPage {
  const Page& page;
  const PageLook& look;
};

/// Boxes outside of which both look the same, a few that do not overlap; none: they look the same.
/// Nothing: everything may differ.
std::optional<std::vector<Rect>> changed_areas(const SeenPage& before, const SeenPage& after,
                                               const font::FontBook& fonts);

}  // namespace handbill::display
