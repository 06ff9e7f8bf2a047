// SPDX-License-Identifier: MIT
// Ink on coated paper without a profile: the colours of the sixteen solid overprints, mixed by how
// much of the paper each covers.
#pragma once

#include <array>
#include <cstddef>
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

/// The parts of the model. Of the sixteen solid overprints (cyan 1, magenta 2, yellow 4, black 8)
/// the roots of X, Y and Z relative to the paper, which mix by how much of the paper each covers.
std::array<std::array<double, 3>, 16> overprint_roots();
/// How much of the paper a tint of an ink covers; 0 is cyan, 3 black.
double covered(double amount, std::size_t ink);
/// X, Y and Z under D50, relative to a perfect white.
std::array<double, 3> paper_white();
/// Linear light in sRGB's encoding (IEC 61966-2-1), 0 to 1.
double encoded_light(double linear);

}  // namespace handbill::color
