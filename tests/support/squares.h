// SPDX-License-Identifier: MIT
// The font of squares: every glyph 1 em wide, so that text sums are done by hand.
#pragma once

#include <string>

#include "font/font_book.h"
#include "support/golden.h"
#include "support/paths.h"

namespace handbill::test {

inline std::string squares_bytes(const std::string& file = "squares.ttf") {
  return read_file(std::filesystem::path(test::source_folder()) / "tests/fonts" / file);
}

/// Opens tests/fonts/squares.ttf (or .otf) as the family "Squares".
inline font::FontId open_squares(font::FontBook& book, const std::string& file = "squares.ttf") {
  diag::Diagnostics diags;
  const auto id = book.open_bytes(squares_bytes(file),
                                  {.family = "Squares", .file = file, .package = {}}, diags);
  return id.value();
}

}  // namespace handbill::test
