// SPDX-License-Identifier: MIT
// Text in frames: columns, threads, and what does not fit.
#pragma once

#include <optional>
#include <vector>

#include "layout/fragment.h"
#include "layout/gather.h"
#include "layout/solve_boxes.h"

namespace handbill::layout {

/// The boxes of all sides solved so far.
using AllBoxes = std::vector<Boxes>;

/// Columns of a frame; no columns: they leave no room.
struct ColumnRoom {
  int count = 1;
  Length width;
  Length pitch;  ///< from left edge to left edge
};
std::optional<ColumnRoom> column_room(const document::Frame& frame, Length frame_width);

/// Fills the frames of one thread one after the other, each when its box is known.
class ThreadFiller {
 public:
  ThreadFiller(const document::Document& document, const Thread& thread);

  /// The height the rest of the text needs in frame `stop`, whose width is known; the frames before
  /// it have boxes. Insets of the frame included.
  Length height_at(std::size_t stop, Length width, const AllBoxes& boxes);
  /// The columns of frame `stop`. Frames without a box are passed over.
  const std::vector<ColumnFill>& columns_at(std::size_t stop, const AllBoxes& boxes);
  /// True for the last frame of the thread, or the one in which the text ends.
  bool ends_at(std::size_t stop) const;

  /// Reports overset when text is left after the last frame.
  void report_overset(const AllBoxes& boxes, diag::Diagnostics& diags);

 private:
  void fill_to(std::size_t stop, const AllBoxes& boxes);
  void fill_frame(std::size_t stop, const Rect& box);
  const document::Frame& frame(std::size_t stop) const;

  const document::Document& document_;
  const Thread& thread_;
  std::vector<std::vector<ColumnFill>> filled_;  ///< by stop, as far as asked for
  Cursor cursor_;
  bool broken_ = false;  ///< a frame has no box, and that has been reported
};

/// Lines of a frame as column fragments in the frame's coordinates, moved down as its vertical
/// alignment asks when the text ends in it.
std::vector<Fragment> place_columns(const document::Frame& frame, Size box,
                                    const std::vector<ColumnFill>& columns, bool ends_here);

/// Words between white space.
std::size_t count_words(std::string_view text);

}  // namespace handbill::layout
