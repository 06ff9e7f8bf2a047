// SPDX-License-Identifier: MIT
// Stage 8, write: the page list as PDF, through libharu's object calls. The only folder that
// includes hpdf.h.
#pragma once

#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "pdf/compression.h"

namespace handbill::pdf {

struct PdfOptions {
  Compression compression = Compression::Deflate;  ///< None: readable, for tests
};

/// The whole file; the same input gives the same bytes. Reports write-failed and gives nothing
/// when libharu or a subset fails.
std::optional<std::string> write_pdf(const display::PageList& pages, const font::FontBook& fonts,
                                     const PdfOptions& options, diag::Diagnostics& diags);

}  // namespace handbill::pdf
