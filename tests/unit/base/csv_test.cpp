// SPDX-License-Identifier: MIT
#include "base/csv.h"

#include <catch2/catch.hpp>

namespace handbill {
namespace {

using Cells = std::vector<std::string>;

Cells read_back(const Cells& cells) {
  const Csv csv = read_csv(csv_row(cells));
  REQUIRE(csv.rows.size() == 1);
  return csv.rows.front().cells;
}

}  // namespace

TEST_CASE("cells come back as they were written") {
  for (const Cells& cells : {Cells{"a", "b"}, Cells{"a,b", "c;d", "e\tf"}, Cells{"say \"no\"", ""},
                             Cells{"one\ntwo", "x"}, Cells{"", "", ""}, Cells{"مرحبا", "您好"},
                             Cells{"=cmd|' /C calc'!A0", "+1", "-1", "@a", "'x", "'=x", "''", "'"},
                             Cells{"\tx", "\"", "a\"\"b"}}) {
    CHECK(read_back(cells) == cells);
  }
}

TEST_CASE("no cell is a formula") {
  CHECK(csv_row({"=1+1", "-x", "x=1"}) == "'=1+1,'-x,x=1\r\n");
  CHECK(csv_row({"'t is"}) == "''t is\r\n");
  CHECK(read_csv("'t is,'=1\n").rows[0].cells == Cells{"'t is", "=1"});
}

TEST_CASE("rows know their lines, whatever ends them") {
  const Csv csv = read_csv(
      "\xEF\xBB\xBF"
      "a,b\r\n\"one\r\ntwo\",x\n\nlast,y");
  REQUIRE(csv.rows.size() == 3);
  CHECK(csv.rows[0].cells == Cells{"a", "b"});
  CHECK(csv.rows[1].cells == Cells{"one\ntwo", "x"});
  CHECK(csv.rows[1].line == 2);
  CHECK(csv.rows[2].line == 5);
  CHECK(read_csv("").rows.empty());
}

TEST_CASE("the first line tells what parts the cells") {
  CHECK(read_csv("a;b\nc,1;d\n").rows[1].cells == Cells{"c,1", "d"});
  CHECK(read_csv("a;b\n").separator == ';');
  CHECK(read_csv("a\tb\n").separator == '\t');
  CHECK(read_csv("\"a;b\",c\n").separator == ',');
}

TEST_CASE("quotes that do not pair are known by the line their cell begins in") {
  CHECK(read_csv("a,b\n\"c,d\n\"e\",f\n").open_line == 2);
  CHECK(read_csv("a,b \"c\" d\n").open_line == 0);
  CHECK(read_csv("a,b\nc,\"d\ne\n").open_line == 2);
  CHECK(read_csv("a,\"b\"\n").open_line == 0);
}

}  // namespace handbill
