// SPDX-License-Identifier: MIT
// Rules that a document may break for a while.
#pragma once

#include <functional>
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

/// The day that waivers are held against, year first, and what it is; empty: no waiver is past.
struct WaiverDay {
  std::string date;
  std::string what = "the content's date";
};

/// What waivers must know of what was found, when they hold for some words or places alone.
struct WaiverPlaces {
  const diag::SourceMap& sources;
  /// The fact that a place belongs to: "aftercare.do.2.text".
  std::function<std::string(diag::Span)> fact_at;
};

/// `found` with what is waived turned into notes that tell the reason. Where rules of a shop look
/// for the same as a check of the layout, as with hairlines, a waiver of the one holds for the
/// other. Adds unknown-rule for a rule nobody has, waiver-expired (the finding stands)
/// and waiver-unused, a note.
diag::Diagnostics waive(const std::vector<document::Waiver>& waivers, const WaiverDay& day,
                        const WaivableRules& rules, const WaiverPlaces& places,
                        const diag::Diagnostics& found);

}  // namespace handbill::rules
