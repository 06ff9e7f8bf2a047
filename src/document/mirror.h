// SPDX-License-Identifier: MIT
// The mirror image of a layout, for languages that are read from right to left.
#pragma once

#include "document/document.h"

namespace handbill::document {

/// Turns margins, panels, folds, frames, the columns of frames and tables round, so that the page
/// opens and reads from the right. Frames of Mirror::None stay where they are; only those of
/// Mirror::All have their drawing turned round, too.
void mirror(Document& document);

}  // namespace handbill::document
