// SPDX-License-Identifier: MIT
#include "layout/found_entries.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace handbill::layout {
namespace {

using document::FoundColumn;
using document::Frame;
using document::FrameIndex;

class EntryFinder {
 public:
  EntryFinder(const document::Document& document, const AllBoxes& boxes,
              document::FoundPages& found)
      : document_(document), boxes_(boxes), found_(found) {}

  void find() {
    for (std::size_t side = 0; side < document_.sides.size(); ++side) find_on(side);
    for (const std::string& each : broken_) found_.entries.erase(each);
    for (const auto& [list, columns] : found_.entries) tell_pages(list, columns);
  }

 private:
  void find_on(std::size_t side);
  void add_columns(std::size_t side, FrameIndex index);
  void add_row(std::size_t side, FrameIndex index);
  void tell_pages(const std::string& list, const std::vector<FoundColumn>& columns);

  const document::Document& document_;
  const AllBoxes& boxes_;
  document::FoundPages& found_;
  std::map<FrameIndex, std::size_t> first_column_;  ///< of the frames of one side, in their list
  std::set<std::string> broken_;
};

void EntryFinder::find_on(std::size_t side) {
  const document::Side& page = document_.sides[side];
  if (page.repeats && page.place) {
    std::size_t& copies = found_.copies[page.place->side];
    copies = std::max(copies, page.place->copy + 1);
  }
  first_column_.clear();
  for (FrameIndex i = 0; i < page.frames.size(); ++i) {
    if (page.frames[i].flow) add_columns(side, i);
    if (page.frames[i].stop && page.frames[i].inside) add_row(side, i);
  }
}

void EntryFinder::add_columns(std::size_t side, FrameIndex index) {
  const document::Side& page = document_.sides[side];
  const Frame& frame = page.frames[index];
  const auto& box = boxes_[side][index];
  if (!box) broken_.insert(frame.flow->list);
  std::vector<FoundColumn>& columns = found_.entries[frame.flow->list];
  first_column_[index] = columns.size();
  for (int column = 0; column < frame.flow->columns; ++column) {
    columns.push_back({.page = page.place,
                       .side = side,
                       .is_verso = page.is_verso,
                       .frame = frame.name,
                       .span = frame.span,
                       .box = box.value_or(Rect{}),
                       .column = column,
                       .flow = frame.flow,
                       .rows = {}});
  }
}

void EntryFinder::add_row(std::size_t side, FrameIndex index) {
  const Frame& frame = document_.sides[side].frames[index];
  const auto known = first_column_.find(*frame.inside);
  if (known == first_column_.end() || !frame.stop->begins_row) return;
  const std::string& list = document_.sides[side].frames[*frame.inside].flow->list;
  const auto& box = boxes_[side][index];
  if (!box) broken_.insert(list);
  FoundColumn& column =
      found_.entries[list][known->second + static_cast<std::size_t>(frame.stop->column)];
  const Length height = box ? box->height : Length();
  // The heading of a group stays with what comes below it.
  if (!column.rows.empty() && column.rows.back().entry == frame.stop->entry) {
    column.rows.back().height += column.flow->row_gap + height;
    return;
  }
  column.rows.push_back({frame.stop->entry, height, frame.entry});
}

void EntryFinder::tell_pages(const std::string& list, const std::vector<FoundColumn>& columns) {
  std::vector<document::PagePlace>& pages = found_.facts.flows[list];
  for (const FoundColumn& each : columns) {
    if (!each.page || each.rows.empty()) continue;
    if (pages.empty() || pages.back() != *each.page) pages.push_back(*each.page);
    if (!found_.copies.contains(each.page->side)) continue;
    std::size_t& shown = found_.ends[each.page->side].shown;
    shown = std::max(shown, each.page->copy + 1);
  }
}

}  // namespace

bool has_entry_flows(const document::Document& document) {
  return std::ranges::any_of(document.sides, [](const document::Side& side) {
    return std::ranges::any_of(side.frames, [](const Frame& each) { return each.flow != nullptr; });
  });
}

bool has_entries_past(const document::Side& side, const Boxes& boxes) {
  for (FrameIndex i = 0; i < side.frames.size(); ++i) {
    const Frame& frame = side.frames[i];
    if (!frame.stop || !frame.inside || !side.frames[*frame.inside].flow) continue;
    const auto& whole = boxes[*frame.inside];
    if (boxes[i] && whole && !fits(boxes[i]->bottom(), whole->bottom())) return true;
  }
  return false;
}

void find_entries(const document::Document& document, const AllBoxes& boxes,
                  document::FoundPages& found) {
  if (has_entry_flows(document)) EntryFinder(document, boxes, found).find();
}

}  // namespace handbill::layout
