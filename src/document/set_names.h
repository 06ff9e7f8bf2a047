// SPDX-License-Identifier: MIT
// Names of styles and colours that a part of a layout is given: "{tone}", "{tone} 20%".
#pragma once

#include "document/set_text.h"

namespace handbill::document {

/// The frame with what stands for such names. Reports what is not set.
spec::FrameSpec with_names_set(spec::FrameSpec frame, const content::FactRow* scope,
                               const TextTools& tools);

}  // namespace handbill::document
