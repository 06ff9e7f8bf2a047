// SPDX-License-Identifier: MIT
// What no line may part, set in columns of many widths.
#include <catch2/catch.hpp>
#include <regex>

#include "base/utf8.h"
#include "document/prepare_text.h"
#include "unit/text/text_helpers.h"

namespace handbill::document {
namespace {

using namespace handbill::literals;

/// With plain spaces.
std::string plain(const std::string& text) {
  return std::regex_replace(text, std::regex("\u00A0|\u202F"), " ");
}

/// The lines of a text in a column so many letters wide.
std::vector<std::string> lines(text::test::Squares& squares, const std::string& words,
                               const std::string& language, std::size_t letters) {
  text::Paragraph paragraph = squares.paragraph(words);
  std::get<text::Run>(paragraph.inlines.front()).style.language = language;
  paragraph.style.text.language = language;
  TextPreparer().prepare(paragraph.inlines);
  std::vector<std::string> result;
  for (const text::Line& line :
       squares.lines(paragraph, 5_pt * static_cast<double>(letters) + 1_pt)) {
    result.push_back(plain(line.text));
  }
  return result;
}

void never_parted(const std::vector<std::string>& phrases, const std::string& language = "en") {
  constexpr std::size_t kWidths = 20;
  text::test::Squares squares;
  for (const std::string& phrase : phrases) {
    const std::string words = "and here we go, " + phrase + ", and so we go on and on";
    const std::size_t least = count_code_points(phrase) + 1;
    for (std::size_t width = least; width < least + kWidths; ++width) {
      const auto set = lines(squares, words, language, width);
      INFO(phrase << " in a column of " << width);
      CHECK(std::ranges::any_of(
          set, [&](const std::string& line) { return line.find(phrase) != line.npos; }));
    }
  }
}

}  // namespace

TEST_CASE("No column is so narrow that a telephone number is parted") {
  never_parted({"(301) 555-0100",
                "301 555 0100",
                "301-555-0100",
                "301.555.0100",
                "1 (301) 555-0100",
                "+1 301 555 0100",
                "+1 (301) 555-0100",
                "(+1) 301 555 0100",
                "+44 20 7946 0958",
                "+44 (0)20 7946 0958",
                "+1-301-555-0100",
                "(301)555-0100",
                "555-0100",
                "555 0100",
                "1-800-555-0100",
                "1-800-FLOWERS",
                "301 - 555 - 0100",
                "01 23 45 67 89",
                "\u0663\u0660\u0661 \u0665\u0665\u0665 \u0660\u0661\u0660\u0660",
                "ext. 12"});
}

TEST_CASE("No column is so narrow that a quantity or a price is parted") {
  never_parted({"30 mg",       "2.5 mg/kg",     "2.5 mg/kg/day", "5 mL/min",
                "10 mmol/L",   "37.5 \u00B0C",  "100.4 \u00B0F", "100.4\u00B0 F",
                "20 %",        "10 000",        "1 1/2",         "2 \u00BD",
                "5 million",   "20 percent",    "5 lbs",         "5 ft 10 in",
                "120/80 mmHg", "3 \u00D7 5 cm", "< 5 mg",        "\u2265 18",
                "$ 25",        "US$ 25",        "USD 25",        "25 \u20AC",
                "\u20AC 25",   "$1.5 million",  "$250/month",    "# 5"});
}

TEST_CASE("A line may end before an extension, and between two times") {
  text::test::Squares squares;
  CHECK(lines(squares, "(301) 555-0100 ext. 12", "en", 16) ==
        std::vector<std::string>{"(301) 555-0100", "ext. 12"});
  CHECK(lines(squares, "8:00 am \u2013 5:00 pm", "en", 12) ==
        std::vector<std::string>{"8:00 am \u2013", "5:00 pm"});
  CHECK(lines(squares, "8:00 am\u20135:00 pm", "en", 12) ==
        std::vector<std::string>{"8:00 am\u2013", "5:00 pm"});
}

}  // namespace handbill::document
