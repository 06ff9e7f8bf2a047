// SPDX-License-Identifier: MIT
// How many pages the sides of a document make, and what stands on which: from trial to trial, until
// what is printed of that is so.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "build/plan_entries.h"
#include "diag/diagnostic.h"
#include "document/pagination.h"
#include "spec/layout_spec.h"

namespace handbill::build {

class Paginator {
 public:
  /// What the next trial is to take for true.
  const document::Pagination& pages() const { return pages_; }

  /// After a trial. True: it is to be made again, with what it has found.
  bool advance(const document::Document& document, const document::FoundPages& found);

  /// Of the last trial: pages that are too many, and what would not hold still.
  void tell(const spec::LayoutSpec& layout, diag::Diagnostics& diags) const;
  /// Of the last trial: frames that entries of a list are too much for, as written.
  std::set<diag::Span> overfull_frames() const { return entries_.overfull_frames(); }

 private:
  bool grow(const document::Document& document, const document::FoundPages& found);
  bool trim(const document::FoundPages& found);

  document::Pagination pages_;
  EntryPlanner entries_;
  std::map<std::size_t, std::size_t> too_few_;  ///< by side, the most pages that were
  std::optional<std::size_t> is_full_{};        ///< the side that would make too many
  std::string unsettled_{};                     ///< what would not hold still; empty: all does
  int growths_ = 0;
  int passes_ = 0;
};

}  // namespace handbill::build
