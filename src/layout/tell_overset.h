// SPDX-License-Identifier: MIT
// What is said of content that is too long: at its own line, in its own words, with the amount to
// cut. The frame it flows in is the second label.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "document/document.h"
#include "layout/fragment.h"
#include "text/break_lines.h"

namespace handbill::layout {

/// The frame in which something has no room.
struct TightPlace {
  const document::Frame* frame = nullptr;
  std::string what{};  ///< "0.5 in too tall for frame `body`"
  std::optional<diag::PageArea> area{};
};

/// A line, and the text that it is of.
struct LineOfText {
  const text::Paragraph* paragraph = nullptr;
  const text::Line* line = nullptr;
};

/// Text that is left over.
struct TextOver {
  std::vector<const text::Paragraph*> paragraphs{};  ///< all that flow there
  std::vector<LineOfText> lines{};                   ///< all that are set there
  std::size_t left_over = 0;                         ///< so many of them, the last, have no room
  diag::Span from{};                                 ///< the first of their words
  TightPlace place{};
};

/// `id` is overset; hints and labels may be added.
diag::Diagnostic tell(const TextOver& over);

/// An entry of a list that takes twice the lines of the others, or more.
struct LongEntry {
  std::size_t row = 0;                     ///< of the rows looked at
  std::vector<const text::Line*> lines{};  ///< of its longest text
  std::size_t left_over = 0;               ///< so many of them
};
/// The entry that is to blame when `lines` must go: without them it is as long as the others.
std::optional<LongEntry> long_entry(const std::vector<Fragment>& rows, std::size_t lines);

/// Rows that are left over.
struct RowsOver {
  const document::Table* table = nullptr;
  std::size_t fitting = 0;           ///< rows there is room for, its headers among them
  std::size_t lines = 0;             ///< that its entries are too long by
  std::optional<LongEntry> entry{};  ///< that has them all; its row is one of the table
  TightPlace place{};
};
diag::Diagnostic tell(const RowsOver& over);

/// Where the words at `span` come from; null: from the layout.
const text::Source* source_at(const text::Paragraph& paragraph, diag::Span span);

/// A frame that does not hold what it shows: by how much, and what is said if its own content is
/// too long, not what pushes it.
struct Overfull {
  Length amount;
  diag::Diagnostic told;
};

/// The first words of a line; nothing: it has none that are written anywhere.
std::optional<diag::Span> span_of(const text::Line& line);

/// All texts of a row, in the order of its cells.
std::vector<const text::Paragraph*> paragraphs_of(const document::Row& row);

/// The texts and facts that paragraphs come from, the longest first: "`a`, `b` and `c`"; empty:
/// their words are the layout's.
std::string names_of(const std::vector<const text::Paragraph*>& paragraphs);

}  // namespace handbill::layout
