// SPDX-License-Identifier: MIT
// Each thing that is left unsaid, and what is nearly that.
#include <catch2/catch.hpp>

#include "prose/example_document.h"
#include "text/origins.h"
#include "unit/prose/written_document.h"

namespace handbill::prose {
namespace {

enum class Links { Seen, Followed };

using diag::DiagnosticId::AltMissing;
using diag::DiagnosticId::AltSaysNothing;
using diag::DiagnosticId::HeadingSkipped;
using diag::DiagnosticId::LanguageUnmarked;
using diag::DiagnosticId::LinkSaysNothing;
using diag::DiagnosticId::TableWithoutHead;
using words::Kind;
using words::Paragraph;

Paragraph read_paragraph(std::string text, Kind kind, int level = 0, std::string language = "en") {
  Paragraph made;
  made.text = std::move(text);
  made.origins.add({0, text::Origin::Kind::Added, {}});
  made.runs = {{0, std::move(language)}};
  made.kind = kind;
  made.level = level;
  return made;
}

Paragraph read_cell(std::string text, std::size_t row, std::size_t column, bool is_head = false) {
  Paragraph made = read_paragraph(std::move(text), Kind::Paragraph);
  made.cell = words::Cell{row, column};
  made.cell->is_head = is_head;
  return made;
}

std::vector<diag::DiagnosticId> told_to_readers(std::vector<Paragraph> paragraphs,
                                                words::Flow::Kind kind = words::Flow::Kind::Text,
                                                Links links = Links::Seen) {
  words::Words made;
  made.language = "en";
  const words::Range all{0, paragraphs.size()};
  made.paragraphs = std::move(paragraphs);
  made.flows = {{kind, "", {}, 0, all, 9, 9}};
  made.parts = {{"front", "", false, {0, 1}}};
  Context context;
  context.is_for_voices = links == Links::Followed;
  static const std::vector<WordRule> kRules = rules_of_pack("readers");
  const diag::Diagnostics diags = judge_words(kRules, {read("", std::move(made)), context});
  std::vector<diag::DiagnosticId> ids;
  for (const auto& each : diags.list()) {
    CHECK(each.severity == diag::Severity::Warning);
    CHECK(!each.hints.empty());
    REQUIRE(each.rule);
    CHECK(each.rule->id == diag::info(each.id).name);
    CHECK(each.rule->is_error_in_print ==
          (links == Links::Followed && each.id != AltSaysNothing && each.id != LinkSaysNothing));
    ids.push_back(each.id);
  }
  return ids;
}

using Ids = std::vector<diag::DiagnosticId>;

TEST_CASE("levels of headings may rise by one, and fall at will") {
  const auto headings = [](std::vector<int> levels) {
    std::vector<Paragraph> made;
    for (const int level : levels) made.push_back(read_paragraph("x", Kind::Heading, level));
    return told_to_readers(made);
  };
  CHECK(headings({1, 2, 3, 4}) == Ids());
  CHECK(headings({1, 2, 3, 1, 2}) == Ids());
  CHECK(headings({1, 3}) == Ids{HeadingSkipped});
  CHECK(headings({1, 2, 4}) == Ids{HeadingSkipped});
  CHECK(headings({2}) == Ids{HeadingSkipped});
  CHECK(headings({1, 2, 1, 3, 3}) == Ids{HeadingSkipped});
}

TEST_CASE("what stands for a picture tells more than that it is one") {
  const auto alt = [](const char* text, const char* language = "en") {
    return told_to_readers({read_paragraph(text, Kind::Figure, 0, language)});
  };
  for (const char* bad : {"image", "Photo.", "IMG_1234", "DSC 0042", "leaf.jpg", "MY-LEAF.PNG",
                          "picture of a leaf", "An image of a leaf"}) {
    INFO(bad);
    CHECK(alt(bad) == Ids{AltSaysNothing});
  }
  for (const char* good : {"A leaf", "The picture that hangs in our hall", "An imaging room",
                           "leaf.jpg shows a leaf", "Photo by night", "Room 1234", "IMG 1", "7"}) {
    INFO(good);
    CHECK(alt(good) == Ids());
  }
  CHECK(alt("imagen", "es-US") == Ids{AltSaysNothing});
  CHECK(alt("صورة", "ar") == Ids{AltSaysNothing});
  CHECK(alt("图片", "zh-Hans") == Ids{AltSaysNothing});
  CHECK(alt("imagen", "en") == Ids{AltSaysNothing});
  CHECK(told_to_readers({read_paragraph("image", Kind::Paragraph)}) == Ids());
}

TEST_CASE("the words of a link tell where it leads") {
  const auto link = [](std::string text, std::string language = "en") {
    Paragraph made = read_paragraph("See " + text + " now", Kind::Paragraph, 0, language);
    made.runs.push_back({4, language, {}, "https://example.com"});
    made.runs.push_back({4 + text.size(), language});
    return told_to_readers({made});
  };
  for (const char* bad : {"click here", "Here", "Read more", "more", "this page."}) {
    INFO(bad);
    CHECK(link(bad) == Ids{LinkSaysNothing});
  }
  for (const char* good :
       {"our map", "more about healing", "example.com", "https://example.com", "here is the map"}) {
    INFO(good);
    CHECK(link(good) == Ids());
  }
  CHECK(link("aquí", "es") == Ids{LinkSaysNothing});
  CHECK(link("هنا", "ar") == Ids{LinkSaysNothing});
  CHECK(link("这里", "zh") == Ids{LinkSaysNothing});
}

TEST_CASE("a link that can be followed is no address that nobody can speak") {
  const auto link = [](const std::string& text, Links links) {
    Paragraph made = read_paragraph(text, Kind::Paragraph);
    made.runs.front().link = "https://example.com/?day=1";
    return told_to_readers({made}, words::Flow::Kind::Text, links);
  };
  for (const char* bad : {"https://example.com", "HTTP://example.com/a", "example.com/?day=1"}) {
    INFO(bad);
    CHECK(link(bad, Links::Followed) == Ids{LinkSaysNothing});
    CHECK(link(bad, Links::Seen) == Ids());
  }
  for (const char* good : {"example.com/after", "our page", "us@example.com", "+1 301 654 2000",
                           "our page, https://example.com", "Questions?"}) {
    INFO(good);
    CHECK(link(good, Links::Followed) == Ids());
  }
}

TEST_CASE("an address behind the words that lead there too is no link of its own") {
  Paragraph made = read_paragraph("our page (example.com/?day=1)", Kind::Paragraph);
  made.runs = {{0, "en", {}, "https://example.com/?day=1"},
               {8, "en"},
               {10, "en", {}, "https://example.com/?day=1"},
               {28, "en"}};
  CHECK(told_to_readers({made}, words::Flow::Kind::Text, Links::Followed) == Ids());
  made.runs.front().link = "https://example.com/other";
  CHECK(told_to_readers({made}, words::Flow::Kind::Text, Links::Followed) == Ids{LinkSaysNothing});
}

TEST_CASE("a link whose words look different is one link") {
  Paragraph made = read_paragraph("Read more about it", Kind::Paragraph);
  made.runs = {{0, "en", {}, "https://example.com"},
               {5, "en", {.strong = true}, "https://example.com"},
               {9, "en", {}, "https://example.com"}};
  CHECK(told_to_readers({made}) == Ids());
}

TEST_CASE("a table of three columns with words has a head") {
  const auto table = [](std::size_t rows, std::size_t columns, const char* last = "x") {
    std::vector<Paragraph> cells;
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t column = 0; column < columns; ++column) {
        cells.push_back(read_cell(column + 1 == columns ? last : "x", row, column));
      }
    }
    return told_to_readers(cells, words::Flow::Kind::Table);
  };
  CHECK(table(2, 2) == Ids());
  CHECK(table(1, 3) == Ids());
  CHECK(table(2, 3) == Ids{TableWithoutHead});
  CHECK(table(2, 3, "–12:00") == Ids());
  CHECK(told_to_readers({read_cell("Day", 0, 0, true), read_cell("x", 1, 0), read_cell("x", 1, 1),
                         read_cell("x", 1, 2), read_cell("x", 2, 0), read_cell("x", 2, 1),
                         read_cell("x", 2, 2)},
                        words::Flow::Kind::Table) == Ids());
}

