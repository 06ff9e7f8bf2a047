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

TEST_CASE("pages are full at their lines and broken beyond them") {
  Pages two(10, 2);
  two.add({"A", "B"});
  CHECK(two.finish() == "A\r\nB\r\n\f");
  Pages three(10, 2);
  three.add({"A", "B", "C"});
  CHECK(three.finish() == "A\r\nB\r\n\fC\r\n\f");
  CHECK(Pages(10, 2).finish().empty());
}

TEST_CASE("a white line parts once, and no page begins with one") {
  Pages pages(10, 3);
  pages.part();
  pages.add({"A"});
  pages.part();
  pages.part();
  pages.add({"B"});
  pages.part();
  pages.add({"C"});
  CHECK(pages.finish() == "A\r\n\r\nB\r\n\fC\r\n\f");
}

TEST_CASE("what is kept together goes to the next page") {
  Pages pages(10, 3);
  pages.add({"A"});
  pages.keep(2);
  pages.add({"B", "C"});
  CHECK(pages.finish() == "A\r\nB\r\nC\r\n\f");
  Pages moved(10, 3);
  moved.add({"A"});
  moved.keep(3);
  moved.add({"B", "C"});
  CHECK(moved.finish() == "A\r\n\fB\r\nC\r\n\f");
}

}  // namespace
}  // namespace handbill::braille
