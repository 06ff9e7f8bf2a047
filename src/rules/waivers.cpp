// SPDX-License-Identifier: MIT
#include "rules/waivers.h"

#include <algorithm>

#include "base/nearest.h"

namespace handbill::rules {

using diag::DiagnosticId;
using document::Waiver;

namespace {

bool is_past(const Waiver& waiver, const std::string& date) {
  // Both are written year first, so they compare as texts.
  return !date.empty() && waiver.until < date;
}

void tell_unknown(const Waiver& waiver, const RuleSet& rules, diag::Diagnostics& diags) {
  std::vector<std::string> hints;
  if (const auto near = nearest(waiver.rule, rules.known)) {
    hints.push_back("did you mean `" + *near + "`?");
  }
  diags.error(DiagnosticId::UnknownRule, waiver.span,
              "the rule pack of the shop has no rule `" + waiver.rule + "`", std::move(hints));
}

void tell_use(const Waiver& waiver, const std::string& date, std::size_t used,
              diag::Diagnostics& diags) {
  if (used == 0) {
    diags.warning(DiagnosticId::WaiverUnused, waiver.span,
                  "nothing here breaks `" + waiver.rule + "`", {"take the waiver out"});
  } else if (is_past(waiver, date)) {
    diags.warning(DiagnosticId::WaiverExpired, waiver.span,
                  "the waiver of `" + waiver.rule + "` ended on " + waiver.until +
                      ", before the content's date, " + date,
                  {"mend what it waives, or ask again and write the new date"});
  }
}

}  // namespace

diag::Diagnostics waive(const std::vector<Waiver>& waivers, const std::string& date,
                        const RuleSet& rules, const diag::Diagnostics& found) {
  std::vector<std::size_t> used(waivers.size());
  diag::Diagnostics result;
  for (diag::Diagnostic each : found.list()) {
    for (std::size_t i = 0; i < waivers.size(); ++i) {
      if (!each.rule || each.rule->id != waivers[i].rule) continue;
      ++used[i];
      if (is_past(waivers[i], date) || each.severity == diag::Severity::Note) continue;
      each.severity = diag::Severity::Note;
      each.message += "; waived until " + waivers[i].until + ": " + waivers[i].reason;
    }
    result.add(std::move(each));
  }
  for (std::size_t i = 0; i < waivers.size(); ++i) {
    if (std::ranges::find(rules.known, waivers[i].rule) == rules.known.end()) {
      tell_unknown(waivers[i], rules, result);
    } else {
      tell_use(waivers[i], date, used[i], result);
    }
  }
  return result;
}

}  // namespace handbill::rules
