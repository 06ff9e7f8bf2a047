// SPDX-License-Identifier: MIT
// How long, how often and from which fever on, as sentences say it.
#pragma once

#include <cstddef>
#include <vector>

#include "prose/passage.h"
#include "prose/statements.h"

namespace handbill::prose {

struct FoundQuantity {
  Quantity quantity;
  std::size_t first = 0, last = 0;  ///< with the words that say which it is
  bool is_ban = false;              ///< "wait 24 hours before": not earlier
};

/// What a sentence says of a span of time: that it lasts so long, or that something is over then.
enum class Tells { Span, End };

/// All of a sentence, in their order.
std::vector<FoundQuantity> quantities_in(const Passage& passage, const Sentence& sentence,
                                         Tells tells);

}  // namespace handbill::prose
