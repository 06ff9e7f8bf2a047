// SPDX-License-Identifier: MIT
#include "document/resolve_waivers.h"

#include "content/date.h"

namespace handbill::document {
namespace {

std::vector<std::string> texts_of(const std::vector<spec::Text>& written) {
  std::vector<std::string> texts;
  for (const spec::Text& each : written) texts.push_back(each.value);
  return texts;
}

}  // namespace

std::vector<Waiver> resolve_waivers(const spec::LayoutSpec& layout, diag::Diagnostics& diags) {
  std::vector<Waiver> waivers;
  for (const spec::WaiverSpec& written : layout.waivers) {
    const auto until = content::read_date(written.until->as_value(), diags);
    if (!until) continue;
    waivers.push_back({written.rule->value, written.reason->value, content::iso_date(*until),
                       written.rule->span, texts_of(written.words), texts_of(written.content)});
  }
  return waivers;
}

}  // namespace handbill::document
