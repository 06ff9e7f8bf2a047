// SPDX-License-Identifier: MIT
// The reading order as a structure tree (PDF 1.7, 14.7 and 14.8): which marked content of which
// page belongs to which element.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "display/page_list.h"
#include "pdf/haru_document.h"

namespace handbill::pdf {

/// "H1": the standard type of an element, and the tag of its content (PDF 1.7, 14.8.4).
std::string_view structure_type(display::Role role);

class StructureTree {
 public:
  /// `language` is that of the document, BCP 47.
  StructureTree(std::vector<display::StructNode> nodes, std::string language);

  const std::string& language() const { return language_; }

  /// What is marked from here on stands on this page. Its key in the parent tree.
  std::size_t start_page(ObjectRef page);
  display::Role role_of(display::StructId node) const { return nodes_.at(node.index()).role; }
  /// The next content of the page is the node's: its number there, from 0 on. What stands in
  /// frames is read as they are listed, whatever is painted first.
  std::size_t mark(display::StructId node, display::FrameId frame);
  /// A word of the node whose halves are marked each for itself: an element of its own, to which
  /// what follows belongs. `rest`: what of it the other half has.
  display::StructId begin_word(display::StructId node, std::string word, std::string_view rest);
  /// The one that `half` ends, or will be the end of when its beginning is painted.
  display::StructId end_word(display::StructId node, std::string_view half);
  /// What a figure covers on its page.
  void cover(display::StructId node, const Rect& box_y_up);
  /// The annotation stands for words of the node. Its key in the parent tree.
  std::size_t add_annotation(display::StructId node, ObjectRef annotation);

  /// The annotation is a field that stands in the node: an element of its own (14.8.4.5), unless
  /// the node is one. Its key.
  std::size_t add_field(display::StructId node, ObjectRef annotation);

  bool has_content() const { return !content_.empty(); }
  /// Writes the elements that have something on a page, and gives the root.
  ObjectRef write(HaruDocument& document);

 private:
  struct Content {
    std::size_t page = 0;
    std::size_t number = 0;  ///< on its page
    display::FrameId frame{};
    std::optional<ObjectRef> annotation{};  ///< instead
    std::size_t key = 0;                    ///< of the annotation in the parent tree
    std::size_t rank = 0;                   ///< as it is read
    ObjectRef owner{};                      ///< the element it is in, once that is written
    bool is_field = false;
  };
  struct Element {
    std::vector<std::size_t> content{};   ///< indices in content_, as painted
    std::vector<std::size_t> children{};  ///< nodes, in reading order
    std::optional<std::size_t> first{};   ///< rank of the first content of it or of what is in it
    std::optional<Rect> box{};
    bool has_field = false;                   ///< a line or box on paper, in which a field stands
    std::optional<display::StructId> word{};  ///< in it, begun last
    std::string half{};                       ///< of a word whose beginning is still to be painted
    ObjectRef object{};                       ///< once it is written
  };

  struct Entries {
    std::string kids{};
    std::optional<std::size_t> page{};  ///< of the first marked content
  };

  void rank_content();
  void find_children();
  bool is_written(std::size_t node) const;
  ObjectRef write_element(std::size_t node, ObjectRef parent, HaruDocument& document);
  void fill(ObjectRef object, std::string_view type, std::string entries, ObjectRef parent,
            const Entries& in, HaruDocument& document) const;
  void add_content(std::size_t content, ObjectRef owner, Entries& to, HaruDocument& document);
  void add_child(std::size_t node, ObjectRef parent, Entries& to, HaruDocument& document);
  Entries in_line(std::size_t node, ObjectRef object, HaruDocument& document);
  Entries in_list_item(std::size_t node, ObjectRef object, HaruDocument& document);
  Entries in_table(std::size_t node, ObjectRef object, HaruDocument& document);
  std::string attributes(std::size_t node) const;
  std::string table_attributes(std::size_t node) const;
  std::string name_tree() const;
  std::string parent_tree() const;

  std::vector<display::StructNode> nodes_;
  std::string language_;
  std::vector<Element> elements_;  ///< by node
  std::vector<Content> content_;
  std::vector<ObjectRef> pages_;
  std::vector<std::size_t> keys_;              ///< of pages, in the parent tree
  std::vector<std::size_t> marked_on_page_{};  ///< how many
  std::size_t next_key_ = 0;
};

}  // namespace handbill::pdf
