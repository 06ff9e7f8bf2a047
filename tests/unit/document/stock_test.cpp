// SPDX-License-Identifier: MIT
#include "document/stock.h"

#include <catch2/catch.hpp>

namespace handbill::document {
namespace {

TEST_CASE("what paper weighs is read from its name") {
  struct Stock {
    const char* text;
    double grams;
  };
  const auto cases = std::vector<Stock>{
      {"silk text, 148 gsm", 148},
      {"matt card, 300 gsm", 300},
      {"135g/m² gloss", 135},
      {"90 g/m2", 90},
      {"170GSM silk", 170},
      {"uncoated 127.5 gsm", 127.5},
      // 500 sheets of 25 by 38 in: a pound is 1.48 g/m²; of 20 by 26 in: 2.70.
      {"100 lb text", 148.02},
      {"80# gloss book", 118.41},
      {"100 lb. cover", 270.42},
      {"100lb cover", 270.42},
      {"65-lb cover", 175.77},
      {"24 lb bond", 90.23},
      {"110 lb index", 198.88},
      {"100 lb", 0},
      {"silk", 0},
      {"", 0},
      {"148", 0},
      {"5 gsm", 0},
      {"90000 gsm", 0},
      {"12..5 gsm", 0},
      {"FSC 4, 120 gsm", 120},
  };
  for (const auto& [text, grams] : cases) {
    INFO(text);
    CHECK(grams_of(text) == Approx(grams).margin(0.01));
  }
}

TEST_CASE("coated paper is thinner than uncoated paper of the same weight") {
  CHECK(estimated_caliper("silk text, 148 gsm", 148).mm() == Approx(0.1258));
  CHECK(estimated_caliper("Matte", 100).mm() == Approx(0.085));
  CHECK(estimated_caliper("uncoated text, 105 gsm", 105).mm() == Approx(0.13125));
  CHECK(estimated_caliper("", 100).mm() == Approx(0.125));
  CHECK(estimated_caliper("silk", 0) == Length());
}

}  // namespace
}  // namespace handbill::document
