// SPDX-License-Identifier: MIT
#include <cmath>

#include "base/number.h"
#include "rules/check_functions.h"
#include "rules/content.h"

namespace handbill::rules {
namespace {

enum class Tones { Continuous, Two };

std::string name_of(const plates::Object& object, const plates::PictureFacts& picture,
                    bool two_tones) {
  const bool is_own = object.picture && &picture == &*object.picture;
  if (!is_own) return "a picture in a pattern or soft mask";
  return two_tones ? "line art" : "a picture";
}

std::vector<const plates::PictureFacts*> pictures_of(const plates::Object& object) {
  std::vector<const plates::PictureFacts*> pictures;
  if (object.kind == plates::Kind::Picture && object.picture) pictures.push_back(&*object.picture);
  for (const plates::PictureFacts& each : object.inside) pictures.push_back(&each);
  return pictures;
}

/// GWG 2022, D0018: what a limit becomes when the sheet is seen from farther away than it is for.
/// Nearer it does not grow: a sign on a wall is no sharper than a page in the hand.
double at_distance(double ppi, const Limits& limits, const SheetFacts& sheet) {
  const bool is_far = limits.distance > Length() && sheet.viewing_distance > limits.distance;
  return is_far ? std::floor(ppi * (limits.distance / sheet.viewing_distance)) : ppi;
}

std::string seen_from(const Limits& limits, const SheetFacts& sheet) {
  const bool is_far = limits.distance > Length() && sheet.viewing_distance > limits.distance;
  return is_far ? " seen from " + format_number(sheet.viewing_distance.mm() / 1000, 1) + " m" : "";
}

/// GWG 2022, R0031 and R0032: the smaller of across and down; pictures of 16 pixels or fewer either
/// way are ornaments.
void resolution(const CheckInputs& scope, Tones tones, Findings& findings) {
  constexpr int kOrnament = 16;
  const Limits& limits = scope.rule.limits;
  const double too_few = at_distance(limits.ppi, limits, scope.sheet);
  const double far_too_few = at_distance(limits.ppi_error, limits, scope.sheet);
  for (const Thing& thing : content(scope.print)) {
    for (const plates::PictureFacts* each : pictures_of(thing.object)) {
      const plates::PictureFacts& picture = *each;
      if (picture.width <= kOrnament && picture.height <= kOrnament) continue;
      const bool two_tones = picture.mask || picture.bits == 1;
      if (two_tones != (tones == Tones::Two)) continue;
      // What is shown as 150 is 150: limits are whole numbers.
      const double ppi = std::round(picture.pixels_per_inch());
      if (ppi > too_few) continue;
      Finding finding =
          finding_at(thing,
                     name_of(thing.object, picture, two_tones) + " has " + format_number(ppi, 0) +
                         " pixels per inch at this size: more than " + format_number(too_few, 0) +
                         " are wanted" + seen_from(limits, scope.sheet),
                     "take a larger file, or make the frame smaller", too_few - ppi);
      if (ppi <= far_too_few) finding.severity = diag::Severity::Error;
      findings.add(std::move(finding));
    }
  }
}

}  // namespace

void picture_resolution(const CheckInputs& scope, Findings& findings) {
  resolution(scope, Tones::Continuous, findings);
}

void line_art_resolution(const CheckInputs& scope, Findings& findings) {
  resolution(scope, Tones::Two, findings);
}

}  // namespace handbill::rules
