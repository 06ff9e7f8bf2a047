// SPDX-License-Identifier: MIT
// The entries of a list in the order in which they are laid, and their groups.
#pragma once

#include <cstddef>
#include <vector>

#include "document/facts.h"

namespace handbill::document {

/// Entries that stand together.
struct EntryGroup {
  std::size_t begin = 0;                 ///< index of the first
  std::vector<content::FactRow> rows{};  ///< what a heading tells of; empty: there is none
};

struct EntryList {
  std::vector<content::FactRow> rows{};
  std::vector<EntryGroup> groups{};  ///< empty: there are none
  std::size_t headed = 0;            ///< groups whose heading is laid

  /// Index of the group of an entry; 0: there are none.
  std::size_t group_of(std::size_t entry) const;
};

/// As the frame that repeats says: sorted, and those of one group together.
EntryList entry_list(std::vector<content::FactRow> rows, const spec::FrameSpec& repeats,
                     const content::FactRow* scope, Facts& facts);

}  // namespace handbill::document
