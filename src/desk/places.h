// SPDX-License-Identifier: MIT
// Where the content's values stand on the pages of a document.
#pragma once

#include <string>
#include <vector>

#include "base/geometry.h"
#include "desk/session.h"

namespace handbill::desk {

/// A text or fact of the content on one page.
struct Place {
  std::string path;         ///< "aftercare.do.2.text"
  std::size_t page = 0;     ///< index in PageList::pages
  std::vector<Rect> boxes;  ///< of its lines, those of a block together; on the trimmed page
};

/// In reading order. Those of the pages that were drawn last, which may be older than the content.
std::vector<Place> places_of(const View& view);

}  // namespace handbill::desk
