// SPDX-License-Identifier: MIT
// The glyphs of a part of a shaped run, shaped again where the cut changes them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/shape.h"
#include "text/shape_run.h"

namespace handbill::text {

/// A run with what is needed to shape parts of it again.
struct RunSource {
  const ShapedRun& run;
  std::string_view text;  ///< of the whole paragraph
  const CharacterStyle& style;
  const font::Face& face;
};

/// Glyphs of [begin, end) in visual order. A cut that HarfBuzz calls unsafe, or that falls into a
/// ligature, is shaped again on this side of it; so is the last word when it ends in a hyphen.
std::vector<ShapedGlyph> cut_glyphs(const RunSource& source, std::uint32_t begin, std::uint32_t end,
                                    RunShaper::Ending ending, RunShaper& shaper);

/// The last place before `offset`, not before `least`, where the run may be cut as it is.
std::uint32_t safe_before(const ShapedRun& run, std::uint32_t offset, std::uint32_t least);
/// The first place after `offset`, not after `most`.
std::uint32_t safe_after(const ShapedRun& run, std::uint32_t offset, std::uint32_t most);
bool is_safe_cut(const ShapedRun& run, std::uint32_t offset);

/// Glyphs of clusters that start in [begin, end), in visual order.
std::span<const ShapedGlyph> glyphs_between(const ShapedRun& run, std::uint32_t begin,
                                            std::uint32_t end);

}  // namespace handbill::text
