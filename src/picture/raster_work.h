// SPDX-License-Identifier: MIT
// Pictures decoded by a reader. Its answer is looked at: no picture is of another size than its
// pixels, or outside the limits.
#pragma once

#include <string_view>
#include <variant>

#include "confined/reader.h"
#include "picture/raster.h"

namespace handbill::picture {

/// As read_raster, or what became of the reader.
std::variant<RasterResult, confined::Outcome> ask_for_raster(confined::Reader& reader,
                                                             std::string_view bytes);

}  // namespace handbill::picture
