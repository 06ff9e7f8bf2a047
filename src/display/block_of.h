// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "display/page_list.h"

namespace handbill::display {

/// The paragraph, cell or figure whose words an item shows: links, labels and references count with
/// the text they stand in. Nothing: it is not read.
std::optional<StructId> block_of(const PageList& pages, const Item& item);

}  // namespace handbill::display
