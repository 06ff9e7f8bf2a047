// SPDX-License-Identifier: MIT
// Any bytes as a PDF: read or refused with one diagnostic, and with a copy that has notes on it.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "preflight/annotate.h"
#include "preflight/inspect.h"

namespace {

namespace preflight = handbill::preflight;

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMostBytes = 1 << 16;
  if (size > kMostBytes) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  handbill::diag::Diagnostics diags;
  const auto inspected = preflight::inspect(bytes, {}, diags);
  if (!inspected) {
    require(diags.error_count() == 1);
    return 0;
  }
  for (const auto& page : inspected->print.pages) {
    for (const auto& object : page.objects) {
      require(std::isfinite(object.bounds.width.pt()) && std::isfinite(object.paint.sum()));
      require(object.paint.named.size() == object.paint.amounts.size());
    }
  }
  handbill::diag::Diagnostics failed;
  preflight::annotate(bytes, diags, failed);
  return 0;
}
