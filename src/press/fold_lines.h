// SPDX-License-Identifier: MIT
// Folds, as finishing machines read them.
#pragma once

#include <vector>

#include "display/page_list.h"
#include "document/document.h"

namespace handbill::press {

/// Where a side is folded, from its left edge.
std::vector<Length> fold_places(const document::Side& side);

/// A line along each fold from edge to edge of the trim, on the layer of folds, or of creases when
/// the shop scores them (ISO 19593-1). Nothing, unless the shop takes such layers and marks folds.
void add_fold_lines(const document::Document& document, const std::vector<Length>& folds,
                    display::Page& page);

}  // namespace handbill::press
