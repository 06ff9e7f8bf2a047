// SPDX-License-Identifier: MIT
// A print shop's profile (layouts/shops/NAME.toml) and the press conditions
// (layouts/shops/conditions.toml) as written.
#pragma once

#include <optional>
#include <vector>

#include "spec/layout_spec.h"
#include "spec/rules_spec.h"

namespace handbill::spec {

/// A number that is no percentage.
struct Number {
  double value = 0;
  diag::Span span{};
};

struct ConditionSpec {
  std::optional<Text> use;  ///< `condition = "NAME"` in a shop: a [condition.NAME]
  std::optional<Text> identifier;
  std::optional<Text> info;
  std::optional<Spanned<double>> ink_limit;  ///< percent
  std::optional<Text> profile;               ///< NAME.icc of the machine's profiles
  std::optional<Text> icc;                   ///< a file of the project
  diag::Span span{};
};

struct ConditionsFile {
  std::vector<Named<ConditionSpec>> conditions;
  diag::Span span{};
};

struct MarksSpec {
  std::optional<std::vector<Text>> draw;  ///< "crop", "registration", "color-bar", "fold", "slug"
  std::optional<Spanned<Length>> length, offset, width;
  diag::Span span{};
};

struct FoldAllowanceSpec {
  std::optional<Spanned<Length>> least;
  std::optional<Number> calipers;
  diag::Span span{};
};

struct ShopSpec {
  std::optional<Text> title;
  std::vector<Text> standard;  ///< "x-4", "ua-1", also by their names; "none" alone
  std::optional<ConditionSpec> condition;
  std::optional<Spanned<Length>> bleed, safe, fold_safe;
  std::optional<Spanned<double>> ink_limit;  ///< percent
  std::optional<MarksSpec> marks;
  std::optional<std::vector<Text>> spots;
  std::vector<Spanned<double>> rich_black;  ///< four percentages
  std::optional<Spanned<Length>> rich_black_from;
  std::optional<Text> rgb_pictures;  ///< "convert", "keep"
  std::optional<Number> picture_ppi;
  std::optional<Spanned<Length>> picture_distance;
  std::optional<Text> intent;  ///< "perceptual", "relative-colorimetric"
  std::optional<Text> rules, rules_class;
  std::vector<Named<RuleLimitsSpec>> rule_changes;  ///< [rule.R0017]
  std::vector<Text> fixes;
  std::optional<Spanned<bool>> processing_steps;
  std::optional<FoldAllowanceSpec> fold_allowance;
  std::optional<Number> score_from;  ///< grams per square metre
  std::optional<Text> imposition;
  diag::Span span{};
};

}  // namespace handbill::spec
