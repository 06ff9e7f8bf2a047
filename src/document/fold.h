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

enum class FoldKind { None, Half, C, Z, Roll, Accordion, Gate, ClosedGate, DoubleParallel };

/// A kind of fold as [sheet] names it, and how many panels it may have.
struct FoldName {
  std::string_view name;
  FoldKind kind;
  int fewest, most, usual;
};
inline constexpr std::array<FoldName, 9> kFoldNames = {{
    {"none", FoldKind::None, 0, 0, 0},
    {"half-fold", FoldKind::Half, 2, 2, 2},
    {"c-fold", FoldKind::C, 3, 3, 3},
    {"z-fold", FoldKind::Z, 3, 3, 3},
    {"roll-fold", FoldKind::Roll, 3, 8, 4},
    {"accordion-fold", FoldKind::Accordion, 3, 16, 4},
    {"gate-fold", FoldKind::Gate, 3, 3, 3},
    {"closed-gate-fold", FoldKind::ClosedGate, 4, 4, 4},
    {"double-parallel-fold", FoldKind::DoubleParallel, 4, 4, 4},
}};

/// Null: there is no such fold.
const FoldName* find_fold(std::string_view name);

struct Folding {
  FoldKind kind = FoldKind::None;
  int panels = 0;
};

/// What the paper needs.
struct FoldRoom {
  Length shortfall = FoldAllowance{}.least;  ///< by which a panel is narrower than the one round it
  std::optional<Length> gap{};  ///< between the gates, at least; none: 1/8 in, metric sheets 3 mm
};

/// The larger of what the shop wants at least and so many times the thickness of the paper.
Length shortfall(const FoldAllowance& allowance, Length caliper);

/// Panel widths of the outside, left to right; they add up to the sheet. Whole 32nds of an inch,
/// for sheets cut in millimetres whole millimetres; what does not come out even is taken from the
/// innermost panels, of which two stay equal.
/// - C and roll: cover and back are widest, each panel further in is narrower by the shortfall.
///   Letter 3.625, 3.6875, 3.6875 in; A4 97, 100, 100 mm.
/// - Z and accordion, half: equal.
/// - Gate: two gates that leave the gap, and a centre as wide as both and the gap.
/// - Closed gate, double parallel: two outer panels, and two inner ones narrower by the shortfall.
/// Sources: C-fold copy of cn.go-travels.com; foa.dk design guide m65; open gates leave 3 to 15 mm
/// (printglaze.ie, folding); that inner panels of double folds are smaller: Canon PRISMAprepare.
std::vector<Length> panel_widths(const Folding& folding, Length sheet_width,
                                 const FoldRoom& room = {});

std::vector<Length> mirrored(std::vector<Length> widths);

/// The folds between panels of these widths as the outside shows them, left to right, and the order
/// of folding. Folds of one order are made together, or do not meet.
std::vector<Fold> outside_folds(FoldKind kind, const std::vector<Length>& widths);

/// The same folds seen from the other side: mirrored, each mountain a valley.
std::vector<Fold> turned_over(std::vector<Fold> folds, Length sheet_width);

/// Index, among the panels of the outside, of the one on top of the closed piece: the right one
/// where there are two.
std::size_t cover_panel(const Folding& folding);

}  // namespace handbill::document
