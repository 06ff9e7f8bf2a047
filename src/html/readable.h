// SPDX-License-Identifier: MIT
// Colours that can be read, in light and in dark. Private to this folder.
#pragma once

#include "svg/screen_color.h"

namespace handbill::html {

/// The colour, or if it has less contrast than that on the ground, black or white.
svg::ScreenColor readable(svg::ScreenColor color, svg::ScreenColor ground, double least);

/// The ground for those who ask for dark pages: what is dark stays, what is light becomes dark and
/// keeps a trace of its tint.
svg::ScreenColor darkened(svg::ScreenColor ground);

/// The colour, so much lighter that it has that contrast on a dark ground.
svg::ScreenColor lightened(svg::ScreenColor color, svg::ScreenColor ground, double least);

double contrast(svg::ScreenColor one, svg::ScreenColor other);

}  // namespace handbill::html
