// SPDX-License-Identifier: MIT
#include "cli/explain_rules.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/markdown.h"
#include "rules/checks.h"
#include "rules/rule_set.h"
#include "spec/known_names.h"
#include "spec/rules_spec.h"

namespace handbill::cli {
namespace {

using Rule = spec::Named<spec::PressRuleSpec>;
using Row = spec::Named<spec::RuleLimitsSpec>;

/// Classes of equal severity and limits share a line.
std::string class_table(const Rule& rule, const diag::SourceMap& sources) {
  struct Line {
    std::string classes, severity, limits;
  };
  std::vector<Line> lines;
  for (const Row& each : rule.value.classes) {
    const std::string severity = each.value.severity ? each.value.severity->value : "off";
    if (severity == "off") continue;
    const std::string limits = rules::limits_as_written(each.value, sources);
    const auto same = std::ranges::find_if(lines, [&](const Line& line) {
      return line.severity == severity && line.limits == limits;
    });
    if (same == lines.end()) {
      lines.push_back({each.name, severity, limits});
    } else {
      same->classes += ", " + each.name;
    }
  }
  std::string text = row({"class", "severity", "limits"}) + row({"---", "---", "---"});
  for (const Line& each : lines) text += row({each.classes, each.severity, each.limits});
  return text;
}

std::string check_text(const rules::Check& check) {
  std::string text = "Check " + code(check.name) + ": " + std::string(check.doc) + ".";
  if (check.judge == nullptr) text += " Seen in files, by `handbill preflight`.";
  if (check.repair != nullptr) text += " `--fix` can repair it.";
  return text;
}

std::string rule_text(const Rule& rule, const diag::SourceMap& sources) {
  const spec::PressRuleSpec& written = rule.value;
  std::string text = "### " + rule.name + ": " + written.name->value + "\n\n";
  text += written.wants->value + " " + written.why->value + "\n\n";
  if (const rules::Check* check = rules::find_check(written.check->value)) {
    text += check_text(*check) + " ";
  }
  text += "Source: " + written.source->value + ".\n\n";
  return text + class_table(rule, sources) + "\n";
}

std::string pack_text(const std::string& name, const spec::RulePackSpec& pack,
                      const diag::SourceMap& sources) {
  std::string text = "## " + pack.title->value + " (" + code(name) + ")\n\n";
  if (pack.doc) text += pack.doc->value + "\n\n";
  const auto is_own = [&](const auto& each) { return each.name_span.file == pack.span.file; };
  if (std::ranges::any_of(pack.classes, is_own)) {
    text += row({"class", "what is printed"}) + row({"---", "---"});
    for (const auto& each : pack.classes) text += row({code(each.name), each.value.title->value});
    text += "\n";
  }
  for (const Rule& each : pack.rules) {
    if (is_own(each)) text += rule_text(each, sources);
  }
  return text;
}

}  // namespace

std::string explain_rule(const std::string& id, const diag::FileReader& files,
                         diag::SourceMap& sources, diag::Diagnostics& diags) {
  for (const std::string& name : spec::names_in(files, "layouts/rules")) {
    const auto pack = spec::parse_rules(files, name, {}, sources, diags);
    if (!pack) continue;
    const auto rule = std::ranges::find(pack->rules, id, &Rule::name);
    if (rule != pack->rules.end()) return rule_text(*rule, sources);
    const auto of_words =
        std::ranges::find(pack->word_rules, id, &spec::Named<spec::WordRuleSpec>::name);
    if (of_words != pack->word_rules.end()) return word_rule_text(*of_words);
  }
  return {};
}

std::optional<std::string> rules_reference(const diag::FileReader& files, diag::SourceMap& sources,
                                           diag::Diagnostics& diags) {
  std::string text =
      "# Press rules\n\n"
      "What pages are judged by when a layout, or `--shop`, names a print shop. Written by "
      "`handbill explain --rules` from the packs in `layouts/rules`.\n\n"
      "A shop names a pack and a class of it: `rules = \"handbill\"`, `rules_class = "
      "\"sheetfed-cmyk\"`. It lays limits and severities of its own over them: `[rule.R0031]`, "
      "`ppi = 299`. A layout may break a rule for a while: `[[waiver]]`. A rule with limits for "
      "`any` holds for all classes it does not name.\n\n";
  for (const std::string& name : spec::names_in(files, "layouts/rules")) {
    const auto pack = spec::parse_rules(files, name, {}, sources, diags);
    if (!pack) return std::nullopt;
    if (!pack->rules.empty()) text += pack_text(name, *pack, sources);
  }
  text.pop_back();
  return text;
}

}  // namespace handbill::cli
