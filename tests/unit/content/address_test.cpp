// SPDX-License-Identifier: MIT
// Postal codes by country, ZIP codes by state.
#include <catch2/catch.hpp>

#include "content/postal_code.h"
#include "content/us_state.h"
#include "content_from.h"

namespace handbill::content {

TEST_CASE("Postal codes have the form of their country") {
  struct Case {
    const char* region;
    const char* code;
    const char* hint;  // null: it is one
  };
  for (const auto& [region, code, hint] : {
           Case{"GB", "SW1A 1AA", nullptr},
           {"GB", "M2 5BQ", nullptr},
           {"GB", "EC1Y 8SY", nullptr},
           {"GB", "sw1a1aa", "did you mean `SW1A 1AA`?"},
           {"GB", "SW1A", "there they are written like `EC1Y 8SY`"},
           {"DE", "10115", nullptr},
           {"DE", "1011", "there they are written like `10115`"},
           {"DE", "101155", "there they are written like `10115`"},
           {"CA", "H3Z 2Y7", nullptr},
           {"CA", "H3Z-2Y7", "did you mean `H3Z 2Y7`?"},
           {"NL", "1234AB", "did you mean `1234 AB`?"},
           {"SE", "11455", "did you mean `114 55`?"},
           {"PT", "2725079", "did you mean `2725-079`?"},
           {"IE", "A65 F4E2", nullptr},
           {"VN", "70010", nullptr},
           {"VN", "700100", nullptr},
           {"LV", "1073", "there they are written like `LV-1073`"},
           {"LV", "lv 1073", "did you mean `LV-1073`?"},
           {"HK", "anything", nullptr},  // has no postal codes
       }) {
    CAPTURE(region, code);
    const auto fault = find_postal_fault(code, region);
    CHECK(fault.has_value() == (hint != nullptr));
    if (fault && hint) CHECK(fault->hints.front() == hint);
  }
}

TEST_CASE("A ZIP code belongs to the state with the longest beginning it has") {
  struct Case {
    const char* zip;
    const char* state;
  };
  for (const auto& [zip, state] :
       {Case{"20815", "MD"}, Case{"20002", "DC"}, Case{"20105", "VA"}, Case{"05501", "MA"},
        Case{"05401", "VT"}, Case{"06390", "NY"}, Case{"96799", "AS"}, Case{"96701", "HI"},
        Case{"73301", "TX"}, Case{"73401", "OK"}, Case{"83414", "WY"}, Case{"90210", "CA"}}) {
    CAPTURE(zip);
    const UsState* found = us_state_of_zip(zip);
    REQUIRE(found != nullptr);
    CHECK(found->code == state);
  }
  CHECK(us_state_of_zip("00012") == nullptr);
}

TEST_CASE("States are known by their letters and by name") {
  REQUIRE(find_us_state("MD") != nullptr);
  CHECK(find_us_state("maryland") == find_us_state("MD"));
  CHECK(find_us_state("XX") == nullptr);
  CHECK(find_us_state("") == nullptr);
  CHECK(have_a_border(*find_us_state("MD"), *find_us_state("VA")));
  CHECK(have_a_border(*find_us_state("VA"), *find_us_state("MD")));
  CHECK_FALSE(have_a_border(*find_us_state("MD"), *find_us_state("NC")));
}

TEST_CASE("An address has a street and a city, and what else is missing leaves no gap") {
  struct Case {
    const char* parts;
    const char* line;
    const char* faults;
  };
  for (const auto& [parts, line, faults] : {
           Case{"street = \"1 Main St\"\ncity = \"Salem\"\nstate = \"MD\"\nzip = \"21811\"",
                "1 Main St, Salem, MD_21811", ""},
           {"street = \"1 Main St\"\ncity = \"Salem\"\nstate = \"MD\"", "1 Main St, Salem, MD", ""},
           {"street = \"1 Main St\"\ncity = \"Salem\"\nzip = \"21811\"", "1 Main St, Salem 21811",
            ""},
           {"street = \"1 Main St\"\ncity = \"Salem\"", "1 Main St, Salem", ""},
           {"street = \"1 Main St\"\nstate = \"MD\"\nzip = \"21811\"", "1 Main St, MD_21811",
            "the address has no `city`"},
           {"street = \"1 Main St\"", "1 Main St", "the address has no `city`"},
           {"city = \"Salem\"", "Salem", "the address has no `street`"},
           {"street = \"Hauptstr. 1\"\nzip = \"10115\"\ncountry = \"DE\"", "Hauptstr. 1, 10115",
            "the address has no `city`"},
           {"street = \"Hauptstr. 1\"\ncity = \"Berlin\"\nstate = \"BE\"\ncountry = \"DE\"",
            "Hauptstr. 1, Berlin, BE", ""},
       }) {
    CAPTURE(parts);
    const auto content = test::content_from("[clinic.address]\n" + std::string(parts) + "\n");
    CHECK(test::plain(content->show("clinic.address")) == line);
    std::string said;
    for (const diag::Diagnostic& each : content->diags.list()) said += each.message;
    CHECK(said == faults);
  }
}

}  // namespace handbill::content
