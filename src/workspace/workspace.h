// SPDX-License-Identifier: MIT
// What outlives a run: files of one project and of the machine that have been opened.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "color/preview.h"
#include "confined/reader.h"
#include "content/phone_book.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "document/resolve_shop.h"
#include "font/font_book.h"
#include "manifest/manifest.h"
#include "pdf/part_book.h"
#include "picture/picture_book.h"
#include "text/hyphen_book.h"
#include "text/shape_book.h"
#include "workspace/products.h"
#include "world/project.h"

namespace handbill::workspace {

/// Fonts, dictionaries, shops and pictures are opened once, profiles deflated once. Not for several
/// threads at once.
struct Workspace {
  /// `files`: of the project, and what the program lends to it; as a rule project.files().
  /// `recall_phones`: as content::PhoneBook has it.
  Workspace(world::Project project, std::shared_ptr<const diag::FileReader> files,
            std::shared_ptr<confined::Reader> reader,
            std::function<std::string()> recall_phones = {});

  const world::Project project;
  const std::shared_ptr<const diag::FileReader> files;
  const std::shared_ptr<confined::Reader> reader;  ///< of fonts, pictures, art and PDFs
  const color::Preview press = color::Preview::without_profile();
  font::FontBook fonts;
  text::HyphenBook hyphens;
  document::ShopBook shops;
  picture::PictureBook pictures;
  text::ShapeBook shapes{};
  Products products{};
  content::PhoneBook phones;
  pdf::PartBook pdf_parts{};
  diag::SourceMap sources{};  ///< of runs one after the other, each of which starts it anew
  std::map<std::string, manifest::Input> dictionaries{};  ///< of hyphenation, by language
};

}  // namespace handbill::workspace
