// SPDX-License-Identifier: MIT
#include "layout/guides.h"

#include <utility>

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
  for (const document::Panel& panel : side.side->panels) {
    guides.push_back({GuideKind::Panel, Path::rect(panel.box), panel.name});
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
