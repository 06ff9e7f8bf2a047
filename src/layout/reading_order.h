// SPDX-License-Identifier: MIT
// The structure tree while it grows: nodes are added in reading order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "display/page_list.h"

namespace handbill::layout {

class ReadingOrder {
 public:
  static constexpr display::StructId kDocument{0};

  ReadingOrder();

  display::StructId add(display::Role role, display::StructId parent, diag::Span span);
  /// A figure with a text that stands for it; without one it is decoration, and not read.
  std::optional<display::StructId> add_figure(const std::string& alt, display::StructId parent,
                                              diag::Span span);
  /// A paragraph of `role`; list items that follow each other share one list. Nothing: an artifact.
  std::optional<display::StructId> add_paragraph(display::Role role, display::StructId parent,
                                                 diag::Span span);
  /// The next list item begins a new list.
  void end_list() { list_.reset(); }
  void set_reach(display::StructId cell, int columns, int rows);

  const std::vector<display::StructNode>& nodes() const { return nodes_; }

 private:
  std::vector<display::StructNode> nodes_;
  std::optional<display::StructId> list_;  ///< that is open
};

}  // namespace handbill::layout
