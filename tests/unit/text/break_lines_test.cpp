// SPDX-License-Identifier: MIT
#include "text/break_lines.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "text/line_cost.h"
#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;
using Lines = std::vector<std::string>;

/// At 5 pt: a measure of 30 pt takes six characters.
void breaks(const std::string& text, Length measure, const Lines& expected,
            Align align = Align::Start) {
  INFO(text << " in " << measure.pt() << " pt");
  Squares squares;
  Paragraph paragraph = squares.paragraph(text);
  paragraph.style.edit().align = align;
  CHECK(texts(squares.lines(paragraph, measure)) == expected);
}

}  // namespace

TEST_CASE("Lines end at spaces, and the spaces hang") {
  breaks("aaa bb cccc", 30_pt, {"aaa bb", "cccc"});
  breaks("aaa bb cc", 45_pt, {"aaa bb cc"});
  breaks("aaa bb   cccc", 30_pt, {"aaa bb", "cccc"});
  breaks("aaa bb ", 30_pt, {"aaa bb"});
  breaks("aaaaaa", 30_pt, {"aaaaaa"});
  breaks("", 30_pt, {""});
  breaks("   ", 30_pt, {""});
}

TEST_CASE("A word that is too wide stands alone") {
  breaks("aa bbbbbbbb cc", 30_pt, {"aa", "bbbbbbbb", "cc"});
  breaks("bbbbbbbb", 30_pt, {"bbbbbbbb"});
  breaks("aa bb", 1_pt, {"aa", "bb"});
}

TEST_CASE("The overrun of a line says how much it is too wide") {
  Squares squares;
  const auto lines = squares.lines(squares.paragraph("aa bbbbbbbb"), 30_pt);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].overrun == 0_pt);
  CHECK(lines[1].overrun.pt() == Approx(10));
  CHECK(lines[1].left == 0_pt);
}

TEST_CASE("A line separator ends a line, also twice") {
  breaks("aa\u2028bb", 60_pt, {"aa", "bb"});
  breaks("aa\u2028\u2028bb", 60_pt, {"aa", "", "bb"});
  breaks("aa \u2028bb", 60_pt, {"aa", "bb"});
  breaks("aa\u2028", 60_pt, {"aa"});
}

TEST_CASE("No-break spaces and slashes between short words keep text together") {
  breaks("at 5\u00a0am/pm", 35_pt, {"at", "5\u00a0am/pm"});
  breaks("and/or else", 30_pt, {"and/or", "else"});
  breaks("aa x-ray", 30_pt, {"aa", "x-ray"});
  breaks("RAID-1-volumes", 40_pt, {"RAID-1-", "volumes"});
  breaks("aa x-1-rays", 45_pt, {"aa x-1-", "rays"});
  breaks("aa --rays", 35_pt, {"aa", "--rays"});
  breaks("aa 9\u20135", 20_pt, {"aa", "9\u20135"});
  breaks("well-known", 40_pt, {"well-", "known"});
  breaks("Monday/Tuesday", 40_pt, {"Monday/", "Tuesday"});
}

TEST_CASE("A soft hyphen shows only where a line ends") {
  breaks("aaa\u00adbbb", 30_pt, {"aaabbb"});
  breaks("aaa\u00adbbb", 20_pt, {"aaa-", "bbb"});
  breaks("aaa\u00adbbb", 19.9_pt, {"aaa-", "bbb"});
  breaks("aaaa\u00adbb\u00adbb", 35_pt, {"aaaa-", "bbbb"});
}

TEST_CASE("A paragraph does not end in a runt, at whatever price") {
  // First fit would leave "c" alone.
  breaks("aaa aaa aaa aaa bb c", 95_pt, {"aaa aaa aaa aaa", "bb c"});
  breaks("aaa aaa aaa aaaaaa c", 95_pt, {"aaa aaa aaa", "aaaaaa c"});
}

TEST_CASE("Ragged lines shun a very short line in the middle") {
  // First fit: "aaa aaa a", "bbbbbbbbb", ...; the optimum weighs all lines.
  breaks("aaaa aa bbbb cc dddddd", 50_pt, {"aaaa aa", "bbbb cc", "dddddd"});
}

TEST_CASE("A rag does not step like stairs when other lines are nearly as good") {
  // Seven short, four short, two short would waste less.
  const std::string a(26, 'a'), d(25, 'd'), g(26, 'g');
  breaks(a + " bbbbbb cccc " + d + " eeeee ff " + g + " hh iiiii jj kkkk", 200_pt,
         {a + " bbbbbb cccc", d + " eeeee ff", g + " hh iiiii", "jj kkkk"});
}

