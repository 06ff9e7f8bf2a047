// SPDX-License-Identifier: MIT
// What a table is to those who do not see it.
#pragma once

#include "document/document.h"

namespace handbill::document {

enum class TableUse {
  Table,    ///< cells belong to rows and columns
  List,     ///< one column has words, and each row of it a sign beside them
  Bullets,  ///< each row is the one item of a list: all of them are the list
  Blocks    ///< things stand side by side, or below each other, for the look alone
};

/// A table that names no row, column or group is one while several of its rows and columns have
/// words (WCAG 2.2, technique F46; ISO 14289-1, 7.5).
TableUse use_of(const Table& table);

/// It has a text, or a picture that a text stands for.
bool says_something(const Cell& cell);

}  // namespace handbill::document
