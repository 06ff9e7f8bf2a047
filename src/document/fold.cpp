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

/// What panels are measured in.
struct Grid {
  explicit Grid(Length sheet_width)
      : step(is_metric(sheet_width) ? Length::mm(1) : Length::inch(1.0 / 32)) {}
  Length up(Length length) const { return step * std::ceil(length / step - kRounding); }
  Length down(Length length) const { return step * std::floor(length / step + kRounding); }
  Length step;
};

std::vector<Length> equal_panels(Length width, int count) {
  return std::vector<Length>(static_cast<std::size_t>(count), width / count);
}

std::vector<Length> rolled_panels(Length width, int count, const FoldRoom& room) {
  const Grid grid(width);
  const Length step = grid.up(room.shortfall);
  // All but cover and back are narrower than their neighbour: by 1 + 2 + … steps in all.
  const int inner = count - 2;
  const int steps = inner * (inner + 1) / 2;
  const Length outer = grid.up((width + step * steps) / count);
  std::vector<Length> widths(static_cast<std::size_t>(count), outer);
  Length rest = width - outer - outer;
  for (int i = inner - 1; i > 0; --i) {
    widths[static_cast<std::size_t>(i)] = outer - step * (inner - i);
    rest -= widths[static_cast<std::size_t>(i)];
  }
  widths.front() = rest;
  return widths;
}

std::vector<Length> open_gate(Length width, const FoldRoom& room) {
  const Grid grid(width);
  const Length usual = is_metric(width) ? Length::mm(3) : Length::inch(0.125);
  const Length gate = grid.down((width - room.gap.value_or(usual)) / 4);
  return {gate, width - gate - gate, gate};
}

struct Pairs {
  Length outer, inner;
};

/// Two panels that go round two others.
Pairs double_fold(Length width, const FoldRoom& room) {
  const Grid grid(width);
  const Length outer = grid.up((width + 2 * grid.up(room.shortfall)) / 4);
  return {outer, width / 2 - outer};
}

}  // namespace

const FoldName* find_fold(std::string_view name) {
  const auto* found = std::ranges::find(kFoldNames, name, &FoldName::name);
  return found == kFoldNames.end() ? nullptr : found;
}

Length shortfall(const FoldAllowance& allowance, Length caliper) {
  return std::max(allowance.least, caliper * allowance.calipers);
}

std::vector<Length> panel_widths(const Folding& folding, Length sheet_width, const FoldRoom& room) {
  switch (folding.kind) {
    case FoldKind::None:
      return {};
    case FoldKind::C:
    case FoldKind::Roll:
      return rolled_panels(sheet_width, folding.panels, room);
    case FoldKind::Half:
    case FoldKind::Z:
    case FoldKind::Accordion:
      return equal_panels(sheet_width, folding.panels);
    case FoldKind::Gate:
      return open_gate(sheet_width, room);
    case FoldKind::ClosedGate: {
      const auto [outer, inner] = double_fold(sheet_width, room);
      return {inner, outer, outer, inner};
    }
    case FoldKind::DoubleParallel: {
      const auto [outer, inner] = double_fold(sheet_width, room);
      return {inner, inner, outer, outer};
    }
  }
  return {};
}

std::vector<Length> mirrored(std::vector<Length> widths) {
  std::reverse(widths.begin(), widths.end());
  return widths;
}

std::vector<Fold> outside_folds(FoldKind kind, const std::vector<Length>& widths) {
  using enum Fold::Direction;
  std::vector<Fold> folds;
  Length x{};
  const int count = static_cast<int>(widths.size()) - 1;
  for (int i = 0; i < count; ++i) {
    x += widths[static_cast<std::size_t>(i)];
    Fold fold{x, Mountain, i};
    switch (kind) {
      case FoldKind::Z:
      case FoldKind::Accordion:
        // The cover, the right panel of the outside, folds away from the eye; the others in turn.
        if ((count - i) % 2 == 0) fold.direction = Valley;
        break;
      case FoldKind::Gate:
        fold.order = 0;
        break;
      case FoldKind::ClosedGate:
        fold.order = i == 1 ? 1 : 0;
        break;
      case FoldKind::DoubleParallel:
        // Folded in half and in half again: the second fold goes through two layers, of which the
        // inner one shows its outside to the inside of the fold.
        fold.order = i == 1 ? 0 : 1;
        if (i == 0) fold.direction = Valley;
        break;
      case FoldKind::None:
      case FoldKind::Half:
      case FoldKind::C:
      case FoldKind::Roll:
        break;
    }
    folds.push_back(fold);
  }
  return folds;
}

std::vector<Fold> turned_over(std::vector<Fold> folds, Length sheet_width) {
  using enum Fold::Direction;
  std::reverse(folds.begin(), folds.end());
  for (Fold& fold : folds) {
    fold.x = sheet_width - fold.x;
    fold.direction = fold.direction == Mountain ? Valley : Mountain;
  }
  return folds;
}

std::size_t cover_panel(const Folding& folding) {
  if (folding.kind == FoldKind::ClosedGate) return 2;
  return folding.panels > 0 ? static_cast<std::size_t>(folding.panels) - 1 : 0;
}

}  // namespace handbill::document