TEST_CASE("Short headings and centred text are balanced") {
  Squares squares;
  Paragraph heading = squares.paragraph("aaa bbb ccc dddddd");
  CHECK(texts(squares.lines(heading, 60_pt)) == Lines{"aaa bbb ccc", "dddddd"});
  heading.role = display::Role::Heading1;
  CHECK(texts(squares.lines(heading, 60_pt)) == Lines{"aaa bbb", "ccc dddddd"});
  breaks("aaa bbb ccc ddd", 60_pt, {"aaa bbb", "ccc ddd"}, Align::Center);
}

TEST_CASE("A style balances other text, of up to eight lines, or leaves headings unbalanced") {
  Squares squares;
  Paragraph text = squares.paragraph("aaa bbb ccc dddddd");
  text.style.edit().balance = true;
  CHECK(texts(squares.lines(text, 60_pt)) == Lines{"aaa bbb", "ccc dddddd"});
  text.role = display::Role::Heading1;
  text.style.edit().balance = false;
  CHECK(texts(squares.lines(text, 60_pt)) == Lines{"aaa bbb ccc", "dddddd"});
  // Ten letters a line, the last line short: eight lines are evened out, nine are not.
  for (const std::size_t lines : {8U, 9U}) {
    std::string words;
    for (std::size_t i = 1; i < lines; ++i) words += "aaaa bbbbb ";
    Paragraph longer = squares.paragraph(words + "cc");
    const Lines plain = texts(squares.lines(longer, 50_pt));
    longer.style.edit().balance = true;
    const Lines balanced = texts(squares.lines(longer, 50_pt));
    CHECK(plain.size() == lines);
    CHECK((balanced == plain) == (lines == 9));
  }
}

TEST_CASE("Of balanced justified text the last line is as full as the others bear") {
  Squares squares;
  int fuller = 0, filled = 0;
  std::uint32_t state = 7;
  const auto random = [&](std::uint32_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 16) % below;
  };
  for (int trial = 0; trial < 200; ++trial) {
    std::string words;
    for (std::uint32_t left = 30 + random(90); left > 0; --left) {
      words += std::string(1 + random(8), 'a') + (left > 1 ? " " : "");
    }
    CAPTURE(words);
    Paragraph text = squares.paragraph(words);
    text.style.edit().align = Align::Justify;
    const auto plain = squares.lines(text, 400_pt);
    text.style.edit().balance = true;
    const auto balanced = squares.lines(text, 400_pt);
    const bool is_asked = plain.size() > 1 && plain.size() <= 8;
    if (!is_asked || texts(balanced) == texts(plain)) {
      CHECK((is_asked || balanced.back().width == plain.back().width));
      continue;
    }
    double worst = 0;  // 1.26 is the tolerance, of which that is the third power
    for (const Line& line : plain) worst = std::max(worst, line.ratio + 1e-6);
    CHECK(balanced.back().width >= plain.back().width);
    fuller += balanced.back().width > plain.back().width;
    filled += fits(400_pt, balanced.back().width);
    for (const Line& line : balanced) {
      CHECK(line.ratio >= -1);
      CHECK(line.ratio <= std::max(worst, 1.26));
    }
  }
  CHECK(fuller > 20);
  CHECK(filled > 10);
}

TEST_CASE("Indents narrow the measure") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("aaa bbb ccc ddd eee");
  paragraph.style.edit().indent_start = 10_pt;
  paragraph.style.edit().indent_end = 5_pt;
  paragraph.style.edit().indent_first = 20_pt;
  const auto lines = squares.lines(paragraph, 50_pt);
  CHECK(texts(lines) == Lines{"aaa", "bbb ccc", "ddd eee"});
  CHECK(lines[0].left == 30_pt);
  CHECK(lines[1].left == 10_pt);
  paragraph.style.edit().indent_first = -10_pt;
  const auto hanging = squares.lines(paragraph, 50_pt);
  CHECK(hanging[0].left == 0_pt);
}

TEST_CASE("The first lines leave room for what stands beside them") {
  const std::vector<LineInset> insets = {{10_pt, {}}, {{}, 15_pt}};
  Squares squares;
  const Paragraph paragraph = squares.paragraph("aa bb cc dd ee ff gg hhhhh");
  const auto lines = squares.lines(paragraph, Measure{40_pt, insets});
  CHECK(texts(lines) == Lines{"aa bb", "cc dd", "ee ff gg", "hhhhh"});
  CHECK(lines[0].left == 10_pt);
  CHECK(lines[1].left == 0_pt);
  CHECK(lines[2].left == 0_pt);
  for (const Line& line : lines) CHECK(line.overrun == 0_pt);
}

