// SPDX-License-Identifier: MIT
// Facts that are missing because of a slip in the content are told of there.
#pragma once

#include "content/content.h"
#include "diag/diagnostic.h"
#include "document/misspelt_facts.h"

namespace handbill::document {

/// Adds to `diags` all that was found, each cause once: what is missing because the content
/// misspells it, has too few entries or lacks a heading is said of the content.
void tell_missing(const diag::Diagnostics& found, const AskedFacts& asked,
                  const content::Content& content, diag::Diagnostics& diags);

}  // namespace handbill::document
