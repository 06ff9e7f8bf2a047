// SPDX-License-Identifier: MIT
// What leads the eye from the words of a line to what stands flush at its end.
#pragma once

#include <optional>

#include "base/geometry.h"
#include "display/page_list.h"
#include "text/shape_run.h"

namespace handbill::text {

/// The white of a line, from left to right, and the edge that the leaders of all lines are counted
/// from, so that they stand below each other.
struct LeaderRoom {
  Length left;
  Length right;
  Length edge;
};

/// Paragraph::leader as drawings, for it is no text. Nothing: there is no room, or no ink.
std::optional<display::Item> leader(const Paragraph& paragraph, const LeaderRoom& room,
                                    const font::FontBook& fonts, RunShaper& shaper);

}  // namespace handbill::text
