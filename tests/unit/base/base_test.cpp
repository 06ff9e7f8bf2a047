// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <clocale>

#include "base/check.h"
#include "base/nearest.h"
#include "base/number.h"
#include "base/path.h"
#include "base/utf8.h"

using namespace handbill;
using namespace handbill::literals;

TEST_CASE("a length keeps its points whatever unit it came from") {
  CHECK(Length::inch(0.125).pt() == 9.0);
  CHECK(Length::mm(25.4) == 72_pt);
  CHECK(Length::cm(2.54) == 1_in);
  CHECK(Length::pica(3) == 36_pt);
  CHECK((10_pt).mm() == Approx(3.5278).epsilon(1e-4));
  CHECK(2_in / 1_in == 2.0);
}

TEST_CASE("fits allows the one tolerance and no more") {
  CHECK(fits(10_pt, 10_pt));
  CHECK(fits(10.009_pt, 10_pt));
  CHECK_FALSE(fits(10.02_pt, 10_pt));
}

TEST_CASE("numbers are written short, without exponent and without the locale's comma") {
  const auto check = [](double value, int decimals, const char* expected) {
    CAPTURE(value, decimals);
    CHECK(format_number(value, decimals) == expected);
  };
  std::setlocale(LC_ALL, "de_DE.UTF-8");
  check(1.5, 3, "1.5");
  check(2.0, 3, "2");
  check(100, 0, "100");
  check(-0.0001, 3, "0");
  check(0.1 + 0.2, 3, "0.3");
  check(1e15, 2, "1000000000000000");
  check(1e-9, 4, "0");
  check(-12.3456, 2, "-12.35");
  std::setlocale(LC_ALL, "C");
  CHECK_THROWS_AS(format_number(1.0 / 0.0, 2), InternalError);
}

TEST_CASE("hexadecimal digits are capitals, with zeros before them") {
  CHECK(hex_digits(0, 1) == "0");
  CHECK(hex_digits(0xE9, 2) == "E9");
  CHECK(hex_digits(0xE9, 4) == "00E9");
  CHECK(hex_digits(0x10FFFF, 4) == "10FFFF");
}

TEST_CASE("numbers are read whole or not at all") {
  CHECK(parse_number("12.7") == 12.7);
  CHECK(parse_number("-.5") == -0.5);
  for (const char* bad : {"", "1e3", "1 ", " 1", "1,5", "inf", "nan", "1.2.3", "--1", "0x10"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_number(bad).has_value());
  }
}

TEST_CASE("invalid UTF-8 is found at its first bad byte") {
  CHECK_FALSE(find_invalid_utf8("plain, é, 漢, 😀"));
  CHECK(find_invalid_utf8("ab\xFF") == 2U);
  CHECK(find_invalid_utf8("\xC0\xAF") == 0U);           // overlong
  CHECK(find_invalid_utf8("a\xED\xA0\x80") == 1U);      // surrogate
  CHECK(find_invalid_utf8("a\xF4\x90\x80\x80") == 1U);  // above U+10FFFF
  CHECK(find_invalid_utf8("a\xE2\x82") == 1U);          // cut off
}

TEST_CASE("UTF-8 goes to code points and back") {
  const std::string text = "aé漢😀";
  CHECK(to_utf32(text) == U"aé漢😀");
  CHECK(to_utf8(to_utf32(text)) == text);
  CHECK(count_code_points(text) == 4);
  CHECK(offset_of_code_point(text, 2) == 3);
  CHECK(offset_of_code_point(text, 9) == text.size());
}

TEST_CASE("the nearest word is offered only for plausible slips") {
  const std::vector<std::string> known = {"bleed", "fold", "leading", "left", "bottom"};
  CHECK(nearest("blede", known) == "bleed");
  CHECK(nearest("botom", known) == "bottom");
  CHECK(nearest("lfet", known) == "left");
  CHECK_FALSE(nearest("colour", known));
  CHECK_FALSE(nearest(std::string(1000, 'x'), known));
}

TEST_CASE("a path knows its tight box, curves included") {
  Path curve;
  curve.move({0_pt, 0_pt});
  curve.cubic({0_pt, 40_pt}, {30_pt, 40_pt}, {30_pt, 0_pt});
  CHECK(curve.bounds()->bottom().pt() == Approx(30));
  CHECK(curve.bounds()->width == 30_pt);
  CHECK(Path::ellipse({5_pt, 5_pt}, 5_pt, 2_pt).bounds()->height.pt() == Approx(4));
  CHECK_FALSE(Path().bounds());
}

TEST_CASE("a quadratic curve raised to a cubic keeps its shape") {
  Path path;
  path.move({0_pt, 0_pt});
  path.quadratic({10_pt, 20_pt}, {20_pt, 0_pt});
  CHECK(path.bounds()->height.pt() == Approx(10));
}

TEST_CASE("rounded corners never exceed half the shorter side") {
  const Path pill = Path::rounded_rect({0_pt, 0_pt, 100_pt, 20_pt}, 50_pt);
  CHECK(*pill.bounds() == Rect{0_pt, 0_pt, 100_pt, 20_pt});
  CHECK(pill.steps().front().end == Point{10_pt, 0_pt});
  CHECK(Path::rounded_rect({0_pt, 0_pt, 9_pt, 9_pt}, 0_pt) == Path::rect({0_pt, 0_pt, 9_pt, 9_pt}));
}

TEST_CASE("matrices are applied in the order they are chained") {
  const Matrix map = Matrix::scale(2, 3).then(Matrix::translate({10_pt, 0_pt}));
  CHECK(map.apply({1_pt, 1_pt}) == Point{12_pt, 3_pt});
  CHECK(Path::segment({1_pt, 1_pt}, {2_pt, 2_pt}).transformed(map).steps()[1].end ==
        Point{14_pt, 6_pt});
}

TEST_CASE("the least scale of a map is that of the direction it stretches least") {
  CHECK(Matrix().least_scale() == Approx(1));
  CHECK(Matrix::scale(2, 0.5).least_scale() == Approx(0.5));
  CHECK(Matrix::scale(-3, 2).least_scale() == Approx(2));
  const Matrix turned{0.8, 0.6, -0.6, 0.8, 5, 5};
  CHECK(turned.least_scale() == Approx(1));
  CHECK(Matrix::scale(4, 1).then(turned).least_scale() == Approx(1));
  // A shear: the singular values of (1 1; 0 1) are the golden ratio and its inverse.
  CHECK((Matrix{1, 0, 1, 1, 0, 0}).least_scale() == Approx(0.618034));
  CHECK(Matrix::scale(3, 0).least_scale() == 0);
}

TEST_CASE("a rectangle holds what lies inside, give or take the tolerance") {
  const Rect box{0_pt, 0_pt, 10_pt, 10_pt};
  CHECK(box.contains({0_pt, 0_pt, 10.005_pt, 10_pt}));
  CHECK_FALSE(box.contains({0_pt, 0_pt, 10.1_pt, 10_pt}));
  CHECK(box.outset(1_pt) == Rect{-1_pt, -1_pt, 12_pt, 12_pt});
  CHECK(box.united({5_pt, 5_pt, 10_pt, 2_pt}) == Rect{0_pt, 0_pt, 15_pt, 10_pt});
}
