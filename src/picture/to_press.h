// SPDX-License-Identifier: MIT
// Pictures as a press takes them.
#pragma once

#include <memory>
#include <string_view>

#include "base/geometry.h"
#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"

namespace handbill::picture {

/// What becomes of RGB pictures.
enum class RgbPictures { Convert, Keep };
/// A file that is kept, where it has far more pixels than are printed.
enum class KeptJpeg { AsItIs, Smaller };

struct PressWish {
  const color::Preview& press;
  color::Rendering rendering = color::Rendering::Perceptual;
  RgbPictures rgb = RgbPictures::Convert;
  std::string_view press_icc{};      ///< the profile of the press; empty: none is known
  double ppi = 300;                  ///< pixels an inch that are printed, see plan_pixels
  KeptJpeg jpeg = KeptJpeg::AsItIs;  ///< in RGB
};

/// RGB pictures, from their own profile (without one: sRGB), as CMYK with the same alpha, JPEG as
/// JPEG; or kept, with Picture::icc always set, JPEG as the file has it unless it may be smaller.
/// Gray and CMYK keep their inks; that CMYK was made for another press than `press_icc` is a note.
/// What has far more pixels than it takes at the size it is `printed` has fewer, see plan_pixels;
/// bytes that need no change stay the same. Reports profile-broken for a profile that can't be
/// used, and gives nothing.
std::shared_ptr<const display::Picture> to_press(std::shared_ptr<const display::Picture> picture,
                                                 const PressWish& wish, const Size& printed,
                                                 diag::Span asked_at, diag::Diagnostics& diags);

}  // namespace handbill::picture
