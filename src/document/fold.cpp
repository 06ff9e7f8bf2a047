// SPDX-License-Identifier: MIT
#include "document/fold.h"

#include <algorithm>
#include <cmath>

namespace handbill::document {
namespace {

// Room for what unit conversion leaves over, far below what a folding machine can hold.
constexpr double kRounding = 1e-6;

bool is_whole(double value) { return std::abs(value - std::round(value)) < kRounding; }

/// A sheet cut in millimetres: its width is a whole number of them, and no number of eighths of an
/// inch (10 in is 254 mm).
bool is_metric(Length width) { return is_whole(width.mm()) && !is_whole(width.inch() * 8); }

std::vector<Length> c_fold(Length width) {
  if (is_metric(width)) {
    // A4: (297 + 3) / 3 = 100, the panel folded in takes the 97 mm left.
    const Length outer = Length::mm(std::round((width.mm() + 3) / 3));
    return {width - outer - outer, outer, outer};
  }
  const double thirds = width.inch() * 32 / 3;
  double outer = std::ceil(thirds - kRounding);
  // A width that divides evenly would leave three equal panels, and the flap would buckle.
  while (outer - (3 * thirds - 2 * outer) < 1 - kRounding) outer += 1;
  const Length panel = Length::inch(outer / 32);
  return {width - panel - panel, panel, panel};
}

std::vector<Length> gate_fold(Length width) {
  const Length shortfall = Length::inch(1.0 / 32);
  const Length centre = (width + 2 * shortfall) / 2;
  const Length outer = centre / 2 - shortfall;
  return {outer, centre, outer};
}

}  // namespace

std::optional<FoldKind> find_fold(std::string_view name) {
  for (const FoldName& each : kFoldNames) {
    if (each.name == name) return each.kind;
  }
  return std::nullopt;
}

std::vector<Length> panel_widths(FoldKind fold, Length sheet_width) {
  switch (fold) {
    case FoldKind::None:
      return {};
    case FoldKind::C:
      return c_fold(sheet_width);
    case FoldKind::Z:
      return {sheet_width / 3, sheet_width / 3, sheet_width / 3};
    case FoldKind::Half:
      return {sheet_width / 2, sheet_width / 2};
    case FoldKind::Gate:
      return gate_fold(sheet_width);
  }
  return {};
}

std::vector<Length> mirrored(std::vector<Length> widths) {
  std::reverse(widths.begin(), widths.end());
  return widths;
}

std::vector<Fold> folds(FoldKind fold, Face face, const std::vector<Length>& widths) {
  using enum Fold::Direction;
  std::vector<Fold> result;
  Length x{};
  for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
    x += widths[i];
    // Turning the sheet over mirrors the folds and turns each into the other kind. A Z-fold looks
    // the same from both faces: its cover, the right panel of the outside, folds away from the eye.
    const bool zigzag_valley = fold == FoldKind::Z && i == 0;
    const bool away = face == Face::Outside || fold == FoldKind::Z;
    result.push_back(Fold{x, away && !zigzag_valley ? Mountain : Valley});
  }
  return result;
}

}  // namespace handbill::document
