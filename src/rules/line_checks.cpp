// SPDX-License-Identifier: MIT
#include <algorithm>

#include "rules/check_functions.h"
#include "rules/content.h"

namespace handbill::rules {

using plates::ColorSpace;

namespace {

/// Calls `look` for each thing that is a line thinner than the rule's width.
template <class Look>
void each_thin_line(const CheckInputs& scope, Look look) {
  const Length width = scope.rule.limits.width;
  // Far finer than kTolerance: limits of lines are fractions of a point.
  constexpr Length kHair = Length::pt(0.001);
  for (const Thing& thing : content(scope.print)) {
    if (is_line(thing.object) && thickness(thing.object) < width - kHair) look(thing);
  }
}

double too_thin_by(const CheckInputs& scope, const Thing& thing) {
  return (scope.rule.limits.width - thickness(thing.object)).pt();
}

std::string width_of(const Thing& thing) {
  return "a line is " + points(thickness(thing.object)) + " wide";
}

void add(const CheckInputs& scope, const Thing& thing, Findings& findings, const std::string& seen,
         const std::string& kind) {
  findings.add(finding_at(
      thing,
      width_of(thing) + seen + ": " + kind + " " + points(scope.rule.limits.width) + " or wider",
      "make it wider", too_thin_by(scope, thing)));
}

}  // namespace

void white_path_overprint(const CheckInputs& scope, Findings& findings) {
  for (const Thing& thing : content(scope.print)) {
    if (thing.object.kind == plates::Kind::Text || !is_white(thing.object)) continue;
    if (!thing.object.overprint) continue;
    findings.add(
        finding_at(thing, "a white shape overprints: it will not be seen", "let it knock out"));
  }
}

void black_line_overprint(const CheckInputs& scope, Findings& findings) {
  Underlay underlay(scope);
  each_thin_line(scope, [&](const Thing& thing) {
    const plates::Object& line = thing.object;
    if (!is_black(line.paint) || line.paint.space == ColorSpace::DeviceGray) return;
    const bool by_mode = line.paint.space != ColorSpace::DeviceCmyk || line.overprint_mode == 1;
    if ((line.overprint && by_mode) || !underlay.has_other_ink_below(thing)) return;
    findings.add(finding_at(thing,
                            width_of(thing) +
                                " and knocks out of what is below it: black lines "
                                "under " +
                                points(scope.rule.limits.width) + " overprint",
                            "let it overprint (`overprint = \"on\"`)", too_thin_by(scope, thing)));
  });
}

void gray_line(const CheckInputs& scope, Findings& findings) {
  Underlay underlay(scope);
  each_thin_line(scope, [&](const Thing& thing) {
    if (thing.object.paint.space != ColorSpace::DeviceGray || is_white(thing.object)) return;
    if (!underlay.has_other_ink_below(thing)) return;
    findings.add(finding_at(
        thing, width_of(thing) + " in DeviceGray on other ink: such lines are DeviceCMYK black",
        "write it as black of CMYK that overprints", too_thin_by(scope, thing)));
  });
}

void hairline(const CheckInputs& scope, Findings& findings) {
  each_thin_line(scope, [&](const Thing& thing) { add(scope, thing, findings, "", "lines are"); });
}

void white_line(const CheckInputs& scope, Findings& findings) {
  Underlay underlay(scope);
  each_thin_line(scope, [&](const Thing& thing) {
    if (!is_white(thing.object) || !underlay.has_ink_below(thing)) return;
    add(scope, thing, findings, " and white", "lines left out of ink are");
  });
}

void multi_ink_line(const CheckInputs& scope, Findings& findings) {
  each_thin_line(scope, [&](const Thing& thing) {
    const plates::Paint& paint = thing.object.paint;
    if (!has_paint(thing.object) || paint.ink_count() < 2 || paint.all) return;
    add(scope, thing, findings, " in " + inks(paint.ink_count()), "lines of more than one ink are");
  });
}

void tint_line(const CheckInputs& scope, Findings& findings) {
  each_thin_line(scope, [&](const Thing& thing) {
    const plates::Paint& paint = thing.object.paint;
    if (!has_paint(thing.object) || paint.all || paint.ink_count() == 0) return;
    const double strongest = *std::ranges::max_element(paint.amounts);
    if (strongest >= scope.rule.limits.tint - 1e-6) return;
    add(scope, thing, findings, " in a tint of " + percent(strongest),
        "lines of tints under " + percent(scope.rule.limits.tint) + " are");
  });
}

}  // namespace handbill::rules