TEST_CASE("Insets count lines across line separators, and widen what indents take") {
  const std::vector<LineInset> insets(3, LineInset{20_pt, {}});
  Squares squares;
  Paragraph paragraph = squares.paragraph("aa\u2028bb cc ddd\u2028ee ff gg hh ii");
  paragraph.style.edit().indent_start = 5_pt;
  const auto lines = squares.lines(paragraph, Measure{55_pt, insets});
  CHECK(texts(lines) == Lines{"aa", "bb cc", "ddd", "ee ff gg", "hh ii"});
  CHECK(lines[2].left == 25_pt);
  CHECK(lines[3].left == 5_pt);
}

TEST_CASE("Justified lines fill what their insets leave") {
  const std::vector<LineInset> insets = {{10_pt, 6_pt}, {10_pt, 6_pt}};
  Squares squares;
  Paragraph paragraph = squares.paragraph("aaa bb cc aaa bb cc aaa bb cc dd");
  paragraph.style.edit().align = Align::Justify;
  paragraph.style.edit().word_space = {0.5, 1.0, 2};
  const auto lines = squares.lines(paragraph, Measure{64_pt, insets});
  REQUIRE(texts(lines) == Lines{"aaa bb cc", "aaa bb cc", "aaa bb cc dd"});
  CHECK(lines[0].width.pt() == Approx(48));
  CHECK(lines[1].width.pt() == Approx(48));
}

TEST_CASE("Natural and minimum width count indents") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("aaa bbbbb\u2028cc");
  const auto shaped = shape(paragraph, squares.fonts, squares.diags);
  CHECK(natural_width(shaped, paragraph).pt() == Approx(45));
  CHECK(minimum_width(shaped, paragraph).pt() == Approx(25));
  paragraph.style.edit().indent_start = 7_pt;
  paragraph.style.edit().indent_end = 1_pt;
  paragraph.style.edit().indent_first = 2_pt;
  CHECK(natural_width(shaped, paragraph).pt() == Approx(55));
  CHECK(minimum_width(shaped, paragraph).pt() == Approx(33));
}

TEST_CASE("Text as wide as its natural width stays on one line") {
  for (const double size : {3.7, 9.5, 11.0, 123.4}) {
    Squares squares;
    const Paragraph paragraph = squares.paragraph("AVA fi b", Length::pt(size));
    const auto shaped = shape(paragraph, squares.fonts, squares.diags);
    const Measure measure{natural_width(shaped, paragraph)};
    CHECK(break_lines(shaped, paragraph, measure, squares.fonts).size() == 1);
  }
}

TEST_CASE("Justified lines fill the measure by their word spaces, but for the last") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("aaa bb cc dddd ee");
  paragraph.style.edit().align = Align::Justify;
  paragraph.style.edit().word_space = {0.8, 1.0, 1.5};
  const auto lines = squares.lines(paragraph, 52_pt);
  REQUIRE(texts(lines) == Lines{"aaa bb cc", "dddd ee"});
  CHECK(lines[0].width.pt() == Approx(52));
  CHECK(lines[0].ratio == Approx((52 - 45) / (2 * 5 * 0.5)));
  CHECK(lines[1].width.pt() == Approx(35));
  CHECK(lines[1].ratio == 0);
}

TEST_CASE("Word spaces shrink no further than the style allows") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("aaa bb cc");
  paragraph.style.edit().align = Align::Justify;
  paragraph.style.edit().word_space = {0.8, 1.0, 1.5};
  // 45 pt wide, 43 pt with its spaces at their smallest.
  CHECK(texts(squares.lines(paragraph, 43_pt)) == Lines{"aaa bb cc"});
  CHECK(texts(squares.lines(paragraph, 42.9_pt)) == Lines{"aaa bb", "cc"});
  CHECK(squares.lines(paragraph, 43_pt)[0].width.pt() == Approx(43));
}

TEST_CASE("The wished word space is what a justified paragraph's last line has") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("aaa bb");
  paragraph.style.edit().align = Align::Justify;
  paragraph.style.edit().word_space = {0.5, 0.6, 1.0};
  CHECK(squares.lines(paragraph, 100_pt)[0].width.pt() == Approx(28));
}

