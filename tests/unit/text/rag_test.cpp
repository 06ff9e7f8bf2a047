// SPDX-License-Identifier: MIT
// The edge that ragged lines make.
#include <catch2/catch.hpp>

#include "text/line_cost.h"
#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

/// Of a line of letters alone, from a measure of 200 pt.
LineJudgement judged(const LineJudge& judge, double natural, double give = 0) {
  return judge.judge_width({.natural = natural, .stretch = give, .shrink = give}, 200, false);
}

/// Words that leave lines of 100 pt ragged.
Paragraph ragged(const Squares& squares) {
  Paragraph paragraph = squares.paragraph(
      "aaaa bbbbbb ccc ddddddddd ee fffff gggggggg hh iiii jjjjjjj kk lllll mmm nnnnnnnnn oo "
      "ppppp qqqqqq rrr sssssss tttt");
  paragraph.style.edit().letter_space = {-0.01, 0, 0.02};
  paragraph.style.edit().glyph_width = {0.98, 1, 1.02};
  return paragraph;
}

/// By how much its word spaces differ from the 5 pt of the font.
Length most_change(const Line& line) {
  Length most;
  for (const display::GlyphRun& run : glyph_runs(line)) {
    for (std::size_t i = 0; i + 1 < run.glyphs.size(); ++i) {
      if (run.text[run.glyphs[i].text_begin] != ' ') continue;
      const Length space = run.glyphs[i + 1].x - run.glyphs[i].x;
      most = std::max({most, space - 5_pt, 5_pt - space});
    }
  }
  return most;
}

}  // namespace

TEST_CASE("Ragged lines end at best in the middle of their zone, and cost more to both sides") {
  const LineJudge judge{.shape = Shape::Ragged, .rag = {.best_end = 10, .reach = 10}};
  const double best = judged(judge, 190).cost;
  CHECK(judged(judge, 185).cost == judged(judge, 195).cost);
  CHECK(judged(judge, 185).cost > best);
  // Out of the zone by the third power.
  const double edge = judged(judge, 180).cost - best;
  CHECK(judged(judge, 170).cost - best == Approx(8 * edge));
  CHECK(judged(judge, 200).is_short == false);
  CHECK(judged(judge, 190).is_short);
}

TEST_CASE("A ragged line comes half way to the best end, within what it can give") {
  const LineJudge judge{.shape = Shape::Ragged, .rag = {.best_end = 10, .reach = 10}};
  CHECK(judged(judge, 186, 4).ratio == Approx(0.5));
  CHECK(judged(judge, 182, 4).ratio == Approx(1));
  CHECK(judged(judge, 170, 4).ratio == Approx(1));
  CHECK(judged(judge, 194, 4).ratio == Approx(-0.5));
  CHECK(judged(judge, 190, 4).ratio == 0);
  // More where it would not fit else.
  CHECK(judged(judge, 203, 10).ratio == Approx(-0.65));
  CHECK(judged(judge, 204, 4).ratio == Approx(-1));
  CHECK(judged(judge, 204.1, 4).cost > kTooWideDemerits);
}

TEST_CASE("A last line is as wide as its words, or as its measure") {
  const LineJudge judge{.shape = Shape::Ragged};
  const auto ratio = [&](double natural) {
    return judge.judge_width({.natural = natural, .stretch = 4, .shrink = 4}, 200, true).ratio;
  };
  CHECK(ratio(150) == 0);
  CHECK(ratio(200) == 0);
  CHECK(ratio(202) == Approx(-0.5));
}

TEST_CASE("The zone follows from the style, and is no deeper than a piece of its text") {
  ParagraphStyle style;
  style.rag_zone = 20_pt;
  style.hyphen_zone = 7_pt;
  CHECK(Rag::of(style, 24).best_end == 10);
  CHECK(Rag::of(style, 24).reach == 10);
  CHECK(Rag::of(style, 24).hyphen == 7);
  CHECK(Rag::of(style, 10).best_end == 5);
  style.rag_zone = 0_pt;
  CHECK(Rag::of(style, 24).reach == 2.5);
}

