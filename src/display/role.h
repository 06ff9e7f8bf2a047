// SPDX-License-Identifier: MIT
// What a placed thing is, for the structure tree.
#pragma once

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
  Artifact,  ///< decoration and marks: nothing to read
};

}  // namespace handbill::display
