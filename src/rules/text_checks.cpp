// SPDX-License-Identifier: MIT
#include <algorithm>

#include "rules/check_functions.h"
#include "rules/content.h"

namespace handbill::rules {

using plates::ColorSpace;

namespace {

/// Calls `look` for each thing that is type smaller than the rule's size.
template <class Look>
void each_small_text(const CheckInputs& scope, Look look) {
  const Length size = scope.rule.limits.size;
  for (const Thing& thing : content(scope.print)) {
    if (is_text(thing.object) && !fits(size, thing.object.type->size)) look(thing);
  }
}

/// Black, by its black or by what the other inks sum to: composite black has all of them.
bool reads_as_black(const plates::Paint& paint, double black) {
  if (black_of(paint) >= black) return true;
  constexpr double kLeastOfEach = 0.4, kLeastInAll = 2.2;
  if (paint.all || paint.amounts.size() < plates::kProcessInks) return false;
  const bool has_all = std::all_of(paint.amounts.begin(), paint.amounts.begin() + plates::kBlack,
                                   [](double amount) { return amount >= kLeastOfEach; });
  return has_all && paint.process_sum() >= kLeastInAll;
}

double too_small_by(const CheckInputs& scope, const Thing& thing) {
  return (scope.rule.limits.size - thing.object.type->size).pt();
}

std::string size_of(const Thing& thing) {
  return words(thing.object) + " is " + points(thing.object.type->size);
}

}  // namespace

void white_text_overprint(const CheckInputs& scope, Findings& findings) {
  for (const Thing& thing : content(scope.print)) {
    if (!is_text(thing.object) || !is_white(thing.object) || !thing.object.overprint) continue;
    findings.add(finding_at(thing,
                            words(thing.object) + " is white and overprints: it will not be seen",
                            "let it knock out"));
  }
}

void black_text_overprint(const CheckInputs& scope, Findings& findings) {
  Underlay underlay(scope);
  each_small_text(scope, [&](const Thing& thing) {
    const plates::Object& text = thing.object;
    if (!is_black(text.paint) || text.paint.space == ColorSpace::DeviceGray) return;
    const bool by_mode = text.paint.space != ColorSpace::DeviceCmyk || text.overprint_mode == 1;
    if ((text.overprint && by_mode) || !underlay.has_other_ink_below(thing)) return;
    findings.add(finding_at(
        thing,
        size_of(thing) + " and knocks out of what is below it: black type under " +
            points(scope.rule.limits.size) + " overprints" +
            (text.overprint ? ", in overprint mode 1" : ""),
        "let it overprint (a style leaves that to the program, or has `overprint = \"on\"`)",
        too_small_by(scope, thing)));
  });
}

void black_over_picture(const CheckInputs& scope, Findings& findings) {
  Underlay underlay(scope);
  const Length most = scope.rule.limits.size;
  for (const Thing& thing : content(scope.print)) {
    if (!is_text(thing.object) || fits(thing.object.type->size, most)) continue;
    if (!thing.object.overprint || !is_black(thing.object.paint)) continue;
    if (!underlay.has_picture_below(thing)) continue;
    findings.add(finding_at(thing,
                            size_of(thing) +
                                " and prints over a picture, which shows through the "
                                "black of type over " +
                                points(most),
                            "let it knock out (`overprint = \"off\"` in its style)",
                            (thing.object.type->size - most).pt()));
  }
}

void gray_text(const CheckInputs& scope, Findings& findings) {
  Underlay underlay(scope);
  each_small_text(scope, [&](const Thing& thing) {
    if (thing.object.paint.space != ColorSpace::DeviceGray || is_white(thing.object)) return;
    if (!underlay.has_other_ink_below(thing)) return;
    findings.add(finding_at(
        thing, size_of(thing) + " in DeviceGray on other ink: such type is DeviceCMYK black",
        "write it as black of CMYK that overprints", too_small_by(scope, thing)));
  });
}

void courier(const CheckInputs& scope, Findings& findings) {
  for (const Thing& thing : content(scope.print)) {
    if (!is_text(thing.object)) continue;
    const std::string& font = thing.object.type->font;
    if (!font.starts_with("Courier")) continue;
    findings.add(finding_at(
        thing, words(thing.object) + " is set in " + font + ", which stands in for missing fonts",
        "make sure that it is meant"));
  }
}

void rich_black_text(const CheckInputs& scope, Findings& findings) {
  const Limits& limits = scope.rule.limits;
  for (const Thing& thing : content(scope.print)) {
    if (!is_text(thing.object) || black_of(thing.object.paint) < limits.black) continue;
    const double sum = thing.object.paint.process_sum();
    if (sum <= limits.ink + 1e-6) continue;
    findings.add(finding_at(thing,
                            words(thing.object) + " is black with " + percent(sum) +
                                " of ink: black type has " + percent(limits.ink) + " at most",
                            "set it in black ink alone (the swatch `black`)", sum));
  }
}

void black_text_inks(const CheckInputs& scope, Findings& findings) {
  each_small_text(scope, [&](const Thing& thing) {
    const plates::Paint& paint = thing.object.paint;
    if (paint.all || !reads_as_black(paint, scope.rule.limits.black) || paint.ink_count() < 2)
      return;
    findings.add(finding_at(thing,
                            size_of(thing) + " black in " + inks(paint.ink_count()) + " of " +
                                percent(paint.process_sum()) + " in all: black type under " +
                                points(scope.rule.limits.size) + " is black ink alone",
                            "set it in black ink alone (the swatch `black`)",
                            too_small_by(scope, thing)));
  });
}

void white_text(const CheckInputs& scope, Findings& findings) {
  Underlay underlay(scope);
  each_small_text(scope, [&](const Thing& thing) {
    if (!is_white(thing.object) || !underlay.has_ink_below(thing)) return;
    findings.add(finding_at(thing,
                            size_of(thing) + " and white: type left out of ink is " +
                                points(scope.rule.limits.size) + " or larger",
                            "make it larger, or dark on light", too_small_by(scope, thing)));
  });
}

void multi_ink_text(const CheckInputs& scope, Findings& findings) {
  each_small_text(scope, [&](const Thing& thing) {
    const plates::Paint& paint = thing.object.paint;
    if (paint.ink_count() < 2 || paint.all) return;
    findings.add(finding_at(thing,
                            size_of(thing) + " in " + inks(paint.ink_count()) +
                                ": type of more than one ink is " + points(scope.rule.limits.size) +
                                " or larger",
                            "set it in one ink, or larger", too_small_by(scope, thing)));
  });
}

void small_text(const CheckInputs& scope, Findings& findings) {
  each_small_text(scope, [&](const Thing& thing) {
    findings.add(finding_at(
        thing, size_of(thing) + ": type is " + points(scope.rule.limits.size) + " or larger",
        "make it larger", too_small_by(scope, thing)));
  });
}

}  // namespace handbill::rules
