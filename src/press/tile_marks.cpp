// SPDX-License-Identifier: MIT
#include "press/tile_marks.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "press/slug.h"

namespace handbill::press {
namespace {

constexpr Length kTileTickWidth = Length::pt(0.5);
constexpr Length kTickGap = Length::pt(2);
constexpr Length kTickLength = Length::pt(9);
constexpr Length kDash = Length::pt(1.5);
constexpr Length kLabelSize = Length::pt(7);
/// Below what is shown, and clear of the ticks there.
constexpr Length kLabelOffset = kTickGap + kTickLength + Length::pt(2);

/// An edge of a tile: cut there, or cover up to there with the next tile.
enum class Tick { Cut, Cover };

class TileMarks {
 public:
  TileMarks(display::Page& page, const Rect& shown) : page_(page), shown_(shown) {}

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
    display::Stroke stroke{.color = color::Color::black(), .width = kTileTickWidth};
    if (tick == Tick::Cover) stroke.dash = {kDash, kDash};
    display::Shape shape{.path = Path::segment(from, to), .stroke = std::move(stroke)};
    page_.items.push_back({.content = std::move(shape)});
  }

  display::Page& page_;
  Rect shown_;
};

void tell_no_room(const document::Imposition& imposition, Length foot, diag::Diagnostics& diags) {
  const Length least = std::max(foot, kTickGap + kTickLength);
  constexpr double kStep = 0.05;
  const std::string enough = format_number(std::ceil(least.inch() / kStep) * kStep, 2) + " in";
  diags.error(diag::DiagnosticId::BadImposition, imposition.span,
              "the margins of `" + imposition.name + "` have no room for the marks of tiles",
              {"`margin = \"" + enough + "\"` is enough"});
}

}  // namespace

Length tile_foot(const document::Document& document) {
  return kLabelOffset + kLabelSize * Slug::kLeading + document.sheet.safe;
}

display::PageList add_tile_marks(const document::Document& document,
                                 const document::Imposition& imposition, display::PageList tiles,
                                 const font::FontBook& fonts, diag::Diagnostics& diags) {
  const Insets& margin = imposition.margin;
  if (std::min({margin.top, margin.left, margin.right}) < kTickGap + kTickLength) {
    tell_no_room(imposition, {}, diags);
    return tiles;
  }
  text::CharacterStyle style = document.slug_style;
  style.color = color::Color::black();
  for (display::Page& page : tiles.pages) {
    const display::PlacedPage& placed = page.placed.front();
    const Rect shown = placed.clip->bounds().value_or(Rect{});
    const Size sign = tiles.forms[placed.form].trim;
    const Rect part = shown.moved({Length::pt(-placed.map.e), Length::pt(-placed.map.f)});
    const bool is_last_across = part.right() >= sign.width - kTolerance;
    const bool is_last_down = part.bottom() >= sign.height - kTolerance;
    const Point to_page = shown.origin() - part.origin();
    TileMarks marks(page, shown);
    // The sign ends at its trim; between tiles the next one is laid on.
    marks.add_across(to_page.x + std::max(part.left, Length()), Tick::Cut);
    marks.add_down(to_page.y + std::max(part.top, Length()), Tick::Cut);
    marks.add_across(is_last_across ? to_page.x + sign.width : shown.right() - imposition.overlap,
                     is_last_across ? Tick::Cut : Tick::Cover);
    marks.add_down(is_last_down ? to_page.y + sign.height : shown.bottom() - imposition.overlap,
                   is_last_down ? Tick::Cut : Tick::Cover);
    const bool is_glued = !is_last_across || !is_last_down;
    const std::string words = (document.draft ? "DRAFT · " : "") + page.name +
                              ": cut at the lines" +
                              (is_glued ? ", glue outside the dashes, lay the next sheet on" : "");
    // A narrow last tile has a label wider than what it shows of the sign.
    const Length safe = document.sheet.safe;
    const Length right = imposition.sheet.width - std::max(margin.right, safe);
    const Length left = std::max(shown.left, safe);
    const Slug label({{words, kLabelSize}}, style, right - left, fonts, diags);
    const Length foot = kLabelOffset + label.height() + safe;
    if (margin.bottom < foot - kTolerance) {
      tell_no_room(imposition, foot, diags);
      break;
    }
    label.add_to(page, {left, shown.bottom() + kLabelOffset});
  }
  return tiles;
}

}  // namespace handbill::press
