// SPDX-License-Identifier: MIT
#include "rules/rule_set.h"

#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "rules/checks.h"

namespace handbill::rules {

using diag::DiagnosticId;
using spec::RuleLimitsSpec;

namespace {

constexpr std::string_view kAnyClass = "any";

std::string in_backticks(std::string_view text) { return "`" + std::string(text) + "`"; }

std::vector<std::string> nearest_hint(std::string_view word,
                                      const std::vector<std::string>& known) {
  if (const auto near = nearest(word, known)) return {"did you mean " + in_backticks(*near) + "?"};
  constexpr std::size_t kMostListed = 12;
  if (known.empty() || known.size() > kMostListed) return {};
  std::string all = "there is";
  for (const std::string& each : known) {
    all += (all == "there is" ? " " : ", ") + in_backticks(each);
  }
  return {all};
}

/// A limit by its name: whether it is written and where, and how it is taken over.
struct LimitKey {
  std::string_view name;
  std::optional<diag::Span> (*written)(const RuleLimitsSpec&);
  void (*take)(const RuleLimitsSpec&, Limits&);
};

constexpr double final_value(double percent, double /*of*/) { return percent / 100; }
constexpr Length final_value(Length length, Length /*of*/) { return length; }
constexpr double final_value(std::int64_t number, double /*of*/) {
  return static_cast<double>(number);
}

template <auto kWritten, auto kFinal>
constexpr LimitKey limit(std::string_view name) {
  return {name,
          [](const RuleLimitsSpec& spec) -> std::optional<diag::Span> {
            if (!(spec.*kWritten)) return std::nullopt;
            return (spec.*kWritten)->span;
          },
          [](const RuleLimitsSpec& spec, Limits& limits) {
            if (!(spec.*kWritten)) return;
            limits.*kFinal = final_value((spec.*kWritten)->value, limits.*kFinal);
          }};
}

constexpr auto kLimits = std::to_array<LimitKey>({
    limit<&RuleLimitsSpec::size, &Limits::size>("size"),
    limit<&RuleLimitsSpec::width, &Limits::width>("width"),
    limit<&RuleLimitsSpec::square, &Limits::square>("square"),
    limit<&RuleLimitsSpec::distance, &Limits::distance>("distance"),
    limit<&RuleLimitsSpec::ink, &Limits::ink>("ink"),
    limit<&RuleLimitsSpec::black, &Limits::black>("black"),
    limit<&RuleLimitsSpec::tint, &Limits::tint>("tint"),
    limit<&RuleLimitsSpec::ppi, &Limits::ppi>("ppi"),
    limit<&RuleLimitsSpec::ppi_error, &Limits::ppi_error>("ppi_error"),
    limit<&RuleLimitsSpec::modules, &Limits::modules>("modules"),
    limit<&RuleLimitsSpec::grams, &Limits::grams>("grams"),
});

bool takes(const Check& check, std::string_view limit) {
  return std::ranges::find(check.needs, limit) != check.needs.end() ||
         std::ranges::find(check.may_have, limit) != check.may_have.end();
}

/// A rule's row for the class, and what the shop lays over it; null: there is none.
struct Rows {
  const RuleLimitsSpec* pack = nullptr;
  const RuleLimitsSpec* shop = nullptr;

  std::optional<diag::Severity> severity() const {
    for (const RuleLimitsSpec* row : {shop, pack}) {
      if (row == nullptr || !row->severity) continue;
      if (row->severity->value == "error") return diag::Severity::Error;
      if (row->severity->value == "warning") return diag::Severity::Warning;
      return std::nullopt;
    }
    return std::nullopt;
  }
};

class Resolver {
 public:
  Resolver(const spec::RulePackSpec& pack, const RuleChanges& changes, diag::Diagnostics& diags)
      : pack_(pack), changes_(changes), diags_(diags) {}

  void check_class(const ClassName& rules_class) {
    std::vector<std::string> names;
    for (const auto& each : pack_.classes) names.push_back(each.name);
    if (std::ranges::find(names, rules_class.name) == names.end()) {
      diags_.error(DiagnosticId::UnknownRule, rules_class.span,
                   "the rule pack has no class " + in_backticks(rules_class.name),
                   nearest_hint(rules_class.name, names));
    }
    names.emplace_back(kAnyClass);
    for (const auto& rule : pack_.rules) {
      for (const auto& row : rule.value.classes) {
        if (std::ranges::find(names, row.name) != names.end()) continue;
        diags_.error(DiagnosticId::UnknownRule, row.name_span,
                     "the rule pack has no class " + in_backticks(row.name),
                     nearest_hint(row.name, names));
      }
    }
  }

  void check_changes(const std::vector<std::string>& ids) {
    for (const auto& change : changes_) {
      if (std::ranges::find(ids, change.name) != ids.end()) continue;
      diags_.error(DiagnosticId::UnknownRule, change.name_span,
                   "the rule pack has no rule " + in_backticks(change.name),
                   nearest_hint(change.name, ids));
    }
  }

  std::optional<Rule> rule(const spec::Named<spec::PressRuleSpec>& written,
                           std::string_view class_name) {
    const Check* check = known_check(*written.value.check);
    if (check == nullptr) return std::nullopt;
    for (const auto& row : written.value.classes) check_keys(row.value, *check);
    const Rows rows{row_of(written.value, class_name), change_of(written.name)};
    if (rows.shop != nullptr) check_keys(*rows.shop, *check);
    const auto severity = rows.severity();
    if (!severity) return std::nullopt;
    Rule rule{
        written.name, check, *severity, {}, written.value.name->value, written.value.source->value};
    for (const LimitKey& key : kLimits) {
      for (const RuleLimitsSpec* row : {rows.pack, rows.shop}) {
        if (row != nullptr) key.take(*row, rule.limits);
      }
    }
    check_needs(rows, *check, written);
    return rule;
  }

