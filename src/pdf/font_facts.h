// SPDX-License-Identifier: MIT
// What a font descriptor says about a face beyond its metrics (PDF 1.7, 9.8).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "font/font_book.h"

namespace handbill::pdf {

struct FontFacts {
  unsigned flags = 0;           ///< PDF 1.7, table 123
  std::array<double, 4> box{};  ///< in em, y up: left, bottom, right, top
  double stem_width = 0;        ///< in em
};

FontFacts font_facts(const font::Face& face);

/// True when a bare CFF table names its glyphs by CID (Adobe Technical Note 5176, 18).
bool is_cid_keyed(std::string_view cff);
/// The CID of each of the `count` glyphs of a CID-keyed CFF table, by its charset; nothing: the
/// table is broken.
std::optional<std::vector<std::uint16_t>> cids_of_glyphs(std::string_view cff, std::size_t count);

}  // namespace handbill::pdf
