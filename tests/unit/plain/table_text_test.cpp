// SPDX-License-Identifier: MIT
#include "plain/table_text.h"

#include <catch2/catch.hpp>

namespace handbill::plain {
namespace {

using Lines = std::vector<std::string>;

TextTable table() {
  return {.columns = 2,
          .language = "en",
          .rows = {{true, {{"Day"}, {"What to do"}}},
                   {false, {{"Monday"}, {"Let your skin rest"}}},
                   {false, {{"Then"}, {"Rinse"}}}}};
}

TEST_CASE("columns are as wide as they need where there is room") {
  CHECK(lines_of(table(), 26) == Lines{"Day     What to do", "--------------------------",
                                       "Monday  Let your skin rest", "Then    Rinse"});
}

TEST_CASE("the widest column gives way") {
  CHECK(lines_of(table(), 25) == Lines{"Day     What to do", "-------------------------",
                                       "Monday  Let your skin", "        rest", "Then    Rinse"});
  CHECK(lines_of(table(), 24).at(2) == "Monday  Let your skin");
}

TEST_CASE("where there is no room for columns each cell follows its head") {
  CHECK(lines_of(table(), 23) == Lines{"Day: Monday", "What to do: Let your", "skin rest", "",
                                       "Day: Then", "What to do: Rinse"});
}

TEST_CASE("a cell of several columns widens the last of them") {
  const TextTable wide{.columns = 2,
                       .language = "en",
                       .rows = {{false, {{"1"}, {"2"}}}, {false, {{"Closed for lunch", 2}}}}};
  CHECK(lines_of(wide, 40) == Lines{"1  2", "Closed for lunch"});
}

TEST_CASE("wide letters line up") {
  const TextTable wide{.columns = 2,
                       .language = "zh",
                       .rows = {{false, {{"皮肤"}, {"a"}}}, {false, {{"xy"}, {"b"}}}}};
  CHECK(lines_of(wide, 40) == Lines{"皮肤  a", "xy    b"});
}

}  // namespace
}  // namespace handbill::plain
