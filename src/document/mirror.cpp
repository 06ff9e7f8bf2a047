// SPDX-License-Identifier: MIT
#include "document/mirror.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "base/overload.h"
#include "display/gradient.h"

namespace handbill::document {
namespace {

EdgeKind opposite(EdgeKind kind) {
  if (kind == EdgeKind::Left) return EdgeKind::Right;
  return kind == EdgeKind::Right ? EdgeKind::Left : kind;
}

void mirror(Insets& insets) { std::swap(insets.left, insets.right); }

/// Left and right edges only: an offset from another frame's edge counts right, so it turns round
/// with the edge; one from the container counts inwards anyway.
void mirror(Edge& edge) {
  if (std::holds_alternative<Edge::OwnSide>(edge.base)) return;
  edge.offset = -edge.offset;
  edge.percent = -edge.percent;
  if (auto* of_frame = std::get_if<Edge::OfFrame>(&edge.base)) {
    of_frame->edge = opposite(of_frame->edge);
    return;
  }
  if (auto* row = std::get_if<Edge::InRow>(&edge.base)) {
    for (Edge& each : row->ends) mirror(each);
    return;
  }
  using enum Edge::Choice::Which;
  auto& choice = std::get<Edge::Choice>(edge.base);
  if (choice.which != Mean) choice.which = choice.which == Max ? Min : Max;
  for (Edge& each : choice.of) mirror(each);
}

/// A place counted from the left is counted from the right.
void mirror_center(Edge& edge) {
  if (std::holds_alternative<Edge::OwnSide>(edge.base)) {
    edge.offset = -edge.offset;
    edge.percent = 100 - edge.percent;
    return;
  }
  if (auto* choice = std::get_if<Edge::Choice>(&edge.base)) {
    using enum Edge::Choice::Which;
    edge.offset = -edge.offset;
    edge.percent = -edge.percent;
    if (choice->which != Mean) choice->which = choice->which == Max ? Min : Max;
    for (Edge& each : choice->of) mirror_center(each);
    return;
  }
  mirror(edge);
}

void mirror(Box& box) {
  if (box.center) mirror_center(*box.center);
  std::swap(box.left, box.right);
  if (box.left) mirror(*box.left);
  if (box.right) mirror(*box.right);
}

void mirror(Table& table) {
  table.right_to_left = true;
  for (auto* rows : {&table.rows, &table.continued}) {
    for (Row& row : *rows) {
      for (Cell& cell : row.cells) mirror(cell.padding);
    }
  }
}

using ArtPtr = std::shared_ptr<const display::Art>;

using GradientPtr = std::shared_ptr<const display::Gradient>;

GradientPtr transformed(const GradientPtr& gradient, const Matrix& map) {
  return std::make_shared<const display::Gradient>(display::transformed(*gradient, map));
}

/// Each drawing is turned round once, however often it is shown.
class Turner {
 public:
  void turn(Frame& frame) {
    frame.right_to_left = true;
    turn_content(frame);
    if (frame.mirror == Mirror::None) return;
    mirror(frame.box);
    mirror(frame.inset);
    if (frame.mirror != Mirror::All) return;
    if (frame.gradient) {
      frame.gradient = transformed(frame.gradient, {-1, 0, 0, 1, 1, 0});
      if (frame.gradient_angle) frame.gradient_angle = -*frame.gradient_angle;
    }
  }

 private:
  void turn_content(Frame& frame) {
    std::visit(Overload{[](Table& table) { mirror(table); },
                        [&](ArtContent& art) {
                          if (frame.mirror == Mirror::All && art.art) art.art = turned(art.art);
                        },
                        // Text, stories and tables of the document run by their language.
                        [](const OneOf<std::monostate, StoryContent, TextContent, PictureContent,
                                       TableContent> auto&) {}},
               frame.content);
  }

  ArtPtr turned(const ArtPtr& art) {
    ArtPtr& kept = turned_[art];
    if (kept) return kept;
    display::Art result = *art;
    const Matrix map = Matrix::scale(-1, 1).then(Matrix::translate({art->size.width, {}}));
    for (display::Shape& shape : result.shapes) {
      shape.path = shape.path.transformed(map);
      if (shape.gradient) shape.gradient = transformed(shape.gradient, map);
    }
    kept = std::make_shared<const display::Art>(std::move(result));
    return kept;
  }

  std::map<ArtPtr, ArtPtr> turned_;
};

void mirror_panels(Side& side, Length width) {
  for (Panel& panel : side.panels) panel.box.left = width - panel.box.right();
  std::reverse(side.panels.begin(), side.panels.end());
  for (Fold& fold : side.folds) fold.x = width - fold.x;
  std::reverse(side.folds.begin(), side.folds.end());
  for (Frame& frame : side.frames) {
    if (frame.panel) frame.panel = side.panels.size() - 1 - *frame.panel;
  }
}

}  // namespace

void mirror(Document& document) {
  document.right_to_left = true;
  mirror(document.sheet.margin);
  if (!document.sides.empty() && !document.sides.front().panels.empty()) {
    document.sheet.cover = document.sides.front().panels.size() - 1 - document.sheet.cover;
  }
  Turner turner;
  for (Side& side : document.sides) {
    mirror(side.margin);
    mirror_panels(side, document.sheet.trim.width);
    for (Frame& frame : side.frames) turner.turn(frame);
  }
  for (NamedTable& table : document.tables) mirror(table.table);
}

}  // namespace handbill::document
