// SPDX-License-Identifier: MIT
// What the program can look for. A rule of a pack names a check and gives it its limits.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "display/page_list.h"
#include "plates/print.h"
#include "rules/finding.h"
#include "rules/rule_set.h"
#include "rules/work.h"

namespace handbill::rules {

/// What a check sees.
struct CheckInputs {
  const plates::Print& print;
  const Rule& rule;
  const SheetFacts& sheet;
  Work& work;
};

/// Makes a thing on the page as the rule wants it. Gives what was done ("a line of 0.1 pt is drawn
/// 0.25 pt wide"), or nothing when there was nothing to do.
using Repair = std::string (*)(display::Item& item, const Limits& limits);

struct Check {
  std::string_view name;                    ///< "multi-ink-text"
  std::string_view doc;                     ///< what it looks for, in one line
  std::span<const std::string_view> needs;  ///< names of limits: "size"
  /// Null: only the structure of a file shows it; who reads files reports it.
  void (*judge)(const CheckInputs& scope, Findings& findings);
  Repair repair = nullptr;                       ///< null: nobody but the designer can
  std::span<const std::string_view> may_have{};  ///< names of limits it does without
};

/// All checks, in the order of the reference.
std::span<const Check> checks();
/// Null: there is none of that name.
const Check* find_check(std::string_view name);

}  // namespace handbill::rules
