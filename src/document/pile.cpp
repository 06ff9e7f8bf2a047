// SPDX-License-Identifier: MIT
#include "document/pile.h"

#include <algorithm>

#include "base/check.h"

namespace handbill::document {
namespace {

Face other(Face face) { return face == Face::Outside ? Face::Inside : Face::Outside; }

/// As seen from above, by someone who looks at that face.
bool is_mountain(const Fold& fold, Face face) {
  return (fold.direction == Fold::Direction::Mountain) == (face == Face::Outside);
}

bool overlap(const Layer& a, const Layer& b) {
  return a.left < b.right() - kTolerance && b.left < a.right() - kTolerance;
}

class Folder {
 public:
  Folder(const Side& outside, std::size_t cover)
      : panels_(outside.panels),
        folds_(outside.folds),
        cover_(cover),
        faces_(panels_.size(), Face::Outside) {
    HANDBILL_CHECK(cover < panels_.size() && folds_.size() + 1 == panels_.size(),
                   "a fold lies between each two panels");
    for (std::size_t i = 0; i < panels_.size(); ++i) pile_.push_back(i);
  }

  /// Every fold of one order. Counting from the cover, each of them that is passed decides anew
  /// whether a panel turns over.
  void fold(int order) {
    std::vector<bool> turns(panels_.size(), false);
    const auto is_made = [&](std::size_t fold) { return folds_[fold].order == order; };
    for (std::size_t i = cover_; i > 0; --i) turns[i - 1] = turns[i] != is_made(i - 1);
    for (std::size_t i = cover_ + 1; i < turns.size(); ++i) {
      turns[i] = turns[i - 1] != is_made(i - 1);
    }
    bool goes_below = true;
    for (std::size_t i = 0; i < folds_.size(); ++i) {
      if (is_made(i)) goes_below = is_mountain(folds_[i], faces_[turns[i] ? i + 1 : i]);
    }
    turn(turns, goes_below ? Goes::Below : Goes::Above);
  }

  Pile pile() const {
    std::vector<Layer> layers(panels_.size());
    const auto place = [&](std::size_t panel, Length left) {
      layers[panel] = {panel, faces_[panel], left, panels_[panel].box.width};
    };
    place(cover_, panels_[cover_].box.left);
    for (std::size_t i = cover_; i > 0; --i)
      place(i - 1, beyond(layers[i], i - 1, OutsideEdge::Left));
    for (std::size_t i = cover_ + 1; i < layers.size(); ++i) {
      place(i, beyond(layers[i - 1], i, OutsideEdge::Right));
    }
    Pile pile;
    for (const std::size_t panel : pile_) pile.push_back(layers[panel]);
    return pile;
  }

 private:
  enum class Goes { Below, Above };
  enum class OutsideEdge { Left, Right };  ///< on the sheet's outside

  void turn(const std::vector<bool>& turns, Goes goes) {
    std::vector<std::size_t> staying, turned;
    for (const std::size_t panel : pile_) (turns[panel] ? turned : staying).push_back(panel);
    std::reverse(turned.begin(), turned.end());
    for (const std::size_t panel : turned) faces_[panel] = other(faces_[panel]);
    const auto& [lower, upper] =
        goes == Goes::Below ? std::pair{turned, staying} : std::pair{staying, turned};
    pile_ = lower;
    pile_.insert(pile_.end(), upper.begin(), upper.end());
  }

  /// The left edge, on the table, of a panel that joins `from` on that side.
  Length beyond(const Layer& from, std::size_t panel, OutsideEdge way) const {
    const bool at_right_end = (from.face == Face::Outside) == (way == OutsideEdge::Right);
    const Length hinge = at_right_end ? from.right() : from.left;
    const bool runs_right = (faces_[panel] == Face::Outside) == (way == OutsideEdge::Right);
    return runs_right ? hinge : hinge - panels_[panel].box.width;
  }

  const std::vector<Panel>& panels_;
  const std::vector<Fold>& folds_;
  std::size_t cover_;
  std::vector<Face> faces_;
  std::vector<std::size_t> pile_;  ///< panels from the table up
};

}  // namespace

int folding_steps(const Side& outside) {
  int last = -1;
  for (const Fold& fold : outside.folds) last = std::max(last, fold.order);
  return last + 1;
}

Pile fold_up(const Side& outside, std::size_t cover, int steps) {
  Folder folder(outside, cover);
  for (int order = 0; order < steps; ++order) folder.fold(order);
  return folder.pile();
}

Pile turned_over(Pile pile) {
  std::reverse(pile.begin(), pile.end());
  for (Layer& layer : pile) {
    layer.face = other(layer.face);
    layer.left = -layer.right();
  }
  return pile;
}

Pile opened(const Side& outside, std::size_t cover, int steps) {
  Pile pile = fold_up(outside, cover, steps);
  for (std::size_t i = 0; i < outside.folds.size(); ++i) {
    if (outside.folds[i].order != steps) continue;
    const auto beside = std::ranges::find(pile, i, &Layer::panel);
    if (is_mountain(outside.folds[i], beside->face)) return turned_over(std::move(pile));
    break;
  }
  return pile;
}

std::vector<Seen> seen(const Pile& pile) {
  std::vector<Length> edges;
  for (const Layer& layer : pile) {
    edges.push_back(layer.left);
    edges.push_back(layer.right());
  }
  std::ranges::sort(edges);
  std::vector<Seen> result;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const Length left = edges[i], right = edges[i + 1];
    if (fits(right - left, Length())) continue;
    for (std::size_t top = pile.size(); top-- > 0;) {
      if (!overlap(pile[top], {0, Face::Outside, left, right - left})) continue;
      if (!result.empty() && result.back().layer == top) {
        result.back().right = right;
      } else {
        result.push_back({top, left, right});
      }
      break;
    }
  }
  return result;
}

std::vector<int> levels(const Pile& pile) {
  std::vector<int> result;
  for (std::size_t i = 0; i < pile.size(); ++i) {
    int level = 0;
    for (std::size_t below = 0; below < i; ++below) {
      if (overlap(pile[i], pile[below])) level = std::max(level, result[below] + 1);
    }
    result.push_back(level);
  }
  return result;
}

}  // namespace handbill::document
