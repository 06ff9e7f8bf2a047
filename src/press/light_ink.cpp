// SPDX-License-Identifier: MIT
#include "press/light_ink.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "color/delta_e.h"
#include "display/each_color.h"
#include "display/item_kinds.h"
#include "press/backdrop.h"

namespace handbill::press {
namespace {

using color::Color;

/// Smaller areas are signs and bars, which take little.
constexpr Length kLeastSide = Length::inch(0.4);
constexpr double kLeastArea = 0.75;  // square inches
/// Of all inks together, in an area that stays.
constexpr double kLightInk = 0.16;
/// Of L*: what is lighter than a tint by less is not seen to be. About 4.5 : 1 on paper.
constexpr double kReads = 45;

double ink_of(const Color& color) {
  const color::Cmyk ink = color.as_cmyk();
  return ink.c + ink.m + ink.y + ink.k;
}

Color lightened(const Color& color) {
  const double ink = ink_of(color);
  return ink > kLightInk ? color.tinted(kLightInk / ink) : color;
}

bool is_large(const Rect& box) {
  return std::min(box.width, box.height) >= kLeastSide &&
         box.width.inch() * box.height.inch() >= kLeastArea;
}

/// The darkest colour of an area; of a gradient that of any of its stops.
std::optional<Color> darkest(const display::Shape& shape, const color::Preview& press) {
  if (!shape.gradient) return shape.fill;
  std::optional<Color> found;
  double least = 0;
  for (const display::Gradient::Stop& stop : shape.gradient->stops) {
    const double light = color::lab_of(press.to_rgb(stop.color)).l;
    if (found && light >= least) continue;
    found = stop.color;
    least = light;
  }
  return found;
}

/// Of L*: what differs by less from its ground does not stand out from it.
constexpr double kSeen = 15;

class PageLightener {
 public:
  PageLightener(display::Page& page, const color::Preview& press) : page_(page), press_(press) {}

  void run() {
    for (display::Item& item : page_.items) lighten(item);
  }

 private:
  struct Area {
    Rect box;
    std::optional<Color> was{};  ///< before it was made lighter; nothing: it is as it was
  };

  void lighten(display::Item& item) {
    const auto box = painted_box(item);
    if (!box) return;
    const Area* below = area_below({box->left + box->width / 2, box->top + box->height / 2});
    const std::optional<Color> ground = below != nullptr ? below->was : std::nullopt;
    auto* shape = display::shape_of(item);
    const auto fill = shape != nullptr ? darkest(*shape, press_) : std::nullopt;
    // What is drawn is no ground: a face stays a face, a code can be read.
    if (!fill || item.part != display::FramePart::Ground || !is_large(*box)) {
      if (ground) stand_out(item, *ground);
      return add(item, *box, {});
    }
    const bool is_lighter = ground && lightness(*fill) > lightness(*ground);
    // A white card on a dark ground stays white.
    if (is_lighter && fill->is_paper()) return add(item, *box, {});
    display::map_colors(item, lightened);
    add(item, *box, ink_of(*fill) > kLightInk ? fill : std::nullopt);
  }

  void add(const display::Item& item, const Rect& box, std::optional<Color> was) {
    if (display::picture_of(item) != nullptr) areas_.push_back({box});
    const auto* shape = display::shape_of(item);
    if (shape == nullptr || (!shape->fill && !shape->gradient) || shape->opacity < 0.5) return;
    areas_.push_back({box, std::move(was)});
  }

  /// The uppermost that lies there.
  const Area* area_below(Point at) const {
    const auto lies_there = [&](const Area& area) {
      return area.box.left <= at.x && at.x <= area.box.right() && area.box.top <= at.y &&
             at.y <= area.box.bottom();
    };
    const auto found = std::find_if(areas_.rbegin(), areas_.rend(), lies_there);
    return found == areas_.rend() ? nullptr : &*found;
  }

  double lightness(const Color& color) const { return color::lab_of(press_.to_rgb(color)).l; }

  void stand_out(display::Item& item, const Color& ground) const {
    const double dark = lightness(ground);
    const double tint = lightness(lightened(ground));
    const Color best = tint - dark >= kReads ? ground : Color::black();
    display::map_colors(item, [&](const Color& color) {
      const double before = lightness(color) - dark, now = std::abs(lightness(color) - tint);
      // What was hardly seen, or is still, stays.
      return before >= kSeen && now < before / 2 ? best : color;
    });
  }

  display::Page& page_;
  const color::Preview& press_;
  std::vector<Area> areas_;
};

}  // namespace

display::PageList in_light_ink(display::PageList pages, const color::Preview& press) {
  for (display::Page& page : pages.pages) PageLightener(page, press).run();
  return pages;
}

}  // namespace handbill::press
