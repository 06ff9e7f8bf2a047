// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <set>

#include "base/number.h"
#include "rules/check_functions.h"
#include "rules/content.h"

namespace handbill::rules {
namespace {

void at_page(const CheckInputs& scope, std::size_t page, std::string message, Findings& findings,
             std::string hint = {}, std::string cause = {}) {
  const plates::Page& sheet = scope.print.pages[page];
  Finding finding{page, sheet.trim, {}, std::move(message), std::move(hint)};
  finding.cause = std::move(cause);
  findings.add(std::move(finding));
}

template <class Look>
void each_page(const CheckInputs& scope, Look look) {
  for (std::size_t i = 0; i < scope.print.pages.size(); ++i) look(i, scope.print.pages[i]);
}

bool same_box(const Rect& a, const Rect& b) { return a.contains(b) && b.contains(a); }

std::string size_text(Size size, const plates::Page& page) {
  return in_unit(size.width, page) + " × " + in_unit(size.height, page);
}

bool same_size(Size a, Size b) {
  return fits(a.width, b.width) && fits(b.width, a.width) && fits(a.height, b.height) &&
         fits(b.height, a.height);
}

/// An edge of a page: how far things reach past it, and how far they should.
struct Side {
  std::string_view name;
  Length past;
};

std::array<Side, 4> sides(const Rect& thing, const Rect& page) {
  return {{{"left", page.left - thing.left},
           {"top", page.top - thing.top},
           {"right", thing.right() - page.right()},
           {"bottom", thing.bottom() - page.bottom()}}};
}

/// The parts of a drawing: each figure of its path. Marks of a texture are known by them.
std::vector<Rect> figures(const plates::Object& object) {
  const bool is_drawn = object.kind == plates::Kind::Fill || object.kind == plates::Kind::Stroke;
  if (!is_drawn) return {object.bounds};
  const Length half = object.stroke ? object.stroke->width / 2 : Length();
  std::vector<Rect> result;
  Path figure;
  const auto finish = [&] {
    const auto box = figure.bounds();
    if (!box) return;
    const Rect drawn = box->outset(half), seen = object.bounds;
    if (!drawn.intersects(seen)) return;
    result.push_back(Rect::from_edges(
        std::max(drawn.left, seen.left), std::max(drawn.top, seen.top),
        std::min(drawn.right(), seen.right()), std::min(drawn.bottom(), seen.bottom())));
  };
  for (const PathStep& step : object.path.steps()) {
    if (step.kind == PathStep::Kind::Move) {
      finish();
      figure = {};
      figure.move(step.end);
    } else if (step.kind == PathStep::Kind::Line) {
      figure.line(step.end);
    } else if (step.kind == PathStep::Kind::Cubic) {
      figure.cubic(step.control1, step.control2, step.end);
    }
  }
  finish();
  return result;
}

}  // namespace

void user_unit(const CheckInputs& scope, Findings& findings) {
  each_page(scope, [&](std::size_t i, const plates::Page& page) {
    if (page.user_unit == 1) return;
    at_page(scope, i,
            "the page has a UserUnit of " + format_number(page.user_unit, 3) +
                ": programs that do not know it print it at another size",
            findings);
  });
}

void crop_box(const CheckInputs& scope, Findings& findings) {
  each_page(scope, [&](std::size_t i, const plates::Page& page) {
    if (page.crop.width <= Length() || same_box(page.crop, page.media)) return;
    at_page(scope, i, "the CropBox is not the MediaBox: some programs print only what it shows",
            findings);
  });
}

void same_trim(const CheckInputs& scope, Findings& findings) {
  each_page(scope, [&](std::size_t i, const plates::Page& page) {
    const Size first = scope.sheet.trim.value_or(scope.print.pages.front().trim.size());
    if (page.rotate != 0) {
      at_page(scope, i, "the page is turned by /Rotate " + std::to_string(page.rotate), findings,
              {}, "turned");
    } else if (!same_size(page.trim.size(), first)) {
      at_page(scope, i,
              "the page is " + size_text(page.trim.size(), page) + ", the first is " +
                  size_text(first, page) + ": all pages of a job have the same size",
              findings);
    }
  });
}

void empty_page(const CheckInputs& scope, Findings& findings) {
  each_page(scope, [&](std::size_t i, const plates::Page& page) {
    const bool empty = std::ranges::all_of(page.objects, [](const plates::Object& each) {
      return each.step != display::ProcessingStep::None;
    });
    const bool is_meant =
        std::ranges::find(scope.sheet.blank_pages, i) != scope.sheet.blank_pages.end();
    if (empty && !is_meant) {
      at_page(scope, i, "the page `" + page.name + "` is empty", findings,
              "take the side out, or tell the shop that it is meant");
    }
  });
}

void layers(const CheckInputs& scope, Findings& findings) {
  for (const Thing& thing : content(scope.print)) {
    if (thing.object.layer.empty()) continue;
    findings.add(finding_at(thing, "the layer `" + thing.object.layer +
                                       "` is optional content: what is hidden may be printed"));
  }
}

void bleed(const CheckInputs& scope, Findings& findings) {
  // Art that ends this near the trim is meant to end at it.
  constexpr Length kTouches = Length::pt(0.5);
  const Length wanted = scope.sheet.bleed.value_or(scope.rule.limits.width);
  if (wanted <= Length()) return;
  // Dots and short lines of a texture are cut wherever they come to lie.
  const Length dot = wanted * 2;
  constexpr Length kShortLine = Length::inch(1);
  std::set<std::size_t> cut;  // pages whose BleedBox cuts their bleed
  each_page(scope, [&](std::size_t i, const plates::Page& page) {
    if (page.has_bleed) return;
    cut.insert(i);
    at_page(scope, i, "the page has no BleedBox: the bleed is " + in_unit(wanted, page), findings,
            "state the bleed when exporting", "box");
  });
  for (const Thing& thing : content(scope.print)) {
    const plates::Object& object = thing.object;
    if (object.kind == plates::Kind::Text || is_white(object)) continue;
    if (!thing.sheet.trim.intersects(object.bounds)) continue;
    for (const Rect& figure : figures(object)) {
      const Length mark = object.kind == plates::Kind::Stroke ? kShortLine : dot;
      if (figure.width < mark && figure.height < mark) continue;
      if (!thing.sheet.trim.intersects(figure)) continue;
      for (const Side& side : sides(figure, thing.sheet.trim)) {
        if (side.past < -kTouches) continue;
        const Rect& box = thing.sheet.bleed;
        for (const Side& edge : sides(box, thing.sheet.trim)) {
          if (edge.name != side.name || fits(wanted, edge.past)) continue;
          if (!cut.insert(thing.page).second) continue;
          at_page(scope, thing.page,
                  "the BleedBox ends " + in_unit(std::max(edge.past, Length()), thing.sheet) +
                      " past the trim at the " + std::string(edge.name) + ": the bleed is " +
                      in_unit(wanted, thing.sheet),
                  findings, "enlarge the BleedBox: what is outside of it is cut off", "box");
        }
        if (fits(wanted, side.past)) continue;
        findings.add(finding_at(
            thing,
            "colour ends " + in_unit(std::max(side.past, Length()), thing.sheet) +
                " past the trim at the " + std::string(side.name) +
                ": what touches the trim runs " + in_unit(wanted, thing.sheet) + " past it",
            "let it run into the bleed, or end it well inside the page",
            (wanted - side.past).pt()));
      }
    }
  }
}

void text_margin(const CheckInputs& scope, Findings& findings) {
  // Letters set flush with the safe area may hang out by their side bearings.
  constexpr Length kOverhang = Length::pt(0.5);
  const Length safe = scope.sheet.safe;
  for (const Thing& thing : content(scope.print)) {
    if (!is_text(thing.object) || !thing.sheet.trim.intersects(thing.object.bounds)) continue;
    for (const Side& side : sides(thing.object.bounds, thing.sheet.trim)) {
      const Length over = side.past + safe;
      if (over <= kOverhang) continue;
      findings.add(finding_at(thing,
                              words(thing.object) + " is " + in_unit(over, thing.sheet) +
                                  " outside the safe area at the " + std::string(side.name) +
                                  ": text keeps " + in_unit(safe, thing.sheet) + " from the trim",
                              "move it in", over.pt()));
    }
  }
}

}  // namespace handbill::rules
