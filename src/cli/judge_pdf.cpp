// SPDX-License-Identifier: MIT
#include "cli/judge_pdf.h"

#include "preflight/load_preflight.h"

namespace handbill::cli {

preflight::Standard preflight_standard(document::Standard standard) {
  switch (standard) {
    case document::Standard::X1a2003:
      return preflight::Standard::X1a2003;
    case document::Standard::X4:
      return preflight::Standard::X4;
    case document::Standard::None:
      break;
  }
  return preflight::Standard::None;
}

void judge_written(const std::string& name, const std::string& bytes, const document::Shop& shop,
                   diag::Diagnostics& diags) {
  if (shop.standard == document::Standard::None) return;
  diag::Diagnostics found;
  // The rules of the shop have judged the pages; here it is the file.
  preflight::inspect_file(
      bytes,
      {.standard = preflight_standard(shop.standard), .pictures = preflight::Pictures::Facts},
      found);
  for (diag::Diagnostic each : found.list()) {
    each.message = name + ": " + each.message;
    diags.add(std::move(each));
  }
}

}  // namespace handbill::cli
