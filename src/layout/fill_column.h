// SPDX-License-Identifier: MIT
// Lines stacked in a column.
//
// The first line hangs with its capitals touching the top of the column, so that columns, pictures
// and headings line up by eye; below it each baseline follows the last by the leading of its
// paragraph, plus the space between paragraphs (the sum of after and before; before is dropped at
// the top of a column). A line fits when its descent does.
#pragma once

#include <vector>

#include "layout/set_paragraph.h"

namespace handbill::layout {

/// Where in a flow of paragraphs the next line comes from.
struct Cursor {
  std::size_t paragraph = 0;
  SetParagraph* tail = nullptr;  ///< set: the rest of that paragraph, cut off for another width
  std::uint32_t offset = 0;      ///< bytes of it that are set already
};

using Flow = std::vector<SetParagraph*>;

struct ColumnLine {
  SetParagraph* paragraph = nullptr;
  text::Line* line = nullptr;
  std::size_t index = 0;  ///< of the line in its paragraph
  std::size_t count = 0;  ///< lines of the paragraph at this width
  Length baseline;        ///< from the top of the column
  Length bottom;          ///< descent and rule below included
  Cursor next;            ///< after this line
};

struct ColumnFill {
  std::vector<ColumnLine> lines;
  Cursor from;
  Cursor next;
  /// Last baseline: what the eye takes for the lower end.
  Length last_baseline() const { return lines.empty() ? Length() : lines.back().baseline; }
  Length bottom() const { return lines.empty() ? Length() : lines.back().bottom; }
};

/// Whether another column follows: only then is a bad place to stop avoided.
enum class Follows { Column, Nothing };

/// As many lines from `from` on as fit into `column`. Stops at the last place the keep rules and
/// orphans and widows leave open; if there is none, where the column is full.
ColumnFill fill_column(const Flow& flow, Cursor from, Size column, Follows follows);

bool is_finished(const Flow& flow, const Cursor& cursor);

/// The least height at which `columns` columns of `width` take the whole rest of the flow.
Length natural_height(const Flow& flow, Cursor from, Length width, int columns);

/// Higher and wider than any sheet.
inline constexpr Length kUnlimited = Length::pt(1e7);

}  // namespace handbill::layout
