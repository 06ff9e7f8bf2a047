// SPDX-License-Identifier: MIT
#include "preview/flat_picture.h"

#include <algorithm>

#include "base/number.h"
#include "preview/canvas.h"
#include "preview/draw_pile.h"

namespace handbill::preview {
namespace {

using document::Fold;

constexpr Size kRoom = {Length::pt(720), Length::pt(540)};
constexpr Length kOverhang = Length::pt(9);  // of fold lines, beyond the sheet
constexpr Length kNumbers = Length::pt(21);  // baseline of widths and order, below the sheet
constexpr Length kSample = Length::pt(36);   // of a line, in the legend
constexpr Length kLegendColumn = Length::pt(160);

/// As in the diagrams of paper folders: dashes for valleys, dashes and dots for mountains.
display::Stroke line_of(Fold::Direction direction) {
  const bool is_valley = direction == Fold::Direction::Valley;
  const auto pt = [](double value) { return Length::pt(value); };
  return {
      .color = color::Color::process(is_valley ? color::Cmyk{0.85, 0.35, 0, 0}
                                               : color::Cmyk{0, 0.85, 0.55, 0}),
      .width = pt(1),
      .dash = is_valley ? std::vector{pt(5), pt(3)} : std::vector{pt(7), pt(2.5), pt(1), pt(2.5)}};
}

void draw_fold(Canvas& canvas, Path line, Fold::Direction direction) {
  canvas.paint({.path = line,
                .stroke = display::Stroke{.color = color::Color::paper(), .width = Length::pt(2.4)},
                .opacity = 0.6});
  canvas.paint({.path = std::move(line), .stroke = line_of(direction)});
}

class FlatPicture {
 public:
  FlatPicture(const document::Document& document, Canvas& canvas)
      : document_(document),
        canvas_(canvas),
        scale_(std::min({1.0, kRoom.width / document.sheet.trim.width,
                         kRoom.height / document.sheet.trim.height})),
        sheet_{document.sheet.trim.width * scale_, document.sheet.trim.height * scale_},
        is_folded_(!document.sides.front().folds.empty()) {}

  Size size() const {
    const auto sides = static_cast<double>(document_.sides.size());
    return {std::max(sheet_.width, is_folded_ ? kLegendColumn * 2 : Length()) + kMargin * 2,
            kMargin / 2 + side_height() * sides + (is_folded_ ? kMargin : kMargin / 2)};
  }

  void draw() {
    paint_ground(canvas_, size());
    Length top = kMargin / 2;
    for (std::size_t i = 0; i < document_.sides.size(); ++i, top += side_height()) {
      draw_side(i, top);
    }
    if (is_folded_) draw_legend(top + kNoteSize);
  }

 private:
  Length above() const { return is_folded_ ? kNameSize * 4.2 : kNameSize * 2.2; }
  Length below() const { return is_folded_ ? kNoteSize * 5 : kNoteSize * 2; }
  Length side_height() const { return above() + sheet_.height + below(); }

  void draw_side(std::size_t index, Length y) {
    const document::Side& side = document_.sides[index];
    const Length top = y + above(), bottom = top + sheet_.height;
    const Length left = (size().width - sheet_.width) / 2;
    const Rect box{left, top, sheet_.width, sheet_.height};
    canvas_.write(side.name, kNameSize, {left + sheet_.width / 2, y + kNameSize});
    paint_shadow(canvas_, box, {});
    canvas_.place(index, Matrix::scale(scale_, scale_).then(Matrix::translate({left, top})),
                  Path::rect(box));
    const UserUnit unit = user_unit(document_.sheet.trim);
    for (const document::Panel& panel : side.panels) {
      const Length middle = left + (panel.box.left + panel.box.width / 2) * scale_;
      canvas_.write(panel.name, kNoteSize, {middle, top - kNoteSize});
      canvas_.write(measure(panel.box.width, unit), kNoteSize, {middle, bottom + kNumbers});
    }
    for (const Fold& fold : side.folds) {
      const Length x = left + fold.x * scale_;
      draw_fold(canvas_, Path::segment({x, top - kOverhang}, {x, bottom + kOverhang}),
                fold.direction);
      canvas_.write(std::to_string(fold.order + 1), kNoteSize, {x, bottom + kNumbers});
    }
  }

  void draw_legend(Length y) {
    const Length middle = size().width / 2;
    const auto entry = [&](Length left, Fold::Direction direction, const char* words) {
      draw_fold(canvas_, Path::segment({left, y}, {left + kSample, y}), direction);
      canvas_.write(words, kNoteSize, {left + kSample + kNoteSize, y + kNoteSize * 0.35},
                    Canvas::Anchor::Start);
    };
    entry(middle - kLegendColumn * 0.9, Fold::Direction::Valley, "folds towards you");
    entry(middle + kLegendColumn * 0.1, Fold::Direction::Mountain, "folds away from you");
    canvas_.write("Numbers tell the order of folding.", kNoteSize, {middle, y + kNoteSize * 2.2});
  }

  const document::Document& document_;
  Canvas& canvas_;
  double scale_;
  Size sheet_;  ///< in the picture
  bool is_folded_;
};

}  // namespace

std::string measure(Length length, UserUnit unit) {
  return unit == UserUnit::Inch ? format_number(length.inch(), 5) + " in"
                                : format_number(length.mm(), 1) + " mm";
}

display::Page flat_picture(const document::Document& document, display::PageList& list,
                           const font::FontBook& fonts) {
  Canvas canvas(list, document.slug_style, fonts);
  FlatPicture picture(document, canvas);
  picture.draw();
  return canvas.finish("flat", picture.size());
}

}  // namespace handbill::preview
