// SPDX-License-Identifier: MIT
// What a placed thing is, for the structure tree.
#pragma once

#include <optional>

namespace handbill::display {

enum class Role {
  Document,
  Section,  ///< what stands on one panel
  Paragraph,
  Heading1,
  Heading2,
  Heading3,
  Heading4,
  List,
  ListItem,
  Quote,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  Figure,
  Link,
  Label,      ///< the bullet or number of a list item, the number of a note
  Reference,  ///< the number in the text that leads to a note
  Note,
  Emphasis,
  Strong,
  Abbreviation,
  Word,   ///< that is parted, where its halves have other things between them
  Blank,  ///< to write on
  Box,    ///< to tick
  TickedBox,
  Artifact,  ///< decoration and marks: nothing to read
};

/// Of a heading, 1 to 4; nothing: it is none.
constexpr std::optional<int> heading_level(Role role) {
  if (role < Role::Heading1 || role > Role::Heading4) return std::nullopt;
  return static_cast<int>(role) - static_cast<int>(Role::Heading1) + 1;
}

/// It stands among the words of a block, and is a part of what they say.
constexpr bool stands_in_lines(Role role) {
  switch (role) {
    case Role::Link:
    case Role::Label:
    case Role::Reference:
    case Role::Emphasis:
    case Role::Strong:
    case Role::Abbreviation:
    case Role::Word:
    case Role::Blank:
    case Role::Box:
    case Role::TickedBox:
      return true;
    default:
      return false;
  }
}

}  // namespace handbill::display
