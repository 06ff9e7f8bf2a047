// SPDX-License-Identifier: MIT
// What a font descriptor says about a face beyond its metrics (PDF 1.7, 9.8).
#pragma once

#include <array>

#include "font/font_book.h"

namespace handbill::pdf {

struct FontFacts {
  unsigned flags = 0;           ///< PDF 1.7, table 123
  std::array<double, 4> box{};  ///< in em, y up: left, bottom, right, top
  double stem_width = 0;        ///< in em
};

FontFacts font_facts(const font::Face& face);

}  // namespace handbill::pdf
