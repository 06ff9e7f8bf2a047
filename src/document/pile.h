// SPDX-License-Identifier: MIT
// A folded sheet as it lies on a table: which panel lies where, on top of which.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"

namespace handbill::document {

enum class Face { Outside, Inside };

struct Layer {
  std::size_t panel = 0;      ///< index in the panels of the outside, left to right
  Face face = Face::Outside;  ///< that looks up
  Length left{}, width{};     ///< across the table
  Length right() const { return left + width; }
};

/// From the table up.
using Pile = std::vector<Layer>;

/// How many times a finished piece is folded; folds of one order are one time.
int folding_steps(const Side& outside);

/// The sheet with the folds of order less than `steps` made. The panel `cover` stays where it lies
/// on the sheet, its outside up.
Pile fold_up(const Side& outside, std::size_t cover, int steps);

/// Seen from below.
Pile turned_over(Pile pile);

/// What lies before a reader who has undone all but `steps`: both halves open like a book, the fold
/// undone last a valley.
Pile opened(const Side& outside, std::size_t cover, int steps);

/// What one sees from above, left to right.
struct Seen {
  std::size_t layer = 0;  ///< index in the pile
  Length left{}, right{};
};
std::vector<Seen> seen(const Pile& pile);

/// By layer, how many layers lie below it, one on the other.
std::vector<int> levels(const Pile& pile);

}  // namespace handbill::document
