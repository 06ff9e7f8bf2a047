// SPDX-License-Identifier: MIT
// Judges what comes out of the press.
#pragma once

#include "diag/diagnostic.h"
#include "plates/print.h"
#include "rules/rule_set.h"

namespace handbill::rules {

/// Reports each break of a rule (press-rule, with the rule's id, source and the area). Of two rules
/// of one check that find the same thing, the harder one tells.
void judge(const plates::Print& print, const RuleSet& rules, diag::Diagnostics& diags);

}  // namespace handbill::rules
