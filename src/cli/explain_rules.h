// SPDX-License-Identifier: MIT
// Documents about rules and print shops that are made from their data: docs/press-rules.md,
// docs/word-rules.md and docs/print-shop-guide.md.
#pragma once

#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "spec/rules_spec.h"

namespace handbill::cli {

/// Every pack of layouts/rules with its rules, limits and sources, as Markdown. Empty: a pack is
/// faulty, and reported.
std::optional<std::string> rules_reference(const diag::FileReader& files, diag::SourceMap& sources,
                                           diag::Diagnostics& diags);

/// A rule of the packs by its id, "R0031" or "doubled-word"; empty when none has it.
std::string explain_rule(const std::string& id, const diag::FileReader& files,
                         diag::SourceMap& sources, diag::Diagnostics& diags);

/// The same of the rules over what documents say, and the checks they make.
std::optional<std::string> word_rules_reference(const diag::FileReader& files,
                                                diag::SourceMap& sources, diag::Diagnostics& diags);
/// What it tells of one of them.
std::string word_rule_text(const spec::Named<spec::WordRuleSpec>& rule);

/// One page for print shops: what our PDFs are, and what each shop of layouts/shops is given.
std::optional<std::string> print_shop_guide(const diag::FileReader& files, diag::SourceMap& sources,
                                            diag::Diagnostics& diags);

}  // namespace handbill::cli
