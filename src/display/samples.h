// SPDX-License-Identifier: MIT
// What a picture holds, one byte a sample, whatever it is kept as.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "display/page_list.h"

namespace handbill::display {

/// How many times smaller each side becomes, by leaving out the fine waves: far faster too.
enum class JpegScale { Full = 1, Half = 2, Quarter = 4, Eighth = 8 };

/// Samples of a pixel in that space.
std::size_t channels(Picture::Space space);

/// Rows from the top without padding. Of CMYK 0 is no ink.
struct Samples {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::string bytes;
};

/// `scale` is for JPEG; raw pictures come as large as they are. Nothing: the data are damaged or do
/// not have the size the picture states.
std::optional<Samples> samples(const Picture& picture, JpegScale scale = JpegScale::Full);

}  // namespace handbill::display
