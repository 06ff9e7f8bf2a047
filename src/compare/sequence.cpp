// SPDX-License-Identifier: MIT
#include "compare/sequence.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace handbill::compare {
namespace {

/// Positions may lie one beyond either end.
using Place = std::ptrdiff_t;

/// A part of both sequences.
struct Box {
  Place left, right;  ///< of the old one
  Place top, bottom;  ///< of the new one
  bool is_bare() const { return left == right || top == bottom; }
};

struct Corner {
  Place x, y;
};

constexpr Place kFar = std::numeric_limits<Place>::max() / 4;
/// Edits that are always looked for.
constexpr Place kLeastEffort = 256;

/// On each diagonal (x - y) how far a path has come.
class Front {
 public:
  Front(Place least, Place most)
      : least_(least), reach_(static_cast<std::size_t>(most - least + 3)) {}
  Place& at(Place diagonal) { return reach_[static_cast<std::size_t>(diagonal - least_ + 1)]; }

 private:
  Place least_;
  std::vector<Place> reach_;
};

/// The diagonals that a front stands on after so many steps: every other one of [low, high].
struct Diagonals {
  Place low, high;
  bool has(Place diagonal) const { return low <= diagonal && diagonal <= high; }
};

class Search {
 public:
  Search(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after)
      : before_(before),
        after_(after),
        old_kept_(before.size(), false),
        new_kept_(after.size(), false),
        forward_(-static_cast<Place>(after.size()), static_cast<Place>(before.size())),
        backward_(forward_),
        most_(std::max(kLeastEffort, static_cast<Place>(std::sqrt(
                                         static_cast<double>(before.size() + after.size()))))) {}

  std::vector<Hunk> run() {
    std::vector<Box> open = {
        {0, static_cast<Place>(before_.size()), 0, static_cast<Place>(after_.size())}};
    while (!open.empty()) {
      Box box = open.back();
      open.pop_back();
      trim(box);
      if (box.is_bare()) continue;
      const auto corner = middle(box);
      if (!corner) continue;
      open.push_back({box.left, corner->x, box.top, corner->y});
      open.push_back({corner->x, box.right, corner->y, box.bottom});
    }
    return hunks();
  }

 private:
  bool is_same(Place x, Place y) const {
    return before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)];
  }

  void keep(Place x, Place y) {
    old_kept_[static_cast<std::size_t>(x)] = true;
    new_kept_[static_cast<std::size_t>(y)] = true;
  }

  /// What both begin and end with.
  void trim(Box& box) {
    while (!box.is_bare() && is_same(box.left, box.top)) keep(box.left++, box.top++);
    while (!box.is_bare() && is_same(box.right - 1, box.bottom - 1))
      keep(--box.right, --box.bottom);
  }

  /// A point that a short path through the box goes by: where one from its beginning and one from
  /// its end meet. Nothing: there is no use in looking on.
  std::optional<Corner> middle(const Box& box) {
    const Place least = box.left - box.bottom, most = box.right - box.top;
    const Place start = box.left - box.top, end = box.right - box.bottom;
    Diagonals ahead{start, start}, behind{end, end};
    const bool meets_ahead = (start - end) % 2 != 0;
    forward_.at(start) = box.left;
    backward_.at(end) = box.right;
    for (Place effort = 1; effort <= most_; ++effort) {
      widen(ahead, least, most, forward_, -kFar);
      for (Place d = ahead.high; d >= ahead.low; d -= 2) {
        const Place x = step_ahead(box, d);
        if (meets_ahead && behind.has(d) && backward_.at(d) <= x) return Corner{x, x - d};
      }
      widen(behind, least, most, backward_, kFar);
      for (Place d = behind.high; d >= behind.low; d -= 2) {
        const Place x = step_back(box, d);
        if (!meets_ahead && ahead.has(d) && x <= forward_.at(d)) return Corner{x, x - d};
      }
    }
    return furthest(box, ahead, behind);
  }

  /// A step more may lead to the diagonals on either side, as far as the box has them.
  static void widen(Diagonals& on, Place least, Place most, Front& front, Place nowhere) {
    if (on.low > least) {
      front.at(--on.low - 1) = nowhere;
    } else {
      ++on.low;
    }
    if (on.high < most) {
      front.at(++on.high + 1) = nowhere;
    } else {
      --on.high;
    }
  }

  Place step_ahead(const Box& box, Place d) {
    Place x = std::max(forward_.at(d - 1) + 1, forward_.at(d + 1));
    while (x < box.right && x - d < box.bottom && is_same(x, x - d)) ++x;
    return forward_.at(d) = x;
  }

  Place step_back(const Box& box, Place d) {
    Place x = std::min(backward_.at(d - 1), backward_.at(d + 1) - 1);
    while (x > box.left && x - d > box.top && is_same(x - 1, x - d - 1)) --x;
    return backward_.at(d) = x;
  }

  /// Where either front has come nearest to its goal.
  std::optional<Corner> furthest(const Box& box, Diagonals ahead, Diagonals behind) {
    Corner first{box.left, box.top}, last{box.right, box.bottom};
    for (Place d = ahead.low; d <= ahead.high; d += 2) {
      const Place x = std::min({forward_.at(d), box.right, box.bottom + d});
      if (x - d >= box.top && x + x - d > first.x + first.y) first = {x, x - d};
    }
    for (Place d = behind.low; d <= behind.high; d += 2) {
      const Place x = std::max({backward_.at(d), box.left, box.top + d});
      if (x - d <= box.bottom && x + x - d < last.x + last.y) last = {x, x - d};
    }
    const Place gone = first.x + first.y - box.left - box.top;
    const Place come = box.right + box.bottom - last.x - last.y;
    if (std::max(gone, come) == 0) return std::nullopt;
    return gone >= come ? first : last;
  }

  std::vector<Hunk> hunks() const {
    std::vector<Hunk> all;
    std::size_t x = 0, y = 0;
    while (x < before_.size() || y < after_.size()) {
      const Hunk start{x, x, y, y};
      while (x < before_.size() && !old_kept_[x]) ++x;
      while (y < after_.size() && !new_kept_[y]) ++y;
      if (x > start.old_begin || y > start.new_begin)
        all.push_back({start.old_begin, x, start.new_begin, y});
      while (x < before_.size() && y < after_.size() && old_kept_[x] && new_kept_[y]) ++x, ++y;
    }
    return all;
  }

  std::span<const std::uint32_t> before_, after_;
  std::vector<bool> old_kept_, new_kept_;
  Front forward_, backward_;
  Place most_;
};

}  // namespace

std::vector<Hunk> differences(std::span<const std::uint32_t> before,
                              std::span<const std::uint32_t> after) {
  return Search(before, after).run();
}

}  // namespace handbill::compare
