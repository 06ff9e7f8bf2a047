// SPDX-License-Identifier: MIT
// Pictures with other pixels, from row to row: no more of them is decoded at a time than the window
// of the resampler is high.
#pragma once

#include <memory>

#include "color/preview.h"
#include "display/page_list.h"
#include "picture/pixel_plan.h"

namespace handbill::picture {

/// The pixels of `plan`, RGB in ink if there is a `separation` for it. A JPEG stays one, of quality
/// 90 and with chroma as fine as before. Where it would be larger than one and a half times the
/// file, or larger at all though it has fewer pixels, it is made again with coarse chroma, coded
/// tightly; quality never goes below 90, so that only of files that were compressed harder than
/// that may become more. Raw pictures stay raw, and keep their alpha. `picture` comes from
/// read_picture: it is sound.
std::shared_ptr<const display::Picture> remake(const display::Picture& picture,
                                               const PixelPlan& plan,
                                               const color::Separation* separation);

}  // namespace handbill::picture
