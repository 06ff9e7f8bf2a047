// SPDX-License-Identifier: MIT
// Whether one document says all that another does.
#pragma once

#include <cstddef>
#include <vector>

#include "words/words.h"

namespace handbill::words {

/// Words of a paragraph that the other document lacks.
struct Lost {
  std::size_t paragraph = 0;       ///< index in Words::paragraphs
  std::size_t begin = 0, end = 0;  ///< bytes of its text
};

/// Which words of `all` are not found in `other`, letter by letter whatever white or line end is
/// between them: each paragraph once, in the order of `all` or where tables were told row by row.
/// Labels of items count there. What `other` says besides is no matter.
std::vector<Lost> lost_words(const Words& all, const Words& other);

}  // namespace handbill::words
