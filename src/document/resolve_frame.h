// SPDX-License-Identifier: MIT
// Frames: where they stand, how they look, what they show.
#pragma once

#include "document/conditions.h"
#include "document/resolve_box.h"
#include "document/resolve_table.h"
#include "document/stories.h"

namespace handbill::document {

/// What a frame is resolved against.
struct FrameSurroundings {
  const std::vector<Panel>& panels;
  const FrameNames& frames;
  Insets margin;                              ///< what `margin` means in an edge
  const std::optional<spec::GridSpec>& grid;  ///< the columns that boxes stand on
  PagePosition page{};
  const content::FactRow* scope = nullptr;  ///< of the part or entry it is laid for; null: none
  std::string list{};                       ///< whose entry that is
  const Entry* entry = nullptr;             ///< the same; null: none
  std::string name{};                       ///< instead of the frame's own, if it is not empty
};

Frame resolve_frame(const spec::FrameSpec& frame, const FrameSurroundings& around,
                    const FrameTools& tools, Stories& stories);

}  // namespace handbill::document
