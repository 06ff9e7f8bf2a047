// SPDX-License-Identifier: MIT
// Ranges, minus and times signs, dots and fractions.
#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "document/prepare_text.h"

namespace handbill::document {
namespace {

/// With plain spaces, "^" for a narrow one, and nothing that only joins words.
std::string set(const std::string& typed, const std::string& language = "en",
                text::Signs signs = text::Signs::Smart) {
  std::vector<text::Inline> inlines{text::Run{.text = typed, .style = {}}};
  text::CharacterStyle& style = std::get<text::Run>(inlines.front()).style.edit();
  style.language = language;
  style.signs = signs;
  TextPreparer().prepare(inlines);
  std::string result;
  for (const char32_t c : to_utf32(std::get<text::Run>(inlines.front()).text)) {
    if (c == 0x00A0) result += ' ';
    if (c == 0x202F) result += '^';
    if (c != 0x00A0 && c != 0x202F && c != 0x2060) append_utf8(result, c);
  }
  return result;
}

void is_left_as_typed(const std::string& text, const std::string& language = "en") {
  INFO(text);
  CHECK(set(text, language) == text);
}

}  // namespace

TEST_CASE("Hyphens between the numbers of a range become dashes of the language") {
  CHECK(set("1-5 days, 10-15 mg, $20-$30") == "1\u20135 days, 10\u201315 mg, $20\u2013$30");
  CHECK(set("8:00 am - 5:00 pm") == "8:00 am \u2013 5:00 pm");
  CHECK(set("pages 23-45, 2026-27, 9-5, 3-1") ==
        "pages 23\u201345, 2026\u201327, 9\u20135, 3\u20131");
  CHECK(set("a 5-10-day break (5-10)") == "a 5\u201310-day break (5\u201310)");
  CHECK(set("1-5 Tage", "de") == "1\u20135 Tage");
  CHECK(set("1-5 jours", "fr") == "1\u20135 jours");
  is_left_as_typed("1-5 d\u00EDas", "es");
  is_left_as_typed("1-5\u65E5", "ja");
}

TEST_CASE("Telephone numbers, dates and codes are no ranges") {
  for (const char* text :
       {"301-555-0100", "1-800-555-0100", "555-0100", "(301) 555-0100", "+1-301-555-0100",
        "2026-01-05", "01-05-2026", "MD 20850-1234", "01234-5678", "9-1-1", "12-345-6", "A-12-14",
        "007-008", "200-100", "COVID-19", "well-known", "5-fold", "x-1"}) {
    is_left_as_typed(text);
  }
  is_left_as_typed("https://example.org/1-5/2x3?a=1/2-b...c");
}

TEST_CASE("A hyphen before a number is a minus, an x between numbers a times sign") {
  CHECK(set("-5 \u00B0C (-10 \u00B0C) to -2") == "\u22125 \u00B0C (\u221210 \u00B0C) to \u22122");
  CHECK(set("2 x 3 mm, 2x3, 10 x 15 cm") == "2 \u00D7 3 mm, 2\u00D73, 10 \u00D7 15 cm");
  for (const char* text : {"- 5", "a -b", "3x daily", "2 x daily", "0x10", "RSx2", "x 3"}) {
    is_left_as_typed(text);
  }
}

TEST_CASE("Three dots are one sign, where the language has it") {
  CHECK(set("Wait... what? ...so (...)") == "Wait\u2026 what? \u2026so (\u2026)");
  CHECK(set("Attendez...", "fr") == "Attendez\u2026");
  for (const char* text : {"..", "....", "a . . . b", "......"}) is_left_as_typed(text);
  is_left_as_typed("\u7B49...", "zh");
}

TEST_CASE("Fractions are set where they can be no date") {
  CHECK(set("1 1/2 cups, 2 3/4") == "1\u00BD cups, 2\u00BE");
  CHECK(set("1/2 mg, 1/4 oz, a 1/2-inch nail") == "\u00BD mg, \u00BC oz, a \u00BD-inch nail");
  CHECK(set("5 5/8 in, 2/3 oz") == "5^5\u20448 in, 2\u20443 oz");
  CHECK(set("8 1/2 x 11 in") == "8\u00BD \u00D7 11 in");
  for (const char* text : {"1/2", "on 1/2 and 3/4.", "24/7", "5/1/2026", "1/2/26", "120/80 mmHg",
                           "3/2 mg", "1/7 mg", "A1/2 mg", "and/or", "5 4/2"}) {
    is_left_as_typed(text);
  }
}

TEST_CASE("Signs stay as typed where the style says so") {
  const std::string typed = "1-5 days, -5, 2 x 3, 1 1/2 cups...";
  CHECK(set(typed, "en", text::Signs::AsTyped) == typed);
  CHECK(set(typed) != typed);
}

}  // namespace handbill::document
