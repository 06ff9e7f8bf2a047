// SPDX-License-Identifier: MIT
// Where a face lies on the axes of a variable font. For the files of this folder only.
#pragma once

#include <hb.h>

#include <string>
#include <variant>
#include <vector>

#include "font/font_book.h"
#include "font/report.h"

namespace handbill::font {

/// Empty for a font that is not variable.
std::vector<AxisRange> axes_of(hb_face_t* face);

/// A value for every axis, in the order of the font: what the catalogue asks for, else its weight
/// and italic, else the font's own. Or what is wrong.
std::variant<std::vector<AxisValue>, std::string> place_on_axes(const std::vector<AxisRange>& axes,
                                                                const CatalogFace& wanted);

/// "_700wght": what a PostScript name gets for the axes that are not where the font has them
/// (Adobe Technical Note 5902).
std::string instance_suffix(const std::vector<AxisRange>& axes,
                            const std::vector<AxisValue>& values);

}  // namespace handbill::font
