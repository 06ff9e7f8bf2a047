// SPDX-License-Identifier: MIT
#include "document/resolve_waivers.h"

#include "content/date.h"

namespace handbill::document {

std::vector<Waiver> resolve_waivers(const spec::LayoutSpec& layout, diag::Diagnostics& diags) {
  std::vector<Waiver> waivers;
  for (const spec::WaiverSpec& written : layout.waivers) {
    const auto until = content::read_date(written.until->as_value(), diags);
    if (!until) continue;
    waivers.push_back({written.rule->value, written.reason->value, content::iso_date(*until),
                       written.rule->span});
  }
  return waivers;
}

}  // namespace handbill::document
