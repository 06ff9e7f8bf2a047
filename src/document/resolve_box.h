// SPDX-License-Identifier: MIT
// Boxes of frames: defaults, margins and the names of other frames.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/context.h"

namespace handbill::document {

/// Names of the frames of a side by FrameIndex; frames without a name have an empty one.
using FrameNames = std::vector<std::string>;

/// What the edges of a box count from.
struct BoxBase {
  const Insets& margin;                       ///< what `margin` means
  const std::optional<spec::GridSpec>& grid;  ///< the columns that boxes stand on
  const FrameNames& frames;
};

/// What is left open becomes `margin`: left and right unless a width or both edges are given; top
/// and bottom when nothing vertical is given. Reports bad-box (three of a kind, the edge of another
/// axis, a width of nothing) and unknown-frame.
Box resolve_box(const std::optional<spec::BoxSpec>& box, diag::Span frame_span, const BoxBase& base,
                const Context& context);

Edge resolve_edge(const spec::EdgeSpec& edge, EdgeKind kind, const BoxBase& base,
                  const Context& context);

/// The frame of that name; nothing, and unknown-frame reported: there is none.
std::optional<FrameIndex> find_frame(const std::string& name, diag::Span span,
                                     const FrameNames& frames, const Context& context);

/// "left", as in TOML.
std::string_view name_of(EdgeKind kind);

}  // namespace handbill::document
