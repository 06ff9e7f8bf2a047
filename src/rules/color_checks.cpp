// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>

#include "base/ascii.h"
#include "check/quoted.h"
#include "rules/check_functions.h"
#include "rules/content.h"

namespace handbill::rules {

using plates::ColorSpace;

namespace {

std::string_view name_of(ColorSpace space) {
  switch (space) {
    case ColorSpace::DeviceGray:
      return "DeviceGray";
    case ColorSpace::DeviceRgb:
      return "DeviceRGB";
    case ColorSpace::DeviceCmyk:
      return "DeviceCMYK";
    case ColorSpace::Separation:
      return "Separation";
    case ColorSpace::DeviceN:
      return "DeviceN";
    case ColorSpace::CalGray:
      return "CalGray";
    case ColorSpace::CalRgb:
      return "CalRGB";
    case ColorSpace::Lab:
      return "Lab";
    case ColorSpace::IccGray:
      return "gray of an ICC profile";
    case ColorSpace::IccRgb:
      return "RGB of an ICC profile";
    case ColorSpace::IccCmyk:
      return "CMYK of an ICC profile";
    case ColorSpace::Pattern:
      return "Pattern";
  }
  return "";
}

bool is_device_independent(ColorSpace space) {
  switch (space) {
    case ColorSpace::DeviceRgb:
    case ColorSpace::CalGray:
    case ColorSpace::CalRgb:
    case ColorSpace::Lab:
    case ColorSpace::IccGray:
    case ColorSpace::IccRgb:
    case ColorSpace::IccCmyk:
      return true;
    case ColorSpace::DeviceGray:
    case ColorSpace::DeviceCmyk:
    case ColorSpace::Separation:
    case ColorSpace::DeviceN:
    case ColorSpace::Pattern:
      return false;
  }
  return false;
}

std::string_view thing_of(const plates::Object& object) {
  switch (object.kind) {
    case plates::Kind::Text:
      return "text";
    case plates::Kind::Fill:
      return "an area";
    case plates::Kind::Stroke:
      return "a line";
    case plates::Kind::Picture:
      return "a picture";
    case plates::Kind::Shading:
      return "a gradient";
  }
  return "";
}

void each_of_space(const CheckInputs& scope, Findings& findings, const std::string& rule,
                   const std::function<bool(const plates::Object&)>& is_wrong) {
  for (const Thing& thing : content(scope.print)) {
    if (!is_wrong(thing.object)) continue;
    findings.add(finding_at(thing, std::string(thing_of(thing.object)) + " is " +
                                       std::string(name_of(thing.object.paint.space)) + ": " +
                                       rule));
  }
}

/// Indexes, from the first spot on, of the inks an object puts on their plates.
std::vector<std::size_t> spots_of(const plates::Object& object) {
  std::vector<std::size_t> used;
  const auto add = [&](const plates::Paint& paint) {
    for (std::size_t i = plates::kProcessInks; i < paint.amounts.size(); ++i) {
      if (paint.amounts[i] > 0) used.push_back(i);
    }
  };
  add(object.paint);
  if (object.shading) {
    for (const auto& stop : object.shading->stops) add(stop.paint);
  }
  if (object.picture && object.picture->raster) {
    for (const std::size_t ink : object.picture->raster->inks) {
      if (ink >= plates::kProcessInks) used.push_back(ink);
    }
  }
  std::ranges::sort(used);
  used.erase(std::unique(used.begin(), used.end()), used.end());
  return used;
}

/// Calls `look(thing, name)` for each spot ink of each thing.
template <class Look>
void each_spot(const CheckInputs& scope, Look look) {
  for (const Thing& thing : content(scope.print)) {
    if (thing.object.paint.all) continue;
    for (const std::size_t ink : spots_of(thing.object)) {
      if (ink < scope.print.inks.size()) look(thing, scope.print.inks[ink].name);
    }
  }
}

/// An ink that the shop lists.
bool is_agreed(const CheckInputs& scope, const std::string& name) {
  const auto& spots = scope.sheet.spots;
  return spots && std::ranges::find(*spots, name) != spots->end();
}

/// The name without the word for a paper or library that ends it: "PANTONE 185 CVC".
std::string without_suffix(const std::string& name) {
  static constexpr std::string_view kSuffixes[] = {"c",   "u",   "m",  "cv", "cvc", "cvu",
                                                   "cvp", "cvs", "cp", "up", "hc",  "pc"};
  const std::size_t at = name.rfind(' ');
  if (at == name.npos) return name;
  const bool known =
      std::ranges::find(kSuffixes, to_lower(name.substr(at + 1))) != std::end(kSuffixes);
  return known ? name.substr(0, at) : name;
}

std::string without_gaps(std::string name) {
  std::erase_if(name, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  return name;
}

/// Reports each ink that another, earlier one is a twin of.
template <class Twins>
void each_twin(const CheckInputs& scope, Findings& findings, const std::string& how,
               Twins are_twins) {
  const auto& inks = scope.print.inks;
  each_spot(scope, [&](const Thing& thing, const std::string& name) {
    for (std::size_t i = plates::kProcessInks; i < inks.size() && inks[i].name != name; ++i) {
      if (!are_twins(inks[i].name, name)) continue;
      Finding finding =
          finding_at(thing,
                     "the inks " + check::quoted(inks[i].name) + " and " + check::quoted(name) +
                         " differ " + how + ": each gets a plate",
                     "give both one name");
      finding.cause = inks[i].name + " " + name;
      findings.add(std::move(finding));
    }
  });
}

}  // namespace

void gray_overprint(const CheckInputs& scope, Findings& findings) {
  Underlay underlay(scope);
  for (const Thing& thing : content(scope.print)) {
    if (thing.object.paint.space != ColorSpace::DeviceGray || !thing.object.overprint) continue;
    if (!has_paint(thing.object) || !underlay.has_other_ink_below(thing)) continue;
    findings.add(finding_at(thing,
                            "DeviceGray overprints other ink: what comes of it differs from "
                            "press to press"));
  }
}

void spot(const CheckInputs& scope, Findings& findings) {
  each_spot(scope, [&](const Thing& thing, const std::string& name) {
    if (is_agreed(scope, name)) return;
    Finding finding = finding_at(
        thing, "the spot ink " + check::quoted(name) + " is used",
        "make it process ink (a swatch without `spot`), or ask a shop that prints spot inks");
    finding.cause = name;
    findings.add(std::move(finding));
  });
}

void spot_mixed(const CheckInputs& scope, Findings& findings) {
  if (!scope.sheet.spots) return;
  each_spot(scope, [&](const Thing& thing, const std::string& name) {
    if (is_agreed(scope, name)) return;
    std::string hint;
    for (const std::string& each : *scope.sheet.spots) {
      hint += (hint.empty() ? "it has " : ", ") + check::quoted(each);
    }
    Finding finding =
        finding_at(thing, "the shop does not print the spot ink " + check::quoted(name),
                   hint.empty() ? "make it process ink (a swatch without `spot`)" : hint);
    finding.cause = name;
    findings.add(std::move(finding));
  });
}

void spot_suffix(const CheckInputs& scope, Findings& findings) {
  each_twin(scope, findings, "only in their suffix",
            [](const std::string& one, const std::string& other) {
              return without_suffix(one) == without_suffix(other);
            });
}

void spot_case(const CheckInputs& scope, Findings& findings) {
  each_twin(scope, findings, "only in capitals",
            [](const std::string& one, const std::string& other) {
              return to_lower(one) == to_lower(other);
            });
}

void spot_look_alike(const CheckInputs& scope, Findings& findings) {
  each_twin(scope, findings, "only in spaces and hyphens",
            [](const std::string& one, const std::string& other) {
              return without_gaps(one) == without_gaps(other);
            });
}

void registration(const CheckInputs& scope, Findings& findings) {
  for (const Thing& thing : content(scope.print)) {
    if (!thing.object.paint.all || !paints_in(thing.object, thing.sheet.trim)) continue;
    findings.add(finding_at(
        thing,
        std::string(thing_of(thing.object)) + " is in the registration colour, on all plates",
        "registration is for marks; set it in black"));
  }
}

void device_independent(const CheckInputs& scope, Findings& findings) {
  each_of_space(scope, findings, "everything is gray, CMYK or spot ink",
                [](const plates::Object& each) { return is_device_independent(each.paint.space); });
}

void rgb_outside_pictures(const CheckInputs& scope, Findings& findings) {
  each_of_space(scope, findings, "only pictures may be RGB, with an ICC profile",
                [](const plates::Object& each) {
                  const bool picture = each.kind == plates::Kind::Picture;
                  if (picture && each.paint.space == ColorSpace::IccRgb) return false;
                  return is_device_independent(each.paint.space);
                });
}

void untagged_rgb(const CheckInputs& scope, Findings& findings) {
  each_of_space(
      scope, findings, "RGB says by a profile which RGB it is",
      [](const plates::Object& each) { return each.paint.space == ColorSpace::DeviceRgb; });
}

void faint_tint(const CheckInputs& scope, Findings& findings) {
  const Limits& limits = scope.rule.limits;
  constexpr double kHair = 1e-6;
  for (const Thing& thing : content(scope.print)) {
    if (!has_paint(thing.object) || thing.object.paint.is_paper()) continue;
    const plates::Paint& paint = thing.object.paint;
    const double sum = paint.sum();
    // An ink that gets lost among stronger ones is not missed.
    const double strongest = paint.amounts.empty() ? 0 : std::ranges::max(paint.amounts);
    if (strongest >= limits.tint - kHair && sum >= limits.ink - kHair) continue;
    findings.add(finding_at(thing,
                            std::string(thing_of(thing.object)) + " has " + percent(strongest) +
                                " of an ink, " + percent(sum) + " in all: tints have " +
                                percent(limits.tint) + " of an ink and " + percent(limits.ink) +
                                " in all, or may be lost",
                            "make the tint stronger", 1 - sum));
  }
}

}  // namespace handbill::rules
