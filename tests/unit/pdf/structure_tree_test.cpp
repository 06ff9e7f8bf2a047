// SPDX-License-Identifier: MIT
// Poppler reads the structure tree back.
#include "pdf/structure_tree.h"

#include <catch2/catch.hpp>

#include "pages.h"
#include "support/find_text.h"
#include "support/rect.h"
#include "support/run_program.h"

namespace handbill::test {
namespace {

using display::Role;
using display::StructId;

/// Pages with a tree, grown in reading order.
struct Tagged {
  TestFonts fonts{};
  display::PageList pages = one_page({});
  double y = 10;

  Tagged() {
    pages.metadata.title = "A page";
    pages.structure.push_back({.role = Role::Document, .alt = {}});
  }

  StructId add(Role role, StructId parent = {0}) {
    pages.structure.push_back({.role = role, .parent = parent, .alt = {}});
    return {static_cast<std::uint32_t>(pages.structure.size() - 1)};
  }
  /// On the last page; of no node: an artifact.
  void say(const std::string& words, std::optional<StructId> node) {
    const Point at{Length::pt(10), Length::pt(y)};
    y += 5;
    pages.pages.back().items.push_back(
        {.content = shaped(fonts, words, {fonts.lato, Length::pt(4)}, at), .structure = node});
  }
  void draw(const Rect& box, std::optional<StructId> node) {
    display::Shape shape{.path = Path::rect(box), .fill = color::Color::black()};
    pages.pages.back().items.push_back({.content = std::move(shape), .structure = node});
  }

