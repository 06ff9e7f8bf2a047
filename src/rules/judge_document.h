// SPDX-License-Identifier: MIT
// A document and the rules of its print shop.
#pragma once

#include <optional>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/source_map.h"
#include "display/page_list.h"
#include "document/document.h"
#include "font/font_book.h"
#include "rules/rule_set.h"

namespace handbill::rules {

/// The pack that a shop names. Nothing: it names none, or it is faulty, which is reported.
std::optional<spec::RulePackSpec> pack_of(const document::Shop& shop, const diag::FileReader& files,
                                          diag::SourceMap& sources, diag::Diagnostics& diags);

/// The rules of the class of that pack that the shop names, with its own changes. Nothing: they are
/// faulty, which is reported.
std::optional<RuleSet> rules_of(const document::Shop& shop, const spec::RulePackSpec& pack,
                                const document::Sheet& sheet, diag::Diagnostics& diags);

/// Those of all packs there are, of project and program.
struct PackRules {
  std::vector<KnownRule> press, words;
};

/// Faults in packs are for whoever uses them to report.
PackRules rules_of_packs(const diag::FileReader& files, diag::SourceMap& sources);

/// Judges the pages of a document, each of its sides in order.
void judge_document(const document::Document& document, const display::PageList& pages,
                    const font::FontBook& fonts, const RuleSet& rules, diag::Diagnostics& diags);

}  // namespace handbill::rules
