// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/number.h"
#include "rules/check_functions.h"
#include "rules/content.h"

namespace handbill::rules {
namespace {

/// Letters set flush with a fold's margin may hang out by their side bearings.
constexpr Length kOverhang = Length::pt(0.5);

std::string place_of(Length fold, const plates::Page& page) {
  return "the fold at " + in_unit(fold, page) + " from the left";
}

std::string grams(double amount) { return format_number(amount, 0) + " g/m²"; }

/// Stock this heavy cracks where it is folded without a score.
bool cracks(const CheckInputs& scope) {
  return scope.sheet.grams > scope.rule.limits.grams && !scope.sheet.scored;
}

double ink_of(const plates::Object& object) {
  if (object.shading) {
    double most = 0;
    for (const auto& stop : object.shading->stops) most = std::max(most, stop.paint.sum());
    return most;
  }
  return object.kind == plates::Kind::Fill && has_paint(object) ? object.paint.sum() : 0;
}

}  // namespace

void text_fold(const CheckInputs& scope, Findings& findings) {
  const Length safe = scope.sheet.fold_safe;
  for (const Thing& thing : content(scope.print)) {
    if (!is_text(thing.object)) continue;
    const Rect& box = thing.object.bounds;
    for (const Length fold : thing.sheet.folds) {
      // How far the text lies on the one side and on the other.
      const Length over = std::min(fold - box.left, box.right() - fold);
      if (over + safe <= kOverhang) continue;
      const std::string seen =
          over > kOverhang ? words(thing.object) + " crosses " + place_of(fold, thing.sheet)
                           : words(thing.object) + " is " + in_unit(over + safe, thing.sheet) +
                                 " too near " + place_of(fold, thing.sheet);
      findings.add(finding_at(thing,
                              seen + ": text keeps " + in_unit(safe, thing.sheet) + " from folds",
                              "keep it on its panel", over.pt()));
    }
  }
}

void solid_fold(const CheckInputs& scope, Findings& findings) {
  if (!cracks(scope)) return;
  const Limits& limits = scope.rule.limits;
  for (const Thing& thing : content(scope.print)) {
    const Rect& box = thing.object.bounds;
    const double ink = ink_of(thing.object);
    if (ink < limits.ink || box.height < limits.size) continue;
    for (const Length fold : thing.sheet.folds) {
      if (fold - box.left <= kOverhang || box.right() - fold <= kOverhang) continue;
      findings.add(finding_at(thing,
                              "a solid of " + percent(ink) + " ink crosses " +
                                  place_of(fold, thing.sheet) + " on unscored stock of " +
                                  grams(scope.sheet.grams) + ": ink cracks there",
                              "have the fold scored, end the solid at the fold, or take stock of " +
                                  grams(limits.grams) + " or less",
                              ink));
    }
  }
}

void unscored_fold(const CheckInputs& scope, Findings& findings) {
  if (!cracks(scope)) return;
  for (std::size_t i = 0; i < scope.print.pages.size(); ++i) {
    const plates::Page& page = scope.print.pages[i];
    if (page.folds.empty()) continue;
    const Rect fold{page.folds.front(), page.trim.top, {}, page.trim.height};
    findings.add({i,
                  fold,
                  {},
                  "stock of " + grams(scope.sheet.grams) + " is folded without a score: above " +
                      grams(scope.rule.limits.grams) + " folds are scored",
                  "take a shop that scores, or lighter stock"});
  }
}

}  // namespace handbill::rules
