// SPDX-License-Identifier: MIT
// Widths of all lines a paragraph could have, from sums made once.
#pragma once

#include <cstdint>
#include <vector>

#include "text/cut_glyphs.h"
#include "text/shape.h"

namespace handbill::text {

/// A line that could be, in points.
struct LineWidth {
  double natural = 0;  ///< trailing space left out, a hyphen put in
  double spaces = 0;   ///< word spaces inside, as wide as the font has them
};

class LineWidths {
 public:
  /// `word_space`: what a word space takes, in fractions of the font's own.
  LineWidths(const ShapedParagraph& shaped, const Paragraph& paragraph, double word_space);

  /// Break 0 is the start of the paragraph, break i ends after ShapedParagraph::breaks[i - 1].
  std::size_t count() const { return at_.size(); }
  LineWidth line(std::size_t from, std::size_t to) const;
  /// Shapes the glyphs at a break again if it changes them, and takes the difference into account.
  /// True when it had not been done and made a difference.
  bool settle(std::size_t index, const font::FontBook& fonts, RunShaper& shaper);

 private:
  struct At {
    double width = 0;           ///< of all before, trailing space included
    double spaces = 0;          ///< word spaces before
    double hanging = 0;         ///< trailing space just before
    double hanging_spaces = 0;  ///< its part in `spaces`
    double tail = 0;            ///< added when a line ends here: hyphen, less the last tracking
    double end_change = 0;      ///< by shaping again, when a line ends here
    double start_change = 0;    ///< when a line starts here
    bool is_settled = true;
  };
  class Summer;

  double change_before(std::size_t index, const RunSource& source, RunShaper& shaper) const;

  const ShapedParagraph& shaped_;
  const Paragraph& paragraph_;
  std::vector<At> at_;
};

/// The style of a run or of the text around a field.
const CharacterStyle& style_of(const Paragraph& paragraph, const ShapedRun& run);

}  // namespace handbill::text
