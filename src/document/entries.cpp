// SPDX-License-Identifier: MIT
#include "document/entries.h"

#include <map>
#include <string>
#include <string_view>

namespace handbill::document {

void tell_with_entries(const diag::Diagnostics& found, const Document& document,
                       diag::Diagnostics& diags) {
  std::map<std::string_view, const Entry*> entries;
  for (const Side& side : document.sides) {
    for (const Frame& frame : side.frames) {
      if (frame.entry && !frame.name.empty()) entries.emplace(frame.name, frame.entry.get());
    }
  }
  for (diag::Diagnostic each : found.list()) {
    const auto known = entries.find(each.frame);
    if (known != entries.end() && known->second->at != each.span) {
      const Entry& entry = *known->second;
      each.labels.push_back(
          {entry.at, "entry " + std::to_string(entry.number) + " of `" + entry.list + "`" +
                         (entry.part.empty() ? "" : ", laid by part `" + entry.part + "`")});
    }
    diags.add(std::move(each));
  }
}

}  // namespace handbill::document
