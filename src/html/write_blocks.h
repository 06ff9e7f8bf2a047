// SPDX-License-Identifier: MIT
// Headings, lists, tables, figures as elements. Private to this folder.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "html/pictures.h"
#include "html/places.h"
#include "html/write_html.h"
#include "html/write_inlines.h"
#include "words/blocks.h"

namespace handbill::html {

class BlockWriter {
 public:
  BlockWriter(const HtmlInputs& in, const std::vector<Place>& places, Page& page)
      : in_(in), places_(places), page_(page), out_(page.out) {}

  /// One after the other; those on a ground of their own in a box.
  void write(const std::vector<const words::Block*>& blocks);
  void write_notes(const std::vector<words::NoteBlocks>& notes);
  /// Rules for the icons of lists.
  std::string icon_sheet() const;

 private:
  void write(const words::Block& block, const Around& around);
  void write_leaf(std::string_view element, const words::Block& block, const Around& around,
                  Attributes attributes = {});
  void write_heading(const words::Block& block, const Around& around);
  /// `style`: where it lies on another; empty: on none.
  void write_figure(const words::Block& block, const std::string& style = {});
  std::size_t count_together(const std::vector<const words::Block*>& blocks,
                             std::size_t first) const;
  void write_together(const std::vector<const words::Block*>& blocks);
  void write_list(const words::Block& list, const Around& around);
  void write_item(const words::Block& item, const words::Block& list, const Around& around);
  void write_table(const words::Block& table, const Around& around);
  void write_cell(const words::Block& cell, const Around& around);
  /// A single paragraph without an element of its own.
  void write_inside(const std::vector<words::Block>& blocks, const Around& around);
  /// It is a field to fill in and nothing else.
  bool is_blank(const words::Block& block) const;
  Around around_of(const words::Block& block) const;
  /// `icon`: index in the icons of its flow.
  std::string icon_class(const words::Block& block, std::size_t icon);
  const words::Paragraph& paragraph(const words::Block& leaf) const {
    return page_.words.paragraphs[leaf.paragraph];
  }

  const HtmlInputs& in_;
  const std::vector<Place>& places_;
  Page& page_;
  Markup& out_;
  std::string last_heading_;  ///< id
  std::vector<WebPicture> icons_;
  std::size_t boxes_ = 0;
};

}  // namespace handbill::html
