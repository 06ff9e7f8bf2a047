// SPDX-License-Identifier: MIT
// What changed between two texts or versions, as the page draws it.
#pragma once

#include <vector>

#include "build/diff.h"
#include "compare/passages.h"
#include "desk/calls.h"

namespace handbill::desk {

/// `before` and `after`: those the changes are about. What stayed is cut to a few words.
Json changes_json(const std::vector<compare::Change>& changes,
                  const std::vector<compare::Passage>& before,
                  const std::vector<compare::Passage>& after);

/// A box in per cent of a page.
Json box_json(const Rect& box, Size page);

}  // namespace handbill::desk
