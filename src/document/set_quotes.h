// SPDX-License-Identifier: MIT
// Straight quotes become those of the language, apostrophes, or the primes of feet and inches.
#pragma once

#include <functional>
#include <string>

#include "document/typed_text.h"
#include "text/quotation_marks.h"

namespace handbill::document {

using FindMarks = std::function<text::QuotationMarks(const std::string& language)>;

/// Where the style of a letter wants smart quotes. Quotes inside quotes get the inner marks.
void set_quotes(TypedText& text, const FindMarks& marks);

}  // namespace handbill::document
