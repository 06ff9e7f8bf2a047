// SPDX-License-Identifier: MIT
#include "text/abbreviated.h"

#include <utility>

namespace handbill::text {
namespace {

const Part* abbreviation_of(const Paragraph& paragraph, const Run& run) {
  if (!run.part) return nullptr;
  const Part& part = paragraph.parts.at(run.part->index());
  return part.kind == Part::Kind::Abbreviation ? &part : nullptr;
}

}  // namespace

bool goes_on_in_next(const Paragraph& paragraph, std::size_t index) {
  if (paragraph.parts.empty() || index + 1 >= paragraph.inlines.size()) return false;
  if (paragraph.flush_end == index + 1) return false;
  const auto* run = std::get_if<Run>(&paragraph.inlines[index]);
  const auto* next = std::get_if<Run>(&paragraph.inlines[index + 1]);
  if (run == nullptr || next == nullptr || !(run->style == next->style)) return false;
  const Part* one = abbreviation_of(paragraph, *run);
  const Part* other = abbreviation_of(paragraph, *next);
  if (one == nullptr && other == nullptr) return false;
  return (one != nullptr ? one->within : run->part) ==
         (other != nullptr ? other->within : next->part);
}

std::vector<std::uint32_t> joined_ends(const Paragraph& paragraph,
                                       std::vector<std::uint32_t> ends) {
  for (std::size_t i = ends.size(); i-- > 1;) {
    if (goes_on_in_next(paragraph, i - 1)) ends[i - 1] = ends[i];
  }
  return ends;
}

}  // namespace handbill::text
