// SPDX-License-Identifier: MIT
// What tables say, without their columns.
#pragma once

#include <vector>

#include "document/restyle.h"

namespace handbill::document {

/// The columns that show something to a reader: those of drawings that adorn are left out.
Table without_adornment(Table table);

/// Labels with blanks beside them.
bool is_form(const Table& table);

/// Row by row, in the words of its cells: the first in bold, below it each of the others behind the
/// head of its column; blanks stand in the line of what says what to write. A table of one column
/// is a list where drawings stood beside its rows
/// (`was_adorned`), else paragraphs. The table is restyled.
std::vector<text::Paragraph> told_as_list(const Table& table, bool was_adorned,
                                          const Restyler& restyler);

}  // namespace handbill::document
