// SPDX-License-Identifier: MIT
// The whole way from TOML to a page list in one function: read compile.cpp first.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/edition.h"
#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "document/resolve_shop.h"
#include "font/font_book.h"
#include "picture/picture_book.h"
#include "spec/parse_layout.h"
#include "text/hyphen_book.h"
#include "text/shape_book.h"
#include "workspace/products.h"

namespace handbill::build {

/// Which safe repairs are made: those the shop wants unasked, or all there are.
enum class Repairs { AsShop, All };

struct CompileInputs {
  const diag::FileReader& files;
  std::string layout;                 ///< "layouts/hours-placard.toml"
  std::vector<std::string> settings;  ///< "clinic.phone=…"
  const color::Preview& press;        ///< turns RGB pictures into ink, unless a shop's profile does
  text::HyphenBook& hyphens;          ///< dictionaries, kept from document to document
  document::ShopBook& shops;          ///< print shops, kept likewise
  picture::PictureBook& pictures;     ///< and pictures
  text::ShapeBook& shapes;            ///< and words shaped in the fonts
  workspace::Products& products;      ///< and what stages made
  content::PhoneBook* phones = nullptr;  ///< and phone numbers; null: they are not kept
  std::string trim{};                    ///< another sheet than the layout's: "a4"; empty: its own
  std::optional<Edition> edition{};      ///< nothing: the layout's own
  std::string language{};                ///< instead of the layout's own, when not empty
  std::string shop{};  ///< instead of the layout's, when not empty; "none": none in particular
  std::string imposition{};  ///< a file of layouts/impositions; "none"; empty: the shop's own
  Repairs repairs = Repairs::AsShop;
  /// Called between the stages; what it throws ends the work. Empty: nothing is.
  std::function<void()> between_stages{};

  void pause() const {
    if (between_stages) between_stages();
  }
};

using workspace::Compiled;

/// Stages 1 to 7, and the marks around the page. `pages` is there if and only if no error was
/// added.
Compiled compile(const CompileInputs& inputs, font::FontBook& fonts, diag::SourceMap& sources,
                 diag::Diagnostics& diags);

}  // namespace handbill::build
