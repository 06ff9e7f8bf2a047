// SPDX-License-Identifier: MIT
// CommonMark prose as a tree with places, read by cmark. Braces are plain text here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "spec/value.h"

namespace handbill::spec {

struct MarkdownInline {
  enum class Kind {
    Text,
    SoftBreak,
    LineBreak,
    Emphasis,
    Strong,
    Link,
    Image,
    Reference  ///< to a note
  } kind = Kind::Text;
  std::string text;  ///< Text: the words. Link, Image: the target. Reference: the label.
  std::vector<MarkdownInline> children;  ///< of Emphasis, Strong, Link; of an Image what it says
  diag::Span span{};
  /// Text: for each byte (and one past the end) its offset in the source file.
  std::vector<std::uint32_t> source_offsets{};

  /// Bytes [begin, end) of a Text, in the source.
  diag::Span part(std::size_t begin, std::size_t end) const;
};

struct MarkdownBlock {
  enum class Kind {
    Paragraph,
    Heading,
    BulletList,
    OrderedList,
    ListItem,
    Quote,
    Note  ///< a footnote; they stand after all else
  } kind = Kind::Paragraph;
  int level = 0;                                           ///< Heading: 1 to 6
  enum class Task { None, Open, Done } task = Task::None;  ///< ListItem: "- [ ] …", "- [x] …"
  int start = 1;                                           ///< OrderedList: its first number
  /// OrderedList: what its items have been given by hand.
  enum class Numbering {
    Figures,
    SmallLetters,
    CapitalLetters,
    SmallRoman,
    CapitalRoman
  } numbering = Numbering::Figures;
  std::vector<MarkdownInline> inlines;  ///< of Paragraph, Heading, Note; neighbouring texts joined
  std::vector<MarkdownBlock> children;  ///< of lists, items, quotes
  std::string label{};                  ///< of a Note
  diag::Span span{};
};

/// A string value as CommonMark 0.30, with the boxes to tick of GitHub's task lists. HTML, code,
/// thematic breaks and headings below level 4 are markdown-unsupported at their place;
/// marks that open or close nothing are markdown-unclosed. White space before a paragraph makes no
/// code of it, and what word processors put before items of lists makes items. A line that begins
/// with `[^label]:` starts a footnote, a paragraph long; `[^label]` refers to it. Spans point into
/// the TOML source.
std::vector<MarkdownBlock> parse_markdown(const Value& text, diag::Diagnostics& diags);

std::string dump(const std::vector<MarkdownBlock>& blocks);

}  // namespace handbill::spec
