// SPDX-License-Identifier: MIT
// Heads and feet that come again from page to page.
#pragma once

#include "document/document.h"

namespace handbill::document {

/// Sets Frame::is_running of frames that several pages have from one place of the layout (a parent
/// of sides, or a side that makes several pages): of those that tell the number or the heading of
/// their page on all pages, of others on all but the first that says the same. What stands on one
/// page alone is not running, nor is what flows from page to page or is laid for an entry of a
/// list.
void mark_running_frames(Document& document);

}  // namespace handbill::document
