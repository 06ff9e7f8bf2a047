// SPDX-License-Identifier: MIT
// Text in frames: columns, threads, and what does not fit.
#pragma once

#include <optional>
#include <vector>

#include "layout/fit_levers.h"
#include "layout/fragment.h"
#include "layout/gather.h"
#include "layout/solve_boxes.h"
#include "layout/tell_overset.h"

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
  /// `around`: by side, what text flows around; filled before the boxes of the side are solved.
  ThreadFiller(const document::Document& document, const TextThread& thread,
               const std::vector<Around>& around);

  /// The height the rest of the text needs in frame `stop`; the frames before
  /// it have boxes. Insets of the frame included.
  Length height_at(std::size_t stop, const GrowingBox& box, const AllBoxes& boxes);
  /// The columns of frame `stop`. Frames without a box are passed over.
  const std::vector<ColumnFill>& columns_at(std::size_t stop, const AllBoxes& boxes);
  /// True for the last frame of the thread, or the one in which the text ends.
  bool ends_at(std::size_t stop) const;

  /// How much of the text has a place when frame `stop` is full; 1 only if it is all of it.
  double part_placed_at(std::size_t stop, const AllBoxes& boxes);

  /// Whether all text fits its frames, and each word its column.
  Trial fits_all(const AllBoxes& boxes);

  /// True when its `fit` counts lines and there are no more, or does not count them.
  bool has_lines_allowed(const AllBoxes& boxes);
  /// When text is left after the last frame, or has more lines than it may.
  std::optional<Overfull> overfull(const AllBoxes& boxes);

 private:
  void fill_to(std::size_t stop, const AllBoxes& boxes);
  void fill_frame(std::size_t stop, const AllBoxes& boxes);
  /// The columns of a frame whose content starts at `origin` of the side.
  FrameSpace space(std::size_t stop, const ColumnRoom& room, Point origin, Length height) const;
  Length height_above(FrameSpace space, Length bottom) const;
  bool holds_its_words() const;
  double fill(const AllBoxes& boxes) const;
  double part_before(const Cursor& cursor) const;
  std::optional<Overfull> has_more_lines(const AllBoxes& boxes);
  diag::Diagnostic tell_of(TextOver over, const AllBoxes& boxes) const;
  Obstacles obstacles_of(std::size_t stop, const AllBoxes& boxes) const;
  const document::Frame& frame(std::size_t stop) const;

  const document::Document& document_;
  const TextThread& thread_;
  const std::vector<Around>& around_;
  std::vector<std::vector<ColumnFill>> filled_;  ///< by stop, as far as asked for
  Cursor cursor_;
  bool broken_ = false;  ///< a frame has no box, and that has been reported
};

/// A frame with text in it.
struct TextFrame {
  const document::Frame& frame;
  Rect box;
  std::optional<Grid> grid;  ///< from the top of its columns
  bool ends_here = false;    ///< the text does
};

/// Lines of a frame as column fragments in the frame's coordinates, moved down as its vertical
/// alignment asks when the text ends in it.
std::vector<Fragment> place_columns(const TextFrame& frame, const std::vector<ColumnFill>& columns);

}  // namespace handbill::layout
