// SPDX-License-Identifier: MIT
// Pictures for printers of black alone, and for screens.
#pragma once

#include <memory>

#include "color/preview.h"
#include "display/page_list.h"

namespace handbill::picture {

/// As light as before, pixel by pixel, in black alone; JPEG stays JPEG. Null stays null.
std::shared_ptr<const display::Picture> as_gray(std::shared_ptr<const display::Picture> picture,
                                                const color::Preview& press);

/// Ink as `press` shows it, in sRGB; what is RGB or grey stays as it is.
std::shared_ptr<const display::Picture> as_srgb(std::shared_ptr<const display::Picture> picture,
                                                const color::Preview& press);

}  // namespace handbill::picture
