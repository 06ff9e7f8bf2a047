// SPDX-License-Identifier: MIT
// What a layout says of its editions.
#pragma once

#include <cstdint>
#include <optional>

#include "base/length.h"
#include "diag/span.h"
#include "spec/value.h"

namespace handbill::spec {

/// Pages set anew for readers of clear and large print.
struct ReflowSpec {
  std::optional<Text> guideline;                 ///< "acb", "ukaaf"
  std::optional<Text> trim;                      ///< "letter", "a4 landscape"
  std::optional<Text> font;                      ///< a [font.NAME] that all is set in
  std::optional<diag::Spanned<Length>> margin;   ///< of all sides of the sheet
  std::optional<diag::Spanned<Length>> size;     ///< of running text
  std::optional<diag::Spanned<double>> leading;  ///< percent of the size
  std::optional<Text> pictures;                  ///< "shown", "told"
  diag::Span span{};
};

struct OfficeSpec {
  std::optional<Text> color;                  ///< "color", "greys"
  std::optional<Text> ink;                    ///< "full", "light"
  std::optional<Text> edges;                  ///< "kept-free", "pulled-in"
  std::optional<Text> duplex;                 ///< "long-edge", "short-edge", "none"
  std::optional<diag::Spanned<Length>> edge;  ///< what the printer leaves white
  std::optional<diag::Spanned<bool>> fold_ticks;
  diag::Span span{};
};

struct ScreenSpec {
  std::optional<Text> pages;                 ///< "sheets", "panels"
  std::optional<diag::Spanned<bool>> forms;  ///< blanks and boxes can be filled in
  diag::Span span{};
};

struct HtmlSpec {
  std::optional<Text> file;     ///< "aftercare": what the file is called, without its ending
  std::optional<Text> address;  ///< where it will stand on the web
  diag::Span span{};
};

struct PlainTextSpec {
  std::optional<diag::Spanned<std::int64_t>> measure;  ///< signs in a line
  diag::Span span{};
};

struct BrailleSpec {
  std::optional<Text> table;  ///< of liblouis, instead of the language's
  std::optional<diag::Spanned<bool>> contracted;
  std::optional<diag::Spanned<std::int64_t>> cells;  ///< in a line
  std::optional<diag::Spanned<std::int64_t>> lines;  ///< on a page
  diag::Span span{};
};

/// `edition = "office"`, or [edition.office] and its like.
struct EditionsSpec {
  std::optional<Text> own;  ///< the one that is made when none is asked for
  std::optional<ReflowSpec> clear_print, large_print;
  std::optional<OfficeSpec> office;
  std::optional<ScreenSpec> screen;
  std::optional<HtmlSpec> html;
  std::optional<PlainTextSpec> text;
  std::optional<BrailleSpec> braille;
  diag::Span span{};
};

}  // namespace handbill::spec
