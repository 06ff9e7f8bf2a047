// SPDX-License-Identifier: MIT
// From what preflight reads of a page to a page that can be drawn.
#pragma once

#include "display/page_list.h"
#include "plates/print.h"

namespace handbill::build {

/// One page, cut at its trim box, in the inks of the file; text as its outlines. Soft masks and
/// blend modes are left out.
display::PageList drawing_of(const plates::Page& page, const std::vector<plates::Ink>& inks);

}  // namespace handbill::build
