// SPDX-License-Identifier: MIT
// Lists whose entries flow from frame to frame, as a story does: which of them the next column
// holds.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/entry_list.h"
#include "document/pagination.h"

namespace handbill::document {

/// One list, in the order of its frames.
struct FlowingList {
  EntryList list;
  const spec::FrameSpec* first = nullptr;            ///< the frame whose `sort` and `group` it has
  const std::vector<std::size_t>* begins = nullptr;  ///< by column; null: the first takes all
  std::size_t column = 0;                            ///< the next one
  std::size_t shown = 0;                             ///< entries that have been laid

  struct Part {
    std::size_t first = 0;
    std::size_t count = 0;
  };
  /// What the next column holds.
  Part take();
};

class EntryFlows {
 public:
  EntryFlows(const Context& context, Facts& facts)
      : context_(context), pages_(context.inputs.pages), facts_(facts) {}

  /// The list that a frame repeats. Null, and fact-missing reported: there is no such list. Reports
  /// frames that would have the entries in another order than the first.
  FlowingList* open(const spec::FrameSpec& repeats, const content::FactRow* scope);

 private:
  void check_order(const spec::FrameSpec& repeats, const FlowingList& known) const;

  const Context& context_;
  const Pagination& pages_;
  Facts& facts_;
  std::map<std::string, std::optional<FlowingList>> lists_;
};

}  // namespace handbill::document
