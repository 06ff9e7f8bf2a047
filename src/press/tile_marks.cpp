// SPDX-License-Identifier: MIT
#include "press/tile_marks.h"

#include "press/slug.h"

namespace handbill::press {
namespace {

constexpr Length kTickWidth = Length::pt(0.5);
constexpr Length kTickGap = Length::pt(2);
constexpr Length kTickLength = Length::pt(9);
constexpr Length kDash = Length::pt(1.5);
constexpr Length kLabelSize = Length::pt(7);
constexpr Length kLabelGap = Length::pt(4);

/// An edge of a tile: cut there, or cover up to there with the next tile.
enum class Tick { Cut, Cover };

class TileMarks {
 public:
  TileMarks(display::Page& page, const Rect& shown, display::StructId structure)
      : page_(page), shown_(shown), structure_(structure) {}

  void add_across(Length x, Tick tick) {
    add({x, shown_.top - kTickGap - kTickLength}, {x, shown_.top - kTickGap}, tick);
    add({x, shown_.bottom() + kTickGap}, {x, shown_.bottom() + kTickGap + kTickLength}, tick);
  }
  void add_down(Length y, Tick tick) {
    add({shown_.left - kTickGap - kTickLength, y}, {shown_.left - kTickGap, y}, tick);
    add({shown_.right() + kTickGap, y}, {shown_.right() + kTickGap + kTickLength, y}, tick);
  }

 private:
  void add(Point from, Point to, Tick tick) {
    display::Stroke stroke{.color = color::Color::black(), .width = kTickWidth};
    if (tick == Tick::Cover) stroke.dash = {kDash, kDash};
    display::Shape shape{.path = Path::segment(from, to), .stroke = std::move(stroke)};
    page_.items.push_back({.content = std::move(shape), .structure = structure_});
  }

  display::Page& page_;
  Rect shown_;
  display::StructId structure_;
};

}  // namespace

display::PageList add_tile_marks(const document::Document& document,
                                 const document::Imposition& imposition, display::PageList tiles,
                                 const font::FontBook& fonts, diag::Diagnostics& diags) {
  const display::StructId structure = artifact_node(tiles);
  text::CharacterStyle style = document.slug_style;
  style.color = color::Color::black();
  for (display::Page& page : tiles.pages) {
    const display::PlacedPage& placed = page.placed.front();
    const Rect shown = placed.clip->bounds().value_or(Rect{});
    const Size sign = tiles.forms[placed.form].trim;
    const Rect part = shown.moved({Length::pt(-placed.map.e), Length::pt(-placed.map.f)});
    const bool is_last_across = part.right() >= sign.width - kTolerance;
    const bool is_last_down = part.bottom() >= sign.height - kTolerance;
    TileMarks marks(page, shown, structure);
    marks.add_across(shown.left, Tick::Cut);
    marks.add_down(shown.top, Tick::Cut);
    marks.add_across(is_last_across ? shown.right() : shown.right() - imposition.overlap,
                     is_last_across ? Tick::Cut : Tick::Cover);
    marks.add_down(is_last_down ? shown.bottom() : shown.bottom() - imposition.overlap,
                   is_last_down ? Tick::Cut : Tick::Cover);
    const bool is_glued = !is_last_across || !is_last_down;
    const std::string words = page.name + ": cut at the lines" +
                              (is_glued ? ", glue outside the dashes, lay the next sheet on" : "");
    const Slug label({{words, kLabelSize}}, style, shown.width - kLabelGap * 4, fonts, diags);
    label.add_to(page, {shown.left + kLabelGap * 2, shown.bottom() + kLabelGap}, structure);
  }
  return tiles;
}

}  // namespace handbill::press
