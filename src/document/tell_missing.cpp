// SPDX-License-Identifier: MIT
#include "document/tell_missing.h"

#include <set>
#include <string>

#include "document/numbered_lists.h"

namespace handbill::document {

void tell_missing(const diag::Diagnostics& found, const AskedFacts& asked,
                  const content::Content& content, diag::Diagnostics& diags) {
  std::set<std::string> told_tables, told_keys;
  for (const diag::Diagnostic& each : found.list()) {
    if (const auto too_short = short_list(each, asked, content)) {
      diags.add(*too_short);
    } else if (const auto misspelt = misspelt_fact(each, asked, content)) {
      diags.add(*misspelt);
    } else if (const auto table = missing_table(each, content)) {
      if (told_tables.insert(*table).second) diags.add(without_table(each, *table, content));
    } else if (const auto key = without_key(each, content)) {
      if (told_keys.insert(key->fact).second) diags.add(*key);
    } else {
      diags.add(each);
    }
  }
}

}  // namespace handbill::document
