// SPDX-License-Identifier: MIT
// What --guides draws over a page: the same lines, labels and legend in SVG and PNG.
#pragma once

#include <string_view>
#include <vector>

#include "display/page_list.h"
#include "svg/screen_color.h"

namespace handbill::svg {

/// How the guides of one kind look. No two kinds share a colour or a dash.
struct GuideStyle {
  std::string_view name;  ///< in the legend
  ScreenColor color;
  Length width;
  std::vector<Length> dash;  ///< empty: solid
};
GuideStyle guide_style(display::GuideKind kind);

inline constexpr double kGuideGroundOpacity = 0.85;

struct GuideLine {
  Path path;
  display::GuideKind kind{};
};

/// Small text in a guide's colour, on a pale ground of its own.
struct GuideLabel {
  display::GlyphRun run;  ///< its ink colour means nothing
  Rect ground;
  ScreenColor color;
};

struct GuideOverlay {
  Rect canvas;  ///< the media box and, below it, the legend
  std::vector<GuideLine> lines;
  std::vector<GuideLabel> labels;
};

/// Labels and legend are set in the first font of the book, glyph by glyph; with no font there are
/// none.
GuideOverlay guide_overlay(const display::Page& page, const font::FontBook& fonts);

}  // namespace handbill::svg
