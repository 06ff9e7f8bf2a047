// SPDX-License-Identifier: MIT
// From a parsed layout to its document, with pictures and dictionaries of its own.
#pragma once

#include <memory>
#include <optional>

#include "document/bind.h"

namespace handbill::document {

/// What a document is made of in a test.
struct Parsed {
  const spec::LayoutSpec& layout;
  const content::Content& content;
  const font::Catalog& catalog;
  const diag::FileReader& files;
};

inline Theme theme_of(const Parsed& parsed, diag::SourceMap& sources,
                      std::shared_ptr<const Shop> shop = {}) {
  return make_theme({.layout = std::make_shared<const spec::LayoutSpec>(parsed.layout),
                     .catalog = std::make_shared<const font::Catalog>(parsed.catalog),
                     .shop = std::move(shop),
                     .language = parsed.content.language()},
                    parsed.files, sources);
}

inline std::optional<Document> document_of(const Parsed& parsed, font::FontBook& fonts,
                                           text::HyphenBook& hyphens,
                                           picture::PictureBook& pictures, diag::SourceMap& sources,
                                           diag::Diagnostics& diags) {
  return bind(theme_of(parsed, sources), {parsed.content, parsed.files, pictures, hyphens}, fonts,
              sources, diags);
}

}  // namespace handbill::document
