// SPDX-License-Identifier: MIT
// What is taken for a telephone number, a time, a site, and how near two texts are.
#include <catch2/catch.hpp>

#include "prose/compare_facts.h"
#include "prose/typed_phones.h"
#include "prose/typed_sites.h"
#include "prose/typed_times.h"

namespace handbill::prose {
namespace {

PhraseSet cues() {
  PhraseSet set;
  set.add(read_phrase("call").value());
  return set;
}

struct PhoneCase {
  const char* text;
  const char* digits;  ///< empty: there is none
};

struct TimeCase {
  const char* text;
  std::vector<int> minutes;
  bool is_half_known;
};

}  // namespace

TEST_CASE("telephone numbers are told by their shape, or by a word before them") {
  const PhoneCase cases[] = {
      {"301-555-0142", "3015550142"},
      {"at (301) 555-0142 today", "3015550142"},
      {"1-301-555-0142", "13015550142"},
      {"+44 20 7946 0958", "442079460958"},
      {"1-800-FLOWERS", "18003569377"},
      {"301.555.0142 ext. 12", "3015550142"},
      {"٣٠١-٥٥٥-٠١٤٢", "3015550142"},
      // Seven digits need a word, or nothing beside them.
      {"call 555-0142", "5550142"},
      {"555-0142", "5550142"},
      {"part 555-0142", ""},
      {"call 55-0142", ""},
      {"call one two three four five six seven on 555-0142", ""},
      // An area code does not begin with 0 or 1.
      {"see 101-555-0142 there", ""},
      {"call 0118 496 0123", "01184960123"},
      {"from 2015-2019", ""},
      {"call from 2015-2019", ""},
      {"call 192.168.100.200", ""},
      {"call 12/25/2026", ""},
      {"$1 000 000", ""},
  };
  for (const PhoneCase& each : cases) {
    INFO(each.text);
    const auto found = find_typed_phones(read_text(each.text), each.text, cues());
    CHECK(found.size() == (*each.digits == '\0' ? 0 : 1));
    if (!found.empty()) CHECK(found.front().digits == each.digits);
  }
}

TEST_CASE("times are read in their styles, and written in them again") {
  const TimeCase cases[] = {
      {"8 am", {480}, true},
      {"8:05 p.m.", {1205}, true},
      {"12 am and 12 pm", {0, 720}, true},
      {"12:59 a. m.", {59}, true},
      {"13 pm", {}, true},
      {"0 am", {}, true},
      {"08:00", {480}, true},
      {"8:00", {480}, false},
      {"24:00", {1440}, true},
      {"24:01", {}, true},
      {"8:60", {}, true},
      {"8:000", {}, true},
      {"noon", {720}, true},
      {"5 de la tarde", {1020}, true},
      {"5 o'clock", {300}, false},
      {"$8 am", {}, true},
      {"8", {}, true},
  };
  for (const TimeCase& each : cases) {
    INFO(each.text);
    const auto found = find_typed_times(read_text(each.text), each.text);
    std::vector<int> minutes;
    for (const TypedTime& time : found) minutes.push_back(time.minutes);
    CHECK(minutes == each.minutes);
    if (!found.empty()) CHECK(found.front().is_half_known == each.is_half_known);
  }
  for (const std::string text :
       {"8 am", "8:05 pm", "12:00 AM", "9 p.m.", "1:30 P.M.", "17:00", "7am", "8:00 a.\u00A0m."}) {
    INFO(text);
    const auto found = find_typed_times(read_text(text), text);
    REQUIRE(found.size() == 1);
    CHECK(written_time(found.front().minutes, found.front().style.value()) == text);
  }
}

TEST_CASE("a site is what is given out to somebody") {
  CHECK(site_of("clinic.org") == "clinic.org");
  CHECK(site_of("book.clinic.org") == "clinic.org");
  CHECK(site_of("www.clinic.co.uk") == "clinic.co.uk");
  CHECK(site_of("clinic.ca") == "clinic.ca");
  CHECK(is_public_body("fda.gov"));
  CHECK(is_public_body("health.gov.au"));
  CHECK(is_public_body("111.nhs.uk"));
  CHECK_FALSE(is_public_body("gov.clinic.com"));
  CHECK_FALSE(is_public_body("clinic.org"));
}

TEST_CASE("addresses of the web are told from names of files") {
  const auto hosts = [](const std::string& text) {
    std::vector<std::string> hosts;
    for (const auto& each : find_typed_addresses(read_text(text), text)) hosts.push_back(each.host);
    return hosts;
  };
  using Hosts = std::vector<std::string>;
  CHECK(hosts("See clinic.org/book, or www.clinic.museum.") ==
        Hosts{"clinic.org", "clinic.museum"});
  CHECK(hosts("Write to me@clinic.org") == Hosts{"clinic.org"});
  CHECK(hosts("Open form.doc, libfoo.so or default.target") == Hosts{});
  CHECK(hosts("https://x.invalid-ending/") == Hosts{"x.invalid-ending"});
}

TEST_CASE("slips are letters put in, taken out, replaced or swapped") {
  CHECK(slips_between("clinic", "clinic", 2) == 0);
  CHECK(slips_between("clinic", "clnic", 2) == 1);
  CHECK(slips_between("clinic", "clinci", 2) == 1);
  CHECK(slips_between("clinic", "cmimic", 2) == 2);
  CHECK(slips_between("clinic", "clay", 2) == 3);
  CHECK(slips_between("clinic", "c", 2) == 3);
  CHECK(slips_between("", "ab", 2) == 2);
}

}  // namespace handbill::prose
