// SPDX-License-Identifier: MIT
// What `when` asks of the content: facts that are there, rows of a list, variants in use; and of
// the page.
#pragma once

#include <string>
#include <vector>

#include "content/content.h"
#include "diag/diagnostic.h"
#include "spec/layout_spec.h"

namespace handbill::document {

/// Where a frame or a side stands among the pages.
struct PagePosition {
  bool is_verso = false;
  bool is_first = true;  ///< of those its side makes
  bool is_last = true;
};

class Conditions {
 public:
  /// Both must outlive this. `variants`: the names of those in use.
  Conditions(const content::Content& content, diag::Diagnostics& diags,
             std::vector<std::string> variants = {})
      : content_(content), diags_(diags), variants_(std::move(variants)) {}

  /// All of them do. Reports fact-missing for a path that leads nowhere. What waits for a trial,
  /// `overset`, counts as if it held. `scope`: the part or entry that they are asked of; may be
  /// null. `page`: what they may ask of it, parse has checked.
  bool hold(const std::vector<spec::WhenSpec>& when, const content::FactRow* scope = nullptr,
            const PagePosition& page = {}) const;

 private:
  bool holds(const spec::WhenSpec& when, const content::FactRow* scope,
             const PagePosition& page) const;

  const content::Content& content_;
  diag::Diagnostics& diags_;
  std::vector<std::string> variants_;
};

}  // namespace handbill::document
