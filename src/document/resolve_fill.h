// SPDX-License-Identifier: MIT
// The ground of a frame: a swatch or a gradient.
#pragma once

#include "document/context.h"

namespace handbill::document {

/// Sets fill, gradient and gradient_angle. Reports bad-value for stops out of order.
void resolve_fill(const spec::FillSpec& written, const Context& context, Frame& frame);

}  // namespace handbill::document
