// SPDX-License-Identifier: MIT
// Rules that a document may break for a while.
#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "document/document.h"
#include "rules/rule_set.h"

namespace handbill::rules {

/// The rules a waiver may name, besides what the layout itself is checked for ("low-contrast").
struct WaivableRules {
  std::vector<KnownRule> judged;  ///< of the shop: the document was judged by them
  std::vector<KnownRule> others;  ///< of shops that are not asked now
};

/// The names of the checks of layouts, which are made for every document.
std::vector<std::string> layout_checks();

/// bad-value for a waiver without a reason; unknown-rule for one of another check than those of
/// layouts and rules: what does not fit its frame can't be waived. Whether or not there are pages
/// to judge; waive() is silent about these.
void check_waivers(const std::vector<document::Waiver>& waivers, diag::Diagnostics& diags);

/// `found` with what is waived turned into notes that tell the reason. Where rules of a shop look
/// for the same as a check of the layout, as with hairlines, a waiver of the one holds for the
/// other. `date` is the revision date of the content ("2026-11-22", never the clock; empty: no
/// waiver is past). Adds unknown-rule for a rule nobody has, waiver-expired (the finding stands)
/// and waiver-unused, a note.
diag::Diagnostics waive(const std::vector<document::Waiver>& waivers, const std::string& date,
                        const WaivableRules& rules, const diag::Diagnostics& found);

}  // namespace handbill::rules
