// SPDX-License-Identifier: MIT
// Numbers in texts from right to left.
#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "document/prepare_text.h"
#include "unit/text/text_helpers.h"

namespace handbill::document {
namespace {

/// With "[" and "]" for an isolate and its end, and no other mark that is not seen.
std::string isolated(const std::string& typed, const std::string& language) {
  std::vector<text::Inline> inlines{text::Run{.text = typed, .style = {}}};
  std::get<text::Run>(inlines.front()).style.edit().language = language;
  TextPreparer().prepare(inlines);
  std::string result;
  for (const char32_t c : to_utf32(std::get<text::Run>(inlines.front()).text)) {
    if (c == 0x2068) result += '[';
    if (c == 0x2069) result += ']';
    if (c == 0x00A0) result += ' ';
    const bool is_seen = c != 0x200E && c != 0x2068 && c != 0x2069 && c != 0x00A0 && c != 0x2060;
    if (is_seen) append_utf8(result, c);
  }
  return result;
}

/// The letters of the first line as they stand, from left to right.
std::string seen(const std::string& typed, const std::string& language) {
  text::test::Squares squares;
  text::Paragraph paragraph = squares.paragraph(typed);
  paragraph.style.edit().text.edit().language = language;
  std::get<text::Run>(paragraph.inlines.front()).style.edit().language = language;
  TextPreparer().prepare(paragraph.inlines);
  std::map<double, std::string> letters;
  for (const auto& run :
       text::test::glyph_runs(squares.lines(paragraph, Length::pt(1000)).front())) {
    for (const display::Glyph& glyph : run.glyphs) {
      letters[(run.origin.x + glyph.x).pt()] =
          run.text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
    }
  }
  std::string result;
  for (const auto& [x, letter] : letters) result += letter;
  return result;
}

TEST_CASE("A sentence that begins with words and a number goes the way of its words") {
  const std::string said = seen("Bite for 30 minutes. Say \u05D1 to all.", "en");
  CHECK(said.find("Bite") < said.find("\u05D1"));
  CHECK(said.find("\u05D1") < said.find("all"));
  const std::string answer = seen("\u05D1 30 minutes. Say so.", "en");
  CHECK(answer.find("so") < answer.find("\u05D1"));
}

}  // namespace

TEST_CASE("Numbers stand from left to right among words from right to left") {
  for (const char* language : {"ar", "fa", "ur", "he"}) {
    for (const std::string number :
         {"301-555-0100", "+1 301 555 0100", "(301) 555-0100", "2026-01-05", "1/5/2026", "10-15",
          "10\u201315 mg", "$25", "20%", "5454 Wisconsin Ave, Ste 1400", "−5",
          "Lidocaine 2.5 mg/kg", "\u0663\u0660\u0661-\u0665\u0665\u0665-\u0660\u0661",
          "(\u0663\u0660\u0661) \u0665\u0665\u0665 \u0660\u0661\u0660\u0660",
          "\u06F3\u06F0\u06F1-\u06F5\u06F5\u06F5-\u06F0\u06F1"}) {
      INFO(language << " " << number);
      const std::string letter = language == std::string("he") ? "\u05D0" : "\u0627";
      CHECK(seen(letter + " " + number + ", " + letter, language) ==
            letter + " ," + number + " " + letter);
      // The whole text, as in a cell of a table.
      CHECK(seen(number, language) == number);
    }
  }
  // A prefix with its hyphen stands to the right of its number.
  CHECK(seen("\u05D1-5", "he") == "5-\u05D1");
}

TEST_CASE("Numbers keep their order in texts from right to left") {
  for (const char* language : {"ar", "fa", "ur", "he"}) {
    INFO(language);
    const auto check = [&](const std::string& expected) {
      std::string typed = expected;
      std::erase_if(typed, [](char c) { return c == '[' || c == ']'; });
      CHECK(isolated(typed, language) == expected);
    };
    check("\u05D0 [301-555-0100]");
    check("\u0627 [+1 301 555 0100].");
    check("[(301) 555-0100]");
    check("\u0627 [(301) 555-0100 ext. 12], \u0627");
    check("\u0627 [2026-01-05] \u0627");
    check("\u0627 [100.4 \u00B0F] ([38 \u00B0C])");
    check("\u0627 [$25] \u0627 [$25\u2013$30] [20%]");
    check("\u0627 [10\u201315] \u0627 [10-15 mg]");
    check("\u0627 [5 mg], [10 mg]");
    check("\u0627 [5454 Wisconsin Ave, Ste 1400] \u0627");
    check("\u0627 [Lidocaine 2.5 mg/kg] \u0627");
    check("\u0627 [\u0663\u0660\u0661-\u0665\u0665\u0665-\u0660\u0661\u0660\u0660]");
    check("\u0627 [\u06F3\u06F0\u06F1-\u06F5\u06F5\u06F5-\u06F0\u06F1\u06F0\u06F0]");
  }
}

TEST_CASE("Numbers that need no help in their order get none") {
  CHECK(isolated("\u0627 8:00 \u0627 1,000 (5)", "ar") == "\u0627 8:00 \u0627 1,000 (5)");
  CHECK(isolated("\u0627 Ste 1400", "ar") == "\u0627 Ste 1400");
  CHECK(isolated("\u0662\u0660\u066A", "ar") == "\u0662\u0660\u066A");
  CHECK(isolated("\u0627 8:00 \u0635", "ar") == "\u0627 8:00 \u0635");
  CHECK(isolated("\u2068301-555-0100\u2069", "ar") == "[301-555-0100]");
  CHECK(isolated("https://example.org/2026-01-05", "ar") == "https://example.org/2026-01-05");
  CHECK(isolated("call 301-555-0100", "en") == "call 301-555-0100");
}

TEST_CASE("Some words from right to left are enough for numbers to keep their order") {
  CHECK(isolated("\u05D0\u05D1 301-555-0100", "en") == "\u05D0\u05D1 [301-555-0100]");
}

}  // namespace handbill::document
