// SPDX-License-Identifier: MIT
// The document as a tree of fragments: text shaped, boxes solved, frames filled.
#pragma once

#include <string>
#include <vector>

#include "layout/fragment.h"
#include "layout/gather.h"
#include "layout/place.h"

namespace handbill::layout {

struct FragmentTree {
  Gathered gathered;  ///< owns the lines
  std::vector<SideFragment> sides;
  Misfits misfits{};
  document::FoundPages pages{};
};

/// Frames that are not boxes are left out. Reports all that place promises to report.
FragmentTree build_fragments(const document::Document& document, Context context);

/// See dump_fragments in place.h.
std::string dump(const FragmentTree& tree);

}  // namespace handbill::layout
