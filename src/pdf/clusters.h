// SPDX-License-Identifier: MIT
// Which glyphs of a run stand together for which bytes of its text.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "display/page_list.h"

namespace handbill::pdf {

struct Cluster {
  std::span<const display::Glyph> glyphs;  ///< in visual order, never empty
  /// What a reader gets for them. A hyphen added at a line end is a soft hyphen here: readers that
  /// join lines drop it (PDF 1.7, 14.8.2.2.3).
  std::string_view text;
};

/// The next cluster in reading order, when `done` glyphs of the run are behind: from the left end,
/// or from the right end where the run goes to the left.
Cluster next_cluster(const display::GlyphRun& run, std::size_t done);

/// True when the glyphs are, one for one, what the font shows for the code points of the cluster's
/// text (the first in any of its forms), so that each glyph can carry its own.
bool is_one_for_one(const Cluster& cluster, const display::GlyphRun& run, const font::Face& face);

/// The part of `cluster.text` that belongs to glyph `index`, when is_one_for_one.
std::string_view text_of_glyph(const Cluster& cluster, const display::GlyphRun& run,
                               std::size_t index);

/// A code point of `cluster.text` for glyph `index`, when they are not one for one: the last ones
/// share the last code point.
std::string_view share_of_glyph(const Cluster& cluster, const display::GlyphRun& run,
                                std::size_t index);

}  // namespace handbill::pdf
