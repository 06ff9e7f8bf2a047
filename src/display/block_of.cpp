// SPDX-License-Identifier: MIT
#include "display/block_of.h"

namespace handbill::display {
std::optional<StructId> block_of(const PageList& pages, const Item& item) {
  auto block = item.structure;
  while (block && block->index() < pages.structure.size() &&
         stands_in_lines(pages.structure[block->index()].role)) {
    block = pages.structure[block->index()].parent;
  }
  return block;
}

}  // namespace handbill::display
