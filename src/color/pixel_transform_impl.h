// SPDX-License-Identifier: MIT
// Private to this folder.
#pragma once

#include "color/lcms.h"
#include "color/pixel_transform.h"

namespace handbill::color {

struct PixelTransform::Impl {
  Context own_context;  ///< null: that of a press profile, which outlives it
  Transform transform;
  std::size_t components;  ///< of the other side
};

/// An RGB profile of a camera, a screen or a colour space; empty bytes: sRGB. Null: none of them.
Profile open_rgb(cmsContext context, std::string_view rgb_icc);

}  // namespace handbill::color
