// SPDX-License-Identifier: MIT
// Frames that content has made so tall that they, or what they push, run into what does not give
// way: the safe area, their limit, another frame.
#pragma once

#include <vector>

#include "layout/build_fragments.h"
#include "layout/place_text.h"

namespace handbill::layout {

/// A side as it is, and as it were if all that grows with its content held one line.
struct SolvedSide {
  const Boxes& boxes;
  const Boxes& least;
};

/// Reports overset at the content that is too long, once for each: of all that pushes, the one of
/// which the smallest part has to go. Returns the frames that run into something, and those whose
/// growth has moved them there.
std::vector<document::FrameIndex> report_overruns(const document::Document& document,
                                                  const Matter& matter, std::size_t side,
                                                  const SolvedSide& solved,
                                                  const SideFragment& placed,
                                                  diag::Diagnostics& diags);

}  // namespace handbill::layout
