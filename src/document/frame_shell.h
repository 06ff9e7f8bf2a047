// SPDX-License-Identifier: MIT
// Frames as written, without what belongs to the frames round them or in them.
#pragma once

#include "spec/layout_spec.h"

namespace handbill::document {

void take_content(spec::FrameSpec& frame);
void take_looks(spec::FrameSpec& frame);
/// Its name and conditions too.
void take_place(spec::FrameSpec& frame);

/// Made if it has none.
spec::BoxSpec& box_of(spec::FrameSpec& frame);

/// In a part, what shows something and has no place down stands at the top, as tall as it is.
spec::FrameSpec in_part(spec::FrameSpec frame);

/// Gives the box the size of the part, where it has none of its own.
void take_size(const spec::PartSpec& part, spec::BoxSpec& box);

}  // namespace handbill::document
