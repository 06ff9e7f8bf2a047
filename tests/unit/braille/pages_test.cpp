// SPDX-License-Identifier: MIT
#include "braille/pages.h"

#include <catch2/catch.hpp>

namespace handbill::braille {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("lines of braille are full at their cells and broken beyond them") {
  CHECK(filled("ONE TWO", 7, {}) == Lines{"ONE TWO"});
  CHECK(filled("ONE TWO", 6, {}) == Lines{"ONE", "TWO"});
  CHECK(filled("ONE\nTWO", 20, {}) == Lines{"ONE", "TWO"});
  CHECK(filled("", 20, {}) == Lines{""});
}

TEST_CASE("a paragraph begins in cell 3 and goes on in cell 1, an item the other way round") {
  CHECK(filled("ONE TWO THREE", 10, {2, 0}) == Lines{"  ONE TWO", "THREE"});
  CHECK(filled("ONE TWO THREE", 10, {0, 2}) == Lines{"ONE TWO", "  THREE"});
}

TEST_CASE("what is longer than a line is cut") {
  CHECK(filled("ABCDEFGHIJKL", 10, {}) == Lines{"ABCDEFGHIJ", "KL"});
}

TEST_CASE("however deep something stands, eight cells are left") {
  CHECK(filled("ABCDEFGH", 10, {6, 6}) == Lines{"  ABCDEFGH"});
  CHECK(filled("ABCDEFGH", 5, {6, 6}) == Lines{"ABCDE", "FGH"});
}

/// Numbers take two cells, as "#A" does.
Pages pages_of(std::size_t cells, std::size_t lines) {
  return {cells, lines, [](std::size_t number) { return "#" + std::to_string(number); }};
}

TEST_CASE("pages are full at their lines, and have their number at the right of the last") {
  Pages two = pages_of(10, 2);
  two.add({"A", "B"});
  CHECK(two.finish() == "A\r\nB       #1\r\n\f");
  Pages three = pages_of(10, 2);
  three.add({"A", "B", "C"});
  CHECK(three.finish() == "A\r\nB       #1\r\n\fC\r\n        #2\r\n\f");
  CHECK(pages_of(10, 2).finish().empty());
}

TEST_CASE("a line stands beside the number with three cells between, else on the next page") {
  Pages full = pages_of(10, 2);
  full.add({"A", "BCDEF"});
  CHECK(full.finish() == "A\r\nBCDEF   #1\r\n\f");
  Pages beyond = pages_of(10, 2);
  beyond.add({"A", "BCDEFG"});
  CHECK(beyond.finish() == "A\r\n        #1\r\n\fBCDEFG\r\n        #2\r\n\f");
}

TEST_CASE("a white line parts once, and no page begins with one") {
  Pages pages = pages_of(10, 3);
  pages.part();
  pages.add({"A"});
  pages.part();
  pages.part();
  pages.add({"B"});
  pages.part();
  pages.add({"C"});
  CHECK(pages.finish() == "A\r\n\r\nB       #1\r\n\fC\r\n\r\n        #2\r\n\f");
}

TEST_CASE("what is kept together goes to the next page, the last line aside") {
  Pages pages = pages_of(10, 4);
  pages.add({"A"});
  pages.keep(2);
  pages.add({"B", "C"});
  CHECK(pages.finish() == "A\r\nB\r\nC\r\n        #1\r\n\f");
  Pages moved = pages_of(10, 4);
  moved.add({"A"});
  moved.keep(3);
  moved.add({"B", "C"});
  CHECK(moved.finish() == "A\r\n\r\n\r\n        #1\r\n\fB\r\nC\r\n\r\n        #2\r\n\f");
  Pages single = pages_of(10, 2);
  single.add({"A"});
  single.keep(1);
  single.add({"B"});
  CHECK(single.finish() == "A\r\nB       #1\r\n\f");
}

}  // namespace
}  // namespace handbill::braille
