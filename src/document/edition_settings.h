// SPDX-License-Identifier: MIT
// What a layout makes of the editions whose pages it has itself.
#pragma once

#include <memory>
#include <optional>

#include "base/length.h"
#include "document/shop.h"
#include "spec/layout_spec.h"

namespace handbill::document {

/// For the printer in the office, which leaves the edges of the paper white.
struct Office {
  enum class Colors { Full, Greys } colors = Colors::Full;
  enum class Ink { Full, Light } ink = Ink::Full;
  enum class Edges { KeptFree, PulledIn } edges = Edges::KeptFree;
  enum class Duplex { AsPagesTurn, LongEdge, ShortEdge, None } duplex = Duplex::AsPagesTurn;
  Length edge = Length::inch(0.25);  ///< mmsmail.com/ifpg/BleedBorder.asp
  bool fold_ticks = true;
};

/// A PDF to read on a screen.
struct Screen {
  enum class Pages { Sheets, Panels } pages = Pages::Sheets;
  bool forms = true;
};

/// Nothing: the layout is made in another edition.
std::optional<Office> office_of(const spec::LayoutSpec& layout);
std::optional<Screen> screen_of(const spec::LayoutSpec& layout);

/// What stands in for a print shop in those two editions: no bleed and no marks, text as far from
/// the trim as the printer needs. Null: the layout is made in another edition.
std::shared_ptr<const Shop> shop_of_edition(const spec::LayoutSpec& layout);

}  // namespace handbill::document
