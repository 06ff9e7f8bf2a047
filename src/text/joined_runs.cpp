// SPDX-License-Identifier: MIT
#include "text/joined_runs.h"

#include <utility>

namespace handbill::text {
namespace {

/// The link or note that words belong to, whatever stress they have in it.
std::optional<PartId> outer_part(const Paragraph& paragraph, std::optional<PartId> part) {
  while (part) {
    const Part& found = paragraph.parts.at(part->index());
    using enum Part::Kind;
    if (found.kind != Emphasis && found.kind != Strong && found.kind != Abbreviation) break;
    part = found.within;
  }
  return part;
}

}  // namespace

bool goes_on_in_next(const Paragraph& paragraph, std::size_t index) {
  if (paragraph.parts.empty() || index + 1 >= paragraph.inlines.size()) return false;
  if (paragraph.flush_end == index + 1) return false;
  const auto* run = std::get_if<Run>(&paragraph.inlines[index]);
  const auto* next = std::get_if<Run>(&paragraph.inlines[index + 1]);
  if (run == nullptr || next == nullptr || !(run->style == next->style)) return false;
  return run->part != next->part &&
         outer_part(paragraph, run->part) == outer_part(paragraph, next->part);
}

std::vector<std::uint32_t> joined_ends(const Paragraph& paragraph,
                                       std::vector<std::uint32_t> ends) {
  for (std::size_t i = ends.size(); i-- > 1;) {
    if (goes_on_in_next(paragraph, i - 1)) ends[i - 1] = ends[i];
  }
  return ends;
}

}  // namespace handbill::text
