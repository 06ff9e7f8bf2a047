// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "diag/diagnostic.h"
#include "document/document.h"
#include "spec/layout_spec.h"

namespace handbill::document {

/// Reports bad-date for a last day that is not in the calendar. Whether the rules exist is asked by
/// whoever knows the shop's.
std::vector<Waiver> resolve_waivers(const spec::LayoutSpec& layout, diag::Diagnostics& diags);

}  // namespace handbill::document
