// SPDX-License-Identifier: MIT
// The line round a frame or a cell.
#pragma once

#include "document/context.h"

namespace handbill::document {

/// Where a width is missing or none.
inline constexpr Length kHairline = Length::pt(0.5);

/// Reports bad-value for a line or dashes of no length.
display::Stroke resolve_stroke(const spec::StrokeSpec& written, const Context& context);

}  // namespace handbill::document
