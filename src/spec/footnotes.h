// SPDX-License-Identifier: MIT
// Footnotes, which CommonMark does not know: "[^label]: words" defines one, "[^label]" refers to
// it. Private to this folder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "spec/markdown.h"

namespace handbill::spec {

/// Bytes of the Markdown text.
struct NoteSource {
  std::string label;
  std::size_t begin = 0;  ///< of the whole definition
  std::size_t words = 0;  ///< where its words begin
  std::size_t end = 0;
};

/// True when the text may have notes at all.
bool has_notes(std::string_view markdown);

/// The definitions, each a paragraph that begins a line; they are blanked out in `markdown`, so
/// that all other places stay what they are.
std::vector<NoteSource> take_notes(std::string& markdown);

/// Parts texts where they refer to a note.
void split_references(std::vector<MarkdownBlock>& blocks);

/// Reports references that lead nowhere, notes nothing refers to, and labels used twice.
void check_notes(const std::vector<MarkdownBlock>& blocks, diag::Diagnostics& diags);

}  // namespace handbill::spec
