// SPDX-License-Identifier: MIT
// JPEG files as samples, by libjpeg-turbo.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handbill::display {

struct DecodedJpeg {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::size_t channels = 0;  ///< 1 grey, 3 RGB, 4 CMYK as the file has it
  std::string samples;
};

/// How many times smaller each side becomes, by leaving out the fine waves: far faster too.
enum class JpegScale { Full = 1, Half = 2, Quarter = 4, Eighth = 8 };

/// YCbCr comes as RGB, YCCK as CMYK; sizes are rounded up. Nothing: not a JPEG file, or damaged
/// beyond its header.
std::optional<DecodedJpeg> decode_jpeg(std::string_view bytes, JpegScale scale = JpegScale::Full);

}  // namespace handbill::display
