// SPDX-License-Identifier: MIT
// Which entries of a list that flows stand in which column, and how many pages that takes: from
// trial to trial, until each stands where it has room.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "document/pagination.h"

namespace handbill::build {

class EntryPlanner {
 public:
  /// After a trial. True: entries are to stand elsewhere, or on more pages.
  bool advance(const document::Document& document, const document::FoundPages& found,
               document::Pagination& pages);

  /// Of the last trial: entries that have no room.
  void tell(diag::Diagnostics& diags) const;
  /// The frames they are too much for, as written.
  std::set<diag::Span> overfull_frames() const;

 private:
  /// A frame as written, its width in hundredths of a point, and whether it is on a left-hand page:
  /// entries are as tall in one as in another.
  using Kind = std::tuple<diag::Span, std::int64_t, bool>;
  struct Row {
    Length height{};
    std::size_t end = 0;  ///< the first entry of the next
  };
  /// By their first entries.
  using Rows = std::map<std::size_t, Row>;
  struct List {
    std::map<Kind, Rows> rows;
    Rows any;
    int moves = 0;
  };
  class Breaker;

  static Kind kind_of(const document::FoundColumn& column);
  static void measure(const std::vector<document::FoundColumn>& columns,
                      const std::vector<std::size_t>& begins, List& list);
  bool plan(const std::string& name, const document::FoundPages& found,
            document::Pagination& pages);

  std::map<std::string, List> lists_;
  // Of the last trial.
  std::map<std::string, std::vector<document::FoundColumn>> columns_;
  std::map<std::string, std::size_t> laid_;  ///< so many entries
  Size trim_{};
};

}  // namespace handbill::build
