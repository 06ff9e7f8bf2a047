// SPDX-License-Identifier: MIT
// What a caller asks for. No header that such a caller includes knows qpdf.
#pragma once

#include <cstddef>

namespace handbill::preflight {

/// Whether pixels are wanted: an ink map needs them, rules about structure do not.
enum class Pictures { Facts, Pixels };

/// Letters as boxes are all that rules ask about; whoever draws a page wants their outlines.
enum class Glyphs { Boxes, Outlines };

/// Whether tags are judged (ISO 14289-1): those there are, or any file by its lack of them.
enum class Tags { Leave, Judge, Demand };

/// What reading may cost.
struct Allowance {
  std::size_t operators = 0;
  std::size_t objects = 0;     ///< painted things
  std::size_t path_steps = 0;  ///< of them and their clips, copies counted
  std::size_t bytes = 0;       ///< of all streams but pictures, decoded
  std::size_t forms = 0;       ///< times a form, pattern or glyph is run
};

/// Of a file, however many pages it has.
inline constexpr Allowance kMostOfFile = {100'000'000, 5'000'000, 50'000'000, std::size_t{8} << 30U,
                                          500'000};

}  // namespace handbill::preflight
