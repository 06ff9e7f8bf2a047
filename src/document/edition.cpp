// SPDX-License-Identifier: MIT
#include "document/edition.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace handbill::document {
namespace {

using diag::Severity;

// Standard: where print shops draw the line for type that is reversed or of several inks.
// Clear print: UK Association for Accessible Formats, G003, 12 pt at least, 14 pt rather.
// Large print: American Council of the Blind, guidelines of May 2025, 18 pt for every word, notes
// and captions included. Who asks for such an edition promises it to readers: less is an error.
constexpr auto kEditions = std::to_array<Edition>({
    {"standard", Length::pt(8), Severity::Warning},
    {"clear-print", Length::pt(12), Severity::Error},
    {"large-print", Length::pt(18), Severity::Error},
});

}  // namespace

const Edition& edition_of(const spec::LayoutSpec& layout) {
  if (!layout.edition) return kEditions.front();
  const auto found = std::ranges::find(kEditions, layout.edition->value, &Edition::name);
  HANDBILL_CHECK(found != kEditions.end(), "parse takes no other editions");
  return *found;
}

}  // namespace handbill::document
