// SPDX-License-Identifier: MIT
#include "preview/fold_pictures.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.h"
#include "base/number.h"
#include "base/user_unit.h"
#include "preview/canvas.h"
#include "preview/draw_pile.h"
#include "preview/flat_picture.h"
#include "preview/reading_picture.h"

namespace handbill::preview {
namespace {

using document::Document;
using document::Side;

constexpr Length kBetweenFaces = Length::pt(72);
constexpr Size kClosedRoom = {Length::pt(320), Length::pt(400)};
constexpr Size kOpenedRoom = {Length::pt(640), Length::pt(400)};
/// Narrower stretches of a panel get no name.
constexpr Length kNamed = Length::inch(0.5);
/// How far the halves of an opened piece stand up, and how a look from above shows it: its outer
/// edges come nearer, which is down.
constexpr double kBookAngle = 0.38, kGateAngle = 0.75;  // radians
constexpr double kLook = 0.30;
constexpr double kShadeReach = 0.4;   // of a panel's width, from the fold
constexpr double kShadySide = 0.035;  // how dark the half away from the light is
/// A closed piece is seen a little from the side.
constexpr double kTurned = 0.97, kSlant = 0.035;

double scale_into(Size size, Size room) {
  return std::min({1.0, room.width / size.width, room.height / size.height});
}

/// Panels of outside and inside, by index of the outside.
Printed printed(const Document& document, std::size_t forms) {
  Printed sheet{document.sheet.trim, {}, {0, document.sides.size() > 1 ? 1 : forms}};
  for (const document::Panel& panel : document.sides.front().panels) {
    sheet.panels[0].push_back(panel.box.left);
    sheet.panels[1].push_back(sheet.trim.width - panel.box.right());
  }
  return sheet;
}

class Pictures {
 public:
  Pictures(const Document& document, Printed sheet, display::PageList& list,
           const font::FontBook& fonts)
      : document_(document), sheet_(std::move(sheet)), list_(list), fonts_(fonts) {}

  display::Page folded();
  display::Page opening();

 private:
  const Side& outside() const { return document_.sides.front(); }
  Canvas canvas() const { return {list_, document_.slug_style, fonts_}; }
  std::string name(const Layer& layer) const;
  void write_names(Canvas& canvas, const Pile& pile, const std::vector<Matrix>& maps,
                   Length baseline) const;
  std::vector<Length> hinges(const Pile& pile) const;
  void shade_halves(Canvas& canvas, const Pile& pile, const std::vector<Matrix>& maps,
                    const std::vector<Length>& lines) const;

