// SPDX-License-Identifier: MIT
// Examples of rules as documents.
#pragma once

#include <string>

#include "spec/value.h"
#include "words/words.h"

namespace handbill::prose {

/// One paragraph, whatever stands in it.
words::Words one_paragraph(const spec::Text& example, const std::string& language);

/// A block a line, with the signs of Markdown: "# heading", "[words](address)", "![what stands for
/// it](picture)", and cells between " | ", of which a line of "---" makes the row above it a head.
words::Words marked_document(const spec::Text& example, const std::string& language);

}  // namespace handbill::prose
