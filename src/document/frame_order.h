// SPDX-License-Identifier: MIT
// The order of the frames of a side, once all are placed.
#pragma once

#include <vector>

#include "document/close_up.h"

namespace handbill::document {

/// What stands in a frame comes right after it.
void put_in_reading_order(std::vector<Frame>& frames, BelongsTo& owners);

/// What may lie over a frame may lie over all that stands in it, and the other way round.
void share_over(std::vector<Frame>& frames);

}  // namespace handbill::document
