// SPDX-License-Identifier: MIT
// Stage 3, resolve: specs to a document.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/content.h"
#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "document/document.h"
#include "font/font_book.h"
#include "picture/picture_book.h"
#include "spec/layout_spec.h"
#include "text/hyphen_book.h"

namespace handbill::document {

struct ResolveInputs {
  const spec::LayoutSpec& layout;
  const content::Content& content;
  const font::Catalog& catalog;
  const diag::FileReader& files;
  picture::PictureBook& pictures;
  text::HyphenBook& hyphens;
  /// What the printer asks for; null: no shop in particular.
  std::shared_ptr<const Shop> shop{};
  /// By table: which of the texts that its columns offer is set. Not named: the first.
  std::map<diag::Span, std::size_t> words{};
  /// Names of the layout's variants that are in use; they are laid over it already.
  std::vector<std::string> variants{};
};

/// Looks all names up (styles, swatches, fonts, panels, frames, stories, facts), applies
/// inheritance, computes panels from the fold, reads pictures and art, turns Markdown into styled
/// paragraphs. Opens fonts in `fonts`. Empty if and only if it added an error.
std::optional<Document> resolve(const ResolveInputs& inputs, font::FontBook& fonts,
                                diag::SourceMap& sources, diag::Diagnostics& diags);

/// The text dump of this stage.
std::string dump(const Document& document, const font::FontBook& fonts);

}  // namespace handbill::document
