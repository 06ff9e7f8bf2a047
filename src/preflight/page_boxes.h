// SPDX-License-Identifier: MIT
// The boxes of a page (PDF 1.7, 14.11.2), as written and as they count.
#pragma once

#include <optional>

#include "preflight/pdf_object.h"

namespace handbill::preflight {

struct PageBoxes {
  UserRect media{};                                ///< letter when there is none
  std::optional<UserRect> crop, bleed, trim, art;  ///< as written; MediaBox and CropBox inherited
  bool has_media = false;
  int rotate = 0;
  double user_unit = 1;

  /// The trimmed page: TrimBox, else ArtBox, else what is shown.
  UserRect final_size() const { return trim ? *trim : art ? *art : shown(); }
  UserRect shown() const { return crop.value_or(media); }
};

PageBoxes read_boxes(const Handle& page);

/// From default user space to the page as plates::Page has it: points from the top left corner of
/// `final_size`, y down. The page is not rotated.
Matrix to_page(const PageBoxes& boxes);
Rect to_page(const PageBoxes& boxes, const UserRect& rect);

}  // namespace handbill::preflight
