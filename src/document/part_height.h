// SPDX-License-Identifier: MIT
// How far down the frames in a frame reach that has no height of its own.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"

namespace handbill::document {

/// A frame, and the first of those that stand in it, which follow each other.
struct Holder {
  FrameIndex frame = 0;
  FrameIndex first = 0;
};

/// The lower edge of frames that are to be equally tall, those of a row: below all that stands in
/// any of them and hangs from its top. Nothing: nothing does.
std::optional<Edge> bottom_of(const std::vector<Frame>& frames, const std::vector<Holder>& row);

}  // namespace handbill::document
