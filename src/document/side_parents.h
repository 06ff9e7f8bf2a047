// SPDX-License-Identifier: MIT
// The parents of sides, and theirs.
#pragma once

#include <vector>

#include "document/context.h"
#include "document/plan_pages.h"

namespace handbill::document {

/// Reports unknown-parent, parent-cycle, and keys that no parent takes.
void check_parents(const Context& context);

/// The frames of its parents, outermost first, then its own; of a blank page those of the parent
/// that blank pages show.
std::vector<const spec::FrameSpec*> frames_of(const PlannedPage& page, const Context& context);

}  // namespace handbill::document
