// SPDX-License-Identifier: MIT
// The rules of PDF/X about the file itself; what they say of colours on plates is for the packs.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "preflight/options.h"

namespace handbill::preflight {

struct StructureRule {
  std::string_view id;
  std::string_view x4, x1a;  ///< the clause of either standard; empty: not a rule of it
  std::string_view text;     ///< what must be
  std::string_view hint;
};

std::span<const StructureRule> structure_rules();

/// Reports findings under the rules of one standard; others are passed over.
class Findings {
 public:
  Findings(Standard standard, diag::Diagnostics& diags) : standard_(standard), diags_(diags) {}

  /// `rule` is one of structure_rules(); `message` says what was seen.
  void add(std::string_view rule, std::string message, std::optional<diag::PageArea> area = {},
           diag::Severity severity = diag::Severity::Error);
  Standard standard() const { return standard_; }

 private:
  Standard standard_;
  diag::Diagnostics& diags_;
};

}  // namespace handbill::preflight
