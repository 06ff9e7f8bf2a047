// SPDX-License-Identifier: MIT
// What text flows around: boxes and outlines, with the distance it keeps from them.
#pragma once

#include <optional>
#include <vector>

#include "base/path.h"

namespace handbill::layout {

/// From left to right.
struct Interval {
  Length left;
  Length right;
  Length width() const { return right - left; }
};

/// From top to bottom.
struct Band {
  Length top;
  Length bottom;
};

class Obstacle {
 public:
  static Obstacle box(const Rect& box, Length offset);
  /// What `outline` encloses of `box`.
  static Obstacle outline(const Path& outline, const Rect& box, Length offset);

  /// What it takes of a band; nothing: the band is free.
  std::optional<Interval> taken(Band band) const;
  Length bottom() const { return box_.bottom() + offset_; }
  bool is_box() const { return is_box_; }

 private:
  struct Segment {
    Point from;
    Point to;
  };
  Obstacle(const Rect& box, Length offset) : box_(box), offset_(offset) {}
  std::optional<Interval> enclosed(Band band) const;

  Rect box_;
  Length offset_;
  bool is_box_ = true;
  std::vector<Segment> segments_;  ///< of an outline
};

class Obstacles {
 public:
  void add(Obstacle obstacle) { all_.push_back(std::move(obstacle)); }
  bool empty() const { return all_.empty(); }

  /// The widest free part of a line, if it is at least `least` wide.
  std::optional<Interval> free_part(Interval line, Band band, Length least) const;
  /// The lower end of the last one.
  Length bottom() const;
  /// How far down the next try makes sense when a band has no room: to the foot of a box, or a
  /// little way along an outline.
  Length next_try(Interval line, Band band) const;

 private:
  std::vector<Obstacle> all_;
};

}  // namespace handbill::layout
