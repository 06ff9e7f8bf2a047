// SPDX-License-Identifier: MIT
#include "build/paginate.h"

#include <algorithm>
#include <cmath>

namespace handbill::build {
namespace {

/// In which facts of pages may change; text that moves on after that never comes to rest.
constexpr int kMostPasses = 3;
/// Each makes up for what the guess before it left over.
constexpr int kMostGrowths = 24;
/// Of a guess of how many pages the rest takes: one pass too many costs more than some pages.
constexpr double kOvershoot = 1.03;
constexpr auto kMostPages = static_cast<std::size_t>(spec::kMostPages);

/// The first thing that stands on other pages than it stood on.
std::string moved(const document::PageFacts& from, const document::PageFacts& to) {
  for (std::size_t i = 0; i < std::min(from.headings.size(), to.headings.size()); ++i) {
    if (from.headings[i] != to.headings[i]) return "the heading `" + to.headings[i].words + "`";
  }
  for (const auto& [name, pages] : to.flows) {
    const auto known = from.flows.find(name);
    if (known == from.flows.end() || known->second != pages) return "`" + name + "`";
  }
  return "text";
}

}  // namespace

/// To as many pages as what is left over may take, each side to its own.
bool Paginator::grow(const document::Document& document, const document::FoundPages& found) {
  is_full_.reset();
  if (growths_ == kMostGrowths) return false;
  bool has_grown = false;
  std::size_t room = kMostPages - std::min(document.sides.size(), kMostPages);
  for (const auto& [side, end] : found.ends) {
    if (!end.has_more) continue;
    std::size_t& copies = pages_.copies[side];
    copies = std::max<std::size_t>(copies, 1);
    too_few_[side] = std::max(too_few_[side], copies);
    if (!(end.more_pages > 0)) continue;
    if (room == 0) is_full_ = side;
    const double guess = std::ceil(std::min(end.more_pages * kOvershoot, 1e6)) + 1;
    const std::size_t more = std::min(static_cast<std::size_t>(guess), room);
    copies += more;
    room -= more;
    has_grown = has_grown || more > 0;
  }
  growths_ += has_grown;
  return has_grown;
}

/// Takes away the pages that show nothing of what flows, but never so many that it would not fit.
bool Paginator::trim(const document::FoundPages& found) {
  bool has_trimmed = false;
  for (const auto& [side, end] : found.ends) {
    std::size_t& copies = pages_.copies[side];
    copies = std::max<std::size_t>(copies, 1);
    const auto too_few = too_few_.find(side);
    const std::size_t least = too_few == too_few_.end() ? 1 : too_few->second + 1;
    const std::size_t needed = std::max(end.shown, least);
    if (end.has_more || needed >= copies) continue;
    copies = needed;
    has_trimmed = true;
  }
  return has_trimmed;
}

bool Paginator::advance(const document::Document& document, const document::FoundPages& found) {
  // What has no place yet is not told as if it had none.
  const bool has_grown = grow(document, found);
  const bool has_flown = entries_.advance(document, found, pages_);
  if (has_grown || has_flown) return true;
  const bool has_trimmed = trim(found);
  const bool has_moved = document.asks_for_pages && pages_.facts != found.facts;
  if (!has_trimmed && !has_moved) return false;
  if (passes_ == kMostPasses) {
    unsettled_ = moved(*pages_.facts, found.facts);
    return false;
  }
  pages_.facts = found.facts;
  ++passes_;
  return true;
}

void Paginator::tell(const spec::LayoutSpec& layout, diag::Diagnostics& diags) const {
  entries_.tell(diags);
  if (is_full_) {
    diags.error(diag::DiagnosticId::TooLarge, layout.sides[*is_full_].pages->span,
                "with this side the document has more than 2,000 pages");
  }
  if (!unsettled_.empty()) {
    diags.warning(diag::DiagnosticId::PagesUnsettled, layout.span,
                  "what is told of pages moves " + unsettled_ +
                      " to another page each time it is told, so that some of it is wrong",
                  {"give frames that tell of pages a place and a height of their own, so that no "
                   "text gives way to them"});
  }
}

}  // namespace handbill::build
