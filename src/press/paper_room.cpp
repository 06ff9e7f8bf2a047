// SPDX-License-Identifier: MIT
#include "press/paper_room.h"

#include <algorithm>

namespace handbill::press {
namespace {

Length caliper_of_cover(const document::Binding& binding, Length others) {
  return binding.cover_caliper > Length() ? binding.cover_caliper : others;
}

}  // namespace

PaperRoom::PaperRoom(const document::Document& document, const document::Imposition& imposition,
                     const std::vector<BoundSheet>& sheets)
    : binding_(imposition.binding), caliper_(document.sheet.caliper) {
  for (const BoundSheet& sheet : sheets) {
    if (sheet.part == BoundSheet::Part::Cover) continue;
    sections_ = std::max(sections_, sheet.section + 1);
    deepest_ = std::max(deepest_, sheet.depth);
    leaves_ += 2;
  }
  has_spine_ = sections_ > 1 || imposition.scheme == document::Scheme::PerfectBinding;
  has_nest_ = binding_.has_cover && !has_spine_;
}

bool PaperRoom::is_unknown() const {
  return !binding_.creep && caliper_ == Length() && (deepest_ > 0 || has_nest_);
}

// One thickness for each sheet round it: the wire holds the outermost, the others lie one on the
// other within it. So (pages / 4 - 1) times the thickness for the innermost, as makers of
// imposition programs have it (Impozycjoner, Reduction of creeping pages; Kodak Preps: pages / 4
// times it); binders add to that for paper that is not pressed flat, which is what `creep` is for.
Length PaperRoom::shift(const BoundSheet& sheet) const {
  if (sheet.part == BoundSheet::Part::Cover) return {};
  if (!binding_.creep) {
    const Length cover = has_nest_ ? caliper_of_cover(binding_, caliper_) : Length();
    return cover + caliper_ * static_cast<double>(sheet.depth);
  }
  const std::size_t outside = has_nest_ ? 1 : 0;
  if (deepest_ + outside == 0) return {};
  return *binding_.creep *
         (static_cast<double>(sheet.depth + outside) / static_cast<double>(deepest_ + outside));
}

Length PaperRoom::most() const {
  BoundSheet innermost;
  innermost.depth = deepest_;
  return shift(innermost);
}

Length PaperRoom::block() const { return caliper_ * static_cast<double>(leaves_); }

std::optional<Length> PaperRoom::spine() const {
  if (binding_.spine) return binding_.spine;
  return caliper_ > Length() ? std::optional(block()) : std::nullopt;
}

}  // namespace handbill::press
