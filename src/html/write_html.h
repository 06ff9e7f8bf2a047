// SPDX-License-Identifier: MIT
// A document as one page for the web: all that it needs is in it, and it asks for nothing else.
// Made of what the document says, in the order it is read, and looks related to what is printed.
#pragma once

#include <string>

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "document/document.h"
#include "font/font_book.h"
#include "words/words.h"

namespace handbill::html {

struct HtmlInputs {
  const document::Document& document;
  const words::Words& words;       ///< of the document
  const display::PageList& pages;  ///< of its sides, as many
  const font::FontBook& fonts;
  const color::Preview& press;
  std::string address;  ///< where the page will stand; empty: not known
  std::string program;  ///< "Handbill 0.1.0"
  std::string made_of;  ///< XMP packet that lists the inputs; empty: none
};

std::string write_html(const HtmlInputs& in, diag::Diagnostics& diags);

}  // namespace handbill::html
