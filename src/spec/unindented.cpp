// SPDX-License-Identifier: MIT
#include "spec/unindented.h"

#include <cmark.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"
#include "spec/line_starts.h"
#include "spec/pasted_text.h"

namespace handbill::spec {
namespace {

/// White space before white space: each round moves lines to the left.
constexpr int kMostMoves = 8;

struct FreeTree {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};

struct FreeWalk {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

/// Paragraphs that CommonMark takes for code because white space stands before them.
std::vector<IndentedLines> indented_paragraphs(std::string_view text) {
  const std::unique_ptr<cmark_node, FreeTree> root(
      cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
  const std::unique_ptr<cmark_iter, FreeWalk> walk(cmark_iter_new(root.get()));
  const std::vector<std::size_t> starts = line_starts(text);
  std::vector<IndentedLines> found;
  while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(walk.get());
    if (cmark_node_get_type(node) != CMARK_NODE_CODE_BLOCK) continue;
    const int first = cmark_node_get_start_line(node);
    const std::size_t line = starts.at(static_cast<std::size_t>(first) - 1);
    const std::size_t begin =
        line + static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1)) - 1;
    const std::string_view code = text.substr(std::min(begin, text.size()));
    if (code.starts_with("```") || code.starts_with("~~~")) continue;
    constexpr std::size_t kCode = 4;  // columns of white space that make code
    std::size_t column = 0;
    for (std::size_t at = line; at < std::min(begin, text.size()); next_code_point(text, at)) {
      column = text[at] == '\t' ? (column / kCode + 1) * kCode : column + 1;
    }
    found.push_back({first, cmark_node_get_end_line(node), column - std::min(column, kCode)});
  }
  return found;
}

}  // namespace

std::optional<Value> unindented(const Value& text) {
  std::optional<Value> result;
  for (int round = 0; round < kMostMoves; ++round) {
    const Value& now = result ? *result : text;
    const std::string& words = *now.as_string();
    const bool may_be_code = words.find("    ") != words.npos || words.find('\t') != words.npos;
    const auto found = may_be_code ? indented_paragraphs(words) : std::vector<IndentedLines>();
    if (found.empty()) break;
    result = move_left(now, found);
  }
  return result;
}

}  // namespace handbill::spec
