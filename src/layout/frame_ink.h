// SPDX-License-Identifier: MIT
// What is seen of a frame where frames meet: its ground, or its lines.
#pragma once

#include <optional>
#include <vector>

#include "layout/build_fragments.h"

namespace handbill::layout {

/// Frames that only touch do not run into each other.
inline constexpr Length kTouching = Length::pt(1);

bool shows_text(const document::Frame& frame);

/// Drawings may be white where they begin: what they meet is judged by their outlines.
bool is_solid(const document::Frame& frame);

/// What of a frame is seen: its ground, or from left to right of its lines.
struct Ink {
  Rect box{};
  std::vector<Rect> parts{};  ///< its lines, from the capitals to what hangs below; or the ground
};

/// Of a frame that hides what is below it, at its place on the sheet; of others nothing.
std::optional<Ink> ink_of(const document::Frame& frame, const Fragment& fragment,
                          const std::optional<Rect>& box);

/// How far what lies above reaches below what of it first meets the other.
Length overlap(const Ink& above, const Ink& below);

}  // namespace handbill::layout
