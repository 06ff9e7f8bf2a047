// SPDX-License-Identifier: MIT
#include "press/prepare.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/flatten.h"
#include "base/overload.h"
#include "display/item_kinds.h"
#include "press/remove_opacity.h"

namespace handbill::press {
namespace {

using color::Color;
using color::Overprint;

/// GWG 2022, R0010: lines below this overprint when they are black.
constexpr Length kThinLine = Length::pt(2);
constexpr int kCurveParts = 8;

/// What black alone is painted as. Type and thin lines print over all that is below them; areas
/// and thick lines knock out.
enum class Weight { Light, Heavy };

Overprint decided(Overprint asked, const Color& color, Weight weight) {
  if (color.is_paper()) return Overprint::Off;
  if (asked != Overprint::Auto) return asked;
  return color.is_black() && weight == Weight::Light ? Overprint::On : Overprint::Off;
}

/// A filled bar is a line too: that is how underlines are drawn.
bool is_thin(const Path& path) {
  const auto bounds = path.bounds();
  return bounds && std::min(bounds->width, bounds->height) < kThinLine;
}

void decide_overprint(display::Shape& shape) {
  if (shape.gradient) {
    if (shape.overprint == Overprint::Auto) shape.overprint = Overprint::Off;
  } else {
    const Color fill = shape.fill.value_or(Color::paper());
    const bool may_be_line = fill.is_black() && shape.overprint == Overprint::Auto;
    const Weight weight = may_be_line && is_thin(shape.path) ? Weight::Light : Weight::Heavy;
    shape.overprint = decided(shape.overprint, fill, weight);
  }
  if (shape.stroke) {
    display::Stroke& stroke = *shape.stroke;
    const Weight weight = stroke.width < kThinLine ? Weight::Light : Weight::Heavy;
    stroke.overprint = decided(stroke.overprint, stroke.color, weight);
  }
}

void decide_overprint(display::Item& item) {
  std::visit(Overload{[](display::GlyphRun& run) {
                        run.overprint = decided(run.overprint, run.color, Weight::Light);
                      },
                      [](display::Shape& shape) { decide_overprint(shape); },
                      [](display::PlacedPicture&) {}},
             item.content);
}

void knock_out(Overprint& overprint) {
  if (overprint == Overprint::Auto) overprint = Overprint::Off;
}

/// Where no press is known: only what a style or a frame wants to print over does.
void knock_out(display::Item& item) {
  std::visit(Overload{[](display::GlyphRun& run) { knock_out(run.overprint); },
                      [](display::Shape& shape) {
                        knock_out(shape.overprint);
                        if (shape.stroke) knock_out(shape.stroke->overprint);
                      },
                      [](display::PlacedPicture&) {}},
             item.content);
}

/// The closed parts of a path, each a path of its own.
std::vector<Path> parts(const Path& path) {
  std::vector<Path> parts;
  for (const PathStep& step : path.steps()) {
    if (parts.empty() || step.kind == PathStep::Kind::Move) parts.emplace_back();
    Path& part = parts.back();
    switch (step.kind) {
      case PathStep::Kind::Move:
        part.move(step.end);
        break;
      case PathStep::Kind::Line:
        part.line(step.end);
        break;
      case PathStep::Kind::Cubic:
        part.cubic(step.control1, step.control2, step.end);
        break;
      case PathStep::Kind::Close:
        part.close();
        break;
    }
  }
  return parts;
}

/// In square points; parts that run the other way round count as holes.
double area(const Path& path) {
  double twice = 0;
  flatten(path, kCurveParts, [&](Point from, Point to) {
    twice += from.x.pt() * to.y.pt() - to.x.pt() * from.y.pt();
  });
  return std::abs(twice) / 2;
}

/// True when every part is at least `least` wide and high, and what is left of them after their
/// holes is half as thick on average: a QR code is no solid, nor is a ring.
bool is_solid(const Path& path, Length least) {
  const auto bounds = path.bounds();
  if (!bounds || std::min(bounds->width, bounds->height) < least) return false;
  const double longer = std::max(bounds->width, bounds->height).pt();
  if (area(path) / longer < least.pt() / 2) return false;
  const std::vector<Path> all = parts(path);
  return std::all_of(all.begin(), all.end(), [&](const Path& part) {
    const auto box = part.bounds();
    return !box || std::min(box->width, box->height) >= least;
  });
}

void enrich_black(display::Item& item, const document::Shop& shop) {
  auto* shape = display::shape_of(item);
  const bool is_plain = shape != nullptr && shape->fill && !shape->gradient && shape->opacity >= 1;
  if (!is_plain || !shape->fill->is_black()) return;
  if (shape->overprint == Overprint::On || !is_solid(shape->path, shop.rich_black_from)) return;
  shape->fill = Color::process(*shop.rich_black);
}

void prepare(display::Page& page, const document::Shop* shop) {
  for (display::Item& item : page.items) {
    if (shop == nullptr) {
      knock_out(item);
      continue;
    }
    if (shop->rich_black) enrich_black(item, *shop);
    decide_overprint(item);
  }
}

}  // namespace

display::PageList prepare(const document::Document& document, display::PageList pages,
                          diag::Diagnostics& diags) {
  // Printers in offices and screens have no plates.
  const bool has_plates = !document.office && !document.screen;
  const document::Shop* shop = has_plates ? document.shop.get() : nullptr;
  for (auto* list : {&pages.pages, &pages.forms}) {
    for (display::Page& page : *list) prepare(page, shop);
  }
  if (shop != nullptr && !shop->standard.takes_transparency()) {
    remove_opacity(pages, diags);
  }
  return pages;
}

}  // namespace handbill::press
