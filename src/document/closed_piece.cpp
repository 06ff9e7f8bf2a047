// SPDX-License-Identifier: MIT
#include "document/closed_piece.h"

#include <algorithm>
#include <string_view>

#include "document/pile.h"
#include "document/teller.h"

namespace handbill::document {
namespace {

const Panel* panel_of(const Document& document, const Layer& layer) {
  if (layer.face == Face::Outside) return &document.sides.front().panels[layer.panel];
  if (document.sides.size() < 2) return nullptr;
  const auto& panels = document.sides[1].panels;
  return layer.panel < panels.size() ? &panels[panels.size() - 1 - layer.panel] : nullptr;
}

std::vector<const Panel*> panels_seen(const Document& document, const Pile& pile) {
  std::vector<const Panel*> panels;
  for (const Seen& each : seen(pile)) {
    const Panel* panel = panel_of(document, pile[each.layer]);
    if (std::ranges::find(panels, panel) == panels.end()) panels.push_back(panel);
  }
  return panels;
}

bool is_called(std::string_view name, std::string_view word) {
  return name == word || (name.starts_with(word) && name.substr(word.size()) == "-cover");
}

/// "`a` and `b`"
std::string joined(const std::vector<const Panel*>& panels) {
  std::string result;
  for (const Panel* each : panels) {
    result += (result.empty() ? "" : " and ") +
              (each == nullptr ? std::string("paper without print") : quoted(each->name));
  }
  return result;
}

struct Place {
  std::string_view word, where;
  const std::vector<const Panel*>& panels;
};

void check(const Panel& panel, const Place& place, diag::Diagnostics& diags) {
  const bool is_there = std::ranges::find(place.panels, &panel) != place.panels.end();
  if (!is_called(panel.name, place.word) || is_there) return;
  diags.warning(diag::DiagnosticId::PanelMisnamed, panel.span,
                "the panel " + quoted(panel.name) + " is not " + std::string(place.where) +
                    " of the closed piece: there one sees " + joined(place.panels),
                {"`handbill preview` shows it folded; name panels after where they lie"});
}

}  // namespace

ClosedPiece closed_piece(const Document& document) {
  if (document.sides.empty()) return {};
  const Side& outside = document.sides.front();
  const std::size_t panels = outside.panels.size();
  if (panels < 2 || outside.folds.size() + 1 != panels || document.sheet.cover >= panels) return {};
  const Pile front = fold_up(outside, document.sheet.cover, folding_steps(outside));
  return {panels_seen(document, front), panels_seen(document, turned_over(front))};
}

void check_panel_names(const Document& document, diag::Diagnostics& diags) {
  const ClosedPiece closed = closed_piece(document);
  if (closed.front.empty()) return;
  const Place front{"front", "on the front", closed.front};
  const Place cover{"cover", "on the front", closed.front};
  const Place back{"back", "on the back", closed.back};
  for (const Side& side : document.sides) {
    for (const Panel& panel : side.panels) {
      for (const Place& place : {front, cover, back}) check(panel, place, diags);
    }
  }
}

}  // namespace handbill::document
