// SPDX-License-Identifier: MIT
// Whether the data of a picture can be decoded to its last pixel.
#pragma once

#include <string>

#include "preflight/raster.h"

namespace handbill::preflight {

/// What is wrong with the picture or its soft mask: "of 8 by 8 pixels ends too early". Empty:
/// nothing, or it is encoded in a way that is not looked into (JPEG 2000, fax, JBIG2), or the
/// budget has no pixels left.
std::string picture_damage(const PictureSource& source, Budget& budget);

}  // namespace handbill::preflight
