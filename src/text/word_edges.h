// SPDX-License-Identifier: MIT
// The words on either side of each place a line may end.
#pragma once

#include <cstdint>
#include <vector>

#include "text/line_cost.h"
#include "text/shape.h"

namespace handbill::text {

/// Words are told apart by a hash of their letters, large and small alike; 0 is no word: a part of
/// one, or one of a single letter.
struct WordEdge {
  std::uint32_t before = 0;
  std::uint32_t after = 0;
  bool is_hyphen = false;  ///< a line that ends here ends in one
  LineContext::Dangling dangling = LineContext::Dangling::Nothing;
};

/// By number of break, as LineWidths counts them: the first is the start of the paragraph.
std::vector<WordEdge> word_edges(const ShapedParagraph& shaped);

}  // namespace handbill::text
