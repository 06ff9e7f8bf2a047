// SPDX-License-Identifier: MIT
// What makes one way to break a paragraph better than another.
#include <catch2/catch.hpp>

#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;
using Lines = std::vector<std::string>;

/// At 5 pt: a measure of 30 pt takes six characters.
struct Setting {
  Squares squares{};
  Paragraph paragraph;

  explicit Setting(const std::string& text, Align align = Align::Start)
      : paragraph(squares.paragraph(text)) {
    paragraph.style.edit().align = align;
    paragraph.style.edit().last_line = 0;
  }
  Lines lines(Length measure) { return texts(squares.lines(paragraph, measure)); }
};

/// Of 200 pt, in a rag so wide that words decide.
Lines freely(const std::string& text) {
  Setting setting(text);
  setting.paragraph.style.edit().rag_zone = 40_pt;
  return setting.lines(200_pt);
}

std::size_t longest_run_of_hyphens(const Lines& lines) {
  std::size_t most = 0, now = 0;
  for (const std::string& line : lines) {
    now = line.ends_with('-') ? now + 1 : 0;
    most = std::max(most, now);
  }
  return most;
}

}  // namespace

TEST_CASE("Looseness makes a paragraph longer or shorter where its lines bear it") {
  const std::string text =
      "aaa bb aaaa bbb aa bbbb aaa bb aaaa bbb aa bbbb aaa bb aaaa bbb aa bbbb aaa bb aaaa bbb";
  for (const Align align : {Align::Justify, Align::Start}) {
    INFO(static_cast<int>(align));
    Setting setting(text, align);
    setting.paragraph.style.edit().word_space = {0.5, 1, 2};
    setting.paragraph.style.edit().tolerance = 2000;
    const std::size_t usual = setting.lines(90_pt).size();
    setting.paragraph.style.edit().looseness = 1;
    CHECK(setting.lines(90_pt).size() == usual + 1);
    // So many lines can't be had within the tolerance: as many as can.
    setting.paragraph.style.edit().looseness = 9;
    const std::size_t most = setting.lines(90_pt).size();
    CHECK(most > usual);
    CHECK(most < usual + 9);
    setting.paragraph.style.edit().looseness = -1;
    CHECK(setting.lines(90_pt).size() <= usual);
  }
}

TEST_CASE("A justified paragraph made shorter has tighter spaces") {
  // Three words a line look better, four go into it.
  Setting setting("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk llll", Align::Justify);
  setting.paragraph.style.edit().word_space = {0.4, 1, 4};
  CHECK(setting.lines(86.5_pt).size() == 4);
  setting.paragraph.style.edit().looseness = -1;
  const auto tight = setting.squares.lines(setting.paragraph, 86.5_pt);
  REQUIRE(tight.size() == 3);
  CHECK(tight.front().ratio < -0.9);
}

TEST_CASE("No more lines end in hyphens below each other than the style allows") {
  // Each line of six takes a hyphen, if it may.
  std::string text;
  for (int i = 0; i < 12; ++i) text += "aaaaa\u00adaaa aa\u00ada ";
  for (const Align align : {Align::Justify, Align::Start}) {
    Setting setting(text, align);
    setting.paragraph.style.edit().word_space = {1, 1, 1.1};
    for (const int limit : {1, 2, 3, 4}) {
      INFO(static_cast<int>(align) << " at most " << limit);
      setting.paragraph.style.edit().hyphens_in_a_row = limit;
      CHECK(longest_run_of_hyphens(setting.lines(30_pt)) <= static_cast<std::size_t>(limit));
    }
  }
}

TEST_CASE("Rather than leave the measure, lines end in one hyphen more") {
  Setting setting("aaaaa\u00adaaaaa\u00adaaaaa\u00adaaaaa");
  setting.paragraph.style.edit().hyphens_in_a_row = 1;
  CHECK(setting.lines(30_pt) == Lines{"aaaaa-", "aaaaa-", "aaaaa-", "aaaaa"});
}

TEST_CASE("A hyphen that is in the text counts as one that is put in") {
  Setting setting("aaa-aaa aa aaa-aaa aa");
  setting.paragraph.style.edit().hyphens_in_a_row = 1;
  // "aaa aa aaa-" would follow a line that ends in a hyphen.
  CHECK(longest_run_of_hyphens(setting.lines(50_pt)) <= 1);
}

TEST_CASE("A last line shorter than its share of the measure is shunned") {
  Setting setting("aaa aaa aaa bbb aaa bb cc dd ee f g");
  CHECK(setting.lines(80_pt).back() == "f g");
  setting.paragraph.style.edit().last_line = 0.33;
  CHECK(setting.lines(80_pt).back() == "ee f g");
}

TEST_CASE("The same word does not stand at the start of two lines if it need not") {
  const std::string before = "the aaaa bbbb cccc dddd eeee ffff gg hh ";
  const std::string after = " iiii jjjj kkkk llll mmmm nnnnnnnn oooo pppp qqqq";
  CHECK(freely(before + "the" + after)[1].starts_with("hh the"));
  CHECK(freely(before + "thy" + after)[1].starts_with("thy"));
  CHECK(freely(before + "The" + after)[1].starts_with("hh The"));
}

TEST_CASE("The same word does not stand at the end of two lines if it need not") {
  const std::string before =
      "aaaa bbbb cccc dddd eeee ffff ggg h the iiii jjjj kkkk llll mmmm nnnn oo pp ";
  const std::string after = " qqqq rrrr ssss tttt";
  CHECK(freely(before + "the" + after)[1].ends_with(" pp"));
  CHECK(freely(before + "thy" + after)[1].ends_with(" thy"));
}

TEST_CASE("A line does not end in a single letter or the first short word of a sentence") {
  const auto first_line = [](const std::string& text) {
    return freely("aaaa bbbb cccc dddd eeee ffff " + text + " iiii jjjj kkkk llll mmmm")[0];
  };
  CHECK(first_line("g hh. So").ends_with("hh."));
  CHECK(first_line("g hhh so").ends_with(" so"));
  CHECK(first_line("g hhhh a").ends_with("hhhh"));
  CHECK(first_line("g hhhh \u00b7").ends_with("\u00b7"));  // not a letter
}

TEST_CASE("Centred lines and headings come out alike") {
  Setting centred("aaa bb aaa bb aaa bb aaa", Align::Center);
  CHECK(centred.lines(75_pt) == Lines{"aaa bb aaa", "bb aaa bb aaa"});
  Setting heading("aaa bb aaa bb aaa bb aaa");
  heading.paragraph.role = display::Role::Heading2;
  CHECK(heading.lines(75_pt) == Lines{"aaa bb aaa", "bb aaa bb aaa"});
}

}  // namespace handbill::text
