// SPDX-License-Identifier: MIT
// Stage 8, write: the page list as PDF, through libharu's object calls. The only folder that
// includes hpdf.h.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/claims.h"
#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "pdf/compression.h"
#include "pdf/form_field.h"
#include "pdf/output_intent.h"
#include "pdf/part_book.h"
#include "pdf/viewer_preferences.h"

namespace handbill::pdf {

struct PdfOptions {
  Compression compression = Compression::Deflate;  ///< None: readable, for tests
  Claims standard{};                               ///< what it is to conform to
  std::map<Claim, diag::Span> asked_at{};          ///< where each of those is asked for
  Claims unasked{};                   ///< said beside those as far as the file keeps them
  OutputIntent intent{};              ///< of PDF/X and PDF/A
  std::vector<std::string> inputs{};  ///< what the file was made of, for its metadata
  PartBook* parts = nullptr;          ///< kept from document to document; null: none are
  /// For printers that are no press; nothing: viewers print as they like.
  std::optional<Printing> printing{};
  /// Colours are written in sRGB, as this shows them; null: as ink.
  const color::Preview* screen = nullptr;
  std::vector<FormField> fields{};  ///< not in PDF/X
};

/// The whole file; the same input gives the same bytes. It is tagged and has bookmarks, but for
/// PDF/X-1a and the sheets of a press. PDF/X has no links and no CropBox; PDF/X-1a leaves out what
/// is on a layer. Reports claim-not-kept where PDF/A or PDF/UA is asked for and not kept. Reports
/// write-failed and gives nothing when libharu or a subset fails, and when PDF/X does not take what
/// is on a page: transparency and RGB in PDF/X-1a, RGB of no profile in PDF/X-4, an ink with two
/// colours to stand in for it in both.
std::optional<std::string> write_pdf(const display::PageList& pages, const font::FontBook& fonts,
                                     const PdfOptions& options, diag::Diagnostics& diags);

}  // namespace handbill::pdf
