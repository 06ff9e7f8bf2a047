// SPDX-License-Identifier: MIT
// What a check finds, and how it is told.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/geometry.h"
#include "diag/diagnostic.h"
#include "rules/rule_set.h"

namespace handbill::rules {

struct Finding {
  std::size_t page = 0;  ///< index in plates::Print::pages
  Rect box{};            ///< of what is wrong, in page coordinates
  diag::Span span{};
  std::string message;  ///< what was found, then the rule
  std::string hint{};   ///< what to do; may be empty
  double excess = 0;    ///< how far off; of several in one place the worst is told
  std::optional<diag::Severity> severity{};  ///< other than the rule's own
  std::string cause{};    ///< what tells it apart from others of its rule: an ink; may be empty
  std::size_t times = 1;  ///< how many it stands for
};

/// The findings of one rule. Those on one page with the same span become one: its message is that
/// of the worst, its area holds all. Where there are no sources, as in files of other programs,
/// those that lie near each other become one.
class Findings {
 public:
  void add(Finding finding);
  bool empty() const { return found_.empty(); }
  /// The merged findings, by page and place.
  std::vector<Finding> take();

 private:
  /// The one it belongs to, maybe a new one; each is the worst of those it stands for.
  Finding* group_of(const Finding& finding);

  std::map<std::tuple<std::size_t, diag::Span, std::string>, std::vector<Finding>> found_{};
};

/// A finding as a diagnostic of the rule; how many it stands for is not told yet.
diag::Diagnostic diagnostic_of(const Rule& rule, const Finding& finding);

}  // namespace handbill::rules
