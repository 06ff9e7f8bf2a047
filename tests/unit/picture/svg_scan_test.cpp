// SPDX-License-Identifier: MIT
#include "picture/svg_scan.h"

#include <catch2/catch.hpp>
#include <charconv>

using handbill::picture::parse_svg_number;
using handbill::picture::parse_svg_numbers;
using handbill::picture::SvgScan;

TEST_CASE("numbers of SVG") {
  const auto [text, expected] = GENERATE(table<std::string, std::optional<double>>({
      {"0", 0},
      {"-1", -1},
      {"+1", 1},
      {".5", 0.5},
      {"5.", 5},
      {"-.5", -0.5},
      {" 12.25 ", 12.25},
      {"1e2", 100},
      {"1E-2", 0.01},
      {"1.5e+1", 15},
      {"123456789012345.678", 123456789012345.678},
      {"0.00000000000000000001", 1e-20},
      {"", std::nullopt},
      {".", std::nullopt},
      {"-", std::nullopt},
      {"--1", std::nullopt},
      {"+-1", std::nullopt},
      {"1e", std::nullopt},
      {"1e+", std::nullopt},
      {"1.2.3", std::nullopt},
      {"1e400", std::nullopt},
      {"nan", std::nullopt},
      {"inf", std::nullopt},
      {"0x1", std::nullopt},
      {"1 2", std::nullopt},
  }));
  CAPTURE(text);
  CHECK(parse_svg_number(text) == expected);
}

TEST_CASE("short decimals round as the library does") {
  const auto digits = GENERATE(take(200, random(0, 1'000'000'000)));
  const auto decimals = GENERATE(0, 1, 5, 9);
  std::string text = std::to_string(digits);
  if (text.size() < 10) text.insert(0, 10 - text.size(), '0');
  text.insert(text.size() - static_cast<std::size_t>(decimals), ".");
  double expected = 0;
  std::from_chars(text.data(), text.data() + text.size(), expected);
  CAPTURE(text);
  CHECK(parse_svg_number(text) == expected);
}

TEST_CASE("a number ends where the next begins") {
  SvgScan scan("1.5.5-2e1e");
  CHECK(scan.number() == 1.5);
  CHECK(scan.number() == 0.5);
  CHECK(scan.number() == -20);
  CHECK_FALSE(scan.number());
  CHECK(scan.rest() == "e");
}

TEST_CASE("lists take one comma between numbers") {
  using List = std::vector<double>;
  CHECK(parse_svg_numbers("") == List{});
  CHECK(parse_svg_numbers(" 1 , 2,3 4\n5-6 ") == List{1, 2, 3, 4, 5, -6});
  CHECK_FALSE(parse_svg_numbers("1,,2"));
  CHECK_FALSE(parse_svg_numbers("1,"));
  CHECK_FALSE(parse_svg_numbers(",1"));
  CHECK_FALSE(parse_svg_numbers("1;2"));
}
