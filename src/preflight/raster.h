// SPDX-License-Identifier: MIT
// Pictures (PDF 1.7, 8.9) and their pixels as amounts by plate.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "plates/print.h"
#include "preflight/color_space.h"
#include "preflight/options.h"

namespace handbill::preflight {

struct PictureSource {
  int width = 0, height = 0, bits = 8;
  bool mask = false;
  SpacePtr space{};
  std::vector<double> decode{};
  Handle stream = Handle::newNull();  ///< null: `bytes` are the samples
  std::optional<std::string> bytes{};
  std::string inline_filter{}, packed{};  ///< of an inline picture that has one filter
  Handle soft_mask = Handle::newNull();
};

/// From a picture's dictionary. Its space is nothing when it has none or a damaged one.
PictureSource read_picture(const Handle& picture, const Handle& resources, SpaceReader& spaces);

/// Null when the encoding is not one that qpdf decodes, or there are too many pixels.
std::shared_ptr<const plates::Raster> decode_picture(const PictureSource& source,
                                                     const SpaceReader& spaces, Budget& budget);

}  // namespace handbill::preflight
