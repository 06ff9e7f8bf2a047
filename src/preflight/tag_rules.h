// SPDX-License-Identifier: MIT
// What makes a file readable to those who can't see it: PDF/UA-1 (ISO 14289-1:2014), by the list of
// the Matterhorn Protocol 1.1, as far as a machine can tell.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "diag/by_cause.h"
#include "preflight/uses.h"

namespace handbill::preflight {

struct TagRule {
  std::string_view id;      ///< "matterhorn-06-003"; "tags-…" where that list has no number
  std::string_view clause;  ///< of ISO 14289-1, or of ISO 32000-1 with its name
  std::string_view text;    ///< what must be
  std::string_view hint;
};

std::span<const TagRule> tag_rules();

/// Reports what breaks them.
class TagFindings {
 public:
  /// Warnings of files that do not say they are PDF/UA.
  explicit TagFindings(diag::Severity severity) : severity_(severity) {}

  /// `rule` is one of tag_rules(); `message` says what was seen, the same wherever it is; `object`
  /// names the first place that has no page: "12 0 R".
  void add(std::string_view rule, const std::string& message,
           std::optional<diag::PageArea> area = {}, const std::string& object = {});
  void add(std::string_view rule, const std::string& message, const Use& use);
  void tell(diag::Diagnostics& diags) { causes_.tell(diags); }

 private:
  diag::Diagnostic make(std::string_view rule, std::string message) const;

  diag::Severity severity_;
  diag::ByCause causes_;
};

}  // namespace handbill::preflight
