// SPDX-License-Identifier: MIT
// Lines stacked in a column.
//
// The first line hangs with its capitals touching the top of the column, so that columns, pictures
// and headings line up by eye; below it each baseline follows the last by the leading of its
// paragraph, plus the space between paragraphs (the sum of after and before; before is dropped at
// the top of a column). Where its style says so, a line then moves down to the next line of the
// baseline grid. A line fits when its descent does (or, as the frame says, its baseline), and when
// there is room for the notes it refers to at the foot of the column.
#pragma once

#include <optional>
#include <vector>

#include "layout/grid.h"
#include "layout/obstacles.h"
#include "layout/set_paragraph.h"

namespace handbill::layout {

/// Where in a flow of paragraphs the next line comes from.
struct Cursor {
  std::size_t paragraph = 0;
  SetParagraph* tail = nullptr;  ///< set: the rest of that paragraph, cut off for another width
  std::uint32_t offset = 0;      ///< bytes of it that are set already

  bool is_at_start() const { return tail == nullptr && offset == 0; }
};

struct ColumnLine {
  SetParagraph* paragraph = nullptr;
  const text::Line* line = nullptr;
  std::size_t index = 0;    ///< of the line in its paragraph
  std::size_t count = 0;    ///< lines of the paragraph at this width
  Length left{};            ///< of its measure, in the column
  Length baseline;          ///< from the top of the column
  Length bottom;            ///< descent and rule below included, the descent where it counts
  Cursor next;              ///< after this line
  bool hyphenated = false;  ///< ends in a hyphen that was added
  Flow notes{};             ///< that it refers to
};

/// What lines are stacked in.
struct ColumnSpace {
  Size size;
  std::optional<Grid> grid{};
  const Obstacles* obstacles = nullptr;  ///< on the side; null: none
  Point origin{};                        ///< of the column, on the side
  document::Foot foot = document::Foot::Descent;
};

struct ColumnFill {
  std::vector<ColumnLine> lines;
  Cursor from;
  Cursor next;
  /// Last baseline: what the eye takes for the lower end.
  Length last_baseline() const { return lines.empty() ? Length() : lines.back().baseline; }
  Length bottom() const;
  std::vector<ColumnLine> notes{};  ///< their baselines from the first one's capitals
  Length notes_height{};            ///< of the space above them too
  Length height() const { return bottom() + notes_height; }
};

/// Notes at the foot of a column.
struct FootNotes {
  std::vector<ColumnLine> lines;
  Length height;  ///< of the white above them too
};
FootNotes set_notes(const Flow& notes, Length width);

/// Whether another column follows: only then is a bad place to stop avoided.
enum class Follows { Column, Nothing };

/// As many lines from `from` on as fit into `column`. Stops at a paragraph that asks for the next
/// column, or at the last place the keep rules and orphans and widows leave open (one line sooner
/// if that spares a hyphen there); if there is none, where the column is full.
ColumnFill fill_column(const Flow& flow, Cursor from, const ColumnSpace& column, Follows follows);

bool is_finished(const Flow& flow, const Cursor& cursor);

/// The equal columns of a frame, and whether a frame follows it.
struct FrameSpace {
  ColumnSpace column;
  int columns = 1;
  Length pitch{};  ///< from left edge to left edge; less than 0: the first stands at the right
  Follows after = Follows::Nothing;
};

/// Column after column, until the text ends or a paragraph asks for the next frame.
std::vector<ColumnFill> fill_columns(const Flow& flow, Cursor from, const FrameSpace& space);

/// The same with columns as high as each other, as far as the rules let them be. Where the text
/// does not end in this frame they are filled one after the other.
std::vector<ColumnFill> balance_columns(const Flow& flow, Cursor from, const FrameSpace& space);

/// The least height at which the columns take the whole rest of the flow, or what is to stand in
/// this frame; that of `space` does not count.
Length natural_height(const Flow& flow, Cursor from, FrameSpace space);

/// Higher and wider than any sheet.
inline constexpr Length kUnlimited = Length::pt(1e7);

}  // namespace handbill::layout
