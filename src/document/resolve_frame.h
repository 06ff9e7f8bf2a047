// SPDX-License-Identifier: MIT
// Frames: where they stand, how they look, what they show.
#pragma once

#include "document/resolve_box.h"
#include "document/resolve_table.h"
#include "document/stories.h"

namespace handbill::document {

/// What a frame is resolved against.
struct FrameSurroundings {
  const Sheet& sheet;
  const std::vector<Panel>& panels;
  const FrameNames& frames;
};

Frame resolve_frame(const spec::FrameSpec& frame, const FrameSurroundings& around,
                    const FrameTools& tools, Stories& stories);

}  // namespace handbill::document
