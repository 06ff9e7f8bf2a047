// SPDX-License-Identifier: MIT
#include "press/ready_pictures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "display/item_kinds.h"
#include "picture/to_press.h"

namespace handbill::press {
namespace {

/// GWG 2022, D0018: resolution falls as the viewing distance grows. Fewer than these are never
/// made: people step nearer.
constexpr double kFewestPixelsPerInch = 72;

/// Whole, so that it is above what the rules of the shop call too few.
double pixels_per_inch(const document::Shop& shop, Length seen_from) {
  if (!shop.picture_distance || seen_from <= *shop.picture_distance) return shop.picture_ppi;
  const double far = std::ceil(shop.picture_ppi * (*shop.picture_distance / seen_from));
  return std::max(far, kFewestPixelsPerInch);
}

picture::PressWish wish_of(const document::Document& document, const color::Preview& press) {
  const document::Shop* shop = document.shop.get();
  picture::PressWish wish{press};
  if (shop == nullptr) return wish;
  if (shop->intent == document::Intent::RelativeColorimetric) {
    wish.rendering = color::Rendering::RelativeColorimetric;
  }
  // ISO 15930-4:2003, 6.4: there is no RGB in PDF/X-1a.
  if (shop->rgb_pictures == document::RgbPictures::Keep && shop->standard.takes_rgb()) {
    wish.rgb = picture::RgbPictures::Keep;
  }
  if (document.office || document.screen) wish.jpeg = picture::KeptJpeg::Smaller;
  wish.ppi = pixels_per_inch(*shop, document.sheet.viewing_distance);
  if (shop->condition.icc) wish.press_icc = *shop->condition.icc;
  return wish;
}

/// The pictures that stand on pages, each as large as it is anywhere.
std::map<std::size_t, handbill::Size> printed_sizes(const display::PageList& pages) {
  std::map<std::size_t, handbill::Size> sizes;
  for (const auto* list : {&pages.pages, &pages.forms}) {
    for (const display::Page& page : *list) {
      for (const display::Item& item : page.items) {
        const auto* placed = display::picture_of(item);
        if (placed == nullptr) continue;
        handbill::Size& size = sizes[placed->picture.index()];
        size.width = std::max(size.width, placed->box.width);
        size.height = std::max(size.height, placed->box.height);
      }
    }
  }
  return sizes;
}

}  // namespace

std::optional<display::PageList> ready_pictures(const document::Document& document,
                                                display::PageList pages,
                                                const color::Preview& press,
                                                diag::Diagnostics& diags) {
  const picture::PressWish wish = wish_of(document, press);
  bool all_ready = true;
  for (const auto& [index, size] : printed_sizes(pages)) {
    auto& picture = pages.pictures.at(index);
    const diag::Span asked_at = document.pictures.at(index).asked_at;
    picture = picture::to_press(picture, wish, size, asked_at, diags);
    if (!picture) all_ready = false;
  }
  if (!all_ready) return std::nullopt;
  return pages;
}

}  // namespace handbill::press
