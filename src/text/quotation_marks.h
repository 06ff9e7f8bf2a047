// SPDX-License-Identifier: MIT
// The quotation marks of a language, as CLDR has them.
#pragma once

#include <string_view>

namespace handbill::text {

struct QuotationMarks {
  char32_t open = 0x201C, close = 0x201D;
  char32_t inner_open = 0x2018, inner_close = 0x2019;  ///< of quotes in quotes
};

/// English ones for a language nobody knows.
QuotationMarks quotation_marks(std::string_view language);

}  // namespace handbill::text
