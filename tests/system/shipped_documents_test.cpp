// SPDX-License-Identifier: MIT
// The brochure and the aftercare sheet in the states a clinic can have, in every language: no type
// is smaller than promised, and the brochure's heads hang from one line.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <set>
#include <string>
#include <vector>

#include "system/project.h"

namespace handbill::test {
namespace {

const std::string kClinicFacts = "content/en/clinic.toml";
const std::string kOfficeHours = "content/en/hours.toml";
const std::string kUnknownPhone = R"({ blank = "the clinic’s phone number", width = "1.75 in" })";
const std::string kUnknownBooking =
    R"({ blank = "the web address for booking", width = "2.25 in" })";

struct StateEdit {
  std::string file, from, to;
};

struct ClinicState {
  std::string name;
  std::vector<StateEdit> edits;
};

const ClinicState kClinicStates[] = {
    {"as it is shipped", {}},
    {"with a phone number", {{kClinicFacts, kUnknownPhone, "\"(301) 654-2000\""}}},
    {"without booking", {{kClinicFacts, kUnknownBooking, "\"none\""}}},
    {"closed on Fridays",
     {{kOfficeHours, "friday    = \"8:00 am – 5:00 pm\"", "friday = \"closed\""}}},
    {"days that differ",
     {{kOfficeHours, "monday    = \"8:00 am – 5:00 pm\"", "monday = \"8:00 am – 6:30 pm\""},
      {kOfficeHours, "wednesday = \"8:00 am – 5:00 pm\"", "wednesday = \"10:00 am – 7:00 pm\""},
      {kOfficeHours, "friday    = \"8:00 am – 5:00 pm\"", "friday = \"7:30 am – 3:00 pm\""}}},
};

/// A run of text inside the trim, from a dump of pages.
struct PlacedWords {
  std::string words;
  double x = 0, y = 0, size = 0;
  double trim = 0;  ///< height of the sheet
};

std::vector<PlacedWords> placed_words_of(const std::string& dump) {
  std::vector<PlacedWords> result;
  double trim = 0;
  for (std::size_t begin = 0; begin < dump.size();) {
    const std::size_t end = std::min(dump.find('\n', begin), dump.size());
    const std::string line = dump.substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with("page \"")) {
      std::sscanf(line.c_str() + line.find("\" trim "), "\" trim %*f %lf", &trim);
    }
    const std::size_t at = line.rfind("\" at ");
    if (!line.starts_with("  run \"") || at == std::string::npos) continue;
    PlacedWords placed{.words = line.substr(7, at - 7), .trim = trim};
    if (std::sscanf(line.c_str() + at + 5, "%lf %lf %*s %lf", &placed.x, &placed.y, &placed.size) ==
            3 &&
        placed.y < trim) {
      result.push_back(placed);
    }
  }
  return result;
}

/// Below 12 pt there is the version and the address alone, at the foot of the sheet.
void check_type_sizes(const std::vector<PlacedWords>& all) {
  for (const PlacedWords& each : all) {
    INFO(each.words << " at " << each.x << " " << each.y << ", " << each.size << " pt");
    CHECK(each.size > 8.99);
    if (each.size < 11.99) CHECK(each.y > each.trim - 40);
  }
}

}  // namespace

TEST_CASE("brochure and aftercare sheet hold in every state and language, in type of 12 pt") {
  for (const ClinicState& state : kClinicStates) {
    INFO(state.name);
    const ProjectCopy project;
    for (const StateEdit& each : state.edits) project.edit(each.file, each.from, each.to);
    const auto built =
        project.handbill({"build", "treatment-brochure", "aftercare-sheet", "--language", "all",
                          "--format", "dump", "--stage", "pages"});
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    for (const std::string language : {"en", "es", "ar", "zh"}) {
      for (const std::string document : {"treatment-brochure", "aftercare-sheet"}) {
        INFO(document << " " << language);
        const auto all = placed_words_of(project.read("out/" + document + "." + language + ".txt"));
        REQUIRE(all.size() > 30);
        check_type_sizes(all);
      }
    }
  }
}

TEST_CASE("the three columns inside the brochure begin on one line below the zone") {
  const ProjectCopy project;
  const auto built =
      project.handbill({"build", "treatment-brochure", "--format", "dump", "--stage", "pages"});
  REQUIRE(built.exit_code == 0);
  std::set<long> headings;
  for (const PlacedWords& each : placed_words_of(project.read("out/treatment-brochure.txt"))) {
    for (const char* heading : {"What it can do for you", "What to expect", "How many sessions"}) {
      if (each.words == heading) headings.insert(std::lround(each.y * 10));
    }
  }
  CHECK(headings.size() == 1);
}

}  // namespace handbill::test
