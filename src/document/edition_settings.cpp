// SPDX-License-Identifier: MIT
#include "document/edition_settings.h"

#include <string_view>

#include "document/edition.h"

namespace handbill::document {
namespace {

/// Screens show 96 to 220 an inch; a reader who looks closer still sees no steps.
constexpr double kScreenPpi = 150;

bool says(const std::optional<spec::Text>& key, std::string_view word) {
  return key && key->value == word;
}

Office read(const spec::OfficeSpec& spec) {
  Office office;
  if (says(spec.color, "greys")) office.colors = Office::Colors::Greys;
  if (says(spec.ink, "light")) office.ink = Office::Ink::Light;
  if (says(spec.edges, "pulled-in")) office.edges = Office::Edges::PulledIn;
  if (says(spec.duplex, "long-edge")) office.duplex = Office::Duplex::LongEdge;
  if (says(spec.duplex, "short-edge")) office.duplex = Office::Duplex::ShortEdge;
  if (says(spec.duplex, "none")) office.duplex = Office::Duplex::None;
  if (spec.edge) office.edge = spec.edge->value;
  if (spec.fold_ticks) office.fold_ticks = spec.fold_ticks->value;
  return office;
}

Screen read(const spec::ScreenSpec& spec) {
  Screen screen;
  if (says(spec.pages, "panels")) screen.pages = Screen::Pages::Panels;
  if (spec.forms) screen.forms = spec.forms->value;
  return screen;
}

}  // namespace

std::optional<Office> office_of(const spec::LayoutSpec& layout) {
  if (edition_of(layout) != Edition::Office) return std::nullopt;
  const bool is_written = layout.editions && layout.editions->office;
  return is_written ? read(*layout.editions->office) : Office();
}

std::optional<Screen> screen_of(const spec::LayoutSpec& layout) {
  if (edition_of(layout) != Edition::Screen) return std::nullopt;
  const bool is_written = layout.editions && layout.editions->screen;
  return is_written ? read(*layout.editions->screen) : Screen();
}

std::shared_ptr<const Shop> shop_of_edition(const spec::LayoutSpec& layout) {
  Shop shop;
  if (const auto office = office_of(layout)) {
    shop.name = "office";
    shop.title = "The clinic's own printer";
    // Pages that are made smaller bring their text along.
    if (office->edges == Office::Edges::KeptFree) shop.safe = office->edge;
    shop.fold_safe = Length::inch(0.125);  // folded by hand
    if (office->colors == Office::Colors::Greys) shop.rgb_pictures = RgbPictures::Keep;
  } else if (screen_of(layout)) {
    shop.name = "screen";
    shop.title = "Screens";
    shop.rgb_pictures = RgbPictures::Keep;
    shop.picture_ppi = kScreenPpi;
  } else {
    return nullptr;
  }
  return std::make_shared<const Shop>(std::move(shop));
}

}  // namespace handbill::document
