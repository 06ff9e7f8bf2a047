// SPDX-License-Identifier: MIT
// A PDF as a print shop sees it.
#pragma once

#include <string>

#include "diag/diagnostic.h"
#include "document/shop.h"
#include "preflight/inspect.h"
#include "rules/rule_set.h"

namespace handbill::cli {

preflight::Standard preflight_standard(document::Standard standard);

/// Judges a file by a rule pack: its plates, and what it declares of itself. `wanted` is the
/// standard the shop asks for; PDF/X-1a makes a rule silent that wants PDF/X-4.
void judge_by_rules(const preflight::Inspected& file, const rules::RuleSet& rules,
                    preflight::Standard wanted, diag::Diagnostics& diags);

/// What was written for a shop, read back by other code than wrote it. `name` is that of the file,
/// for messages. Does nothing for a shop without a standard.
void judge_written(const std::string& name, const std::string& bytes, const document::Shop& shop,
                   diag::Diagnostics& diags);

}  // namespace handbill::cli
