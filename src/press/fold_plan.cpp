// SPDX-License-Identifier: MIT
#include "press/fold_plan.h"

#include <algorithm>
#include <utility>

namespace handbill::press {
namespace {

/// The sheet `depth` deep in a section of the pages from `first` to `last`: outside stand the
/// outer ones, the last beside the first; inside the two that follow.
BoundSheet folded_sheet(std::size_t first, std::size_t last, std::size_t depth, BindingEdge edge) {
  const std::size_t low = first + depth * 2, high = last - depth * 2;
  BoundSheet sheet;
  sheet.depth = depth;
  sheet.front = {high, low};
  sheet.back = {low + 1, high - 1};
  if (edge == BindingEdge::Right) {
    std::swap(sheet.front[0], sheet.front[1]);
    std::swap(sheet.back[0], sheet.back[1]);
  }
  return sheet;
}

}  // namespace

std::vector<std::size_t> section_sizes(std::size_t pages, std::size_t signature) {
  const std::size_t size = signature == 0 ? pages : std::min(signature, pages);
  if (size == 0) return {};
  std::vector<std::size_t> sizes(pages / size, size);
  if (pages % size > 0) sizes.push_back(pages % size);
  if (sizes.size() > 2) std::swap(sizes[sizes.size() - 1], sizes[sizes.size() - 2]);
  return sizes;
}

std::vector<BoundSheet> fold_plan(std::size_t pages, const document::Binding& binding,
                                  BindingEdge edge) {
  std::vector<BoundSheet> sheets;
  std::size_t first = 0, inside = pages;
  if (binding.has_cover) {
    BoundSheet cover = folded_sheet(0, pages - 1, 0, edge);
    cover.part = BoundSheet::Part::Cover;
    sheets.push_back(cover);
    first = kPagesASheet / 2;
    inside -= kPagesASheet;
  }
  const std::vector<std::size_t> sizes = section_sizes(inside, binding.signature);
  for (std::size_t section = 0; section < sizes.size(); ++section) {
    for (std::size_t depth = 0; depth < sizes[section] / kPagesASheet; ++depth) {
      BoundSheet sheet = folded_sheet(first, first + sizes[section] - 1, depth, edge);
      sheet.section = section;
      sheets.push_back(sheet);
    }
    first += sizes[section];
  }
  return sheets;
}

}  // namespace handbill::press