TEST_CASE("A justified line costs by what its word spaces give once its letters give no more") {
  LineJudge judge{.shape = Shape::Justified, .word_space = {0.8, 1, 1.3}};
  const LineWidth line{.natural = 100, .stretch = 4 + 3, .shrink = 3 + 2, .spaces = 10};
  const auto cost = [&](double measure) { return judge.judge_width(line, measure, false).cost; };
  const double by_letters = cost(104);
  CHECK(cost(100) < by_letters);
  CHECK(by_letters < 0.1 * cost(107));
  CHECK(cost(97) < 0.1 * cost(95));
  // By the square of what they give; from one and a half times the most on they are holes.
  const double by_spaces = cost(107) - by_letters;
  CHECK(cost(108.5) - by_letters == Approx(2.25 * by_spaces).epsilon(0.01));
  CHECK(cost(108.51) > cost(108.5) + 5'000);
  CHECK(cost(110) - cost(108.51) == Approx((4 - 2.25) * by_spaces).epsilon(0.02));
  judge.extra_stretch = 3;
  CHECK(cost(104) == Approx(by_letters));
  CHECK(cost(107) - by_letters == Approx(0.25 * by_spaces).epsilon(0.02));
}

TEST_CASE("A line without word spaces costs more the more it lacks, up to a bound") {
  const LineJudge judge{.shape = Shape::Justified};
  const auto cost = [&](double natural) {
    return judge.judge_width({.natural = natural}, 100, false).cost;
  };
  CHECK(cost(90) < cost(80));
  CHECK(cost(80) < cost(60));
  CHECK(cost(30) == cost(20));
  CHECK(cost(20) < kTooWideDemerits);
}

TEST_CASE("Lines below each other cost more the more their word spaces differ") {
  const LineJudge judge{.shape = Shape::Justified, .word_space = {0.8, 1, 1.3}};
  const auto contrast = [&](std::uint8_t before, double measure) {
    const LineWidth line{.natural = 100, .stretch = 3, .shrink = 2, .spaces = 10};
    const auto judged = judge.judge_width(line, measure, false);
    return judge.follow({.fitness = before}, judged, {.measure = measure}).cost;
  };
  const std::uint8_t tight = 0, decent = 1, full_of_holes = 3;
  CHECK(contrast(tight, 98) == 0);
  CHECK(contrast(decent, 101) == 0);
  CHECK(contrast(decent, 98) > 0);
  CHECK(contrast(decent, 98) == contrast(decent, 103));
  CHECK(contrast(decent, 103) < contrast(tight, 103));
  CHECK(contrast(tight, 103) < contrast(tight, 106));
  CHECK(contrast(tight, 106) == kLargestContrast);
  CHECK(contrast(full_of_holes, 106) == 0);
}

TEST_CASE("A ragged line that is more than a fifth short is a hole, but for the last") {
  const LineJudge judge{.shape = Shape::Ragged};
  const auto cost = [&](double width, bool is_last) {
    return judge.judge_width({.natural = width, .spaces = 10}, 100, is_last).cost;
  };
  CHECK(cost(79.9, false) - cost(80.1, false) > 10'000);
  CHECK(cost(80.1, false) - cost(80.3, false) < 100);
  CHECK(cost(79.9, true) == cost(80.1, true));
}

TEST_CASE("A lone letter goes to the next line when that leaves little room") {
  breaks("aaaaaaaaaaa bbbbbbbbbb a cccccccccc", 125_pt, {"aaaaaaaaaaa bbbbbbbbbb", "a cccccccccc"});
  breaks("aaaaaaaaaaa bbbbbbbbb ab cccccccccc", 125_pt, {"aaaaaaaaaaa bbbbbbbbb ab", "cccccccccc"});
  breaks("aaaaa bbbbb a cccccccccc dddd eeeeeeeee ffff", 75_pt,
         {"aaaaa bbbbb a", "cccccccccc dddd", "eeeeeeeee ffff"});
}

TEST_CASE("A lone letter goes to the last line, which has room for it") {
  breaks("aaaaa bbbbb a cccccc", 75_pt, {"aaaaa bbbbb", "a cccccc"});
  breaks("aaaaa bbbbb ab cccccc", 75_pt, {"aaaaa bbbbb ab", "cccccc"});
}

TEST_CASE("A lone word on the last line gets company where the rag bears it") {
  const std::string words = "aaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbb";
  breaks(words + " cc ddddddd", 203_pt, {words, "cc ddddddd"});
  breaks(words + " cccccccc ddddddd", 232_pt, {words + " cccccccc", "ddddddd"});
}

}  // namespace handbill::text
