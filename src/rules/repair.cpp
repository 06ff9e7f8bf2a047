// SPDX-License-Identifier: MIT
#include "rules/repair.h"

#include <algorithm>

#include "base/nearest.h"
#include "display/item_kinds.h"
#include "rules/check_functions.h"
#include "rules/content.h"

namespace handbill::rules {

using color::Color;
using color::InkKind;
using color::Overprint;
using display::GlyphRun;
using display::Item;
using display::Shape;

namespace {

std::vector<double> amounts_of(const Color& color) {
  const color::Cmyk& cmyk = color.cmyk;
  switch (color.kind) {
    case InkKind::Process:
      return {cmyk.c, cmyk.m, cmyk.y, cmyk.k};
    case InkKind::Spot:
    case InkKind::Registration:
      return {color.tint};
  }
  return {};
}

std::size_t ink_count(const Color& color) {
  const auto amounts = amounts_of(color);
  return static_cast<std::size_t>(
      std::ranges::count_if(amounts, [](double amount) { return amount > 0; }));
}

template <class Wrong>
std::string widen(Item& item, Length width, Wrong is_wrong) {
  auto* shape = display::shape_of(item);
  if (shape == nullptr || !shape->stroke || !is_wrong(shape->stroke->color)) return {};
  if (shape->stroke->width >= width) return {};
  const std::string before = points(shape->stroke->width);
  shape->stroke->width = width;
  return "a line of " + before + " is drawn " + points(width) + " wide";
}

std::string blacken(GlyphRun& run) {
  run.color = Color::black();
  return "text in several inks is printed in black alone";
}

bool has_black(const GlyphRun& run, double black) {
  return run.color.kind == InkKind::Process && run.color.cmyk.k >= black;
}

}  // namespace

std::string widen_line(Item& item, const Limits& limits) {
  return widen(item, limits.width, [](const Color&) { return true; });
}

std::string widen_white_line(Item& item, const Limits& limits) {
  return widen(item, limits.width, [](const Color& color) { return color.is_paper(); });
}

std::string widen_multi_ink_line(Item& item, const Limits& limits) {
  return widen(item, limits.width, [](const Color& color) { return ink_count(color) > 1; });
}

std::string widen_tint_line(Item& item, const Limits& limits) {
  return widen(item, limits.width, [&](const Color& color) {
    return !color.is_paper() && std::ranges::max(amounts_of(color)) < limits.tint;
  });
}

std::string overprint_black_text(Item& item, const Limits& limits) {
  auto* run = display::text_of(item);
  if (run == nullptr || run->overprint == Overprint::On || !run->color.is_black()) return {};
  if (fits(limits.size, run->size)) return {};
  run->overprint = Overprint::On;
  return "black text of " + points(run->size) + " overprints";
}

std::string overprint_black_line(Item& item, const Limits& limits) {
  auto* shape = display::shape_of(item);
  if (shape == nullptr || !shape->stroke || !shape->stroke->color.is_black()) return {};
  if (shape->stroke->overprint == Overprint::On || shape->stroke->width >= limits.width) return {};
  shape->stroke->overprint = Overprint::On;
  return "a black line of " + points(shape->stroke->width) + " overprints";
}

std::string knock_out_white_text(Item& item, const Limits& /*limits*/) {
  auto* run = display::text_of(item);
  if (run == nullptr || run->overprint != Overprint::On || !run->color.is_paper()) return {};
  run->overprint = Overprint::Off;
  return "white text knocks out";
}

std::string knock_out_white_path(Item& item, const Limits& /*limits*/) {
  auto* shape = display::shape_of(item);
  if (shape == nullptr) return {};
  const bool fill = shape->fill && shape->fill->is_paper() && shape->overprint == Overprint::On;
  const bool stroke =
      shape->stroke && shape->stroke->color.is_paper() && shape->stroke->overprint == Overprint::On;
  if (fill) shape->overprint = Overprint::Off;
  if (stroke) shape->stroke->overprint = Overprint::Off;
  return fill || stroke ? "a white shape knocks out" : "";
}

std::string set_in_black_alone(Item& item, const Limits& limits) {
  auto* run = display::text_of(item);
  if (run == nullptr || !has_black(*run, limits.black)) return {};
  const auto amounts = amounts_of(run->color);
  double sum = 0;
  for (const double amount : amounts) sum += amount;
  return sum > limits.ink + 1e-6 ? blacken(*run) : "";
}

std::string set_small_in_black_alone(Item& item, const Limits& limits) {
  auto* run = display::text_of(item);
  if (run == nullptr || !has_black(*run, limits.black) || ink_count(run->color) < 2) return {};
  return fits(limits.size, run->size) ? "" : blacken(*run);
}

namespace {

void check_ids(const RuleSet& rules, const Fixes& fixes, diag::Diagnostics& diags) {
  for (const std::string& id : fixes.ids) {
    const auto rule = std::ranges::find(rules.rules, id, &Rule::id);
    if (rule != rules.rules.end() && rule->check->repair == nullptr) {
      diags.error(diag::DiagnosticId::UnknownRule, {},
                  "`fixes` of the shop names `" + id + "`, which has no safe repair");
    }
    if (std::ranges::find(rules.known, id, &KnownRule::id) != rules.known.end()) continue;
    std::vector<std::string> hints;
    if (const auto near = nearest(id, ids_of(rules.known)))
      hints = {"did you mean `" + *near + "`?"};
    diags.error(diag::DiagnosticId::UnknownRule, {},
                "`fixes` of the shop names `" + id + "`, which its rule pack does not have",
                std::move(hints));
  }
}

}  // namespace

display::PageList repaired(display::PageList pages, const RuleSet& rules, const Fixes& fixes,
                           diag::Diagnostics& diags) {
  check_ids(rules, fixes, diags);
  for (const Rule& rule : rules.rules) {
    const bool named = std::ranges::find(fixes.ids, rule.id) != fixes.ids.end();
    if (rule.check->repair == nullptr || !(fixes.all || named)) continue;
    for (display::Page& page : pages.pages) {
      for (Item& item : page.items) {
        const std::string done = rule.check->repair(item, rule.limits);
        if (!done.empty()) {
          diags.note(diag::DiagnosticId::Repaired, item.span, rule.id + ": " + done);
        }
      }
    }
  }
  return pages;
}

}  // namespace handbill::rules
