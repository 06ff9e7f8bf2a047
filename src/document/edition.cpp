// SPDX-License-Identifier: MIT
#include "document/edition.h"

#include <string>

#include "base/check.h"

namespace handbill::document {

Edition edition_of(const spec::LayoutSpec& layout) {
  if (!layout.editions || !layout.editions->own) return Edition::Standard;
  const auto edition = edition_named(layout.editions->own->value);
  HANDBILL_CHECK(edition, "parse takes no other editions");
  return *edition;
}

bool takes_shop(Edition edition) {
  return edition == Edition::Standard || facts_of(edition).form == EditionForm::Reflowed;
}

bool is_for_voices(Edition edition) {
  return edition == Edition::Screen || edition == Edition::Html;
}

bool is_old_office(std::string_view shop, const diag::FileReader& files) {
  constexpr std::string_view kOld = "office-printer";
  if (shop != kOld) return false;
  return files.read("layouts/shops/office-printer.toml").state == diag::FileState::Missing;
}

void tell_old_office(diag::Span asked_at, diag::Diagnostics& diags) {
  diags.warning(diag::DiagnosticId::Renamed, asked_at,
                "the shop `office-printer` is the edition `office` now",
                {asked_at.known() ? "write `edition = \"office\"` instead of `shop`"
                                  : "say `--edition office`"});
}

spec::LayoutSpec in_edition(spec::LayoutSpec layout, std::optional<Edition> asked) {
  if (!asked) return layout;
  if (!layout.editions) layout.editions.emplace();
  layout.editions->own = spec::Text{.value = std::string(facts_of(*asked).name)};
  return layout;
}

Edition edition_of_pages(const spec::LayoutSpec& layout) {
  const Edition edition = edition_of(layout);
  return facts_of(edition).form == EditionForm::Reflowed ? Edition::Standard : edition;
}

}  // namespace handbill::document
