// SPDX-License-Identifier: MIT
// The placard shows every week a clinic can have, in every language, or says what does not fit.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/find_text.h"
#include "support/hours_lines.h"
#include "system/project.h"

namespace handbill::test {
namespace {

using Names = std::vector<std::string>;

/// The text of a PDF, spaces and line ends taken out.
std::string words(const std::filesystem::path& pdf) {
  std::string text = run_program({"pdftotext", "-raw", pdf.string(), "-"}).output;
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  return text;
}

const std::string kHoursFile = "content/en/hours.toml";
const std::string kNoLunch = "lunch = \"none\"";

/// Lines of the hours, each in the place of the line for the same day or break.
using WeekLines = std::vector<std::string>;

struct PlacardWeek {
  std::string name;
  WeekLines lines;
  std::string added;  ///< seasons and special dates
  Names reads;        ///< in English, without spaces
  double size = 0;    ///< of the hours in English, at least, in points
};

const WeekLines kAllDiffer = {
    "monday = \"8:00 am – 6:30 pm\"", "tuesday = \"9:00 am – 5:00 pm\"",
    "wednesday = \"by appointment\"", "thursday = \"10:00 am – 7:00 pm\"",
    "friday = \"7:30 am – 3:00 pm\"", "saturday = \"9:00 am – 12:00 pm\"",
};

WeekLines without_lunch(WeekLines lines) {
  lines.push_back(kNoLunch);
  return lines;
}

const std::vector<PlacardWeek> kPlacardWeeks = {
    {"as it is shipped",
     {},
     "",
     {"Mon–Fri8:00–12:001:00–5:00Closedforlunch12:00to1:00pmSat–SunClosed"},
     62.5},
    {"no lunch break", {kNoLunch}, "", {"Mon–Fri8:00–5:00Sat–SunClosed"}, 62.5},
    {"lunch by day",
     {"lunch = { monday-thursday = \"12:00 pm – 1:00 pm\", friday = \"12:30 pm – 1:00 pm\" }"},
     "",
     {"Mon–Thu8:00–12:001:00–5:00Fri8:00–12:301:00–5:00"},
     60},
    {"Saturday morning",
     {"saturday = \"9:00 am – 12:00 pm\""},
     "",
     {"Sat9:00–12:00SunClosed"},
     62.5},
    {"by appointment", {"wednesday = \"by appointment\""}, "", {"WedByappointmentThu–Fri8:00"}, 50},
    {"two spans",
     {"monday = \"8:00 am – 11:00 am, 2:00 pm – 6:00 pm\"", kNoLunch},
     "",
     {"Mon8:00am–11:00am2:00pm–6:00pmTue–Fri8:00am–5:00pm"},
     44},
    {"past midnight", {"friday = \"10:00 pm – 2:00 am\"", kNoLunch}, "", {"Fri10:00pm–2:00am"}, 44},
    {"open all day",
     {"monday = \"open 24 hours\"", kNoLunch},
     "",
     {"MonOpen24hoursTue–Fri8:00–5:00"},
     55},
    {"alternate weeks with a note",
     {"saturday = { hours = \"9:00 am – 12:00 pm\", weeks = \"1st, 3rd\", note = \"laser only\" }"},
     "",
     {"Sat9:00–12:001stand3rdSaturdayofthemonth;laseronly"},
     62.5},
    {"every other week",
     {"saturday = { hours = \"9:00 am – 12:00 pm\", weeks = \"every other from 2026-12-05\" }"},
     "",
     {"Sat9:00–12:00EveryotherweekfromDecember5,2026"},
     62.5},
    {"seven days that differ",
     without_lunch(kAllDiffer),
     "",
     {"Mon8:00–6:30Tue9:00–5:00WedByappointmentThu10:00–7:00"},
     58},
    {"seven days that differ and a lunch break",
     kAllDiffer,
     "",
     {"Mon8:00am–12:00pm,1:00–6:30pmTue9:00am"},
     30},
    {"a season", {}, kSummerFridays, {"June1–August31Summer:Friday,8amto12pm"}, 62.5},
    {"a season and a date without a name",
     {},
     without_names(kSummerFridays + lines_of(holidays(1))),
     {"June1–August31Friday,8amto12pmSpecialdatesFeb10,2027Closed5454Wisconsin"},
     62.5},
    {"six special dates",
     {},
     lines_of(holidays(6)),
     {"SpecialdatesFeb10,2027Holiday1Closed", "Jul10,2027Holiday6Closed"},
     60},
    {"a season and nine special dates",
     {},
     kSummerFridays + lines_of(holidays(9)),
     {"Summer", "Holiday9Closed"},
     36},
};

/// Puts the week into the project's hours.
void write_week(const ProjectCopy& project, const PlacardWeek& week) {
  std::string text = project.read(kHoursFile);
  for (const std::string& line : week.lines) {
    const std::string key = "\n" + line.substr(0, line.find(' ')) + " ";
    const std::size_t at = text.find(key) + 1;
    REQUIRE(at != 0);
    text.replace(at, text.find('\n', at) - at, line);
  }
  const std::string words = "# The words of the sign.";
  text.replace(text.find(words), 0, week.added + "\n");
  project.write(kHoursFile, text);
}

}  // namespace

TEST_CASE("the placard shows every week in every language") {
  const std::vector<std::string> others = {"ar", "es", "zh"};
  std::size_t turn = 0;
  for (const PlacardWeek& week : kPlacardWeeks) {
    INFO(week.name);
    const ProjectCopy project;
    write_week(project, week);
    // One other language of each week by turns.
    const std::vector<std::string> languages =
        tries_all() ? others : std::vector{others[turn++ % others.size()]};
    std::vector<std::string> asked = {"build", "hours-placard", "--language", "en"};
    for (const std::string& each : languages) asked.insert(asked.end(), {"--language", each});
    const auto built = project.handbill(asked);
    INFO(built.errors << built.output);
    REQUIRE(built.exit_code == 0);
    // Names and notes are not translated here.
    CHECK(count(built.errors, "warning: ") == count(built.errors, "[translation-differs]"));
    const std::string text = words(project / "out/hours-placard.en.pdf");
    INFO(text);
    for (const std::string& each : week.reads) CHECK(contains(text, each));
    for (const std::string& language : languages) {
      INFO(language);
      const std::string told = words(project / ("out/hours-placard." + language + ".pdf"));
      CHECK(contains(told, "00"));
    }
    const std::string english = built.output.substr(built.output.find("hours-placard.en "));
    const std::string set_at = "`week` is set at ";
    CHECK(std::stod(english.substr(english.find(set_at) + set_at.size())) >= week.size);
  }
}

TEST_CASE("the hours of the shipped week are 5/8 in tall in every language") {
  const ProjectCopy project;
  const auto built = project.handbill({"build", "hours-placard", "--language", "all"});
  INFO(built.output);
  for (const char* language : {"ar", "en", "es", "zh"}) {
    INFO(language);
    const std::size_t document = built.output.find("hours-placard." + std::string(language));
    const std::string of_week =
        built.output.substr(built.output.find("`week` is set at ", document));
    const std::string capitals = "capitals ";
    CHECK(std::stod(of_week.substr(of_week.find(capitals) + capitals.size())) >= 0.625);
  }
}

TEST_CASE("more special dates than the placard has room for are refused in its words") {
  const ProjectCopy project;
  write_week(project, {"", {}, lines_of(holidays(11)), {}, 0});
  const auto built = project.handbill({"build", "hours-placard"});
  CHECK(built.exit_code == 1);
  CHECK(contains(built.errors, "`hours.special` has 11 entries, there is room for 10"));
  CHECK(contains(built.errors, "take out 1 entry"));
}

}  // namespace handbill::test
