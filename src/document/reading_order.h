// SPDX-License-Identifier: MIT
// What of a piece is read first, and what next.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "document/document.h"

namespace handbill::document {

/// Frames that are read together, in the order listed.
struct ReadingStop {
  std::size_t side = 0;
  std::optional<std::size_t> panel;  ///< none: of the whole side, or of a spread
  std::vector<FrameIndex> frames;    ///< one at least
};

/// Side after side; a folded piece as it opens: what lies on top, then what each step shows of the
/// outside, then the inside, then what is left of the outside. Panels follow each other
/// from left to right, or from right to left. What stands on a whole side is read before its
/// panels. A spread is read as a whole.
std::vector<ReadingStop> reading_order(const Document& document);

}  // namespace handbill::document
