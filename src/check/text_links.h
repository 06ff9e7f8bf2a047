// SPDX-License-Identifier: MIT
// What holds the text of a frame together: an edge that runs between its letters or its lines parts
// it, though no ink lies on it.
#pragma once

#include <cstddef>
#include <vector>

#include "check/ground.h"
#include "check/page_view.h"

namespace handbill::check {

/// A straight way from ink to ink.
struct Link {
  /// Loose: from a line to the next below a wider gap, in which something may stand that the text
  /// jumps over.
  enum class Hold { Close, Loose } hold = Hold::Close;
  std::size_t item = 0;  ///< of the page: text at its start
  Piece way;
};

/// Along each line, through the middle of its small letters, broken where nothing stands for more
/// than an em; and from each line down to the next of its frame that stands below it.
std::vector<Link> text_links(const PageView& view);

}  // namespace handbill::check
