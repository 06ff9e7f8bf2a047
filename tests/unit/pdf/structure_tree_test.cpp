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
  made.pages.structure[head.index()].names = display::StructNode::Names::Columns;
  made.pages.structure[head.index() + 2].columns = 2;
  row(Role::TableCell, {"", "8 to 5"});
  CHECK(made.read() ==
        "Document\n  Table (block)\n"
        "    THead\n      TR\n"
        "        TH <h3>:\n           /Scope /Column\n          \"Day\"\n"
        "        TH <h4>:\n           /Scope /Column\n           /ColSpan 2\n          \"Hours\"\n"
        "    TBody\n      TR\n        TD\n        TD\n          \"8 to 5\"\n");
}

TEST_CASE("a table that begins with the heading of a group has no head") {
  Tagged made;
  const StructId table = made.add(Role::Table);
  made.say("Breads", made.add(Role::TableHeader, made.add(Role::TableRow, table)));
  made.say("Rye", made.add(Role::TableCell, made.add(Role::TableRow, table)));
  CHECK_FALSE(contains(made.read(), "THead"));
}

TEST_CASE("cells say what names them, by names that the tree lists in their order") {
  Tagged made;
  const StructId table = made.add(Role::Table), head = made.add(Role::TableRow, table);
  using enum display::StructNode::Names;
  made.pages.structure[head.index()].names = Columns;
  const StructId day = made.add(Role::TableHeader, head), hours = made.add(Role::TableHeader, head);
  const StructId row = made.add(Role::TableRow, table);
  const StructId monday = made.add(Role::TableHeader, row), times = made.add(Role::TableCell, row);
  auto& nodes = made.pages.structure;
  nodes[day.index()].names = nodes[hours.index()].names = Columns;
  nodes[monday.index()].names = Row;
  nodes[monday.index()].headers = {day};
  nodes[times.index()].headers = {monday, hours};
  for (const auto& [words, cell] :
       {std::pair{"Day", day}, {"Hours", hours}, {"Monday", monday}, {"8 to 5", times}}) {
    made.say(words, cell);
  }
  const std::string pdf = written(made.pages, made.fonts, pdf::Compression::None);
  CHECK(contains(pdf, "/Headers[(h6)(h4)]"));
  CHECK(contains(pdf, "/Headers[(h3)]"));
  CHECK(contains(pdf, "/Scope/Row"));
  // Names, as the tree has them, in the order of their bytes.
  const std::size_t h3 = pdf.find("(h3)", pdf.find("/IDTree"));
  const std::size_t h4 = pdf.find("(h4)", h3), h6 = pdf.find("(h6)", h4);
  CHECK(h3 < h4);
  CHECK(h4 < h6);
  CHECK(h6 != std::string::npos);
}

TEST_CASE("a list says what its items begin with, unless it is nothing PDF has a name for") {
  using enum display::StructNode::Numbering;
  const auto numbering = [](display::StructNode::Numbering of) {
    Tagged made;
    const StructId list = made.add(Role::List);
    made.pages.structure.back().numbering = of;
    made.say("words", made.add(Role::ListItem, list));
    return made.read();
  };
  for (const auto& [of, name] : {std::pair{Disc, "Disc"},
                                 {Circle, "Circle"},
                                 {Square, "Square"},
                                 {Decimal, "Decimal"},
                                 {UpperRoman, "UpperRoman"},
                                 {LowerRoman, "LowerRoman"},
                                 {UpperAlpha, "UpperAlpha"},
                                 {LowerAlpha, "LowerAlpha"}}) {
    CHECK(contains(numbering(of), "/ListNumbering /" + std::string(name) + "\n"));
  }
  CHECK_FALSE(contains(numbering(None), "/ListNumbering"));
}

TEST_CASE("stress is a span of the words of its block, by a type of its own") {
  Tagged made;
  const StructId text = made.add(Role::Paragraph), strong = made.add(Role::Strong, text);
  const StructId emphasis = made.add(Role::Emphasis, strong);
  made.say("not ", text);
  made.say("very ", strong);
  made.say("loud", emphasis);
  const std::string pdf = written(made.pages, made.fonts, pdf::Compression::None);
  CHECK(contains(pdf, "/S/Strong"));
  CHECK(contains(pdf, "/S/Em"));
  CHECK(contains(pdf, "/RoleMap<</Em/Span/Strong/Span>>"));
  made.pages.structure.resize(2);
  made.pages.pages.front().items.resize(1);
  CHECK_FALSE(contains(written(made.pages, made.fonts, pdf::Compression::None), "/RoleMap"));
}

TEST_CASE("an abbreviation says what it stands for") {
  Tagged made;
  const StructId text = made.add(Role::Paragraph), aha = made.add(Role::Abbreviation, text);
  made.pages.structure.back().words = "alpha hydroxy acid";
  made.say("with ", text);
  made.say("AHA", aha);
  const std::string pdf = written(made.pages, made.fonts, pdf::Compression::None);
  CHECK(contains(pdf, "/E(alpha hydroxy acid)"));
  CHECK(made.read() == "Document\n  P (block)\n    \"with \"\n    Span (inline)\n      \"AHA\"\n");
}

