// SPDX-License-Identifier: MIT
// What stands below which heading, and what is listed there.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "prose/reading.h"

namespace handbill::prose {

/// A heading and what stands below it up to the next; what comes before all headings has none.
struct Section {
  std::optional<std::size_t> heading{};
  std::vector<std::size_t> paragraphs{};  ///< in the order they are read; the heading is none of it
};

/// In the order of the document.
std::vector<Section> sections_of(const Reading& reading);

/// An item of a list with what belongs to it, a row of a table, or a paragraph of its own.
struct Entry {
  std::vector<std::size_t> paragraphs;  ///< never none
};

struct Entries {
  std::vector<std::size_t> lead_in;  ///< paragraphs before a list: "For the first 7 days:"
  std::vector<Entry> entries;
};

/// What a section lists. Where there are items or rows, paragraphs between them are no entries.
Entries entries_of(const Reading& reading, const Section& section);

/// Sentences of prose: no heading, no name of a column or row, no picture, no code.
bool is_prose(const words::Paragraph& paragraph);

/// Where to point at for what is said of a whole document: its first heading, else its first
/// paragraph. There must be one.
diag::Span beginning_of(const Reading& reading);

}  // namespace handbill::prose
