// SPDX-License-Identifier: MIT
// The blocks of a galley as they go on pages. Private to this folder.
#pragma once

#include <vector>

#include "document/galley.h"
#include "layout/place.h"

namespace handbill::layout {

/// Tables whose columns find no room are told as lists; texts that follow each other are one;
/// headings that end a text are blocks of their own, which go with the figure or table below.
std::vector<document::GalleyBlock> galley_blocks(const document::Document& document,
                                                 const Type& type);

/// With drawings smaller; codes stay as they are.
std::vector<document::GalleyBlock> with_smaller_figures(std::vector<document::GalleyBlock> blocks,
                                                        double scale);

}  // namespace handbill::layout
