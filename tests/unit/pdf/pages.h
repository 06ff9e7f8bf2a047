// SPDX-License-Identifier: MIT
// Page lists made by hand, and what programs read back from the PDFs made of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "display/page_list.h"
#include "pdf/write_pdf.h"
#include "support/pixels.h"

namespace handbill::test {

/// Lato and EB Garamond from the machine, the font of squares from the tests.
struct TestFonts {
  font::FontBook book{{}};
  font::FontId lato, garamond, noto_hebrew, squares, squares_cff;
  TestFonts();
};

struct RunStyle {
  font::FontId font{};
  Length size = Length::pt(12);
  color::Color color = color::Color::black();
  Length tracking{};
  enum class Direction { LeftToRight, RightToLeft } direction = Direction::LeftToRight;
};

/// `text` shaped by HarfBuzz, clusters kept.
display::GlyphRun shaped(const TestFonts& fonts, std::string_view text, const RunStyle& style,
                         Point origin);
/// The same with a hyphen added that is not in the text.
display::GlyphRun hyphenated(const TestFonts& fonts, std::string_view text, const RunStyle& style,
                             Point origin);

display::Page empty_page(Length width = Length::pt(200), Length height = Length::pt(100));
display::PageList one_page(std::vector<display::Content> contents);

/// Writes the PDF, which must work without a diagnostic and pass `qpdf --check`.
std::string written(const display::PageList& pages, const TestFonts& fonts,
                    pdf::Compression compression = pdf::Compression::Deflate);
std::string written(const display::PageList& pages, const TestFonts& fonts,
                    const pdf::PdfOptions& options);
/// What a press with a registered printing condition asks for; the profile is Ghostscript's.
pdf::PdfOptions press_options(Claims standard,
                              pdf::Compression compression = pdf::Compression::Deflate);
/// The PDF's objects as text, streams readable.
std::string written_as_text(const display::PageList& pages, const TestFonts& fonts);
/// The messages of what keeps the pages from being written.
std::vector<std::string> problems(const display::PageList& pages, const TestFonts& fonts,
                                  const pdf::PdfOptions& options);
/// The operators of the first page; strings in hexadecimal digits, to be read.
std::string operators(const display::PageList& pages, const TestFonts& fonts);

/// What `pdftotext` (poppler) and `mutool` (MuPDF) read, line ends and form feeds cut at the end.
std::string poppler_text(const std::string& pdf);
std::string mupdf_text(const std::string& pdf);

Pixels poppler_page(const std::string& pdf, int pixels_per_inch);
Pixels mupdf_page(const std::string& pdf, int pixels_per_inch);

}  // namespace handbill::test
