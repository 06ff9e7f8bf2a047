// SPDX-License-Identifier: MIT
#include "rules/content.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/cut_segment.h"
#include "base/flatten.h"
#include "base/number.h"
#include "base/user_unit.h"
#include "check/quoted.h"

namespace handbill::rules {

using plates::Kind;
using plates::Object;
using plates::Paint;

namespace {

constexpr int kCurveParts = 8;

Rect printed_area(const plates::Page& page) {
  return page.bleed.width > Length() ? page.bleed : page.trim;
}

/// Whether a point lies in a filled path, by the rule of PDF 1.7, 8.5.3.3.
bool is_inside(const Path& path, display::FillRule rule, Point at) {
  int winding = 0, crossings = 0;
  flatten(path, kCurveParts, [&](Point from, Point to) {
    if ((from.y <= at.y) == (to.y <= at.y)) return;
    const double part = (at.y - from.y) / (to.y - from.y);
    if (from.x + (to.x - from.x) * part <= at.x) return;
    ++crossings;
    winding += to.y > from.y ? 1 : -1;
  });
  return rule == display::FillRule::EvenOdd ? crossings % 2 != 0 : winding != 0;
}

bool outline_meets(const Path& path, const Rect& box) {
  bool met = false;
  flatten(path, kCurveParts, [&](Point from, Point to) { met = met || way_inside(from, to, box); });
  return met;
}

bool is_area(const Object& object) {
  return object.kind == Kind::Fill || object.kind == Kind::Picture || object.kind == Kind::Shading;
}

constexpr Length kThickestLine = Length::pt(2);

/// What a filled area is measured by. Where a window cuts it down to a sliver it is no line; a thin
/// window draws one.
Rect drawn_box(const Object& object) {
  const bool is_thin_window = std::ranges::any_of(object.clips, [](const Path& clip) {
    const auto window = clip.bounds();
    return window && std::min(window->width, window->height) <= kThickestLine;
  });
  return is_thin_window ? object.bounds : object.path.bounds().value_or(object.bounds);
}

bool prints_ink(const Object& object) {
  if (object.kind == Kind::Picture && !object.picture->mask) return true;
  if (object.kind == Kind::Shading || object.paint.space == plates::ColorSpace::Pattern)
    return true;
  return !object.paint.is_paper();
}

bool has_other_ink(const Paint& paint) {
  if (paint.all) return true;
  for (std::size_t i = 0; i < paint.amounts.size(); ++i) {
    if (i != plates::kBlack && paint.amounts[i] > 0) return true;
  }
  return false;
}

bool is_gray(const Object& object) {
  using plates::ColorSpace;
  const ColorSpace space = object.paint.space;
  const auto& names = object.paint.names;
  return space == ColorSpace::DeviceGray || space == ColorSpace::IccGray ||
         space == ColorSpace::CalGray ||
         (space == ColorSpace::Separation && names.size() == 1 && names[0] == "Black");
}

/// Ink other than black. Of pictures the colour space tells, of gradients each stop.
bool prints_other_ink(const Object& object) {
  if (object.kind == Kind::Picture && !object.picture->mask) return !is_gray(object);
  if (object.shading) {
    return std::ranges::any_of(object.shading->stops,
                               [](const auto& stop) { return has_other_ink(stop.paint); });
  }
  return has_other_ink(object.paint);
}

}  // namespace

std::vector<Thing> content(const plates::Print& print) {
  std::vector<Thing> things;
  for (std::size_t page = 0; page < print.pages.size(); ++page) {
    const plates::Page& sheet = print.pages[page];
    // What only touches its edge is a mark beside it.
    const Rect area = printed_area(sheet).inset(Insets::all(kTolerance));
    for (std::size_t i = 0; i < sheet.objects.size(); ++i) {
      const Object& object = sheet.objects[i];
      if (object.step != display::ProcessingStep::None) continue;
      if (!area.intersects(object.bounds)) continue;
      things.push_back({page, i, sheet, object});
    }
  }
  return things;
}

bool is_text(const Object& object) {
  return object.kind == Kind::Text && object.type && !object.type->invisible;
}

bool is_line(const Object& object) {
  if (object.kind == Kind::Stroke) return true;
  if (object.kind != Kind::Fill || object.path.steps().size() > 6) return false;
  constexpr double kLeastRatio = 8;
  const Rect box = drawn_box(object);
  const auto [shorter, longer] = std::minmax(box.width, box.height);
  return shorter > Length() && shorter <= kThickestLine && longer >= shorter * kLeastRatio;
}

Length thickness(const Object& object) {
  if (object.stroke) return object.stroke->width;
  const Rect box = drawn_box(object);
  return std::min(box.width, box.height);
}

bool has_paint(const Object& object) {
  if (object.paint.space == plates::ColorSpace::Pattern || object.kind == Kind::Shading) {
    return false;
  }
  return object.kind != Kind::Picture || object.picture->mask;
}

bool is_white(const Object& object) { return has_paint(object) && object.paint.is_paper(); }

double black_of(const Paint& paint) {
  return paint.amounts.size() > plates::kBlack ? paint.amounts[plates::kBlack] : 0;
}

bool is_black(const Paint& paint) { return !paint.all && color::is_black_alone(paint.amounts); }

bool paints_in(const Object& object, const Rect& box) {
  if (!object.bounds.intersects(box)) return false;
  if (object.kind == Kind::Text) return true;
  if (object.kind == Kind::Stroke) {
    return outline_meets(object.path, box.outset(thickness(object) / 2));
  }
  const Point middle{box.left + box.width / 2, box.top + box.height / 2};
  return outline_meets(object.path, box) || is_inside(object.path, object.fill_rule, middle);
}

bool covers(const Object& object, const Rect& box) {
  if (!is_area(object) || !object.bounds.contains(box)) return false;
  const Point middle{box.left + box.width / 2, box.top + box.height / 2};
  return !outline_meets(object.path, box.outset(-kTolerance * 2)) &&
         is_inside(object.path, object.fill_rule, middle);
}

bool Underlay::spend(std::size_t work) {
  constexpr std::size_t kMostOfCheck = 50'000'000;
  work_ += work;
  all_work_.spend(work);
  if (work_ > kMostOfCheck) all_work_.cut_page();
  return work_ <= kMostOfCheck && !all_work_.is_used_up();
}

template <class IsLookedFor>
bool Underlay::has_below(const Thing& thing, IsLookedFor is_looked_for) {
  const Rect& box = thing.object.bounds;
  for (std::size_t i = thing.index; i-- > 0;) {
    const Object& below = print_.pages[thing.page].objects[i];
    if (!spend(1)) return false;
    if (below.step != display::ProcessingStep::None || !below.bounds.intersects(box)) continue;
    spend(below.path.steps().size() * kCurveParts);
    if (is_looked_for(below)) {
      if (paints_in(below, box)) return true;
    } else if (!below.overprint && below.opacity >= 1 && covers(below, box)) {
      return false;
    }
  }
  return false;
}

bool Underlay::has_ink_below(const Thing& thing) { return has_below(thing, prints_ink); }

bool Underlay::has_other_ink_below(const Thing& thing) {
  return has_below(thing, prints_other_ink);
}

bool Underlay::has_picture_below(const Thing& thing) {
  return has_below(thing, [](const Object& below) {
    return below.kind == Kind::Picture && !below.picture->mask;
  });
}

std::string points(Length length) { return format_number(length.pt(), 3) + " pt"; }

std::string percent(double amount) { return format_number(amount * 100, 0) + " %"; }

std::string inks(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " ink" : " inks");
}

std::string words(const Object& object) {
  if (!object.type || object.type->text.find_first_not_of(' ') == std::string::npos) return "text";
  return check::quoted(object.type->text);
}

std::string in_unit(Length length, const plates::Page& page) {
  return in_words(length, user_unit(page.trim.size()));
}

Finding finding_at(const Thing& thing, std::string message, std::string hint, double excess) {
  return {thing.page,         thing.object.bounds, thing.object.span,
          std::move(message), std::move(hint),     excess};
}

}  // namespace handbill::rules
