// SPDX-License-Identifier: MIT
// Safe repairs: what the program may put right without a designer's eye. Never silently.
#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "rules/rule_set.h"

namespace handbill::rules {

/// Which rules may be repaired.
struct Fixes {
  bool all = false;                ///< every rule whose check has a repair
  std::vector<std::string> ids{};  ///< and these: a shop's own
};

/// The pages with things as their rules want them; tells of each change (repaired). Rules that are
/// off change nothing. Reports unknown-rule for an id that the pack does not have, or that has no
/// safe repair.
display::PageList repaired(display::PageList pages, const RuleSet& rules, const Fixes& fixes,
                           diag::Diagnostics& diags);

}  // namespace handbill::rules
