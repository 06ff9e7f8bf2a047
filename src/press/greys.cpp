// SPDX-License-Identifier: MIT
#include "press/greys.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/number.h"
#include "color/black_scale.h"
#include "display/each_color.h"
#include "display/item_kinds.h"
#include "picture/other_space.h"
#include "press/backdrop.h"

namespace handbill::press {
namespace {

using color::Cmyk;
using color::Color;

/// CIEDE2000: what is less is not meant to be told apart.
constexpr double kMeant = 10;
/// Of L*: two greys side by side that anybody sees are two.
constexpr double kApart = 6;
/// What is less is told.
constexpr double kAlike = 4;
/// Of L*: how far a grey goes from what the colour's lightness makes it.
constexpr double kMostMoved = 10;
/// A colour on the edge of another touches it.
constexpr Length kTouch = Length::pt(1);
/// Pages of hostile art have more pairs than anybody counts.
constexpr std::size_t kMostMeetings = 2'000'000;

struct Look {
  color::Lab lab;
  double lightness = 0;  ///< of its grey
};

/// Two colours that meet, and a thing that shows the one on or beside the other.
using Pair = std::pair<Cmyk, Cmyk>;

class Greys {
 public:
  explicit Greys(const color::Preview& press) : press_(press), scale_(press) {}

  void add(const display::Page& page);
  void keep_apart();
  void report(diag::Diagnostics& diags) const;
  Color grey(const Color& color) const {
    return Color::process({0, 0, 0, scale_.black_for(looks_.at(color.as_cmyk()).lightness)});
  }

 private:
  /// What paints over all that is behind it.
  struct Area {
    Rect box;
    std::vector<Cmyk> colors;
  };

  void meet(const display::Item& item, const Rect& box, const std::vector<Area>& areas);
  void add_pair(const Cmyk& one, const Cmyk& other, diag::Span at);
  bool is_fixed(const Look& look) const {
    return look.lab.l >= scale_.lightness(0) || look.lab.l <= scale_.lightness(1);
  }
  void move(Look& look, double by) const {
    if (is_fixed(look)) return;
    look.lightness = std::clamp(look.lightness + by, std::max(0.0, look.lab.l - kMostMoved),
                                std::min(100.0, look.lab.l + kMostMoved));
  }

  const color::Preview& press_;
  color::BlackScale scale_;
  std::map<Cmyk, Look> looks_;
  std::map<Pair, diag::Span> pairs_;  ///< those that differ to the eye
  std::size_t looked_ = 0;
};

void Greys::add(const display::Page& page) {
  std::vector<Area> areas{{page.media, {Cmyk{}}}};
  looks_.try_emplace(Cmyk{}, Look{{100, 0, 0}, 100});
  for (const display::Item& item : page.items) {
    display::each_color(item, [&](const Color& color) {
      const auto [entry, fresh] = looks_.try_emplace(color.as_cmyk());
      if (!fresh) return;
      entry->second.lab = color::lab_of(press_.to_rgb(color));
      entry->second.lightness = entry->second.lab.l;
    });
    const auto box = painted_box(item);
    if (!box) continue;
    meet(item, *box, areas);
    const auto* shape = display::shape_of(item);
    if (shape == nullptr || shape->opacity < 1) continue;
    Area area{*box, {}};
    if (shape->gradient) {
      for (const auto& stop : shape->gradient->stops) area.colors.push_back(stop.color.as_cmyk());
    } else if (shape->fill) {
      area.colors.push_back(shape->fill->as_cmyk());
    }
    if (!area.colors.empty()) areas.push_back(std::move(area));
  }
}

/// With what lies below it, down to what covers the rest.
void Greys::meet(const display::Item& item, const Rect& box, const std::vector<Area>& areas) {
  for (std::size_t i = areas.size(); i-- > 0;) {
    const Area& area = areas[i];
    if (++looked_ > kMostMeetings) return;
    if (!area.box.outset(kTouch).intersects(box)) continue;
    display::each_color(item, [&](const Color& color) {
      for (const Cmyk& each : area.colors) add_pair(color.as_cmyk(), each, item.span);
    });
    if (area.box.contains(box)) return;
  }
}

void Greys::add_pair(const Cmyk& one, const Cmyk& other, diag::Span at) {
  const Pair pair = std::minmax(one, other);
  if (pairs_.contains(pair)) return;
  if (color::delta_e(looks_.at(one).lab, looks_.at(other).lab) >= kMeant) pairs_.emplace(pair, at);
}

/// A few rounds: one that moves aside of a second may come upon a third.
void Greys::keep_apart() {
  constexpr int kRounds = 40;
  for (int round = 0; round < kRounds; ++round) {
    bool is_done = true;
    for (const auto& [pair, at] : pairs_) {
      Look& first = looks_.at(pair.first);
      Look& second = looks_.at(pair.second);
      const double apart = first.lightness - second.lightness;
      const double lacks = kApart - std::abs(apart);
      if (lacks <= 1e-6) continue;
      is_done = false;
      const bool both = !is_fixed(first) && !is_fixed(second);
      const double by = (both ? lacks / 2 : lacks) * (apart >= 0 ? 1 : -1);
      move(first, by);
      move(second, -by);
    }
    if (is_done) return;
  }
}

std::string in_inks(const Cmyk& ink) {
  std::string text;
  for (const auto& [name, amount] :
       {std::pair{"C ", ink.c}, {"M ", ink.m}, {"Y ", ink.y}, {"K ", ink.k}}) {
    text += (text.empty() ? "" : " ") + std::string(name) + format_number(amount * 100, 0);
  }
  return text;
}

void Greys::report(diag::Diagnostics& diags) const {
  for (const auto& [pair, at] : pairs_) {
    const double one = looks_.at(pair.first).lightness, other = looks_.at(pair.second).lightness;
    if (std::abs(one - other) >= kAlike) continue;
    const auto percent = [&](double lightness) {
      return format_number(scale_.black_for(lightness) * 100, 0) + " %";
    };
    diags.warning(diag::DiagnosticId::GreysAlike, at,
                  "`" + in_inks(pair.first) + "` and `" + in_inks(pair.second) +
                      "` lie on or beside each other, and come out as greys of " + percent(one) +
                      " and " + percent(other) + " that nobody tells apart",
                  {"make one of the two lighter or darker"});
  }
}

}  // namespace

display::PageList in_greys(display::PageList pages, const color::Preview& press,
                           diag::Diagnostics& diags) {
  Greys greys(press);
  for (const display::Page& page : pages.pages) greys.add(page);
  greys.keep_apart();
  greys.report(diags);
  for (display::Page& page : pages.pages) {
    for (display::Item& item : page.items) {
      display::map_colors(item, [&](const Color& color) { return greys.grey(color); });
    }
  }
  for (auto& picture : pages.pictures) picture = picture::as_gray(std::move(picture), press);
  return pages;
}

}  // namespace handbill::press
