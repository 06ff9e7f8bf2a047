// SPDX-License-Identifier: MIT
// The pixels of a picture as ink.
#pragma once

#include <memory>

#include "plates/print.h"

namespace handbill::plates {

/// More pixels than these say nothing about ink that a plate preview or an ink map could show.
inline constexpr double kEnoughPixelsPerInch = 150;

/// What `picture` prints when it is placed at `pixels_per_inch`: grey on black, CMYK on the four
/// process inks, RGB on what it is about to be converted to. Much finer pictures are read at half
/// their resolution or less. Null: the data are damaged.
std::shared_ptr<const Raster> read_raster(const display::Picture& picture, double pixels_per_inch);

/// Each pixel the mean of `across` by `down` (1 or more) of the old ones; alpha counts.
Raster shrunk(const Raster& raster, int across, int down);

/// What the picture prints on each ink, 0 to 1, as a mean over its pixels; as long as the highest
/// ink, at least kProcessInks.
std::vector<double> mean_amounts(const Raster& raster);

}  // namespace handbill::plates
