// SPDX-License-Identifier: MIT
// The rules of PDF/X, PDF/A-2 and PDF/UA-1 about the file itself; what is said of colours on plates
// is for the packs.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/claims.h"
#include "diag/by_cause.h"
#include "preflight/uses.h"

namespace handbill::preflight {

struct StructureRule {
  std::string_view id;
  std::string_view x4, x1a;  ///< the clause of either standard; empty: not a rule of it
  std::string_view text;     ///< what must be
  std::string_view hint;
  std::string_view a2{}, ua1{};  ///< the clauses of PDF/A-2 and PDF/UA-1
};

std::span<const StructureRule> structure_rules();

/// Reports findings under the rules of what a file is to conform to; others are passed over. What
/// several of its standards ask for is told once, under the first. Where that is not PDF/X, the
/// rule `pdfx-fonts` is called `pdfa-fonts` or `pdfua-fonts`.
class Findings {
 public:
  explicit Findings(Claims standard) : standard_(standard) {}

  /// `rule` is one of structure_rules(); `message` says what was seen, the same on each page.
  void add(std::string_view rule, const std::string& message,
           std::optional<diag::PageArea> area = {},
           diag::Severity severity = diag::Severity::Error);
  void add(std::string_view rule, const std::string& message, const Use& use);
  Claims standard() const { return standard_; }
  void tell(diag::Diagnostics& diags) { causes_.tell(diags); }

 private:
  std::optional<diag::Diagnostic> make(std::string_view rule, std::string message,
                                       diag::Severity severity) const;

  Claims standard_;
  diag::ByCause causes_;
};

}  // namespace handbill::preflight
