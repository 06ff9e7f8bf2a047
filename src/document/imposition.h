// SPDX-License-Identifier: MIT
// How pages stand on the sheets of a press, or a large sign on the sheets of an office printer.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/geometry.h"
#include "diag/span.h"

namespace handbill::document {

enum class Scheme {
  NUp,             ///< leaf after leaf, row by row
  StepAndRepeat,   ///< one leaf, as often as it goes
  CutAndStack,     ///< the stacks that a guillotine leaves lie in order on each other
  WorkAndTurn,     ///< fronts left, backs right; printed twice, turned about the upright axis
  WorkAndTumble,   ///< fronts above, backs below; turned about the level axis
  Tile,            ///< one page over several sheets that are glued together
  SaddleStitch,    ///< spreads, folded and put into one another, stitched through the fold
  PerfectBinding,  ///< folded sections, gathered; their spines are milled off and glued
};

/// As in TOML: "work-and-turn".
std::string_view name_of(Scheme scheme);

/// About which edge of the sheet the press turns it for its back.
enum class Flip { LongEdge, ShortEdge };

/// How folded sheets become a book.
struct Binding {
  std::size_t signature = 0;  ///< most pages of a section, a multiple of 4; 0: all are one
  /// How far the innermost sheet of a section is pushed out; nothing: as the paper's thickness has
  /// it.
  std::optional<Length> creep{};
  bool has_cover = false;         ///< the first two and the last two pages are a sheet of their own
  std::string cover_stock{};      ///< empty: that of the other sheets
  Length cover_caliper{};         ///< thickness of it; 0: not known, or that of the other sheets
  Length mill{};                  ///< what is milled off each section's back
  std::optional<Length> spine{};  ///< of the cover; nothing: as the paper's thickness has it
};

struct Imposition {
  std::string name;  ///< of its file: "tabloid-2-up"
  Scheme scheme = Scheme::NUp;
  Size sheet;
  Insets margin;                     ///< of the sheet, where the press prints nothing; also gripper
  std::optional<int> columns, rows;  ///< nothing: as many as fit
  Length gutter_across{}, gutter_down{};  ///< between trims
  Flip flip = Flip::LongEdge;
  bool quarter_turn = false;  ///< pages stand on their side
  Length overlap{};           ///< of tiles
  Binding binding{};          ///< of schemes that bind
  diag::Span span{};
};

/// Sheets of the scheme are folded and become a book.
bool binds(Scheme scheme);

/// The sheet is turned for its backs about its upright middle axis, not about the level one.
bool turns_about_upright_axis(const Imposition& imposition);

}  // namespace handbill::document
