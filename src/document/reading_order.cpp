// SPDX-License-Identifier: MIT
#include "document/reading_order.h"

#include <algorithm>

#include "document/pile.h"

namespace handbill::document {
namespace {

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document) {}

  std::vector<ReadingStop> read() {
    const auto& sides = document_.sides;
    const bool is_folded = !sides.empty() && !sides.front().folds.empty();
    const std::vector<std::size_t> opening =
        is_folded ? panels_as_it_opens(sides.front()) : std::vector<std::size_t>();
    if (is_folded) read_panels(0, opening);
    for (std::size_t side = is_folded ? 1 : 0; side < sides.size(); ++side) {
      read_panels(side, all_panels(sides[side]));
    }
    if (!is_folded) return std::move(stops_);
    std::vector<std::size_t> rest = all_panels(sides.front());
    std::erase_if(rest, [&](std::size_t panel) {
      return std::ranges::find(opening, panel) != opening.end();
    });
    read_panels(0, rest);
    return std::move(stops_);
  }

 private:
  /// From the beginning of a line on.
  std::vector<std::size_t> all_panels(const Side& side) const {
    std::vector<std::size_t> panels;
    for (std::size_t i = 0; i < side.panels.size(); ++i) panels.push_back(i);
    if (document_.right_to_left) std::ranges::reverse(panels);
    return panels;
  }

  /// Of the outside: those on top of the closed piece, and those that the next steps show.
  std::vector<std::size_t> panels_as_it_opens(const Side& outside) const {
    const std::size_t cover = document_.sheet.cover;
    const int steps = folding_steps(outside);
    std::vector<std::size_t> panels;
    add_seen(fold_up(outside, cover, steps), panels);
    for (int left = steps - 1; left > 0; --left) {
      const std::size_t before = panels.size();
      add_seen(opened(outside, cover, left), panels);
      if (panels.size() == before) break;
    }
    return panels;
  }

  /// Panels that show their outside, or most of it.
  void add_seen(const Pile& pile, std::vector<std::size_t>& panels) const {
    std::vector<Seen> all = seen(pile);
    if (document_.right_to_left) std::ranges::reverse(all);
    for (const Seen& each : all) {
      const Layer& layer = pile[each.layer];
      const bool is_open = (each.right - each.left) * 2 > layer.width;
      const bool is_known = std::ranges::find(panels, layer.panel) != panels.end();
      if (layer.face == Face::Outside && is_open && !is_known) panels.push_back(layer.panel);
    }
  }

  void read_panels(std::size_t side, const std::vector<std::size_t>& panels) {
    const bool is_new = std::ranges::find(stops_, side, &ReadingStop::side) == stops_.end();
    if (document_.sides[side].is_spread) {
      if (is_new) read_spread(side);
      return;
    }
    if (is_new) read_frames(side, std::nullopt);
    for (const std::size_t panel : panels) read_frames(side, panel);
  }

  void read_frames(std::size_t side, std::optional<std::size_t> panel) {
    ReadingStop stop{side, panel, {}};
    const auto& frames = document_.sides[side].frames;
    for (FrameIndex i = 0; i < frames.size(); ++i) {
      if (frames[i].panel == panel) stop.frames.push_back(i);
    }
    if (!stop.frames.empty()) stops_.push_back(std::move(stop));
  }

  void read_spread(std::size_t side) {
    ReadingStop stop{side, std::nullopt, {}};
    for (FrameIndex i = 0; i < document_.sides[side].frames.size(); ++i) stop.frames.push_back(i);
    if (!stop.frames.empty()) stops_.push_back(std::move(stop));
  }

  const Document& document_;
  std::vector<ReadingStop> stops_;
};

}  // namespace

std::vector<ReadingStop> reading_order(const Document& document) { return Reader(document).read(); }

}  // namespace handbill::document
