// SPDX-License-Identifier: MIT
// Prose as people paste it from a word processor, made CommonMark. Private to this folder.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "spec/markdown.h"
#include "spec/value.h"

namespace handbill::spec {

struct PastedText {
  Value text;  ///< a string; its places are those of what was written
  /// Lists whose items have letters, by their first line (from 1).
  std::map<int, MarkdownBlock::Numbering> lettered{};
};

/// True when a line of `text` may begin with a mark that CommonMark does not know.
bool may_be_pasted(std::string_view text);

/// Lines that begin with •, ·, –, ☐, (1), 1.), a. and the like become items of lists; dashes and
/// counted marks only where there are two of them. What stands in the line below an item is a
/// paragraph of its own, unless it is indented: a word processor does not end lines.
PastedText from_pasted(const Value& text);

/// Lines of a text that begin with white space.
struct IndentedLines {
  int first = 0, last = 0;       ///< from 1
  std::size_t kept_columns = 0;  ///< white space that stays
};

/// The same text, with the lines moved to the left; deeper ones stay deeper than the first.
Value move_left(const Value& text, const std::vector<IndentedLines>& moved);

}  // namespace handbill::spec
