// SPDX-License-Identifier: MIT
// What layout, fonts, print shop and language decide of a document, whatever its facts.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diag/file_reader.h"
#include "document/merged_styles.h"
#include "document/resolve_sheet.h"
#include "document/swatches.h"
#include "document/teller.h"
#include "font/font_book.h"
#include "spec/layout_spec.h"
#include "text/hyphenate.h"

namespace handbill::document {

struct ThemeInputs {
  /// On the sheet that is asked for, with the variants in use laid over it.
  std::shared_ptr<const spec::LayoutSpec> layout;
  std::vector<std::string> variants{};             ///< the names of those
  std::shared_ptr<const font::Catalog> catalog{};  ///< of fonts.toml
  std::shared_ptr<const Shop> shop{};              ///< null: no shop in particular
  std::string language{};                          ///< BCP 47, of the content
};

/// Final, and made without a fact or an open font. Documents of other facts share it.
struct Theme {
  ThemeInputs inputs;
  std::shared_ptr<const font::Catalog> scripts{};  ///< of fonts/scripts.toml; null: not needed yet
  FoldedSheet folded{};
  Swatches swatches{};
  MergedStyles styles{};
  text::Hyphenation hyphenation{};  ///< exceptions alone; which languages are parted, texts tell
  std::vector<StyleFit> style_fits{};
  std::vector<Waiver> waivers{};
  diag::Diagnostics found{};  ///< what is wrong with it
};

/// Faults are told in Theme::found; something stands in for what is broken.
Theme make_theme(ThemeInputs inputs, const diag::FileReader& files, diag::SourceMap& sources);

/// The [font.NAME] asked for, or the layout's first when none is; reports unknown-font. Null: there
/// is none to fall back on.
const spec::Named<spec::FontSpec>* find_font(const spec::LayoutSpec& layout,
                                             const std::optional<spec::Text>& name,
                                             const Teller& teller);

}  // namespace handbill::document
