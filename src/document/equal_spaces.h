// SPDX-License-Identifier: MIT
// Rows of frames with as much space between each and the next.
#pragma once

#include <vector>

#include "document/place_parts.h"

namespace handbill::document {

/// While the frames of the side come first, in their order. Reports bad-box.
void space_out(const spec::SpaceSpec& space, const SidePlan& plan, const Context& context,
               std::vector<Frame>& frames);

}  // namespace handbill::document
