// SPDX-License-Identifier: MIT
// Stage 6, place: the document becomes a page list.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "document/pagination.h"
#include "text/shape_book.h"

namespace handbill::layout {

/// Shapes and breaks all text, solves the boxes of frames, threads stories, sets tables, places
/// pictures and art. Reports overset (with the amount), line-too-wide, bad-box, frame-cycle and
/// glyph-missing; empty if and only if it added an error.
std::optional<display::PageList> place(const document::Document& document,
                                       const font::FontBook& fonts, diag::Diagnostics& diags);

/// Frames and tables that do not hold what they show: the places where they are written.
using Misfits = std::set<diag::Span>;

/// Fonts, and the words that have been shaped in them.
struct Type {
  const font::FontBook& fonts;
  text::ShapeBook& shapes;
};

/// The same, remembering what it shapes; what does not fit is named in `misfits` too.
std::optional<display::PageList> place(const document::Document& document, const Type& type,
                                       diag::Diagnostics& diags, Misfits& misfits);

/// What is found besides pages.
struct Findings {
  Misfits misfits{};
  document::FoundPages pages{};
};

/// The same, with what it tells of the pages.
std::optional<display::PageList> place(const document::Document& document, const Type& type,
                                       diag::Diagnostics& diags, Findings& found);

/// The fragment tree of a document: sides, frames with their solved boxes, lines with their left
/// end, baseline, width and text; three decimals.
std::string dump_fragments(const document::Document& document, const font::FontBook& fonts,
                           diag::Diagnostics& diags);

}  // namespace handbill::layout
