// SPDX-License-Identifier: MIT
// JPEG files as samples, by libjpeg-turbo.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handbill::svg {

struct DecodedJpeg {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::size_t channels = 0;  ///< 1 grey, 3 RGB, 4 CMYK as the file has it
  std::string samples;
};

/// YCbCr comes as RGB, YCCK as CMYK. Nothing: not a JPEG file, or damaged beyond its header.
std::optional<DecodedJpeg> decode_jpeg(std::string_view bytes);

}  // namespace handbill::svg
