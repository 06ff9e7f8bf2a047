// SPDX-License-Identifier: MIT
// Staff edits of the facts in clinic.toml.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

const std::string kClinic = "content/en/clinic.toml";
const std::string kAftercare = "content/en/aftercare.toml";
const std::string kBrochure = "content/en/microneedling.toml";

/// The whole address; `UK` is what people write for GB.
Change to_london(const std::string& zip) {
  return {kClinic,
          "street = \"5454 Wisconsin Ave\"\nsuite  = \"Ste 1400\"\ncity   = \"Chevy Chase\"\n"
          "state  = \"MD\"\nzip    = \"20815\" # in quotes\n",
          "street = \"10 Downing St\"\ncity = \"London\"\nzip = " + zip + "\ncountry = \"UK\"\n"};
}

const StaffEdit kFacts[] = {
    {.name = "name and phone number are filled in",
     .changes = {filled("name", "Chevy Chase Skin Clinic"), filled("phone", "202-555-0143")},
     .reads = {"Chevy Chase Skin Clinic", "Call (202) 555-0143"},
     .says = {{"warning", "placeholder-text", kClinic + ": phone", "set aside for examples"}}},
    {.name = "the suite moves",
     .changes = {{kClinic, "Ste 1400", "Ste 1502"}},
     .reads = {"5454 Wisconsin Ave, Ste 1502 Chevy Chase, MD 20815"}},
    {.name = "a digit of the ZIP code is lost",
     .changes = {{kClinic, "\"20815\"", "\"2081\""}},
     .says = {{"error", "bad-zip", kClinic + ": zip", "a digit is missing"}}},
    {.name = "a ZIP code of a state far away",
     .changes = {{kClinic, "\"20815\"", "\"28015\""}},
     .says = {{"error", "bad-zip", kClinic + ": zip",
               "the ZIP code `28015` is in North Carolina, the address in Maryland"}}},
    {.name = "a ZIP code of the state next door",
     .changes = {{kClinic, "\"20815\"", "\"20015\""}},
     .reads = {"Chevy Chase, MD 20015"},
     .says = {{"warning", "bad-zip", kClinic + ": zip", "is in District of Columbia"}}},
    {.name = "a ZIP code that is nowhere",
     .changes = {{kClinic, "\"20815\"", "\"00081\""}},
     .says = {{"error", "bad-zip", kClinic + ": zip", "no ZIP code begins with `000`"}}},
    {.name = "the state by its name",
     .changes = {{kClinic, "\"MD\"", "\"Maryland\""}},
     .says = {{"error", "bad-value", kClinic + ": state", "did you mean `MD`?"}}},
    {.name = "a state that does not exist",
     .changes = {{kClinic, "\"MD\"", "\"MX\""}},
     .says = {{"error", "bad-value", kClinic + ": state", "`MX` is not a state of the US"}}},
    {.name = "the clinic moves to London",
     .changes = {to_london("\"SW1A 1AA\"")},
     .reads = {"10 Downing St", "London SW1A 1AA"}},
    {.name = "a London postcode of which a letter is lost",
     .changes = {to_london("\"SW1A 1A\"")},
     .says = {{"error", "bad-zip", kClinic + ": zip", "is not a postal code of GB"}}},
    {.name = "a phone number without its area code",
     .changes = {filled("phone", "555-0143")},
     .says = {{"error", "bad-phone", kClinic + ": phone", "write the number with its area code"},
              {"warning", "placeholder-text", kClinic + ": phone", "set aside for examples"}}},
    {.name = "the web address for booking without its scheme",
     .changes = {filled("booking", "chevychaseskin.com/book")},
     .says = {{"error", "bad-url", kClinic + ": booking",
               "did you mean `https://chevychaseskin.com/book`?"}}},
    {.name = "a phone number with an extension",
     .changes = {filled("phone", "301 654 2000 ext 1234")},
     .command = "build treatment-brochure aftercare-sheet",
     .reads = {"Call (301) 654-2000 ext. 1234"}},
    {.name = "a phone number of the United Kingdom",
     .changes = {filled("phone", "+44 20 7946 0958 ext 12")},
     .command = "build treatment-brochure aftercare-sheet",
     .reads = {"Call +44 20 7946 0958 x12"}},
    {.name = "the number of a clinic in London",
     .changes = {filled("phone", "+44 20 7946 0958"), to_london("\"SW1A 1AA\"")},
     .command = "build treatment-brochure",
     .reads = {"Call 020 7946 0958"}},
    {.name = "a second number under a name that does not exist",
     .changes = {{kClinic, "[clinic]\n", "[clinic]\nphone_2 = \"301 654 2001\"\n"}},
     .command = "build treatment-brochure",
     .says = {{"error", "unknown-key", kClinic + ": phone_2", "did you mean `phone2`?"}}},
    {.name = "the web address for booking without encryption",
     .changes = {filled("booking", "http://chevychaseskin.com/book")},
     .command = "build treatment-brochure",
     .reads = {"Book chevychaseskin.com/book"},
     .says = {{"warning", "bad-url", kClinic + ": booking",
               "did you mean `https://chevychaseskin.com/book`?"}}},
    {.name = "a web address that ends in .con",
     .changes = {filled("booking", "https://chevychaseskin.con/book")},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-url", kClinic + ": booking", "no web address ends in `.con`"}}},
    {.name = "a web address of a book about web addresses",
     .changes = {filled("booking", "https://clinic.example")},
     .command = "build treatment-brochure",
     .reads = {"clinic.example"},
     .says = {{"warning", "placeholder-text", kClinic + ": booking", "set aside for examples"}}},
    {.name = "a web address that is too long for its line",
     .changes = {filled("booking", "https://www.chevychaseskinandlasercenter.com/appointments")},
     .command = "build treatment-brochure",
     .says = {{"warning", "word-split", kClinic + ": booking", "too long for one line"}}},
    {.name = "a phone number that is still to come is told once",
     .changes = {filled("phone", "TBD")},
     .says = {{"error", "placeholder-text", kClinic + ": phone", "was meant to be replaced"}}},
    {.name = "a phone number of zeros is told once",
     .changes = {filled("phone", "(000) 000-0000")},
     .says = {{"error", "placeholder-text", kClinic + ": phone", "was meant to be replaced"}}},
    {.name = "a ZIP code that is still to come is told once",
     .changes = {{kClinic, "\"20815\"", "\"TBD\""}},
     .says = {{"error", "placeholder-text", kClinic + ": zip", "was meant to be replaced"}}},
    {.name = "a blank misspelt",
     .changes = {{kClinic, "{ blank = \"the clinic’s phone number\"", "{ blnk = \"the number\""}},
     .says = {{"error", "wrong-type", kClinic + ": phone", "did you mean `blank`?"}}},
    {.name = "a blank of a text misspelt, and of an entry of a list",
     .changes = {{kAftercare, "intro = \"Your skin is healing. Here is how to help it.\"",
                  "intro = { Blank = \"the first words\", width = \"3 in\" }"},
                 {kAftercare, "text = \"Wear makeup.\"", "text = { blnk = \"what to leave\" }"}},
     .command = "build aftercare-sheet",
     .says = {{"error", "wrong-type", kAftercare + ": intro", "did you mean `blank`?"},
              {"error", "wrong-type", kAftercare + ": text = { b", "did you mean `blank`?"}}},
    {.name = "a blank misspelt in a list of texts",
     .changes = {{kBrochure, "\"You want smaller-looking pores.\"", "{ blnak = \"a wish\" }"}},
     .command = "build treatment-brochure",
     .says = {{"error", "wrong-type", kBrochure + ":   { blnak", "did you mean `blank`?"}}},
    {.name = "a blank that has a width alone",
     .changes = {{kClinic, "{ blank = \"the clinic’s phone number\", ", "{ "}},
     .says = {{"error", "wrong-type", kClinic + ": phone", "a blank says what to fill in"}}},
    {.name = "the country by its name",
     .changes = {{kClinic, "zip    =", "country = \"USA\"\nzip    ="}},
     .command = "build treatment-brochure",
     .says = {{"error", "bad-value", kClinic + ": country", "did you mean `US`?"}}},
};

}  // namespace

TEST_CASE("staff edits of facts end in the right words or the right message") {
  check_edits(kFacts);
}

}  // namespace handbill::test
