// SPDX-License-Identifier: MIT
// Short ways to ask what is said about the pages of a document.
#pragma once

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "check/check_pages.h"
#include "layout/place.h"
#include "plates/from_pages.h"
#include "press/prepare.h"
#include "support/document_values.h"

namespace handbill::test {

inline diag::Diagnostics checked(const document::Document& document, display::PageList pages,
                                 const Squares& squares) {
  const auto screen = color::Preview::without_profile();
  diag::Diagnostics diags;
  pages = press::prepare(document, std::move(pages), diags);
  const plates::Print drawings = plates::drawings(pages, squares.book);
  check::check_pages(document, pages, {squares.book, screen, drawings, check::SafeArea::Check},
                     diags);
  return diags;
}

/// Lays the document out and checks it.
inline diag::Diagnostics checked(const document::Document& document, const Squares& squares) {
  diag::Diagnostics diags;
  const auto pages = layout::place(document, squares.book, diags);
  REQUIRE(pages);
  return checked(document, *pages, squares);
}

/// The messages of one kind, a line each.
inline std::string said(const diag::Diagnostics& diags, diag::DiagnosticId id) {
  std::string result;
  for (const auto& each : diags.list()) {
    if (each.id == id) result += each.message + "\n";
  }
  return result;
}

/// A frame of 10 pt text without insets: its first line fills the first 10 points of the frame.
inline document::Frame words_at(const Squares& squares, std::string name, document::Box box,
                                std::string words) {
  return frame(std::move(name), std::move(box),
               document::TextContent{{paragraph(squares_style(squares), std::move(words))}});
}

/// Nothing but a ground.
inline document::Frame ground_at(std::string name, document::Box box, color::Cmyk ink) {
  document::Frame result = frame(std::move(name), std::move(box));
  result.fill = color::Color::process(ink);
  return result;
}

inline document::Frame line_round(std::string name, document::Box box, double width) {
  document::Frame result = frame(std::move(name), std::move(box));
  result.stroke = display::Stroke{color::Color::black(), Length::pt(width)};
  return result;
}

}  // namespace handbill::test
