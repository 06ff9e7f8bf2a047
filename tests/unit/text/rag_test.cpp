// SPDX-License-Identifier: MIT
// The edge that ragged lines make.
#include <catch2/catch.hpp>

#include "text/line_cost.h"
#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

/// Of a line of letters alone, from a measure of 200 pt.
LineJudgement judged(const LineJudge& judge, double natural) {
  return judge.judge_width({.natural = natural}, 200, false);
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

}  // namespace handbill::text
