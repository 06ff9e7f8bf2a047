// SPDX-License-Identifier: MIT
// How far the first and the last glyph of a line stand out over the edge that lines share.
#pragma once

#include "font/font_book.h"
#include "text/shape.h"

namespace handbill::text {

/// Only an edge that lines share looks straight or not: both of justified text, the start of text
/// set flush with it, the end of text set flush with that, none of centred text. Lines that read
/// from right to left have none.
class OpticalMargins {
 public:
  OpticalMargins(const ShapedParagraph& shaped, const Paragraph& paragraph,
                 const font::FontBook& fonts);

  /// Of a glyph a line begins with.
  double start(const ShapedRun& run, const ShapedGlyph& glyph) const {
    return at_start_ && run.bidi_level == 0 ? protrusion(run, glyph, Side::Left, 0) : 0;
  }
  /// Of a glyph a line ends with; a hyphen put in has the cluster `line_end`.
  double end(const ShapedRun& run, const ShapedGlyph& glyph, std::uint32_t line_end) const {
    return at_end_ && run.bidi_level == 0 ? protrusion(run, glyph, Side::Right, line_end) : 0;
  }

  /// Of the hyphen a line gets that ends in this run.
  double hyphen(const ShapedRun& run) const;

 private:
  enum class Side { Left, Right };
  double protrusion(const ShapedRun& run, const ShapedGlyph& glyph, Side side,
                    std::uint32_t line_end) const;

  const ShapedParagraph& shaped_;
  const Paragraph& paragraph_;
  const font::FontBook& fonts_;
  bool at_start_ = false;
  bool at_end_ = false;
};

}  // namespace handbill::text
