// SPDX-License-Identifier: MIT
// What becomes of a side when frames fall away, because the clinic does not have the facts they
// tell.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"

namespace handbill::document {

/// By frame: the frame it falls away with.
using BelongsTo = std::vector<std::optional<FrameIndex>>;

/// Takes what belongs to a frame that fell away with it, and lets what followed it close up: a
/// frame below `x` (`top = "x.bottom + 12 pt"`) takes the place of `x`, and of the two distances
/// the larger stays; a box whose edge follows the same edge of `x` (`bottom = "x.bottom + 12 pt"`)
/// ends where what stands before `x` does. A frame that fell away keeps its place for those that
/// line up with it, and shows nothing.
void close_up(std::vector<Frame>& frames, const BelongsTo& belongs_to);

}  // namespace handbill::document
