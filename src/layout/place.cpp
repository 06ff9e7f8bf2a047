// SPDX-License-Identifier: MIT
#include "layout/place.h"

#include <utility>

#include "document/entries.h"
#include "layout/build_fragments.h"
#include "layout/build_pages.h"
#include "text/font_notes.h"

namespace handbill::layout {
namespace {

void tell_of_fonts(const text::Shaper& shaper, const font::FontBook& fonts,
                   diag::Diagnostics& diags) {
  shaper.font_notes().tell_troubles(fonts, diags);
  shaper.font_notes().tell_missing(diags);
  shaper.font_notes().tell_substitutes(fonts, diags);
}

}  // namespace

std::optional<display::PageList> place(const document::Document& document,
                                       const font::FontBook& fonts, diag::Diagnostics& diags) {
  text::ShapeBook shapes;
  Misfits misfits;
  return place(document, {fonts, shapes}, diags, misfits);
}

std::optional<display::PageList> place(const document::Document& document, const Type& type,
                                       diag::Diagnostics& diags, Misfits& misfits) {
  Findings found;
  auto pages = place(document, type, diags, found);
  misfits = std::move(found.misfits);
  return pages;
}

std::optional<display::PageList> place(const document::Document& document, const Type& type,
                                       diag::Diagnostics& diags, Findings& found) {
  const std::size_t errors_before = diags.error_count();
  text::Shaper shaper(type.fonts, document.hyphenation.get(), type.shapes);
  diag::Diagnostics told;
  FragmentTree tree = build_fragments(document, {type.fonts, shaper, told});
  document::tell_with_entries(told, document, diags);
  found = {std::move(tree.misfits), tree.pages};
  tell_of_fonts(shaper, type.fonts, diags);
  if (diags.error_count() > errors_before) return std::nullopt;
  return build_pages(document, tree);
}

std::string dump_fragments(const document::Document& document, const font::FontBook& fonts,
                           diag::Diagnostics& diags) {
  text::Shaper shaper(fonts, document.hyphenation.get());
  const FragmentTree tree = build_fragments(document, {fonts, shaper, diags});
  tell_of_fonts(shaper, fonts, diags);
  return dump(tree);
}

}  // namespace handbill::layout