  /// "Document", "  P (block)", "    \"words\"": as Poppler tells it, attributes too.
  std::string read(Claims standard = {}) const {
    const auto options = standard.empty() ? pdf::PdfOptions{} : press_options(standard);
    const TempFolder folder;
    folder.write("a.pdf", written(pages, fonts, options));
    return run_program({"pdfinfo", "-struct-text", (folder / "a.pdf").string()}).output;
  }
};

}  // namespace

TEST_CASE("words are read in the order of the tree, whatever is painted first") {
  Tagged made;
  const StructId heading = made.add(Role::Heading1), first = made.add(Role::Paragraph);
  const StructId second = made.add(Role::Paragraph);
  made.draw(rect(0, 0, 50, 50), std::nullopt);
  made.say("last", second);
  made.say("page 1", std::nullopt);
  made.say("Title", heading);
  made.say("one, ", first);
  made.draw(rect(0, 0, 5, 5), std::nullopt);
  made.say("two", first);
  CHECK(made.read() ==
        "Document\n"
        "  H1 (block)\n    \"Title\"\n"
        "  P (block)\n    \"one, \"\n    \"two\"\n"
        "  P (block)\n    \"last\"\n");
}

TEST_CASE("links, labels and numbers of notes stand where their words are") {
  Tagged made;
  const StructId text = made.add(Role::Paragraph), link = made.add(Role::Link, text);
  const StructId number = made.add(Role::Reference, text), note = made.add(Role::Note);
  const StructId label = made.add(Role::Label, note);
  made.say("see ", text);
  made.say("here", link);
  made.say(" and so on", text);
  made.say("1", number);
  made.say("1", label);
  made.say("A note", note);
  made.pages.pages.back().links.push_back(
      {.box = rect(10, 10, 20, 5), .target = "https://example.org", .structure = link});
  const std::string read = made.read();
  INFO(read);
  CHECK(contains(read,
                 "  P (block)\n    \"see \"\n    Link (inline)\n      \"here\"\n      Object "));
  CHECK(contains(read, "    \" and so on\"\n    Reference (inline)\n      \"1\"\n"));
  CHECK(contains(read, "  Note <n4> (inline)\n    Lbl (block)\n      \"1\"\n    \"A note\"\n"));
}

TEST_CASE("an icon stands among the words of its paragraph, a picture where it is read") {
  Tagged made;
  const StructId picture = made.add(Role::Figure), text = made.add(Role::Paragraph);
  const StructId icon = made.add(Role::Figure, text);
  made.say("call ", text);
  made.draw(rect(20, 10, 4, 4), icon);
  made.say(" us", text);
  made.draw(rect(50, 10, 40, 40), picture);
  const std::string read = made.read();
  INFO(read);
  CHECK(read.find("Figure") < read.find("P (block)"));
  CHECK(read.find("\"call \"") < read.rfind("Figure"));
  CHECK(read.rfind("Figure") < read.find("\" us\""));
}

TEST_CASE("a list item has its label and a body for the rest") {
  Tagged made;
  const StructId list = made.add(Role::List), item = made.add(Role::ListItem, list);
  const StructId bullet = made.add(Role::Label, item), link = made.add(Role::Link, item);
  made.say("*", bullet);
  made.say("do ", item);
  made.say("this", link);
  CHECK(made.read() ==
        "Document\n  L (block)\n    LI (block)\n"
        "      Lbl (block)\n        \"*\"\n"
        "      LBody (block)\n        \"do \"\n        Link (inline)\n          \"this\"\n");
}

TEST_CASE("a table has a head where its first rows are of header cells, and empty cells too") {
  Tagged made;
  const StructId table = made.add(Role::Table);
  const auto row = [&](Role role, const std::vector<const char*>& words) {
    const StructId node = made.add(Role::TableRow, table);
    for (const char* each : words) {
      const StructId cell = made.add(role, node);
      if (*each != '\0') made.say(each, cell);
    }
    return node;
  };
  const StructId head = row(Role::TableHeader, {"Day", "Hours"});
  made.pages.structure[head.index() + 2].columns = 2;
  row(Role::TableCell, {"", "8 to 5"});
  CHECK(made.read() ==
        "Document\n  Table (block)\n"
        "    THead\n      TR\n"
        "        TH:\n           /Scope /Column\n          \"Day\"\n"
        "        TH:\n           /Scope /Column\n           /ColSpan 2\n          \"Hours\"\n"
        "    TBody\n      TR\n        TD\n        TD\n          \"8 to 5\"\n");
}

TEST_CASE("what has nothing on a page is not in the tree, nor is a table without words") {
  Tagged made;
  const StructId table = made.add(Role::Table);
  made.add(Role::TableCell, made.add(Role::TableRow, table));
  made.add(Role::Paragraph);
  const StructId kept = made.add(Role::Paragraph);
  made.say("kept", kept);
  CHECK(made.read() == "Document\n  P (block)\n    \"kept\"\n");
}

TEST_CASE("a figure has its text, and the box of all it is drawn of") {
  Tagged made;
  const StructId figure = made.add(Role::Figure);
  made.pages.structure.back().alt = "Two squares";
  made.draw(rect(10, 10, 20, 20), figure);
  made.draw(rect(50, 40, 20, 20), figure);
  const TempFolder folder;
  const std::string pdf = written(made.pages, made.fonts, pdf::Compression::None);
  // 200 by 100 pt, y from below.
  CHECK(contains(pdf, "/S/Figure"));
  CHECK(contains(pdf, "/Alt(Two squares)"));
  CHECK(contains(pdf, "/BBox[10 40 70 90]"));
}

TEST_CASE("a paragraph goes on on the next page") {
  Tagged made;
  const StructId text = made.add(Role::Paragraph);
  made.say("begun", text);
  made.pages.pages.push_back(empty_page());
  made.say("ended", text);
  CHECK(made.read() == "Document\n  P (block)\n    \"begun\"\n    \"ended\"\n");
}

TEST_CASE("PDF/X-4 has a tree, PDF/X-1a and the sheets of a press have none") {
  Tagged made;
  made.say("words", made.add(Role::Paragraph));
  CHECK(contains(made.read(Claim::X4), "\"words\""));
  CHECK_FALSE(contains(made.read(Claim::X1a2003), "words"));
  made.pages.forms.push_back(made.pages.pages.front());
  made.pages.pages.front().items.clear();
  made.pages.pages.front().placed.push_back({});
  CHECK_FALSE(contains(made.read(), "words"));
}

TEST_CASE("words of another language say so") {
  Tagged made;
  made.say("words", made.add(Role::Paragraph));
  made.say("palabras", made.add(Role::Paragraph));
  made.say("página 1", std::nullopt);
  auto& items = made.pages.pages.back().items;
  const auto language_of = [&](std::size_t item) -> std::string& {
    return std::get<display::GlyphRun>(items[item].content).language;
  };
  language_of(0) = "en";
  language_of(1) = language_of(2) = "es";
  const std::string pdf = written(made.pages, made.fonts, pdf::Compression::None);
  const std::size_t at = pdf.find("/Span<</MCID 1/Lang(es)>>BDC");
  CHECK(at != std::string::npos);
  CHECK(pdf.find("/Lang(es)", at + 20) == std::string::npos);
  CHECK_FALSE(contains(pdf, "/Span<</MCID 0"));
}

}  // namespace handbill::test
