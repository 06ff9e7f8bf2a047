// SPDX-License-Identifier: MIT
// What one printer asks for, final: a shop profile of layouts/shops with everything looked up.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/claims.h"
#include "base/length.h"
#include "color/color.h"
#include "spec/rules_spec.h"

namespace handbill::document {

/// A way of printing on a kind of paper, and the ICC profile made from its measurements.
struct PressCondition {
  std::string name;        ///< "gracol-coated", as shop profiles name it
  std::string identifier;  ///< of the ICC's registry: "CGATS TR 006"
  std::string info;        ///< "GRACoL 2006, coated paper no. 1": for people
  double ink_limit = 320;  ///< percent, that its separations keep
  std::string
      profile;  ///< file of the machine that `icc` is; empty: a file of the project, or none
  std::shared_ptr<const std::string> icc;  ///< the profile's bytes; null: none is at hand or wanted
};

enum class RgbPictures { Convert, Keep };
enum class Intent { Perceptual, RelativeColorimetric };

/// What stands outside the trim.
struct Marks {
  bool crop = false, registration = false, color_bar = false, fold = false, slug = false;
  Length length = Length::mm(5);
  Length offset = Length::mm(3.175);  ///< from the trim; never less than the bleed
  Length width = Length::pt(0.25);

  /// Something stands outside the bleed, be it no more than the slug.
  bool any() const { return crop || registration || color_bar || fold || slug; }
  bool operator==(const Marks&) const = default;
};

/// How sheets give way to folding: each panel that folds in is narrower by the larger of `least`
/// and `calipers` times the thickness of the stock.
struct FoldAllowance {
  Length least = Length::inch(1.0 / 16);
  double calipers = 3;
};

struct Shop {
  std::string name;   ///< of its file: "us-sheetfed-coated"
  std::string title;  ///< for people
  Claims standard{};  ///< what the PDF is to conform to; none: for an office printer, a screen
  std::map<Claim, diag::Span> asked_at{};  ///< where each of those is written
  PressCondition condition;
  Length bleed;            ///< at least; 0: its pages end at the trim
  Length safe, fold_safe;  ///< text stands at least this far off
  double ink_limit = 320;  ///< percent, mean over any square of 15 mm (GWG 2022, R0026)
  Marks marks;
  std::string rules;                                            ///< a rule pack: "gwg-2022"
  std::string rules_class;                                      ///< a class of it: "sheetfed-cmyk"
  std::vector<spec::Named<spec::RuleLimitsSpec>> rule_changes;  ///< its [rule.ID] tables
  std::optional<std::vector<std::string>> spots;                ///< inks it mixes; nothing: any
  /// What large solids of black alone are printed in, and from which shorter side on.
  std::optional<color::Cmyk> rich_black;
  Length rich_black_from = Length::inch(1);
  RgbPictures rgb_pictures = RgbPictures::Convert;
  double picture_ppi = 300;  ///< pixels an inch it prints; pictures of far more have fewer
  std::optional<Length> picture_distance{};  ///< that those are for; nothing: any
  Intent intent = Intent::Perceptual;
  bool processing_steps = false;  ///< takes an ISO 19593-1 layer for folds and cuts
  FoldAllowance fold_allowance;
  double score_from_gsm = 115;     ///< heavier stock is scored before it is folded
  std::vector<std::string> fixes;  ///< ids of the safe repairs it wants made without being asked
  std::string imposition;          ///< how pages are placed on its sheets; empty: one by one
  diag::Span imposition_span{};    ///< where that is written
};

}  // namespace handbill::document
