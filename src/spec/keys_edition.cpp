// SPDX-License-Identifier: MIT
// What a layout says of its editions.
#include "spec/bind.h"

namespace handbill::spec {
namespace {

constexpr auto kEditionsKeys = std::to_array<Key<EditionsSpec>>({
    key<&EditionsSpec::own>("default", "standard",
                            "the edition that is made when `--edition` asks for none; "
                            "`edition = \"office\"` says only that")
        .takes("one of standard, clear-print, large-print, office, screen, html, text, braille"),
    key<&EditionsSpec::clear_print>("clear-print", "", "no type below 12 pt"),
    key<&EditionsSpec::large_print>("large-print", "", "no type below 18 pt"),
    key<&EditionsSpec::office>("office", "", "for the printer in the office"),
    key<&EditionsSpec::screen>("screen", "", "a PDF to read on a screen"),
    key<&EditionsSpec::html>("html", "", "a page for the web"),
    key<&EditionsSpec::text>("text", "", "the words alone"),
    key<&EditionsSpec::braille>("braille", "", "a file for a braille embosser"),
});

constexpr auto kReflowKeys = std::to_array<Key<ReflowSpec>>({
    key<&ReflowSpec::guideline>("guideline", "ukaaf for clear print, acb for large print",
                                "whose rules the pages keep: the UK Association for Accessible "
                                "Formats, or the American Council of the Blind")
        .takes("one of acb, ukaaf"),
    key<&ReflowSpec::trim>("trim", "letter, or a4 where the layout's sheet is an ISO size",
                           "size of the pages")
        .takes("name of a paper size"),
    key<&ReflowSpec::font>("font", "that of the text", "the [font.NAME] that all is set in"),
    key<&ReflowSpec::margin>("margin", "1 in",
                             "of all sides of the pages; acb takes 1 in or more, ukaaf 0.5 in")
        .least(0)
        .unscaled(),
    key<&ReflowSpec::size>("size", "14 pt for clear print, 18 pt for large print",
                           "of running text, up to 48 pt; headings follow")
        .unscaled(),
    key<&ReflowSpec::leading>("leading", "132% by acb, 130% by ukaaf",
                              "from line to line, as a part of the size; acb takes 125% or more, "
                              "ukaaf 115%")
        .between(100, 250),
    key<&ReflowSpec::pictures>("pictures", "shown",
                               "shown with their texts below, or told by their texts alone")
        .takes("one of shown, told"),
});

constexpr auto kOfficeKeys = std::to_array<Key<OfficeSpec>>({
    key<&OfficeSpec::color>("color", "color", "greys: for printers with black alone")
        .takes("one of color, greys"),
    key<&OfficeSpec::ink>("ink", "full", "light: grounds of frames become tints")
        .takes("one of full, light"),
    key<&OfficeSpec::edge>("edge", "0.25 in", "what the printer leaves white at each side")
        .least(0)
        .unscaled(),
    key<&OfficeSpec::edges>("edges", "kept-free",
                            "what comes near the edge of the paper: kept-free is cut off there, "
                            "pulled-in makes the whole page smaller")
        .takes("one of kept-free, pulled-in"),
    key<&OfficeSpec::duplex>("duplex", "as the pages turn",
                             "which edge sheets turn over when both sides are printed")
        .takes("one of long-edge, short-edge, none"),
    key<&OfficeSpec::fold_ticks>("fold_ticks", "true",
                                 "short lines at the edge show where to fold"),
});

constexpr auto kScreenKeys = std::to_array<Key<ScreenSpec>>({
    key<&ScreenSpec::pages>("pages", "sheets",
                            "panels: each panel is a page, in the order they are read")
        .takes("one of sheets, panels"),
    key<&ScreenSpec::forms>("forms", "true", "blanks and tick boxes can be filled in"),
});

constexpr auto kHtmlKeys = std::to_array<Key<HtmlSpec>>({
    key<&HtmlSpec::file>("file", "the name of the layout",
                         "what the file is called, without .html"),
    key<&HtmlSpec::address>("address", "", "where the page will stand: \"https://…\""),
});

constexpr auto kPlainTextKeys = std::to_array<Key<PlainTextSpec>>({
    key<&PlainTextSpec::measure>("measure", "72", "signs in a line").between(20, 1000),
});

constexpr auto kBrailleKeys = std::to_array<Key<BrailleSpec>>({
    key<&BrailleSpec::contracted>("contracted", "as the language is mostly read",
                                  "true: grade 2, false: grade 1"),
    key<&BrailleSpec::table>("table", "that of the language", "a table of liblouis"),
    key<&BrailleSpec::cells>("cells", "40", "in a line").between(10, 100),
    key<&BrailleSpec::lines>("lines", "25", "on a page").between(5, 100),
});

}  // namespace

bool read(const Value& value, const Request& request, EditionsSpec& into) {
  if (value.as_table() != nullptr) return read_table(value, request, into);
  Request word = request;
  word.type = kEditionsKeys.front().info.type;
  into.span = value.span;
  return read(value, word, into.own);
}

void dump(const EditionsSpec& value, std::string_view name, Lines& lines) {
  if (value.own && value.own->span == value.span) return dump(*value.own, name, lines);
  lines.line(name, "", value.span);
  dump_keys(value, lines);
}

TableKeys<EditionsSpec> table_keys(const EditionsSpec*) {
  return {"edition", "Editions of the document for other readers and machines.", kEditionsKeys};
}

TableKeys<ReflowSpec> table_keys(const ReflowSpec*) {
  return {"edition.large-print",
          "Pages set anew in one column and large type: [edition.large-print], and "
          "[edition.clear-print] likewise.",
          kReflowKeys};
}

TableKeys<OfficeSpec> table_keys(const OfficeSpec*) {
  return {"edition.office", "Pages for the printer in the office.", kOfficeKeys};
}

TableKeys<ScreenSpec> table_keys(const ScreenSpec*) {
  return {"edition.screen", "A PDF to read on a screen.", kScreenKeys};
}

TableKeys<HtmlSpec> table_keys(const HtmlSpec*) {
  return {"edition.html", "A page for the web.", kHtmlKeys};
}

TableKeys<PlainTextSpec> table_keys(const PlainTextSpec*) {
  return {"edition.text", "The words alone.", kPlainTextKeys};
}

TableKeys<BrailleSpec> table_keys(const BrailleSpec*) {
  return {"edition.braille", "A file for a braille embosser, in its BRF form.", kBrailleKeys};
}

}  // namespace handbill::spec
