// SPDX-License-Identifier: MIT
// What the text of a page stands on: fills, strokes, drawings and pictures, with their edges and
// the ink they leave at each place.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "check/box_index.h"
#include "plates/polyline.h"
#include "plates/print.h"

namespace handbill::check {

/// A straight piece of an edge.
struct Piece {
  Point from, to;
};

inline Rect box_of(const Piece& piece) {
  const auto [left, right] = std::minmax(piece.from.x, piece.to.x);
  const auto [top, bottom] = std::minmax(piece.from.y, piece.to.y);
  return Rect::from_edges(left, top, right, bottom);
}

/// Ink by plate, 0 to 1, as it lies at one place.
struct InkAt {
  std::vector<double> amounts;
  /// Index of the uppermost picture that is seen there; what it prints is not in `amounts`.
  std::optional<std::size_t> picture{};

  /// Nobody sees where the one ends and the other begins.
  bool looks_like(const InkAt& other) const;
};

/// Ink by plate as process ink alone.
color::Cmyk as_cmyk(const std::vector<double>& amounts, const std::vector<plates::Ink>& inks);

/// The contours of one area.
class Contours {
 public:
  /// An open contour ends where it began.
  Contours(const std::vector<plates::Polyline>& lines, display::FillRule rule, const Rect& window);

  bool contains(Point at) const;
  template <class Look>
  void each_piece(const Rect& near, Look look) const {
    index_.each_near(near, [&](std::size_t i) { look(pieces_[i]); });
  }
  std::size_t looked() const { return index_.looked(); }

 private:
  std::vector<Piece> pieces_;
  display::FillRule rule_;
  Length left_{};  ///< nothing lies further left
  BoxIndex index_;
};

/// Of one page. Contours are made when they are first asked for; each question costs what lies
/// near.
class Ground {
 public:
  /// `page` is of plates::drawings(list) and stands for list.pages[index]; all must outlive this.
  Ground(const plates::Print& print, const display::PageList& list, std::size_t index);

  const plates::Object& object(std::size_t thing) const { return page_.objects[thing]; }
  const display::Item& item(std::size_t thing) const { return items_[object(thing).item]; }

  /// Things whose bounds meet the box, in paint order.
  std::vector<std::size_t> near(const Rect& box) const;
  /// Those of them that are painted before item `end`, without what lies below a rectangle that
  /// fills the box.
  std::vector<std::size_t> below(const Rect& box, std::size_t end) const;
  /// True when an edge of the thing comes into the box: else it paints all of the box or nothing.
  bool has_edge(std::size_t thing, const Rect& box) const;
  bool paints(std::size_t thing, Point at) const;
  /// True inside of it; of a stroke, inside of what it goes round.
  bool encloses(std::size_t thing, Point at) const;
  /// Calls `look(Piece)` for the pieces of the thing's edges that come near the box. An edge of a
  /// clip may be told that nothing is seen of.
  template <class Look>
  void each_edge(std::size_t thing, const Rect& box, Look look) const {
    const Outline& outline = outline_of(thing);
    for (const Contours& each : outline.areas) each.each_piece(box, look);
  }
  /// What the things below item `end` of the page leave there.
  InkAt ink_at(Point at, std::size_t end) const;
  std::size_t inks() const { return inks_; }

  /// How many boxes and pieces have been looked at.
  std::size_t looked() const;

 private:
  struct Outline {
    std::vector<Contours> areas;  ///< the thing's own, then those of its clips
  };
  const Outline& outline_of(std::size_t thing) const;
  bool is_opaque_at(std::size_t thing, Point at) const;
  void lay(std::size_t thing, Point at, InkAt& ink) const;
  double alpha_at(std::size_t thing, Point at) const;

  const plates::Page& page_;
  const display::PageList& list_;
  const std::vector<display::Item>& items_;
  std::size_t inks_;
  Rect window_;
  BoxIndex index_;
  std::vector<std::optional<Rect>> rects_;  ///< by thing: the rectangle that it fills
  mutable std::vector<std::unique_ptr<const Outline>> outlines_;  ///< by thing; null: not yet made
  mutable std::vector<std::unique_ptr<const Contours>> inners_;   ///< of strokes; likewise
};

}  // namespace handbill::check
