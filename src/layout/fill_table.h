// SPDX-License-Identifier: MIT
// Tables in frames: which rows each frame of a table takes, and what does not fit.
#pragma once

#include <optional>
#include <vector>

#include "layout/place_table.h"
#include "layout/place_text.h"
#include "layout/tell_overset.h"

namespace handbill::layout {

/// Fills the frames of one table one after the other, each when its box is known, column by column.
/// A column takes whole rows, as many as fit with the least space between them, after the header
/// rows, which every column shows; the last takes all that is left. Then the space opens as far as
/// it may. A stop is one column of a frame.
class TableFiller {
 public:
  TableFiller(const document::Document& document, const TableThread& thread);

  /// The height the rest of the table needs in frame `stop`; the frames before it have boxes.
  /// Insets of the frame included.
  Length height_at(std::size_t stop, const GrowingBox& box, const AllBoxes& boxes);
  /// The same with the least space between the rows, in a frame of that width at `top`.
  Length least_height_at(std::size_t stop, Length top, Length width, const AllBoxes& boxes);
  /// The columns of the frame that begins with `stop`.
  std::size_t columns_at(std::size_t stop) const;
  /// Where rows stand at `stop`, on the side; nothing: its frame has no box.
  std::optional<Rect> room(std::size_t stop, const AllBoxes& boxes) const;
  /// The part of the table that is shown at `stop`. Reports columns that are too wide.
  TableFragment place(std::size_t stop, const AllBoxes& boxes, diag::Diagnostics& diags);
  /// How many of the rows have a place when frame `stop` is full; 1 only if all have.
  double part_placed_at(std::size_t stop, const AllBoxes& boxes);
  /// When that part is taller than its frame.
  std::optional<Overfull> overfull(std::size_t stop, const TableFragment& placed,
                                   const AllBoxes& boxes) const;
  /// The row after the last of those from `begin` on that such room in frame `stop` holds; `begin`:
  /// not even the first.
  std::size_t end_of_rows(std::size_t stop, std::size_t begin, Size room);
  /// Of rows [begin, end) in frame `stop`.
  Length height_of_rows(std::size_t stop, std::size_t begin, std::size_t end, Length width) {
    return set(stop, {begin, end}, {{}, {}, width, {}}, 0).height;
  }
  /// Whether all rows and columns fit their frames.
  Trial fits_all(const AllBoxes& boxes);

 private:
  /// Rows [begin, end) of the table.
  struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  void fill_to(std::size_t stop, const AllBoxes& boxes);
  /// The rows that are left for frame `stop`, which holds them all.
  Part rest_at(std::size_t stop, const AllBoxes& boxes);
  Part fill(std::size_t stop, std::size_t begin, const Rect& room);
  /// Those from `begin` on that there is room for, so far apart.
  Part rows_that_fit(std::size_t stop, std::size_t begin, const Rect& room, double opening);
  /// Rows from `begin` on that are more than `room` holds; or all there are.
  Part more_than_fits(std::size_t stop, std::size_t begin, const Rect& room, double opening);
  /// Whether the columns of the frame that begins with `stop` hold all rows from `begin` on.
  bool columns_hold(std::size_t stop, std::size_t begin, const Rect& room, double opening);
  /// The least height, of `room` at most, in which they do.
  Length balanced_height(std::size_t stop, std::size_t begin, const Rect& room, double opening);
  /// On the grid only at the top of its frame: what stands in the middle or at the foot moves.
  TableFragment set(std::size_t stop, Part part, const Rect& room, double opening);
  /// With as much space between its rows as there is room for.
  TableFragment open(std::size_t stop, Part part, const Rect& room);
  const std::vector<ColumnBox>& columns(Length width);
  Length leading() const;
  std::vector<const SetRow*> rows(std::size_t stop, Part part) const;
  Length height_of(std::size_t stop, Part part, const Rect& room, double opening);
  void keep_rows_together();
  const SetRow* continued(std::size_t begin) const;
  const document::Frame& frame(std::size_t stop) const;

  const document::Document& document_;
  const TableThread& thread_;
  std::size_t headers_ = 0;  ///< rows at the start that name the columns
  /// For each row and one past the last: whether a frame may end before it. Not within the header,
  /// nor through a cell of several rows, nor where rows are to stay together.
  std::vector<bool> may_end_before_;
  std::vector<Part> parts_;           ///< by stop, as far as asked for
  std::optional<Length> balanced_{};  ///< of the columns of the frame that is filled now
  /// All rows have a say in the columns, so those of a width are found once.
  struct Columns {
    const document::Table* table = nullptr;  ///< as it is fitted
    Length width;
    std::vector<ColumnBox> boxes;
  };
  std::vector<Columns> columns_;
};

}  // namespace handbill::layout
