// SPDX-License-Identifier: MIT
// Words wider than their column; each character is 5 wide.
#include "text/split_words.h"

#include <catch2/catch.hpp>

#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

/// The texts of the lines once the words that are too wide are parted, `tries` times at most.
std::vector<std::string> split(const std::string& text, double width, int tries = 1) {
  Squares squares;
  const Paragraph paragraph = squares.paragraph(text);
  ShapedParagraph shaped = shape(paragraph, squares.fonts, squares.diags);
  const Measure measure{Length::pt(width)};
  for (int i = 0;; ++i) {
    const auto breaks = break_lines(shaped, paragraph, measure, squares.fonts);
    const auto lines = set_lines(shaped, paragraph, breaks, measure, squares.fonts);
    std::vector<LineBreak> wide;
    for (std::size_t k = 0; k < lines.size(); ++k) {
      if (lines[k].overrun > Length()) wide.push_back(breaks[k]);
      const bool is_split = breaks[k].splits_word;
      CHECK(is_split == !lines[k].split_word.empty());
    }
    auto again = wide.empty() || i == tries
                     ? std::nullopt
                     : with_split_words(shaped, paragraph, wide, squares.fonts);
    if (!again) return texts(lines);
    shaped = std::move(*again);
  }
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("A word wider than its column goes on in the next line, with a hyphen between letters") {
  CHECK(split("abcdefghij", 50) == Texts{"abcdefghij"});
  CHECK(split("abcdefghij", 49).size() == 2);
  CHECK(split("abcdefghij", 49).front().back() == '-');
  // Two letters at least stay together.
  CHECK(split("abcd", 15) == Texts{"ab-", "cd"});
  CHECK(split("abc", 14, 0) == Texts{"abc"});
  // Digits take no hyphen, and words that fit stay whole.
  CHECK(split("12345678", 20) == Texts{"1234", "5678"});
  CHECK(split("ab abcdefgh cd", 40) == Texts{"ab", "abcdefgh", "cd"});
}

TEST_CASE("A word as wide as several columns is parted between any letters if it must be") {
  CHECK(split("abc", 5).size() == 3);
  CHECK(split("a", 4, 3) == Texts{"a"});
  CHECK(split("e\u0301e\u0301e\u0301", 5) == Texts{"e\u0301", "e\u0301", "e\u0301"});
}

TEST_CASE("An address goes on before its marks, without a hyphen") {
  CHECK(split("abcd@efgh.ij", 40) == Texts{"abcd", "@efgh.ij"});
  CHECK(split("www.abcdefg.hi", 55) == Texts{"www.abcdefg", ".hi"});
  // Where no mark helps, between letters, and still without one.
  const Texts lines = split("ab@cdefghijklmnop", 30, 2);
  REQUIRE(lines.size() >= 3);
  for (const std::string& each : lines) CHECK(each.find('-') == std::string::npos);
}

TEST_CASE("The word around a place reaches from space to space") {
  CHECK(word_around("one two three", 5) == "two");
  CHECK(word_around("one two", 0) == "one");
  CHECK(word_around("one two", 7) == "two");
  CHECK(word_around("caf\u00E9s", 5) == "caf\u00E9s");
}

}  // namespace handbill::text
