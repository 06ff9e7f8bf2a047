// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.h"
#include "pdf/write_pdf.h"

namespace handbill::build {

/// What the document's shop asks of the PDF, and what that may say unasked. A condition that only
/// the shop's own file knows is taken to be in no registry.
pdf::PdfOptions pdf_options(const document::Document& document, pdf::PartBook& parts);

}  // namespace handbill::build
