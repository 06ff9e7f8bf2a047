// SPDX-License-Identifier: MIT
// Frames that content has made so tall that they, or what they push, run into what does not give
// way: the safe area, their limit, another frame; and frames that are too small for their content,
// perhaps because others have taken their room.
#pragma once

#include <vector>

#include "layout/build_fragments.h"
#include "layout/solve_boxes.h"
#include "layout/tell_overset.h"

namespace handbill::layout {

/// A frame with a height of its own that does not hold its content.
struct TightFrame {
  document::FrameIndex frame = 0;
  Overfull over;
};

/// A side as it is, and as it were if all that grows with its content held one line.
struct SolvedSide {
  const Boxes& boxes;
  const Boxes& least;
  const Boxes& displaced;  ///< by what has grown, perhaps: they are no boxes, or off the sheet
  /// What each frame that is displaced and no box would need; of others nothing.
  const std::vector<Length>& needed;
  const std::vector<TightFrame>& tight;
};

/// Reports overset at the content that is too long, once for each: of all that pushes, the tallest,
/// of which the smallest part has to go. Returns the frames that have no room, and those whose
/// growth has taken it from them.
std::vector<document::FrameIndex> report_overruns(const document::Document& document,
                                                  const Gathered& gathered, std::size_t side,
                                                  const SolvedSide& solved,
                                                  const SideFragment& placed,
                                                  diag::Diagnostics& diags);

}  // namespace handbill::layout