 private:
  const Check* known_check(const spec::Text& name) {
    const Check* check = find_check(name.value);
    if (check != nullptr) return check;
    std::vector<std::string> names;
    for (const Check& each : checks()) names.emplace_back(each.name);
    diags_.error(DiagnosticId::UnknownRule, name.span,
                 "there is no check " + in_backticks(name.value), nearest_hint(name.value, names));
    return nullptr;
  }

  static const RuleLimitsSpec* row_of(const spec::PressRuleSpec& rule, std::string_view name) {
    for (const std::string_view wanted : {name, kAnyClass}) {
      for (const auto& row : rule.classes) {
        if (row.name == wanted) return &row.value;
      }
    }
    return nullptr;
  }

  const RuleLimitsSpec* change_of(std::string_view id) const {
    const auto found = std::ranges::find(changes_, id, &spec::Named<RuleLimitsSpec>::name);
    return found == changes_.end() ? nullptr : &found->value;
  }

  void check_keys(const RuleLimitsSpec& row, const Check& check) {
    for (const LimitKey& key : kLimits) {
      const auto written = key.written(row);
      if (!written || takes(check, key.name)) continue;
      std::string takes;
      for (const auto& names : {check.needs, check.may_have}) {
        for (const std::string_view name : names) {
          takes += (takes.empty() ? "it takes " : ", ") + in_backticks(name);
        }
      }
      diags_.error(DiagnosticId::UnknownKey, *written,
                   "the check " + in_backticks(check.name) + " takes no " + in_backticks(key.name),
                   {takes.empty() ? "it takes no limits" : takes});
    }
  }

  void check_needs(const Rows& rows, const Check& check,
                   const spec::Named<spec::PressRuleSpec>& rule) {
    for (const LimitKey& key : kLimits) {
      if (std::ranges::find(check.needs, key.name) == check.needs.end()) continue;
      const bool written = (rows.pack != nullptr && key.written(*rows.pack)) ||
                           (rows.shop != nullptr && key.written(*rows.shop));
      if (written) continue;
      const RuleLimitsSpec* row = rows.shop != nullptr ? rows.shop : rows.pack;
      diags_.error(DiagnosticId::MissingKey, row != nullptr ? row->span : rule.name_span,
                   in_backticks(rule.name) + " needs the limit " + in_backticks(key.name) +
                       " of its check " + in_backticks(check.name));
    }
  }

  const spec::RulePackSpec& pack_;
  const RuleChanges& changes_;
  diag::Diagnostics& diags_;
};

}  // namespace

const Rule* RuleSet::find(std::string_view check) const {
  const auto found =
      std::ranges::find_if(rules, [&](const Rule& rule) { return rule.check->name == check; });
  return found == rules.end() ? nullptr : &*found;
}

RuleSet rules_of_all(const RuleSet* shops, Length viewing_distance) {
  using enum diag::DiagnosticId;
  const auto rule = [](std::string_view check, Limits limits, diag::DiagnosticId tells) {
    return Rule{
        std::string(check), find_check(check), diag::Severity::Warning, limits, {}, {}, tells};
  };
  Limits tones, line_art, line;
  tones.ppi = 149;                                       // GWG 2022, R0031: news, digital
  line_art.ppi = 599;                                    // GWG 2022, R0032: digital
  tones.distance = line_art.distance = Length::cm(100);  // GWG 2022, D0018 and R0037
  line.width = Length::pt(0.125);
  RuleSet set;
  set.sheet.viewing_distance = viewing_distance;
  set.rules = {rule("picture-ppi", tones, CoarsePicture),
               rule("line-art-ppi", line_art, CoarsePicture), rule("hairline", line, Hairline)};
  std::erase_if(set.rules, [shops](const Rule& each) {
    return shops != nullptr && shops->find(each.check->name) != nullptr;
  });
  return set;
}

std::string limits_as_written(const RuleLimitsSpec& row, const diag::SourceMap& sources) {
  std::string text;
  for (const LimitKey& key : kLimits) {
    const auto written = key.written(row);
    if (!written) continue;
    std::string value(sources.text(*written));
    std::erase(value, '"');
    text += (text.empty() ? "" : ", ") + std::string(key.name) + " " + value;
  }
  return text;
}

std::vector<KnownRule> known_rules(const spec::RulePackSpec& pack) {
  std::vector<KnownRule> known;
  for (const auto& rule : pack.rules) {
    known.push_back({rule.name, rule.value.check ? rule.value.check->value : std::string()});
  }
  return known;
}

std::vector<std::string> ids_of(const std::vector<KnownRule>& rules) {
  std::vector<std::string> ids;
  for (const KnownRule& each : rules) ids.push_back(each.id);
  return ids;
}

std::optional<RuleSet> resolve(const spec::RulePackSpec& pack, const ClassName& rules_class,
                               const RuleChanges& changes, const SheetFacts& sheet,
                               diag::Diagnostics& diags) {
  const std::size_t errors = diags.error_count();
  RuleSet set{{}, sheet, {}};
  set.known = known_rules(pack);
  Resolver resolver(pack, changes, diags);
  resolver.check_class(rules_class);
  resolver.check_changes(ids_of(set.known));
  for (const auto& written : pack.rules) {
    if (auto rule = resolver.rule(written, rules_class.name)) set.rules.push_back(*rule);
  }
  if (diags.error_count() > errors) return std::nullopt;
  return set;
}

}  // namespace handbill::rules