  const Document& document_;
  Printed sheet_;
  display::PageList& list_;
  const font::FontBook& fonts_;
};

std::string Pictures::name(const Layer& layer) const {
  if (layer.face == Face::Outside) return outside().panels[layer.panel].name;
  if (document_.sides.size() < 2) return {};
  const auto& panels = document_.sides[1].panels;
  return panels[panels.size() - 1 - layer.panel].name;
}

/// Below all that is seen of each panel.
void Pictures::write_names(Canvas& canvas, const Pile& pile, const std::vector<Matrix>& maps,
                           Length baseline) const {
  for (const Seen& each : seen(pile)) {
    if (each.right - each.left < kNamed) continue;
    const Point middle{(each.left + each.right) / 2, sheet_.trim.height};
    canvas.write(name(pile[each.layer]), kNoteSize, {maps[each.layer].apply(middle).x, baseline});
  }
}

struct Extent {
  Length left, right;
  Length width() const { return right - left; }
};

Extent extent(const Pile& pile) {
  Extent result{pile.front().left, pile.front().right()};
  for (const Layer& layer : pile) {
    result.left = std::min(result.left, layer.left);
    result.right = std::max(result.right, layer.right());
  }
  return result;
}

display::Page Pictures::folded() {
  const Pile front = fold_up(outside(), document_.sheet.cover, folding_steps(outside()));
  const Pile back = turned_over(front);
  const Length width = extent(front).width(), height = sheet_.trim.height;
  const double scale = scale_into({width, height}, kClosedRoom);
  const Length face = width * (scale * kTurned), slant = width * (scale * kSlant);
  const Length top = kMargin + kNameSize * 2;
  const Length bottom = top + height * scale + slant;
  const Size size{kMargin * 2 + face * 2 + kBetweenFaces, bottom + kNoteSize * 5 + kMargin / 2};

  Canvas canvas = this->canvas();
  paint_ground(canvas, size);
  const auto draw = [&](const Pile& pile, Length left, double direction, const char* title) {
    // The near edge is lower.
    const Matrix map = Matrix::translate({-extent(pile).left, {}})
                           .then({scale * kTurned, scale * kSlant * direction, 0, scale, left.pt(),
                                  (top + (direction < 0 ? slant : Length())).pt()});
    const std::vector<Matrix> maps(pile.size(), map);
    draw_pile(canvas, pile, sheet_, maps);
    canvas.write(title, kNameSize, {left + face / 2, kMargin});
    write_names(canvas, pile, maps, bottom + kNoteSize * 2.5);
  };
  draw(front, kMargin, -1, "front");
  draw(back, kMargin + face + kBetweenFaces, 1, "back");
  const UserUnit unit = user_unit(sheet_.trim);
  canvas.write("closed: " + measure(width, unit) + " by " + measure(height, unit), kNoteSize,
               {size.width / 2, bottom + kNoteSize * 4.5});
  return canvas.finish("folded", size);
}

/// Where the last folds lie on the table, left to right. Those of one line through several layers
/// count once, as the lowest layer has them.
std::vector<Length> Pictures::hinges(const Pile& pile) const {
  const std::vector<int> level = levels(pile);
  const auto layer_of = [&](std::size_t panel) {
    return static_cast<std::size_t>(std::ranges::find(pile, panel, &Layer::panel) - pile.begin());
  };
  struct Hinge {
    int level;
    Length x;
  };
  std::vector<Hinge> found;
  Length narrowest = pile.front().width;
  for (const Layer& layer : pile) narrowest = std::min(narrowest, layer.width);
  for (std::size_t i = 0; i < outside().folds.size(); ++i) {
    if (outside().folds[i].order + 1 != folding_steps(outside())) continue;
    const std::size_t a = layer_of(i), b = layer_of(i + 1);
    found.push_back({std::min(level[a], level[b]), std::max(pile[a].left, pile[b].left)});
  }
  std::ranges::sort(found, {}, &Hinge::level);
  std::vector<Length> result;
  for (const Hinge& hinge : found) {
    const bool is_known = std::ranges::any_of(
        result, [&](Length x) { return std::abs((x - hinge.x).pt()) < narrowest.pt() / 2; });
    if (!is_known) result.push_back(hinge.x);
  }
  std::ranges::sort(result);
  return result;
}

/// Light comes from the left: the half at the right is darker, and both are at the fold.
void Pictures::shade_halves(Canvas& canvas, const Pile& pile, const std::vector<Matrix>& maps,
                            const std::vector<Length>& lines) const {
  for (const Seen& each : seen(pile)) {
    const Layer& layer = pile[each.layer];
    const Length middle = layer.left + layer.width / 2;
    const Length reach = layer.width * kShadeReach, height = sheet_.trim.height;
    const Matrix& map = maps[each.layer];
    if (middle < lines.front()) {
      const Length dark = std::min(each.right, lines.front());
      const Length pale = std::max(each.left, lines.front() - reach);
      if (pale < dark) paint_shade(canvas, dark, pale, height, map);
    } else if (middle > lines.back()) {
      const Length dark = std::max(each.left, lines.back());
      const Length pale = std::min(each.right, lines.back() + reach);
      if (dark < pale) paint_shade(canvas, dark, pale, height, map);
      const Rect half = Rect::from_edges(each.left, {}, each.right, height);
      canvas.paint({.path = Path::rect(half).transformed(map),
                    .fill = color::Color::black(),
                    .opacity = kShadySide});
    }
  }
}

/// Turned about a vertical line, its other edge towards the eye.
Matrix swung(Length hinge, double angle, double direction) {
  const double across = std::cos(angle), down = std::sin(angle) * kLook * direction;
  return {across, down, 0, 1, hinge.pt() * (1 - across), -hinge.pt() * down};
}

display::Page Pictures::opening() {
  const Pile pile = opened(outside(), document_.sheet.cover, folding_steps(outside()) - 1);
  const std::vector<Length> lines = hinges(pile);
  const double angle = lines.size() > 1 ? kGateAngle : kBookAngle;
  const Extent across = extent(pile);
  const double scale = scale_into({across.width(), sheet_.trim.height}, kOpenedRoom);
  std::vector<Matrix> maps;
  std::optional<Rect> bounds;
  for (const Layer& layer : pile) {
    const Length middle = layer.left + layer.width / 2;
    Matrix map{};
    if (middle < lines.front()) map = swung(lines.front(), angle, -1);
    if (middle > lines.back()) map = swung(lines.back(), angle, 1);
    maps.push_back(map.then(Matrix::scale(scale, scale)));
    const auto box = Path::rect({layer.left, {}, layer.width, sheet_.trim.height})
                         .transformed(maps.back())
                         .bounds();
    HANDBILL_CHECK(box.has_value(), "a panel has an area");
    bounds = bounds ? bounds->united(*box) : *box;
  }
  const Point shift{kMargin - bounds->left, kMargin + kNameSize * 2 - bounds->top};
  for (Matrix& map : maps) map = map.then(Matrix::translate(shift));
  const Length bottom = bounds->bottom() + shift.y;
  const Size size{bounds->width + kMargin * 2, bottom + kNoteSize * 3 + kMargin / 2};

  Canvas canvas = this->canvas();
  paint_ground(canvas, size);
  draw_pile(canvas, pile, sheet_, maps);
  shade_halves(canvas, pile, maps, lines);
  canvas.write("first opening", kNameSize, {size.width / 2, kMargin});
  write_names(canvas, pile, maps, bottom + kNoteSize * 2.5);
  return canvas.finish("opening", size);
}

}  // namespace

display::PageList fold_pictures(const Document& document, display::PageList pages,
                                const font::FontBook& fonts) {
  HANDBILL_CHECK(pages.pages.size() == document.sides.size(), "each side is a page");
  display::PageList list = std::move(pages);
  list.forms.clear();
  for (display::Page& page : list.pages) list.forms.push_back(as_paper(std::move(page)));
  list.pages.clear();
  if (list.forms.empty()) return list;
  const std::size_t blank = list.forms.size();
  display::Page paper;
  paper.trim = document.sheet.trim;
  list.forms.push_back(as_paper(std::move(paper)));
  list.pages.push_back(flat_picture(document, list, fonts));
  list.pages.push_back(reading_picture(document, Arranged::Sides, list, fonts));
  if (document.sides.front().folds.empty()) return list;
  Pictures pictures(document, printed(document, blank), list, fonts);
  list.pages.push_back(pictures.folded());
  list.pages.push_back(pictures.opening());
  return list;
}

}  // namespace handbill::preview
