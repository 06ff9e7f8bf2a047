// SPDX-License-Identifier: MIT
// Text outside the safe area.
#pragma once

#include "check/page_view.h"
#include "diag/diagnostic.h"

namespace handbill::check {

/// Reports text outside the safe area (of the trim and of each fold) with the amount and the side.
void check_safe_area(const PageView& view, diag::Diagnostics& diags);

}  // namespace handbill::check
