// SPDX-License-Identifier: MIT
#include "layout/place.h"

#include <utility>

#include "layout/build_fragments.h"
#include "layout/build_pages.h"

namespace handbill::layout {

std::optional<display::PageList> place(const document::Document& document,
                                       const font::FontBook& fonts, diag::Diagnostics& diags) {
  Misfits misfits;
  return place(document, fonts, diags, misfits);
}

std::optional<display::PageList> place(const document::Document& document,
                                       const font::FontBook& fonts, diag::Diagnostics& diags,
                                       Misfits& misfits) {
  const std::size_t errors_before = diags.error_count();
  text::Shaper shaper(fonts, document.hyphenation.get());
  FragmentTree tree = build_fragments(document, {fonts, shaper, diags});
  misfits = std::move(tree.misfits);
  if (diags.error_count() > errors_before) return std::nullopt;
  return build_pages(document, std::move(tree));
}

std::string dump_fragments(const document::Document& document, const font::FontBook& fonts,
                           diag::Diagnostics& diags) {
  text::Shaper shaper(fonts, document.hyphenation.get());
  return dump(build_fragments(document, {fonts, shaper, diags}));
}

}  // namespace handbill::layout
