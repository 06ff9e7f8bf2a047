// SPDX-License-Identifier: MIT
// Pictures as a press takes them.
#pragma once

#include <memory>
#include <string_view>

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"

namespace handbill::picture {

/// What becomes of RGB pictures.
enum class RgbPictures { Convert, Keep };

struct PressWish {
  const color::Preview& press;
  color::Rendering rendering = color::Rendering::Perceptual;
  RgbPictures rgb = RgbPictures::Convert;
  std::string_view press_icc{};  ///< the profile of the press; empty: none is known
};

/// RGB pictures, JPEG or not, from their own profile (without one: sRGB) as raw CMYK with the same
/// alpha; or kept, with Picture::icc always set. Gray and CMYK keep their bytes; that CMYK was made
/// for another press than `press_icc` is a note. Reports profile-broken for a profile that can't be
/// used, and gives nothing.
std::shared_ptr<const display::Picture> to_press(std::shared_ptr<const display::Picture> picture,
                                                 const PressWish& wish, diag::Span asked_at,
                                                 diag::Diagnostics& diags);

}  // namespace handbill::picture
