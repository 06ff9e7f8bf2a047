// SPDX-License-Identifier: MIT
#include "layout/guides.h"

#include <algorithm>
#include <string>
#include <utility>

#include "document/closed_piece.h"

namespace handbill::layout {
namespace {

using display::GuideKind;

/// A finer grid than this would be a grey area.
constexpr double kMostBaselines = 2000;

Path baselines(const document::Sheet& sheet) {
  Path path;
  const auto [step, start] = *sheet.baseline;
  if (sheet.trim.height / step > kMostBaselines) return path;
  for (int i = 0; start + step * i <= sheet.trim.height; ++i) {
    const Length y = start + step * i;
    if (y < Length()) continue;
    path.append(Path::segment({{}, y}, {sheet.trim.width, y}));
  }
  return path;
}

/// Its name, and what it is of the closed piece where the name does not say so.
std::string label_of(const document::Panel& panel, const document::ClosedPiece& closed) {
  const auto is_in = [&](const std::vector<const document::Panel*>& panels) {
    return std::ranges::find(panels, &panel) != panels.end();
  };
  if (is_in(closed.front) && !panel.name.starts_with("cover"))
    return panel.name + ", front when closed";
  if (is_in(closed.back) && !panel.name.starts_with("back"))
    return panel.name + ", back when closed";
  return panel.name;
}

/// What `margin` means in an edge. Without one there is nothing to see.
void add_margin(std::vector<display::Guide>& guides, const Rect& of, const Insets& margin) {
  const Rect inside = of.inset(margin);
  if (inside == of || inside.width <= Length() || inside.height <= Length()) return;
  guides.push_back({GuideKind::Margin, Path::rect(inside), {}});
}

void add_frame(std::vector<display::Guide>& guides, const Fragment& frame) {
  guides.push_back({GuideKind::Frame, Path::rect(frame.box), frame.frame->name});
  if (frame.frame->columns < 2) return;
  for (const Fragment& child : frame.children) {
    if (child.kind != Fragment::Kind::Column) continue;
    guides.push_back({GuideKind::Column, Path::rect(child.box.moved(frame.box.origin())), {}});
  }
}

}  // namespace

std::vector<display::Guide> guides(const document::Document& document, const SideFragment& side) {
  const document::Sheet& sheet = document.sheet;
  const Rect trim{{}, {}, sheet.trim.width, sheet.trim.height};
  std::vector<display::Guide> guides;
  guides.push_back({GuideKind::Bleed, Path::rect(trim.outset(sheet.bleed)), {}});
  guides.push_back({GuideKind::Trim, Path::rect(trim), {}});
  guides.push_back({GuideKind::Safe, Path::rect(trim.inset(Insets::all(sheet.safe))), {}});
  const document::ClosedPiece closed = document::closed_piece(document);
  if (side.side->panels.empty()) add_margin(guides, trim, side.side->margin);
  for (const document::Panel& panel : side.side->panels) {
    add_margin(guides, panel.box, side.side->margin);
    guides.push_back({GuideKind::Panel, Path::rect(panel.box), label_of(panel, closed)});
  }
  for (const document::Fold& fold : side.side->folds) {
    guides.push_back(
        {GuideKind::Fold, Path::segment({fold.x, {}}, {fold.x, sheet.trim.height}), {}});
  }
  if (sheet.baseline) {
    Path lines = baselines(sheet);
    if (!lines.empty()) guides.push_back({GuideKind::Baseline, std::move(lines), {}});
  }
  for (const Fragment& frame : side.frames) add_frame(guides, frame);
  return guides;
}

}  // namespace handbill::layout
