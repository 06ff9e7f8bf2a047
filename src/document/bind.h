// SPDX-License-Identifier: MIT
// Stage 3, bind: a theme and the facts of one piece become a document.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "content/content.h"
#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "document/document.h"
#include "document/pagination.h"
#include "document/theme.h"
#include "font/font_book.h"
#include "picture/picture_book.h"
#include "text/hyphen_book.h"

namespace handbill::document {

struct BindInputs {
  const content::Content& content;
  const diag::FileReader& files;
  picture::PictureBook& pictures;
  text::HyphenBook& hyphens;
  /// By table: which of the texts that its columns offer is set. Not named: the first.
  std::map<diag::Span, std::size_t> words{};
  Pagination pages{};
};

/// Puts the facts into the theme's frames: reads pictures and art, turns Markdown into styled
/// paragraphs. Opens fonts in `fonts`. Empty if and only if it added an error; what is wrong with
/// the theme is told too.
std::optional<Document> bind(const Theme& theme, const BindInputs& inputs, font::FontBook& fonts,
                             diag::SourceMap& sources, diag::Diagnostics& diags);

/// The same document, which prints as a draft for a reason of its own.
Document as_draft(Document document);

/// The text dump of this stage.
std::string dump(const Document& document, const font::FontBook& fonts);

}  // namespace handbill::document
