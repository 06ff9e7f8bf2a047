// SPDX-License-Identifier: MIT
// Lists whose entries flow from frame to frame, as a story does: which of them the next column
// holds.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "document/facts.h"
#include "document/pagination.h"

namespace handbill::document {

/// One list, in the order of its frames.
struct FlowingList {
  std::vector<content::FactRow> rows;
  const std::vector<std::size_t>* begins = nullptr;  ///< by column; null: the first takes all
  std::size_t column = 0;                            ///< the next one
  std::size_t shown = 0;                             ///< entries that have been laid

  struct Part {
    std::size_t first = 0;
    std::span<content::FactRow> rows;
  };
  /// What the next column holds.
  Part take();
};

class EntryFlows {
 public:
  EntryFlows(const Pagination& pages, Facts& facts) : pages_(pages), facts_(facts) {}

  /// Null, and fact-missing reported: there is no such list.
  FlowingList* open(const spec::Text& list, const content::FactRow* scope);

 private:
  const Pagination& pages_;
  Facts& facts_;
  std::map<std::string, std::optional<FlowingList>> lists_;
};

}  // namespace handbill::document
