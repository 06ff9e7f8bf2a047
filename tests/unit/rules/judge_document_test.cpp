// SPDX-License-Identifier: MIT
// The rules of a shop over the pages of a document, and over files of many pages.
#include "rules/judge_document.h"

#include "support/document_values.h"
#include "unit/rules/prints.h"

namespace handbill::rules {
namespace {

using namespace test;  // NOLINT: the words of this file
using handbill::test::one_side;
using handbill::test::Squares;

/// A page of 200 by 100 pt with a word of 20 pt that begins at `left`.
display::Page page_with_word(const Squares& squares, double left) {
  display::Page page;
  page.name = "page";
  page.trim = {Length::pt(200), Length::pt(100)};
  page.bleed = page.media = box(-9, -9, 218, 118);
  display::GlyphRun run;
  run.font = squares.id;
  run.size = Length::pt(20);
  run.text = "a";
  run.origin = {Length::pt(left), Length::pt(50)};
  run.glyphs = {{.id = squares.book.face(squares.id).glyph_for('a'), .advance = Length::pt(20)}};
  page.items.push_back({run});
  return page;
}

RuleSet only(const char* check) {
  RuleSet set;
  Rule& rule = set.rules.emplace_back();
  rule.id = "X";
  rule.check = find_check(check);
  set.sheet = good_sheet();
  return set;
}

std::string lines(const diag::Diagnostics& diags) {
  std::string all;
  for (const diag::Diagnostic& each : diags.list()) {
    all += (each.area ? std::to_string(each.area->page) : "-") + ": " + each.message + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("type near a fold is found on each page, by the folds of its side") {
  const Squares squares;
  document::Document document = one_side({});
  document.sides[0].folds = {{Length::pt(70)}, {Length::pt(140)}};
  document.sides.push_back(document.sides[0]);
  document.sides[1].folds = {{Length::pt(100)}};
  // 9 pt off a fold is far enough, give or take half a point.
  const auto said = [&](double front, double back) {
    display::PageList pages;
    pages.pages = {page_with_word(squares, front), page_with_word(squares, back)};
    diag::Diagnostics diags;
    judge_document(document, pages, squares.book, only("text-fold"), diags);
    return lines(diags);
  };
  CHECK(said(79, 109) == "");
  CHECK(said(78, 109) ==
        "1: `a` is 0.35 mm too near the fold at 24.7 mm from the left: text keeps 3.2 mm from "
        "folds\n");
  CHECK(said(112, 109).find("1: `a` is 0.35 mm too near the fold at 49.4 mm") == 0);
  CHECK(said(79, 108).find("2: `a` is 0.35 mm too near the fold at 35.3 mm") == 0);
  CHECK(said(79, 90).find("2: `a` crosses the fold at 35.3 mm") == 0);
}

TEST_CASE("the rules of a shop are judged by what it asks for, and by what the sheet has more") {
  const diag::DiskFiles files({handbill::test::source_folder()});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  document::Shop shop;
  document::Sheet sheet;
  CHECK_FALSE(pack_of(shop, files, sources, diags));
  CHECK(diags.list().empty());
  shop.rules = "handbill";
  shop.rules_class = "sheetfed-cmyk";
  shop.bleed = Length::pt(7);
  shop.safe = Length::pt(10);
  shop.fold_safe = Length::pt(5);
  shop.ink_limit = 280;
  shop.spots = {"Gold"};
  sheet.safe = Length::pt(8);
  sheet.fold_safe = Length::pt(6);
  sheet.grams = 148;
  sheet.scored = true;
  sheet.viewing_distance = Length::inch(40);
  const auto pack = pack_of(shop, files, sources, diags);
  REQUIRE(pack);
  const auto rules = rules_of(shop, *pack, sheet, diags);
  REQUIRE(rules);
  CHECK(diags.list().empty());
  CHECK(rules->sheet.bleed == Length::pt(7));
  CHECK(rules->sheet.safe == Length::pt(10));
  CHECK(rules->sheet.fold_safe == Length::pt(6));
  CHECK(rules->sheet.ink_limit == Approx(2.8));
  CHECK(rules->sheet.spots == std::vector<std::string>{"Gold"});
  CHECK(rules->sheet.grams == 148);
  CHECK(rules->sheet.scored);
  CHECK(rules->sheet.viewing_distance == Length::inch(40));
  shop.rules_class = "of nobody";
  CHECK_FALSE(rules_of(shop, *pack, sheet, diags));
  CHECK(diags.error_count() == 1);
  shop.rules = "of nobody";
  CHECK_FALSE(pack_of(shop, files, sources, diags));
  CHECK(diags.has_errors());
}

TEST_CASE("rules of all packs are known by their checks, whatever else lies beside them") {
  using Files = std::map<std::string, std::string, std::less<>>;
  const std::string rule =
      "[rule.A1]\ncheck = 'courier'\nname = 'n'\nwants = 'w'\nwhy = 'y'\nsource = 's'\n";
  const diag::MemoryFiles files(Files{{"layouts/rules/own.toml", "title = 'Own'\n" + rule},
                                      {"layouts/rules/broken.toml", "[rule"},
                                      {"layouts/rules/notes.txt", "title = 'Notes'\n" + rule}});
  diag::SourceMap sources;
  const auto known = rules_of_packs(files, sources).press;
  REQUIRE(known.size() == 1);
  CHECK(known[0].id == "A1");
  CHECK(known[0].check == "courier");
}

TEST_CASE("what is wrong on many pages of a file is one finding, with all its pages") {
  const auto judged = [](std::vector<double> sizes) {
    PageJudge judge(only("courier"));
    for (const double size : sizes) {
      plates::Print print = good_print();
      if (size > 0) {
        plates::Object typed = text(size, kPlace, kBlack);
        typed.type->font = "Courier";
        put(print, typed);
      }
      judge.add_page(print);
    }
    diag::Diagnostics diags;
    judge.tell(diags);
    return diags;
  };
  CHECK(judged({0, 0}).list().empty());
  CHECK(lines(judged({0, 10, 0})) ==
        "2: `Call us` is set in Courier, which stands in for missing fonts\n");
  const diag::Diagnostics both = judged({10, 0, 10});
  REQUIRE(both.list().size() == 1);
  CHECK(both.list()[0].area->page == 1);
  CHECK(lines(both) ==
        "1: `Call us` is set in Courier, which stands in for missing fonts (2 times)\n");
}

TEST_CASE("pages of a file have the trim of its first") {
  PageJudge judge(only("same-trim"));
  for (const double width : {360.0, 360.0, 300.0}) {
    plates::Print print = good_print();
    print.pages[0].trim = box(0, 0, width, 540);
    judge.add_page(print);
  }
  diag::Diagnostics diags;
  judge.tell(diags);
  CHECK(
      lines(diags) ==
      "3: the page is 105.8 mm × 190.5 mm, the first is 127 mm × 190.5 mm: all pages of a job have "
      "the same size\n");
}

}  // namespace handbill::rules
