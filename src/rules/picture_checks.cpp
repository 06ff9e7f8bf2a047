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

/// GWG 2022, R0031 and R0032: the smaller of across and down; pictures of 16 pixels or fewer either
/// way are ornaments.
void resolution(const Scope& scope, Tones tones, Findings& findings) {
  constexpr int kOrnament = 16;
  const Limits& limits = scope.rule.limits;
  for (const Thing& thing : content(scope.print)) {
    for (const plates::PictureFacts* each : pictures_of(thing.object)) {
      const plates::PictureFacts& picture = *each;
      if (picture.width <= kOrnament && picture.height <= kOrnament) continue;
      const bool two_tones = picture.mask || picture.bits == 1;
      if (two_tones != (tones == Tones::Two)) continue;
      // What is shown as 150 is 150: limits are whole numbers.
      const double ppi = std::round(picture.pixels_per_inch());
      if (ppi > limits.ppi) continue;
      Finding finding =
          finding_at(thing,
                     name_of(thing.object, picture, two_tones) + " has " + format_number(ppi, 0) +
                         " pixels per inch at this size: more than " +
                         format_number(limits.ppi, 0) + " are wanted",
                     "take a larger file, or make the frame smaller", limits.ppi - ppi);
      if (ppi <= limits.ppi_error) finding.severity = diag::Severity::Error;
      findings.add(std::move(finding));
    }
  }
}

}  // namespace

void picture_resolution(const Scope& scope, Findings& findings) {
  resolution(scope, Tones::Continuous, findings);
}

void line_art_resolution(const Scope& scope, Findings& findings) {
  resolution(scope, Tones::Two, findings);
}

}  // namespace handbill::rules