TEST_CASE("A hyphen in ragged text costs what a line its zone from the best end does") {
  for (const double zone : {0.0, 5.0, 10.0}) {
    const LineJudge judge{.shape = Shape::Ragged,
                          .rag = {.best_end = 10, .reach = 10, .hyphen = zone}};
    LineJudgement hyphen;
    judge.judge_edges({}, {.measure = 200, .ends_in_hyphen = true}, hyphen);
    CHECK(hyphen.cost == Approx(judged(judge, 190 - zone).cost - judged(judge, 190).cost));
  }
}

TEST_CASE("Letters and spaces of ragged lines give a part of what justified ones do") {
  Squares squares;
  Paragraph paragraph = ragged(squares);
  for (const double give : {0.0, 0.5, 1.0}) {
    INFO(give);
    paragraph.style.edit().rag_give = give;
    const auto lines = squares.lines(paragraph, 100_pt);
    REQUIRE(lines.size() > 4);
    double most = 0, widest = 1;
    for (const Line& line : lines) {
      CHECK(line.overrun == 0_pt);
      most = std::max(most, most_change(line).pt());
      widest = std::max(widest, glyph_runs(line).at(0).glyph_width);
    }
    // Glyphs change by a fiftieth at most, and word spaces by half of the fifth they may shrink;
    // some line takes all it may.
    CHECK(most == Approx(5 * 0.1 * give));
    CHECK(widest == Approx(1 + 0.02 * give));
    CHECK(lines.back().ratio == 0);
  }
}

TEST_CASE("Two lines have no rag, so their words keep their widths") {
  Squares squares;
  const auto ratio = [&](const char* words, std::size_t count) {
    Paragraph paragraph = squares.paragraph(words);
    paragraph.style.edit().rag_give = 1;
    const auto lines = squares.lines(paragraph, 99_pt);
    CHECK(lines.size() == count);
    return lines.at(0).ratio;
  };
  CHECK(ratio("aaaa bbbb ccccc ddddd eeee", 2) == 0);
  CHECK(ratio("aaaa bbbb ccccc ddddd eeee fffff ggggg hhhhh", 3) > 0);
  CHECK(ratio("aaaa bbbb ccccc dddd eeee fffff", 2) == 0);
  // They shrink only where there would be a third.
  CHECK(ratio("aaaa bbbb ccccc dddd eeee fffff ggg hhhhh", 2) < 0);
}

TEST_CASE("A sentence does not begin with one short word at the end of a ragged line") {
  const LineJudge ragged{.shape = Shape::Ragged}, justified{.shape = Shape::Justified};
  const auto price = [](const LineJudge& judge) {
    LineJudgement result;
    judge.judge_edges({}, {.measure = 200, .dangling = LineContext::Dangling::Sentence}, result);
    return result.cost;
  };
  CHECK(price(ragged) > price(justified));
}

TEST_CASE("Headings, centred text and ideographs keep their widths in ragged lines") {
  Squares squares;
  const auto most = [&](const Paragraph& paragraph) {
    double result = 0;
    for (const Line& line : squares.lines(paragraph, 100_pt)) {
      result = std::max(result, std::abs(line.ratio));
    }
    return result;
  };
  Paragraph paragraph = ragged(squares);
  paragraph.style.edit().rag_give = 1;
  CHECK(most(paragraph) > 0.9);
  paragraph.style.edit().align = Align::End;
  CHECK(most(paragraph) > 0.9);
  paragraph.style.edit().align = Align::Center;
  CHECK(most(paragraph) == 0);
  paragraph.style.edit().align = Align::Start;
  paragraph.role = display::Role::Heading2;
  CHECK(most(paragraph) == 0);
}

}  // namespace handbill::text
