// SPDX-License-Identifier: MIT
// What those who look for one kind of content ask of frames and of cells of tables.
#pragma once

#include <optional>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/overload.h"
#include "document/document.h"

namespace handbill::document {

inline bool shows_nothing(const Frame& frame) {
  return std::visit(Overload{[](std::monostate) { return true; },
                             [](const OneOf<StoryContent, TextContent, PictureContent, ArtContent,
                                            Table, TableContent> auto&) { return false; }},
                    frame.content);
}

/// The story of a frame; nothing: it shows something else.
inline std::optional<StoryId> story_of(const Frame& frame) {
  using Story = std::optional<StoryId>;
  return std::visit(Overload{[](const StoryContent& content) { return Story(content.story); },
                             [](const OneOf<std::monostate, TextContent, PictureContent, ArtContent,
                                            Table, TableContent> auto&) { return Story(); }},
                    frame.content);
}

/// The drawing or code of a frame; null: it shows something else.
inline const ArtContent* art_of(const Frame& frame) {
  using Art = const ArtContent*;
  return std::visit(
      Overload{[](const ArtContent& art) -> Art { return &art; },
               [](const OneOf<std::monostate, StoryContent, TextContent, PictureContent, Table,
                              TableContent> auto&) -> Art { return nullptr; }},
      frame.content);
}

inline const ArtContent* art_of(const Cell& cell) {
  using Art = const ArtContent*;
  return std::visit(
      Overload{[](const ArtContent& art) -> Art { return &art; },
               [](const OneOf<TextContent, PictureContent> auto&) -> Art { return nullptr; }},
      cell.content);
}

/// The text of a cell, which may be without a word; null: it shows a drawing. As const as the cell.
template <class ACell>
auto text_of(ACell& cell) {
  using Text = std::conditional_t<std::is_const_v<ACell>, const TextContent, TextContent>;
  return std::visit(
      Overload{[](Text& text) -> Text* { return &text; },
               [](const OneOf<ArtContent, PictureContent> auto&) -> Text* { return nullptr; }},
      cell.content);
}

}  // namespace handbill::document