TEST_CASE("words in a foreign script say which language they are in") {
  const auto in = [](const char* text, const char* language) {
    return told_to_readers({read_paragraph(text, Kind::Paragraph, 0, language)});
  };
  CHECK(in("Say вода", "en") == Ids{LanguageUnmarked});
  CHECK(in("ва", "en") == Ids{LanguageUnmarked});
  CHECK(in("в", "en") == Ids());
  CHECK(in("5 µg, 3 Ω", "en") == Ids());
  CHECK(in("вода", "ru") == Ids());
  CHECK(in("Wisconsin Ave", "ar") == Ids());
  CHECK(in("ماء 5", "ar") == Ids());
  CHECK(in("ماء", "zh") == Ids{LanguageUnmarked});
  CHECK(in("水 カ ひらがな", "ja") == Ids());
  CHECK(in("café, naïve: 100 %", "en") == Ids());
}

TEST_CASE("a picture that nothing is said of is told where it is named") {
  words::Words made;
  made.language = "en";
  made.unsaid = {{{diag::FileId{0}, 4, 8}, false}, {{diag::FileId{0}, 20, 22}, true}};
  const Context context;
  const auto found = judge_words(rules_of_pack("readers"), {read("", made), context}).list();
  REQUIRE(found.size() == 2);
  for (const auto& each : found) CHECK(each.id == AltMissing);
  CHECK(found[0].span == made.unsaid[0].span);
  CHECK(found[0].message == "nothing says what this picture shows to those who can't see it");
  CHECK(found[1].message == "the `alt` of this picture comes out without a word");
}

TEST_CASE("examples of what voices need are documents with the signs of Markdown") {
  const auto words = marked_document(
      spec::Text{"# One\n![a leaf](x.jpg)\n![](y.jpg)\nSee [our map](a.org) and [it](b.org).\n"
                 "a | b\n---\nc | d"},
      "es");
  REQUIRE(words.paragraphs.size() == 7);
  CHECK(words.paragraphs[0].kind == Kind::Heading);
  CHECK(words.paragraphs[1].kind == Kind::Figure);
  CHECK(words.unsaid.size() == 1);
  const Paragraph& links = words.paragraphs[2];
  CHECK(links.text == "See our map and it.");
  REQUIRE(links.runs.size() == 5);
  CHECK(links.runs[1].link == "a.org");
  CHECK(links.runs[3].link == "b.org");
  CHECK(links.runs[4].begin == links.text.size() - 1);
  CHECK(words.paragraphs[3].cell->is_head);
  CHECK(!words.paragraphs[6].cell->is_head);
  CHECK(words.paragraphs[6].cell->row == 1);
  REQUIRE(words.flows.size() == 2);
  CHECK(words.flows[1].paragraphs.begin == 3);
  CHECK(words.flows[1].paragraphs.end == 7);
}

}  // namespace
}  // namespace handbill::prose
