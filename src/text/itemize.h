// SPDX-License-Identifier: MIT
// Cuts the text of a paragraph where its inline, direction or script changes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace handbill::text {

struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::size_t inline_index = 0;
  std::uint8_t bidi_level = 0;
  std::uint32_t script = 0;  ///< ISO 15924
};

struct Itemized {
  std::vector<Piece> pieces;  ///< logical order, none empty
  bool right_to_left = false;
};

/// `inline_ends`: where each inline ends in `text`. Plain Latin text takes a short way.
Itemized itemize(std::string_view text, const std::vector<std::uint32_t>& inline_ends,
                 std::string_view language);

}  // namespace handbill::text
