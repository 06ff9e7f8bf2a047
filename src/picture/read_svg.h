// SPDX-License-Identifier: MIT
// SVG art: a stated subset (svg, g, path, rect, circle, ellipse, line, polyline, polygon;
// transform, fill, stroke and their properties, opacity; as attributes or in style="…"; linear and
// radial gradients as fills; title and desc are skipped). Anything else is svg-unsupported at its
// line, never dropped.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "diag/diagnostic.h"
#include "diag/source_map.h"
#include "display/page_list.h"

namespace handbill::picture {

/// Gives the swatch for an SVG colour as written ("#0b4f5c" in lower case with six digits, or
/// "currentcolor"); nothing: no swatch has that screen colour.
using SwatchLookup = std::function<std::optional<color::Color>(std::string_view)>;

/// The text of `file` as art. The size is that of the view box in points (one user unit, one
/// point), its corner moved to 0, 0; without one, of width and height. Nothing is cut off at the
/// view box. Reports svg-syntax, svg-unsupported, svg-color (once a colour), too-large; nothing if
/// and only if it did. Strokes under uneven scales get one even width.
std::shared_ptr<const display::Art> read_svg(const diag::SourceMap& sources, diag::FileId file,
                                             const SwatchLookup& swatch, diag::Diagnostics& diags);

/// SVG path data (SVG 1.1, 8.3.9: the grammar, arcs included). Nothing: not readable;
/// `error_at` is the offset of the first bad byte.
std::optional<Path> parse_path_data(std::string_view data, std::size_t& error_at);

}  // namespace handbill::picture
