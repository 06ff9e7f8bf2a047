// SPDX-License-Identifier: MIT
// Staff edits of the facts in clinic.toml.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

const std::string kClinic = "content/en/clinic.toml";

/// The blank of a fact as it is shipped.
const std::string kName = R"({ blank = "the clinic’s name", width = "2.5 in" })";
const std::string kPhone = R"({ blank = "the clinic’s phone number", width = "1.75 in" })";
const std::string kBooking = R"({ blank = "the web address for booking", width = "2.25 in" })";

Change fact(const std::string& blank, const std::string& text) {
  return {kClinic, blank, "\"" + text + "\""};
}

/// The whole address; `UK` is what people write for GB.
Change to_london(const std::string& zip) {
  return {kClinic,
          "street = \"5454 Wisconsin Ave\"\nsuite  = \"Ste 1400\"\ncity   = \"Chevy Chase\"\n"
          "state  = \"MD\"\nzip    = \"20815\" # in quotes\n",
          "street = \"10 Downing St\"\ncity = \"London\"\nzip = " + zip + "\ncountry = \"UK\"\n"};
}

const StaffEdit kFacts[] = {
    {.name = "name and phone number are filled in",
     .changes = {fact(kName, "Chevy Chase Skin Clinic"), fact(kPhone, "202-555-0143")},
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
     .changes = {fact(kPhone, "555-0143")},
     .says = {{"error", "bad-phone", kClinic + ": phone", "write the number with its area code"},
              {"warning", "placeholder-text", kClinic + ": phone", "set aside for examples"}}},
    {.name = "the web address for booking without its scheme",
     .changes = {fact(kBooking, "chevychaseskin.com/book")},
     .says = {{"error", "bad-url", kClinic + ": booking",
               "did you mean `https://chevychaseskin.com/book`?"}}},
};

}  // namespace

TEST_CASE("staff edits of facts end in the right words or the right message") {
  check_edits(kFacts);
}

}  // namespace handbill::test
