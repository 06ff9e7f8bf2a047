// SPDX-License-Identifier: MIT
// Numbers in texts from right to left.
#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "document/prepare_text.h"

namespace handbill::document {
namespace {

/// With "[" and "]" for an isolate and its end, plain spaces, and nothing that only joins words.
std::string isolated(const std::string& typed, const std::string& language) {
  std::vector<text::Inline> inlines{text::Run{.text = typed, .style = {}}};
  std::get<text::Run>(inlines.front()).style.language = language;
  TextPreparer().prepare(inlines);
  std::string result;
  for (const char32_t c : to_utf32(std::get<text::Run>(inlines.front()).text)) {
    if (c == 0x2068) result += '[';
    if (c == 0x2069) result += ']';
    if (c == 0x00A0) result += ' ';
    const bool is_seen = c != 0x2068 && c != 0x2069 && c != 0x00A0 && c != 0x2060;
    if (is_seen) append_utf8(result, c);
  }
  return result;
}

}  // namespace

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
