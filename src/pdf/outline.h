// SPDX-License-Identifier: MIT
// How readers find their way in a file: bookmarks (PDF 1.7, 12.3.3) and the numbers of pages
// (12.4.2).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "display/page_list.h"
#include "pdf/destinations.h"
#include "pdf/haru_document.h"

namespace handbill::pdf {

/// A bookmark for each heading that stands on a page, in reading order, below the last of a higher
/// level. Nothing: there are none.
std::optional<ObjectRef> write_outline(const std::vector<display::Heading>& headings,
                                       const Destinations& destinations, HaruDocument& document);

/// "<</Nums[0<</S/D/St 3>>]>>": pages as they are numbered in print; empty: they have no numbers.
std::string page_labels(const std::vector<display::Page>& pages);

}  // namespace handbill::pdf
