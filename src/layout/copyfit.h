// SPDX-License-Identifier: MIT
// Copyfit: text and tables that are to fit their frames are set at the largest size, and with the
// least change of spacing, at which they do.
#pragma once

#include "layout/gather.h"
#include "layout/place_text.h"

namespace handbill::layout {

/// Where the frames of all sides are, and what text flows around.
struct Surroundings {
  const AllBoxes& boxes;
  const std::vector<Around>& around;
};

/// Sets every thread that has a `fit` again, as it fits the frames, whose boxes are solved. A note
/// says what was chosen. What does not fit is left at the smallest setting, for overset to report.
void copyfit(const document::Document& document, Gathered& gathered, const Surroundings& frames,
             Context context);

/// Sets the one frame of a thread whose `fit` counts lines: in columns of this width it is to have
/// no more. To be called before its height is asked for.
void copyfit_lines(const document::Document& document, Gathered& gathered, std::size_t thread,
                   Length width, Context context);

}  // namespace handbill::layout
