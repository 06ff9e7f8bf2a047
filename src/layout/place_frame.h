// SPDX-License-Identifier: MIT
// One frame: its ground, its border and what it shows.
#pragma once

#include "layout/fragment.h"
#include "layout/place_table.h"

namespace handbill::layout {

/// `box` with each edge that lies on the trim, or between it and the edge of the bleed, moved out
/// to that edge.
Rect run_into_bleed(const Rect& box, const document::Sheet& sheet);

/// Fill and stroke (centred on the edge). A fill that touches the trim runs into the bleed, what is
/// inside the frame stays where it is.
void paint_ground(const document::Sheet& sheet, const document::Frame& frame, Fragment& fragment);

/// Picture or art in the frame's insets; covering and stretched ones run into the bleed.
void paint_figure(const document::Document& document, const document::Frame& frame,
                  std::optional<display::StructId> structure, Fragment& fragment);

/// What is seen of a frame on the side: the outline of its art, or of its box with its corners.
Path outline_of(const document::Document& document, const document::Frame& frame, const Rect& box);

/// The rows of a table in a column of the frame, which lies there on the side; moved down as the
/// frame's vertical alignment asks.
void add_table(const document::Frame& frame, const Rect& column, TableFragment table,
               Fragment& fragment);

/// The room inside the insets.
Rect content_box(const document::Frame& frame, const Rect& box);

}  // namespace handbill::layout
