// SPDX-License-Identifier: MIT
#include "document/tell_missing.h"

#include "document/numbered_lists.h"

namespace handbill::document {

void tell_missing(const diag::Diagnostics& found, const AskedFacts& asked,
                  const content::Content& content, diag::Diagnostics& diags) {
  for (const diag::Diagnostic& each : found.list()) {
    if (const auto too_short = short_list(each, asked, content)) {
      diags.add(*too_short);
    } else if (const auto misspelt = misspelt_fact(each, asked, content)) {
      diags.add(*misspelt);
    } else {
      diags.add(each);
    }
  }
}

}  // namespace handbill::document
