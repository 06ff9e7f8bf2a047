// SPDX-License-Identifier: MIT
// SVG art read by a reader. Its answer is looked at: all of it lies within the limits, has colours
// that were offered, and speaks of nothing but the file.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <variant>

#include "color/color.h"
#include "confined/reader.h"
#include "diag/diagnostic.h"
#include "diag/source_map.h"
#include "display/page_list.h"

namespace handbill::picture {

/// The colour of art for an SVG colour as SwatchLookup has it.
using ScreenColors = std::map<std::string, color::Color, std::less<>>;

using ArtResult = std::variant<std::shared_ptr<const display::Art>, confined::Outcome>;

/// As read_svg, or what became of the reader.
ArtResult ask_for_art(confined::Reader& reader, const diag::SourceMap& sources, diag::FileId file,
                      const ScreenColors& colors, diag::Diagnostics& diags);

}  // namespace handbill::picture
