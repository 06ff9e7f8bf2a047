// SPDX-License-Identifier: MIT
// Judges what comes out of the press.
#pragma once

#include <functional>

#include "diag/by_cause.h"
#include "diag/diagnostic.h"
#include "plates/print.h"
#include "rules/rule_set.h"
#include "rules/work.h"

namespace handbill::rules {

/// Reports each break of a rule (press-rule, with the rule's id, source and the area). Of two rules
/// of one check that find the same thing, the harder one tells.
void judge(const plates::Print& print, const RuleSet& rules, diag::Diagnostics& diags);

/// The same for files of any length, a page at a time: what is wrong on many pages is one finding
/// with all its places.
class PageJudge {
 public:
  explicit PageJudge(RuleSet rules, std::uint64_t most_work = kMostWork)
      : rules_(std::move(rules)), work_(most_work) {}
  /// The next page of the file; `print` holds it alone.
  void add_page(const plates::Print& print);
  /// Also when pages were left out, because the others had cost too much.
  void tell(diag::Diagnostics& diags);

 private:
  RuleSet rules_;
  Work work_;
  std::size_t pages_ = 0;
  diag::ByCause causes_;
};

}  // namespace handbill::rules
