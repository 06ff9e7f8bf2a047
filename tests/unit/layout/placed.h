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

template <class T>
std::vector<T> all(const display::Page& page) {
  std::vector<T> found;
  for (const display::Item& item : page.items) {
    if (const auto* each = std::get_if<T>(&item.content)) found.push_back(*each);
  }
  return found;
}

}  // namespace handbill::test
