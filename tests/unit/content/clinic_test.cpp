// SPDX-License-Identifier: MIT
// Facts of the clinic that are mistyped.
#include <catch2/catch.hpp>

#include "content_from.h"

namespace handbill::content::test {
namespace {

using List = std::vector<std::string>;

/// What is said, without where.
List said(const std::string& toml) {
  List result;
  const auto content = content_from(toml);
  for (const diag::Diagnostic& each : content->diags.list()) {
    std::string line = each.message;
    for (const std::string& hint : each.hints) line += " (" + hint + ")";
    result.push_back(line);
  }
  return result;
}

List of_mail(const std::string& mail) { return said("[clinic]\nemail = '" + mail + "'\n"); }
List of_address(const std::string& parts) { return said("[clinic.address]\n" + parts); }

}  // namespace

TEST_CASE("a mail address has one @, a name before it and a site behind it") {
  CHECK(of_mail("front@oaklane.clinic").empty());
  CHECK(of_mail("a@oaklane.clinic").empty());
  for (const char* wrong :
       {"oaklane.clinic", "@oaklane.clinic", "front@", "front@desk@oaklane.clinic",
        "front desk@oaklane.clinic", "<front@oaklane.clinic>", "front@oaklane"}) {
    CAPTURE(wrong);
    const List found = of_mail(wrong);
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with("`" + std::string(wrong) + "` is not a mail address"));
  }
}

TEST_CASE("a blank that is mistyped is told with what it should be") {
  CHECK(said("[clinic]\nbooking = { blnk = 'the link' }\n") ==
        List{"`clinic.booking` is neither a text nor a blank (did you mean `blank`?)"});
}

TEST_CASE("no part of an address is printed twice") {
  const std::string rest = "city = 'Salem'\nstate = 'MD'\nzip = '21811'\n";
  const auto twice = [&](const std::string& street) {
    const List found = of_address("street = '" + street + "'\n" + rest);
    return found.empty() ? std::string() : found[0].substr(0, found[0].find(" (")) + ".";
  };
  CHECK(twice("1 Main St") == "");
  CHECK(twice("1 Main St, Salem") == "`Salem` would be printed twice: it stands in `street` too.");
  // Behind no comma a word may be the name of the street; a long number is the code.
  CHECK(twice("1 Salem") == "");
  CHECK(twice("1 Main St 21811") == "`21811` would be printed twice: it stands in `street` too.");
  CHECK(twice("1 Main St, MD") == "`MD` would be printed twice: it stands in `street` too.");
  CHECK(of_address("street = '1 Avenue B'\nsuite = 'B'\n" + rest).empty());
  CHECK(of_address("street = '1 Main St Suite 5'\nsuite = 'Suite 5'\n" + rest).size() == 1);
  // Five figures are a long number, four may be that of the house.
  CHECK(of_address("street = 'Route 1234'\nsuite = '1234'\n" + rest).empty());
  CHECK(of_address("street = 'Route 12345'\nsuite = '12345'\n" + rest).size() == 1);
  CHECK(of_address("street = '1 Main St'\ncity = 'Salem MD'\nstate = 'MD'\n").size() == 1);
}

TEST_CASE("ZIP codes have five figures, or five and four, and begin as those of their state do") {
  const auto zip = [](const std::string& code) {
    return of_address("street = '1 Main St'\ncity = 'Salem'\nstate = 'MD'\nzip = '" + code + "'\n");
  };
  CHECK(zip("21811").empty());
  CHECK(zip("21811-0123").empty());
  CHECK(zip("2181") ==
        List{"`2181` has 4 digits; a ZIP code has five, or five and four (a digit is "
             "missing; look the address up)"});
  CHECK(zip("1") == List{"`1` has 1 digit; a ZIP code has five, or five and four"});
  CHECK(zip("218110123") ==
        List{"`218110123` has 9 digits; a ZIP code has five, or five and four (did you mean "
             "`21811-0123`?)"});
  CHECK(zip("21811-012") ==
        List{"`21811-012` is not a ZIP code (write five digits, or ZIP+4 such as `20815-6901`)"});
  CHECK(zip("00012") == List{"no ZIP code begins with `000` (look the address up: the ZIP code or "
                             "the state is wrong)"});
  CHECK(zip("90210") == List{"the ZIP code `90210` is in California, the address in Maryland (look "
                             "the address up: the ZIP code or the state is wrong)"});
}

TEST_CASE("words for hours are those that are known") {
  const List found = said(kWeek + "[hours.words]\nclosd = 'shut'\nclosed = 5\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].find("closd") != std::string::npos);
  CHECK(found[1].starts_with("`closed` in `hours.words` is a text"));
}

}  // namespace handbill::content::test
