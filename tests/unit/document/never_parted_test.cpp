// SPDX-License-Identifier: MIT
// What no line may part, set in columns of many widths.
#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "document/prepare_text.h"
#include "unit/text/text_helpers.h"

namespace handbill::document {
namespace {

using namespace handbill::literals;

/// The lines of a text in a column so many letters wide.
std::vector<std::string> lines(text::test::Squares& squares, const std::string& words,
                               const std::string& language, std::size_t letters) {
  text::Paragraph paragraph = squares.paragraph(words);
  std::get<text::Run>(paragraph.inlines.front()).style.edit().language = language;
  paragraph.style.edit().text.edit().language = language;
  std::get<text::Run>(paragraph.inlines.front()).style.edit().signs = text::Signs::AsTyped;
  TextPreparer().prepare(paragraph.inlines);
  std::vector<std::string> result;
  for (const text::Line& line :
       squares.lines(paragraph, 5_pt * static_cast<double>(letters) + 1_pt)) {
    result.push_back(line.text);
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

TEST_CASE("No column is so narrow that a date, a time or a range is parted") {
  never_parted({"2026-01-05",       "1/5/2026",      "05.01.2026",
                "Jan. 5",           "Jan 5",         "January 5",
                "Sept. 30",         "May 5",         "5 May",
                "5 May 2026",       "January 2026",  "January 5th",
                "8:00 am",          "8 a.m.",        "8 a. m.",
                "8:00 p. m.",       "12:30 PM",      "5 o\u2019clock",
                "9\u201317",        "10\u201315 mg", "10 \u2013 15 mg",
                "10-15 mg",         "9 \u2013 5",    "20%\u201330%",
                "$25\u2013$30",     "8am\u20135pm",  "2026-01-05\u20132026-01-09",
                "1:00\u20135:00 pm"});
  never_parted({"5 de mayo", "1.\u00BA de enero", "5 ene", "8:00 a. m.", "8 p.m."}, "es");
  never_parted({"5. Mai", "9 Uhr", "5. Dez. 2026"}, "de");
  never_parted({"1er janvier", "5 mars 2026", "8 h 30"}, "fr");
  never_parted({"2026\u5E741\u67085\u65E5", "\u4E0A\u53488:00", "30\u5206"}, "zh");
  never_parted({"1\uC6D4 5\uC77C", "\uC624\uC804 8:00"}, "ko");
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

TEST_CASE("No column is so narrow that an address or a name is parted from its number") {
  never_parted({"MD 20850",
                "MD 20850-1234",
                "Suite 200",
                "Ste 1400",
                "Ste. 1400",
                "Apt. 3",
                "Apt 4B",
                "P.O. Box 12",
                "PO Box 12",
                "P. O. Box 12",
                "Room 12",
                "Floor 3",
                "5454 Wisconsin Ave",
                "SPF 30",
                "SPF 30+",
                "BMI 30",
                "Type II",
                "type 2",
                "Type I",
                "Grade IV",
                "stage 3",
                "Step 1",
                "day 2",
                "Week 6",
                "page 12",
                "p. 3",
                "pp. 3",
                "No. 5",
                "Fig. 2",
                "Table 3",
                "vitamin C",
                "hepatitis B",
                "War II",
                "Ph.D.",
                "Ph. D.",
                "M.D.",
                "Dr. Lee",
                "Mrs. Smith",
                "J. R. Smith",
                "Smith Jr.",
                "Lee, Ph.D.",
                "I think"});
  never_parted({"oficina 200", "piso 3", "n.\u00BA 5", "p\u00E1g. 3", "Dra. Ruiz"}, "es");
  never_parted({"\u0631\u0642\u0645 5", "\u062C\u0646\u0627\u062D 200"}, "ar");
  never_parted({"v lese"}, "cs");
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
