// SPDX-License-Identifier: MIT
// The structure tree while it grows: nodes are added in reading order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "display/page_list.h"
#include "text/style.h"

namespace handbill::layout {

/// A paragraph in the tree.
struct ParagraphNode {
  display::StructId words;   ///< of its own words
  display::StructId marked;  ///< what its marker labels: the item that it begins, or itself
};

class ReadingOrder {
 public:
  static constexpr display::StructId kDocument{0};

  ReadingOrder();

  display::StructId add(display::Role role, display::StructId parent, diag::Span span);
  /// A figure with a text that stands for it; without one it is decoration, and not read.
  std::optional<display::StructId> add_figure(const std::string& alt, display::StructId parent,
                                              diag::Span span);
  /// Whether an item of a list has other paragraphs of its own: one that is alone needs no node
  /// between.
  enum class InItem { Alone, AmongOthers };
  /// A paragraph in the lists and quotes that it stands in, which those that follow each other
  /// share. Nothing: an artifact.
  std::optional<ParagraphNode> add_paragraph(const text::Paragraph& paragraph,
                                             display::StructId parent, InItem in_item);
  /// The list that the paragraph is an item of is one that is there.
  void go_on(const text::Paragraph& item, display::StructId list);
  /// What comes next shares no list or quote with what was before.
  void end_blocks() { open_.clear(); }

  display::StructNode& at(display::StructId node) { return nodes_.at(node.index()); }
  const std::vector<display::StructNode>& nodes() const { return nodes_; }

 private:
  struct Open {
    text::Block block;
    display::StructId node;
  };
  void open_blocks(const text::Paragraph& paragraph, display::StructId parent);

  std::vector<display::StructNode> nodes_;
  std::vector<Open> open_;  ///< the outermost first
};

}  // namespace handbill::layout
