// SPDX-License-Identifier: MIT
// Stage 5, break: a shaped paragraph and a measure become lines; the whole paragraph is weighed at
// once (Knuth and Plass, "Breaking paragraphs into lines", 1981).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "display/page_list.h"
#include "text/shape.h"

namespace handbill::text {

/// What a line leaves free at its ends: for a drop cap, for a frame that text flows around.
struct LineInset {
  Length left{};
  Length right{};
  bool operator==(const LineInset&) const = default;
};

/// The width lines may take, before the paragraph's own indents.
struct Measure {
  Length width;
  std::span<const LineInset> insets{};  ///< of the first lines; those after them have none

  LineInset inset(std::size_t line) const {
    return line < insets.size() ? insets[line] : LineInset{};
  }
};

/// Decisions only: which bytes a line holds and how far its spaces stretch.
struct LineBreak {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  ///< spaces at the end included
  bool hyphen = false;    ///< a hyphen is added at the end
  /// How much of what its spaces, letters and glyphs can give it is stretched (> 0) or shrunk
  /// (< 0) by.
  double ratio = 0;
  /// From this byte on the text stands flush at the end of the line.
  std::uint32_t flush_end = kNoFlushEnd;
  bool splits_word = false;  ///< BreakPoint::splits_word of its end
  static constexpr std::uint32_t kNoFlushEnd = 0xFFFFFFFF;

  bool is_flush() const { return flush_end <= begin; }
};

/// Never empty: an empty paragraph has one empty line. Deterministic. A word wider than the measure
/// stands alone on a line that is too wide.
std::vector<LineBreak> break_lines(const ShapedParagraph& shaped, const Paragraph& paragraph,
                                   Measure measure, const font::FontBook& fonts);

/// A line ready to be placed: items relative to the left end of the measure, baseline at y = 0.
struct Line {
  std::vector<display::Item> items;  ///< glyph runs, fields as shapes, underlines
  std::vector<display::Link> links;  ///< boxes relative like the items
  Length left;                       ///< it starts here, indents, alignment, margins applied
  Length width;                      ///< from `left` to the end of the last visible glyph
  Length overrun;    ///< by how much the line is wider than its measure; 0 when it fits
  Length shortfall;  ///< by how much a justified line is narrower; 0 when it fills its measure
  Length ascent;     ///< largest ascender on the line
  Length descent;    ///< largest descender, positive
  std::string text;  ///< what it says, for dumps
  double ratio = 0;
  /// A word wider than the column, which goes on in the next line by force; empty: none does.
  std::string split_word{};

  bool holds_its_words() const { return fits(overrun, Length()) && split_word.empty(); }
};

/// Where what has a place of its own stands in the reading order. Other words stand where their
/// paragraph does.
struct PartPlaces {
  std::vector<std::optional<display::StructId>> parts{};  ///< by PartId
  std::optional<display::StructId> marker{};

  std::optional<display::StructId> of(std::optional<PartId> part) const {
    return part && part->index() < parts.size() ? parts[part->index()] : std::nullopt;
  }
};

/// Reorders by direction, aligns, spreads justified lines, adds hyphens, and reshapes at breaks
/// that HarfBuzz calls unsafe, so that kerning and ligatures at line ends are right.
/// The marker, if any, stands on the first line.
std::vector<Line> set_lines(const ShapedParagraph& shaped, const Paragraph& paragraph,
                            const std::vector<LineBreak>& breaks, Measure measure,
                            const font::FontBook& fonts, const PartPlaces& places = {});

/// Width of the whole paragraph on one line (forced breaks obeyed): the widest line, indents
/// included.
Length natural_width(const ShapedParagraph& shaped, const Paragraph& paragraph);
/// Width of its widest unbreakable piece, indents included. Words that the program parts count
/// whole.
Length minimum_width(const ShapedParagraph& shaped, const Paragraph& paragraph);

}  // namespace handbill::text
