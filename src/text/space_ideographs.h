// SPDX-License-Identifier: MIT
// The white that Chinese and Japanese setting takes away and puts in.
#pragma once

#include "text/shape.h"

namespace handbill::text {

/// After shaping, on the advances of the glyphs:
/// - Of two full-width punctuation marks in a row one gives up its empty half (CLREQ 3.1.6.1,
///   JLREQ 3.1.4), and a single one does so where a line begins or ends with it (trim_start,
///   trim_end). Which half is empty the ink of the glyph tells, so regional forms that stand in the
///   middle of their square keep it.
/// - Between an ideograph or kana and a Latin letter or digit stands a quarter of an em (CLREQ
///   3.2.2, JLREQ 3.2.3), unless the text has a space there; not where a line ends.
void space_ideographs(ShapedParagraph& shaped, const Paragraph& paragraph,
                      const font::FontBook& fonts);

}  // namespace handbill::text
