// SPDX-License-Identifier: MIT
// Tables: columns of a layout over rows of facts, or over rows written in the layout.
#pragma once

#include "document/pictures.h"
#include "document/set_text.h"

namespace handbill::document {

class Conditions;
class EntryFlows;
class Tables;

/// What the parts of a frame are made with.
struct FrameTools {
  TextTools text;
  Pictures& pictures;
  Tables& tables;
  const Conditions& conditions;
  EntryFlows& flows;
};

/// `styles` are those of the frame. A text cell takes in the empty cells after it, as in a
/// spreadsheet. A header row comes first when any column has a `header`. Rows about facts the
/// clinic does not have are left out.
/// `scope`: of the part or entry it stands in; may be null.
Table resolve_table(const spec::TableSpec& table, const spec::MarkdownSpec& styles,
                    const FrameTools& tools, const content::FactRow* scope = nullptr);

/// But for its headers.
bool has_no_rows(const Table& table);

/// Top unless something else is written.
VerticalAlign vertical_align_of(const std::optional<spec::Text>& written);

}  // namespace handbill::document