TEST_CASE("blanks and boxes are fields of a form on paper, and say what they are") {
  Tagged made;
  const StructId text = made.add(Role::Paragraph), blank = made.add(Role::Blank, text);
  made.pages.structure.back().words = "telephone";
  made.pages.structure.back().alt = "blank: telephone";
  const StructId open = made.add(Role::Box, made.add(Role::Label, text));
  made.pages.structure.back().alt = "not ticked";
  made.pages.structure.back().language = "en-GB";
  const StructId done = made.add(Role::TickedBox, made.add(Role::Label, text));
  for (const StructId each : {blank, open, done}) made.draw(rect(10, 10, 4, 4), each);
  const std::string pdf = written(made.pages, made.fonts, pdf::Compression::None);
  for (const char* each : {"/Role/tv", "/Desc(telephone)", "/Alt(blank: telephone)",
                           "/Alt(not ticked)", "/Lang(en-GB)", "/checked/off", "/checked/on"}) {
    CHECK(contains(pdf, each));
  }
}

TEST_CASE("what comes again on each page is an artifact of a kind of its own") {
  Tagged made;
  made.say("words", made.add(Role::Paragraph));
  made.say("Chapter", std::nullopt);
  made.say("12", std::nullopt);
  made.say("decoration", std::nullopt);
  auto& items = made.pages.pages.front().items;
  items[1].running = display::Running::Head;
  items[2].running = display::Running::Foot;
  const std::string pdf = written(made.pages, made.fonts, pdf::Compression::None);
  const std::size_t head = pdf.find("/Artifact<</Type/Pagination/Subtype/Header>>BDC");
  const std::size_t foot = pdf.find("/Artifact<</Type/Pagination/Subtype/Footer>>BDC", head);
  CHECK(head != std::string::npos);
  CHECK(foot < pdf.find("/Artifact BMC", foot));
}

TEST_CASE("a word parted at the end of a line is whole, for those who listen and those who copy") {
  Tagged made;
  const StructId text = made.add(Role::Paragraph);
  auto first = hyphenated(made.fonts, "the radio", {made.fonts.lato, Length::pt(8)},
                          {Length::pt(10), Length::pt(20)});
  first.rest = "logist";
  auto second = shaped(made.fonts, "logist said", {made.fonts.lato, Length::pt(8)},
                       {Length::pt(10), Length::pt(30)});
  second.parted_off = 6;
  auto& items = made.pages.pages.front().items;
  items.push_back({.content = first, .structure = text});

  SECTION("one half follows the other") {
    items.push_back({.content = second, .structure = text});
    const std::string pdf = written(made.pages, made.fonts);
    CHECK(contains(poppler_text(pdf), "radiologist"));
    CHECK_FALSE(contains(poppler_text(pdf), "logist said"));
    CHECK(contains(written(made.pages, made.fonts, pdf::Compression::None), "/ActualText"));
    CHECK_FALSE(contains(written(made.pages, made.fonts, pdf::Compression::None),
                         "/ActualText(radiologist)"));
  }
  SECTION("it is parted twice") {
    second = hyphenated(made.fonts, "lo", {made.fonts.lato, Length::pt(8)},
                        {Length::pt(10), Length::pt(30)});
    second.parted_off = 2;
    items.push_back({.content = second, .structure = text});
    auto third = shaped(made.fonts, "gist said", {made.fonts.lato, Length::pt(8)},
                        {Length::pt(10), Length::pt(40)});
    third.parted_off = 4;
    items.push_back({.content = third, .structure = text});
    CHECK(contains(poppler_text(written(made.pages, made.fonts)), "radiologist"));
  }
  SECTION("something stands between the halves") {
    made.draw(rect(0, 0, 5, 5), std::nullopt);
    items.push_back({.content = second, .structure = text});
    CHECK(contains(written(made.pages, made.fonts, pdf::Compression::None),
                   "/ActualText(radiologist)"));
  }
  SECTION("the other half stands on another page, after other words") {
    made.say("other words", made.add(Role::Paragraph));
    made.pages.pages.push_back(empty_page());
    made.pages.pages.back().items.push_back({.content = second, .structure = text});
    CHECK(contains(written(made.pages, made.fonts, pdf::Compression::None),
                   "/ActualText(radiologist)"));
    const std::string read = made.read();
    INFO(read);
    CHECK(contains(read, "    \"the \"\n    Span (inline)\n"));
    CHECK(contains(read, "\"logist\"\n    \" said\"\n"));
  }
  SECTION("it is an artifact: nobody hears it") {
    items.front().structure.reset();
    items.push_back({.content = second});
    made.say("words", text);
    CHECK_FALSE(contains(written(made.pages, made.fonts, pdf::Compression::None),
                         "/ActualText(radiologist)"));
  }
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
