// SPDX-License-Identifier: MIT
// What the pages of any PDF look like and say, as far as preflight reads them: drawn and read by a
// confined reader.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "confined/reader.h"
#include "diag/diagnostic.h"

namespace handbill::build {

/// Words that the file shows at once.
struct ShownWords {
  std::string text;
  Rect box{};     ///< on the trimmed page, in points
  Length size{};  ///< of the type
};

struct ReadPage {
  Size size{};                      ///< of its trim box
  std::vector<ShownWords> words{};  ///< as they are painted
};

struct ReadPdf {
  std::vector<ReadPage> pages{};        ///< the first kMostReadPages
  std::size_t page_count = 0;           ///< of the file
  std::vector<std::string> pictures{};  ///< of all pages, as PNG, if they were asked for
};

/// Of a larger file the first pages are read.
inline constexpr std::size_t kMostReadPages = 60;

/// `pixels_per_inch`: of the pictures; nothing: none are drawn. Nothing: pdf-broken is reported.
std::optional<ReadPdf> read_pdf_pages(confined::Reader& reader, std::string_view bytes,
                                      std::optional<double> pixels_per_inch,
                                      diag::Diagnostics& diags);

/// What a reader opens for that.
std::shared_ptr<const void> open_pdf_tools();

/// Lines that stand below each other in one type, a paragraph each.
std::vector<std::string> paragraphs_of(const std::vector<ShownWords>& words);

}  // namespace handbill::build
