// SPDX-License-Identifier: MIT
#include "document/shop_text.h"

#include "base/number.h"

namespace handbill::document {
namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? "none" : text;
}

std::string percent(double value) { return format_number(value, 1) + " %"; }

std::string condition_text(const PressCondition& condition) {
  if (condition.identifier.empty()) return "none";
  std::string text = condition.name.empty() ? "" : condition.name + ", ";
  text += condition.identifier;
  if (!condition.info.empty()) text += " (" + condition.info + ")";
  return text;
}

std::string rich_black_text(const Shop& shop) {
  if (!shop.rich_black) return "none";
  const color::Cmyk& ink = *shop.rich_black;
  std::string text;
  for (const double each : {ink.c, ink.m, ink.y, ink.k}) {
    text += (text.empty() ? "" : " / ") + format_number(each * 100, 1);
  }
  return text + " from " + both_units(shop.rich_black_from);
}

std::string or_none(const std::string& text) { return text.empty() ? "none" : text; }

}  // namespace

std::string_view name_of(RgbPictures pictures) {
  return pictures == RgbPictures::Keep ? "keep" : "convert";
}

std::string_view name_of(Intent intent) {
  return intent == Intent::Perceptual ? "perceptual" : "relative-colorimetric";
}

std::string marks_text(const Marks& marks) {
  std::vector<std::string> words;
  if (marks.crop) words.emplace_back("crop");
  if (marks.registration) words.emplace_back("registration");
  if (marks.color_bar) words.emplace_back("color-bar");
  if (marks.fold) words.emplace_back("fold");
  if (marks.slug) words.emplace_back("slug");
  return listed(words);
}

std::string both_units(Length length) {
  if (length == Length()) return "0";
  return format_number(length.inch(), 4) + " in (" + format_number(length.mm(), 1) + " mm)";
}

std::vector<ShopFact> shop_facts(const Shop& shop) {
  return {
      {"standard", names_of(shop.standard, "none")},
      {"condition", condition_text(shop.condition)},
      {"bleed", both_units(shop.bleed)},
      {"safe", both_units(shop.safe)},
      {"fold_safe", both_units(shop.fold_safe)},
      {"marks", marks_text(shop.marks)},
      {"marks.length", both_units(shop.marks.length)},
      {"marks.offset", both_units(shop.marks.offset)},
      {"marks.width", format_number(shop.marks.width.pt(), 3) + " pt"},
      {"ink_limit", percent(shop.ink_limit)},
      {"spots", shop.spots ? listed(*shop.spots) : "any"},
      {"rich_black", rich_black_text(shop)},
      {"rgb_pictures", std::string(name_of(shop.rgb_pictures))},
      {"picture_ppi", format_number(shop.picture_ppi, 1)},
      {"picture_distance", shop.picture_distance ? both_units(*shop.picture_distance) : "none"},
      {"intent", std::string(name_of(shop.intent))},
      {"rules", or_none(shop.rules)},
      {"rules_class", or_none(shop.rules_class)},
      {"fixes", listed(shop.fixes)},
      {"processing_steps", shop.processing_steps ? "yes" : "no"},
      {"fold_allowance", both_units(shop.fold_allowance.least) + " or " +
                             format_number(shop.fold_allowance.calipers, 2) +
                             " times the thickness of the stock"},
      {"score_from", format_number(shop.score_from_gsm, 1) + " g/m²"},
      {"imposition", or_none(shop.imposition)},
  };
}

}  // namespace handbill::document
