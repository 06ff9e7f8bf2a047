// SPDX-License-Identifier: MIT
// The rules that one job is judged by: a pack, for one class of print work, with what the shop
// changes of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "base/length.h"
#include "diag/diagnostic.h"
#include "diag/source_map.h"
#include "spec/rules_spec.h"

namespace handbill::rules {

struct Check;

/// Where a rule draws its line; a check reads those it needs (Check::needs).
struct Limits {
  Length size{}, width{}, square{}, distance{};
  double ink = 0, black = 0, tint = 0;  ///< 1 is 100 %
  double ppi = 0, ppi_error = 0;
  double modules = 0;
  double grams = 0;  ///< per square metre
};

struct Rule {
  std::string id;  ///< "R0017"
  const Check* check = nullptr;
  diag::Severity severity = diag::Severity::Warning;
  Limits limits{};
  std::string name, source;
  diag::DiagnosticId tells = diag::DiagnosticId::PressRule;  ///< of a break
};

/// What the rules must know of the sheet and the shop.
struct SheetFacts {
  double grams = 0;     ///< of the stock, per square metre; 0: not known
  bool scored = false;  ///< the shop scores the folds
  std::optional<Length>
      bleed{};                ///< that the shop asks for, 0 for none; nothing: as the rule has it
  Length safe{};              ///< text keeps this far from the trim
  Length fold_safe{};         ///< and this far from folds
  Length viewing_distance{};  ///< how far off the sheet is seen; 0: at hand
  double ink_limit = 0;       ///< of the shop, 1 is 100 %; 0: as the rule has it
  std::optional<std::vector<std::string>> spots{};  ///< inks the shop mixes; nothing: any
  /// A file has them, as the shop asks; pages that are made have none yet.
  bool crop_marks = false, registration_marks = false;
  std::optional<Size> trim{};              ///< all pages have it; nothing: that of the first
  std::vector<std::size_t> blank_pages{};  ///< that are meant to be so, by their index
};

/// A rule by its id, and the check that it makes.
struct KnownRule {
  std::string id, check;
};
std::vector<KnownRule> known_rules(const spec::RulePackSpec& pack);
std::vector<std::string> ids_of(const std::vector<KnownRule>& rules);

struct RuleSet {
  std::vector<Rule> rules;  ///< those that are not off, in the order of the pack
  SheetFacts sheet{};
  std::vector<KnownRule> known;  ///< all rules of the pack, those that are off as well

  /// The first rule of a check that is not off; null: none.
  const Rule* find(std::string_view check) const;
};

/// What every document is judged by, but for the checks that `shops` (null: no shop) makes itself:
/// coarse-picture and hairline, by the limits of the mildest class of print work, of signs as far
/// off as they are seen.
RuleSet rules_of_all(const RuleSet* shops, Length viewing_distance);

/// A class as a shop names it; `span` is unknown when it stands in no file.
struct ClassName {
  std::string name;
  diag::Span span{};
};

using RuleChanges = std::vector<spec::Named<spec::RuleLimitsSpec>>;

/// Looks up checks and the class. `changes` are a shop's [rule.ID] tables, laid over the rule key
/// by key. Reports unknown-rule for a class, check or id that does not exist, missing-key for a
/// limit that a check needs and unknown-key for one it does not take. Empty if and only if it added
/// an error.
std::optional<RuleSet> resolve(const spec::RulePackSpec& pack, const ClassName& rules_class,
                               const RuleChanges& changes, const SheetFacts& sheet,
                               diag::Diagnostics& diags);

/// "size 8 pt, ink 280 %": the limits of a row of a pack, as they are written there.
std::string limits_as_written(const spec::RuleLimitsSpec& row, const diag::SourceMap& sources);

}  // namespace handbill::rules
