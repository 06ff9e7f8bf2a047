// SPDX-License-Identifier: MIT
// Widths of all lines a paragraph could have, from sums made once.
#pragma once

#include <cstdint>
#include <vector>

#include "text/cut_glyphs.h"
#include "text/elastic.h"
#include "text/optical_margins.h"
#include "text/shape.h"

namespace handbill::text {

/// A line that could be, in points.
struct LineWidth {
  /// Trailing space left out, a hyphen put in, what stands out over the edges left out.
  double natural = 0;
  double stretch = 0;  ///< what its spaces, letters and glyphs may grow
  double shrink = 0;
  double spaces = 0;  ///< word spaces inside, as wide as the font has them
};

class LineWidths {
 public:
  /// `margins`: null when nothing stands out.
  LineWidths(const ShapedParagraph& shaped, const Paragraph& paragraph,
             const OpticalMargins* margins);

  /// Break 0 is the start of the paragraph, break i ends after ShapedParagraph::breaks[i - 1].
  std::size_t count() const { return at_.size(); }
  LineWidth line(std::size_t from, std::size_t to) const {
    const At& a = at_[from];
    const At& b = at_[to];
    // Nothing but space: as an empty line.
    if (b.ink_end <= a.ink_start) return {};
    return {b.end.natural - a.start.natural, b.end.stretch - a.start.stretch,
            b.end.shrink - a.start.shrink, std::max(0.0, b.spaces_end - a.spaces_start)};
  }
  /// Shapes the glyphs at a break again if it changes them, and takes the difference into account.
  /// True when it had not been done and made a difference.
  bool settle(std::size_t index, const font::FontBook& fonts, RunShaper& shaper);

 private:
  /// Sums of all that stands before a break.
  struct At {
    Elastic end;         ///< as a line that ends here counts it
    Elastic start;       ///< as a line that starts here does
    double ink_end = 0;  ///< without what stands out, to tell lines of nothing but space
    double ink_start = 0;
    double spaces_end = 0;  ///< word spaces
    double spaces_start = 0;
    double protrusion_end = 0;  ///< what `end` and `start` have in them
    double protrusion_start = 0;
    bool is_settled = true;
  };
  class Summer;

  bool settle_end(std::size_t index, const RunSource& source, RunShaper& shaper);
  bool settle_start(std::size_t index, const RunSource& source, RunShaper& shaper);

  const ShapedParagraph& shaped_;
  const Paragraph& paragraph_;
  const OpticalMargins* margins_;
  Elasticity elasticity_;
  std::vector<At> at_;
};

/// The style of a run or of the text around a field.
const CharacterStyle& style_of(const Paragraph& paragraph, const ShapedRun& run);

}  // namespace handbill::text
