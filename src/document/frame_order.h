// SPDX-License-Identifier: MIT
// The order of the frames of a side, once all are placed.
#pragma once

#include <map>
#include <vector>

#include "document/close_up.h"

namespace handbill::document {

/// By frame: another in the same frame that stands behind it, and is read right before it.
using FirstRead = std::map<FrameIndex, FrameIndex>;

/// What stands in a frame comes right after it.
void put_in_reading_order(const FirstRead& read_first, std::vector<Frame>& frames,
                          BelongsTo& owners);

/// What may lie over a frame may lie over all that stands in it, and the other way round.
void share_over(std::vector<Frame>& frames);

}  // namespace handbill::document
