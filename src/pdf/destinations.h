// SPDX-License-Identifier: MIT
// Places of the document itself that bookmarks and links lead to (PDF 1.7, 12.3.2).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "display/page_list.h"
#include "pdf/haru_document.h"

namespace handbill::pdf {

class Destinations {
 public:
  /// The pages of the list are those objects, in their order. The list must outlive this.
  Destinations(const display::PageList& pages, std::vector<ObjectRef> objects);

  /// "[12 0 R/XYZ null 540 null]": the page, and where on it that stands; empty: it is nowhere.
  std::string to(const display::Destination& place) const;
  std::string to(display::StructId structure) const;

 private:
  struct Spot {
    std::size_t page = 0;
    Length top{};  ///< from the lower edge of the media
  };

  void find_spots(std::size_t page);

  const display::PageList& pages_;
  std::vector<ObjectRef> objects_;
  std::vector<std::optional<Spot>> spots_;  ///< by structure node, where it begins
};

}  // namespace handbill::pdf
