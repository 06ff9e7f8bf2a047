// SPDX-License-Identifier: MIT
// Panels from folds.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "document/document.h"

namespace handbill::document {

enum class FoldKind { None, C, Z, Half, Gate };
enum class Face { Outside, Inside };

/// As `fold` in [sheet] names them.
struct FoldName {
  std::string_view name;
  FoldKind kind;
};
inline constexpr std::array<FoldName, 5> kFoldNames = {{{"none", FoldKind::None},
                                                        {"c-fold", FoldKind::C},
                                                        {"z-fold", FoldKind::Z},
                                                        {"half-fold", FoldKind::Half},
                                                        {"gate-fold", FoldKind::Gate}}};

std::optional<FoldKind> find_fold(std::string_view name);

/// Panel widths of the outside, left to right. C-fold: W/3 rounded up to 1/32 in, the panel folded
/// in (left on the outside) shorter by the rest, 1/32 in at least: Letter 3.625, 3.6875, 3.6875
/// in; for widths in whole millimetres the panels too, the inner one 3 mm shorter, give or take
/// one: A4 97, 100, 100 mm. Gate: the two outer panels
/// are 1/32 in shorter than half the centre. The inside is the mirror image.
/// Source: C-fold copy of cn.go-travels.com; foa.dk design guide m65; W = sum is checked.
std::vector<Length> panel_widths(FoldKind fold, Length sheet_width);

std::vector<Length> mirrored(std::vector<Length> widths);

/// The folds between panels of these widths, listed left to right as that face shows them, with
/// their directions as seen from it.
std::vector<Fold> folds(FoldKind fold, Face face, const std::vector<Length>& widths);

}  // namespace handbill::document
