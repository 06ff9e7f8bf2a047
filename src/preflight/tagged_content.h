// SPDX-License-Identifier: MIT
// Which content of a file is marked with what (PDF 1.7, 14.6 and 14.7.4): what the structure tree
// speaks of by number.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "diag/diagnostic.h"

namespace handbill::preflight {

/// Marked content of one stream, a page or a form, by its number.
struct MarkedPiece {
  std::uint64_t stream = 0;  ///< identity of the page or the form
  int number = 0;
  auto operator<=>(const MarkedPiece&) const = default;
};

/// What open content is marked as.
struct Mark {
  enum class Kind { Other, Artifact, Tagged } kind = Kind::Other;
  std::optional<MarkedPiece> piece{};  ///< of what is tagged; none: a form or picture as a whole
};

struct TaggedContent {
  /// Where each is painted first; of one that paints nothing the page.
  std::map<MarkedPiece, diag::PageArea> pieces;
  std::set<MarkedPiece> painted;
  std::map<std::uint64_t, std::size_t> runs;  ///< how often each form was painted
};

}  // namespace handbill::preflight
