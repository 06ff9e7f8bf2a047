// SPDX-License-Identifier: MIT
// Cuts the column of an edition for clear or large print into pages.
#pragma once

#include "document/pagination.h"
#include "layout/place.h"

namespace handbill::layout {

/// What would stand on more pages is left out.
inline constexpr std::size_t kMostGalleyPages = 2000;

struct PagedGalley {
  document::Document document;
  bool is_cut_short = false;  ///< kMostGalleyPages do not hold it
  /// On which page (PagePlace::copy) headings, stories, tables and frames begin.
  document::PageFacts facts;
};

/// The document on pages of its galley, with a foot that counts them: to be placed like any other.
/// Tables whose columns find no room are told as lists. Headings stay with what they head, figures
/// with their words; no line stands alone at the foot or head of a page where that can be helped.
PagedGalley page_galley(const document::Document& document, const Type& type);

}  // namespace handbill::layout
