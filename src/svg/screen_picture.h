// SPDX-License-Identifier: MIT
// Pictures as a screen shows them, whatever they were made for; and PNG files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "color/preview.h"
#include "display/page_list.h"

namespace handbill::svg {

/// Eight bits a channel, rows from the top without padding.
struct ScreenPicture {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::string rgb;
  std::string alpha;  ///< empty, or one byte a pixel; colour is not multiplied by it
};

/// CMYK goes through `preview`, inverted or not. Nothing: the data are damaged or do not have the
/// size the picture states.
std::optional<ScreenPicture> to_screen(const display::Picture& picture,
                                       const color::Preview& preview);

enum class PngContent {
  Page,        ///< flat areas, sharp edges
  Photograph,  ///< packed smaller, for more time
};

/// A PNG file; `pixels_per_inch` 0: not stated. Nothing: no memory, or over 2 GB.
std::optional<std::string> encode_png(const ScreenPicture& picture, PngContent content,
                                      double pixels_per_inch = 0);

/// The picture as an address that holds it: a JPEG as it is if a browser can show it, else a PNG.
/// Empty: it is damaged.
std::string data_uri(const display::Picture& picture, const color::Preview& preview);

}  // namespace handbill::svg
