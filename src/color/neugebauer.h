// SPDX-License-Identifier: MIT
// Ink on coated paper without a profile: the colours of the sixteen solid overprints, mixed by how
// much of the paper each covers.
#pragma once

#include <string>
#include <string_view>

#include "color/color.h"

namespace handbill::color {

/// Paper shows as white, four solid inks as black; out-of-range amounts count as 0 or 1.
Rgb neugebauer_rgb(const Cmyk& ink);

/// The same for rows of 8-bit pixels (0 no ink).
std::string neugebauer_rgb(std::string_view cmyk);

/// Rows of 8-bit sRGB as 8-bit ink. The common part of the three inks is handed to black more and
/// more towards the shadows; the inks never sum to more than 300%.
std::string replace_grey_component(std::string_view rgb);

}  // namespace handbill::color
