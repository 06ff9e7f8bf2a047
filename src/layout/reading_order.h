// SPDX-License-Identifier: MIT
// The structure tree while it grows: nodes are added in reading order.
#pragma once

#include <string>
#include <vector>

#include "display/page_list.h"

namespace handbill::layout {

class ReadingOrder {
 public:
  static constexpr display::StructId kDocument{0};
  /// Everything that is not read: fills, strokes, rules, art without a text.
  static constexpr display::StructId kArtifact{1};

  ReadingOrder();

  display::StructId add(display::Role role, display::StructId parent, diag::Span span);
  /// A figure with a text that stands for it; without one it is decoration.
  display::StructId add_figure(const std::string& alt, display::StructId parent, diag::Span span);
  /// A paragraph of `role`; list items that follow each other share one list.
  display::StructId add_paragraph(display::Role role, display::StructId parent, diag::Span span);
  display::StructId add_reference(display::StructId paragraph, diag::Span span) {
    return add(display::Role::Reference, paragraph, span);
  }
  /// The next list item begins a new list.
  void end_list() { list_ = kDocument; }
  void set_reach(display::StructId cell, int columns, int rows);

  std::vector<display::StructNode> take() { return std::move(nodes_); }

 private:
  std::vector<display::StructNode> nodes_;
  display::StructId list_ = kDocument;  ///< the list that is open; the document: none
};

}  // namespace handbill::layout
