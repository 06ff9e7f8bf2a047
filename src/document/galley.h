// SPDX-License-Identifier: MIT
// What editions of clear and large print are made of: all that the layout's pages tell, in the
// order it is read, in one column and in the type of a guideline. Pages are cut from it later.
#pragma once

#include <cstddef>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/overload.h"
#include "document/document.h"

namespace handbill::document {

/// A drawing, picture or code, as large as it is shown.
struct GalleyFigure {
  std::variant<PictureContent, ArtContent> content;
  Size size{};
};

/// Where what the layout names begins: a story, a table, a frame.
struct GalleyMark {
  std::string name;
  std::size_t paragraph = 0;  ///< of the block
};

/// What stands below what.
struct GalleyBlock {
  std::variant<TextContent, GalleyFigure, Table> content;
  std::vector<GalleyMark> marks{};  ///< by paragraph
  /// What a table says as paragraphs, for where its columns find no room; of others: none.
  std::vector<text::Paragraph> as_list{};
  bool keep_with_next = false;  ///< on one page with the beginning of the next
  diag::Span span{};            ///< of the frame it comes from
};

/// The text of a block; null: it is something else. As const as the block.
template <class ABlock>
auto galley_text(ABlock& block) {
  using Text = std::conditional_t<std::is_const_v<ABlock>, const TextContent, TextContent>;
  return std::visit(
      Overload{[](Text& text) -> Text* { return &text; },
               [](const OneOf<GalleyFigure, Table> auto&) -> Text* { return nullptr; }},
      block.content);
}

/// The figure of a block; null: it is something else. As const as the block.
template <class ABlock>
auto galley_figure(ABlock& block) {
  using Figure = std::conditional_t<std::is_const_v<ABlock>, const GalleyFigure, GalleyFigure>;
  return std::visit(
      Overload{[](Figure& figure) -> Figure* { return &figure; },
               [](const OneOf<TextContent, Table> auto&) -> Figure* { return nullptr; }},
      block.content);
}

inline const Table* galley_table(const GalleyBlock& block) {
  using Found = const Table*;
  return std::visit(
      Overload{[](const Table& table) -> Found { return &table; },
               [](const OneOf<TextContent, GalleyFigure> auto&) -> Found { return nullptr; }},
      block.content);
}

struct Galley {
  Sheet sheet;  ///< the pages, with the margin round their text
  std::vector<GalleyBlock> blocks;
  Length gap{};              ///< above and below figures and tables
  text::SharedStyle foot{};  ///< of what stands below the text of each page
  Length foot_leading{};
  /// Least width of a column whose words take several lines.
  Length least_column{};
};

}  // namespace handbill::document
