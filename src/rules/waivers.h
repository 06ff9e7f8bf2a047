// SPDX-License-Identifier: MIT
// Rules that a document may break for a while.
#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "document/document.h"
#include "rules/rule_set.h"

namespace handbill::rules {

/// `found` with what is waived turned into notes that tell the reason. `date` is the revision date
/// of the content ("2026-11-22", never the clock; empty: no waiver is past). Adds unknown-rule for
/// a rule the pack does not have, waiver-expired (the finding stands) and waiver-unused.
diag::Diagnostics waive(const std::vector<document::Waiver>& waivers, const std::string& date,
                        const RuleSet& rules, const diag::Diagnostics& found);

}  // namespace handbill::rules
