// SPDX-License-Identifier: MIT
// Short ways to ask what layout made of a document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/place.h"
#include "support/document_values.h"

namespace handbill::test {

inline std::string messages(const diag::Diagnostics& diags) {
  std::string result;
  for (const diag::Diagnostic& each : diags.list()) {
    result += std::string(diag::info(each.id).name) + ": " + each.message + "\n";
    for (const diag::Label& label : each.labels) result += "  " + label.message + "\n";
  }
  return result;
}

/// The fragment dump, then what was reported.
inline std::string fragments(const document::Document& document, const Squares& squares) {
  diag::Diagnostics diags;
  std::string dump = layout::dump_fragments(document, squares.book, diags);
  return dump + messages(diags);
}

/// The page list of a document without errors.
inline display::PageList pages(const document::Document& document, const Squares& squares) {
  diag::Diagnostics diags;
  auto result = layout::place(document, squares.book, diags);
  INFO(messages(diags));
  REQUIRE(result);
  return std::move(*result);
}

/// What is reported, and that nothing is made of it.
inline std::string errors(const document::Document& document, const Squares& squares) {
  diag::Diagnostics diags;
  const auto result = layout::place(document, squares.book, diags);
  CHECK_FALSE(result);
  return messages(diags);
}

inline document::TextContent words(const Squares& squares, std::string text) {
  return {{paragraph(squares_style(squares), std::move(text))}};
}

inline document::TextContent text(std::vector<text::Paragraph> paragraphs) {
  return {std::move(paragraphs)};
}

/// A frame of two columns, 10 pt apart, in the corner of the side.
inline document::Frame two_columns(std::string name, double width, double height,
                                   document::FrameContent content) {
  document::Frame result = frame(std::move(name), box(0, 0, width, height), std::move(content));
  result.columns = 2;
  result.gutter = Length::pt(10);
  return result;
}

/// What a fragment dump says of one thing: "line 0 8 30 \"aaa\"".
struct DumpLine {
  std::string words;
  std::size_t indent = 0;  ///< 0: a side or a message
  bool is(const char* kind) const { return words.starts_with(std::string(kind) + " "); }
  bool is_message() const { return indent == 0 && !is("side"); }
  /// All after the kind.
  std::string rest() const { return words.substr(words.find(' ') + 1); }
};

inline std::vector<DumpLine> dump_lines(const std::string& dump) {
  std::vector<DumpLine> lines;
  for (std::size_t at = 0; at < dump.size();) {
    const std::size_t end = dump.find('\n', at);
    const std::size_t start = dump.find_first_not_of(' ', at);
    lines.push_back({dump.substr(start, end - start), start - at});
    at = end + 1;
  }
  return lines;
}

template <class T>
std::vector<T> all(const display::Page& page) {
  std::vector<T> found;
  for (const display::Item& item : page.items) {
    if (const auto* each = std::get_if<T>(&item.content)) found.push_back(*each);
  }
  return found;
}

}  // namespace handbill::test
