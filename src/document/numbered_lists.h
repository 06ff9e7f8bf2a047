// SPDX-License-Identifier: MIT
// Lists of the content that a layout shows entry by entry: `{treatment.how.0}`,
// `{treatment.how.1}`.
#pragma once

#include <optional>

#include "content/content.h"
#include "diag/diagnostic.h"
#include "document/misspelt_facts.h"

namespace handbill::document {

/// What is to be said in place of a fact-missing about an entry that a list does not have: that it
/// has too few. One message for all of them. Nothing: `missing` is about something else.
std::optional<diag::Diagnostic> short_list(const diag::Diagnostic& missing, const AskedFacts& asked,
                                           const content::Content& content);

/// Reports the first entry of each list that is left out, although others are shown by number. A
/// layout that shows one alone has chosen it.
void check_long_lists(const AskedFacts& asked, const content::Content& content,
                      diag::Diagnostics& diags);

}  // namespace handbill::document
