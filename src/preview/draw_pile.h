// SPDX-License-Identifier: MIT
// Folded paper, layer upon layer, with soft shadows.
#pragma once

#include <array>
#include <vector>

#include "document/pile.h"
#include "preview/canvas.h"

namespace handbill::preview {

using document::Face;
using document::Layer;
using document::Pile;
using document::Seen;

/// The sheet whose panels are drawn.
struct Printed {
  Size trim;
  /// Left edges of the panels on the pages of outside and inside, by the index of the outside.
  std::array<std::vector<Length>, 2> panels;
  std::array<std::size_t, 2> forms{};  ///< their pages
};

/// White, and without what no press prints.
display::Page as_paper(display::Page page);

/// The ground of a whole picture.
void paint_ground(Canvas& canvas, Size size);

/// A shadow all round `box`, under `map`.
void paint_shadow(Canvas& canvas, const Rect& box, const Matrix& map);

/// What light leaves dark beside a fold: less and less from `from` to `to`, from top to bottom of
/// panels so high, under `map`.
void paint_shade(Canvas& canvas, Length from, Length to, Length height, const Matrix& map);

/// `maps`, one a layer, lead from the table, whose y runs down the panels from 0, to the picture.
/// Each layer lies a little higher than those under it.
void draw_pile(Canvas& canvas, const Pile& pile, const Printed& sheet,
               const std::vector<Matrix>& maps);

}  // namespace handbill::preview
