// SPDX-License-Identifier: MIT
// A shop in words: for `handbill shops`, the ticket and the dump.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/shop.h"

namespace handbill::document {

/// "PDF/X-4", as shop profiles have it; "none".
std::string_view name_of(RgbPictures pictures);
std::string_view name_of(Intent intent);

/// "crop, fold, slug"; "none".
std::string marks_text(const Marks& marks);

/// A key of a shop profile and what it comes to: { "bleed", "0.125 in (3.2 mm)" }.
struct ShopFact {
  std::string key;
  std::string value;
  bool operator==(const ShopFact&) const = default;
};

/// Everything a shop asks for but its name and title, by key in the order of the reference; the
/// same keys for every shop.
std::vector<ShopFact> shop_facts(const Shop& shop);

/// "0.125 in (3.2 mm)"; "0".
std::string both_units(Length length);

}  // namespace handbill::document
