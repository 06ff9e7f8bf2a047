// SPDX-License-Identifier: MIT
#include "display/block_of.h"

namespace handbill::display {
namespace {

bool stands_in_lines(Role role) {
  return role == Role::Link || role == Role::Label || role == Role::Reference;
}

}  // namespace

std::optional<StructId> block_of(const PageList& pages, const Item& item) {
  auto block = item.structure;
  while (block && block->index() < pages.structure.size() &&
         stands_in_lines(pages.structure[block->index()].role)) {
    block = pages.structure[block->index()].parent;
  }
  return block;
}

}  // namespace handbill::display
