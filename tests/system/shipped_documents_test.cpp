// SPDX-License-Identifier: MIT
// The brochure and the aftercare sheet in the states a clinic can have, in every language: no type
// is smaller than promised, heads hang from one line, feet stand on another, and what is missing
// leaves no trace.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/hours_lines.h"
#include "support/pixels.h"
#include "system/project.h"

namespace handbill::test {
namespace {

const std::string kClinicFacts = "content/en/clinic.toml";
const std::string kOfficeHours = "content/en/hours.toml";
const std::string kUnknownName = R"({ blank = "the clinic’s name", width = "2.5 in" })";
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

const StateEdit kNamed = {kClinicFacts, kUnknownName, "\"North Light Skin Clinic\""};
const StateEdit kLongName = {kClinicFacts, kUnknownName,
                             "\"The Skin and Laser Center of Northern Montgomery County\""};
const StateEdit kNoMap = {kClinicFacts, "[clinic]", "[clinic]\nmap_url = \"none\""};
const StateEdit kNoBooking = {kClinicFacts, kUnknownBooking, "\"none\""};
/// What is added to the hours, above the words of the sign.
StateEdit added(const std::string& lines) {
  const std::string words = "# The words of the sign.";
  return {kOfficeHours, words, "\n" + lines + "\n" + words};
}

const StateEdit kDates = added(lines_of(kSixDates));
const StateEdit kSummer = added(kSummerFridays);
const StateEdit kNoNames =
    added(without_names(lines_of({{"2026-12-25", "", "closed"}}) + kSummerFridays));
const StateEdit kSevenDays[] = {
    {kOfficeHours, "monday    = \"8:00 am – 5:00 pm\"", "monday = \"8:00 am – 6:30 pm\""},
    {kOfficeHours, "tuesday   = \"8:00 am – 5:00 pm\"", "tuesday = \"9:00 am – 5:00 pm\""},
    {kOfficeHours, "wednesday = \"8:00 am – 5:00 pm\"", "wednesday = \"by appointment\""},
    {kOfficeHours, "thursday  = \"8:00 am – 5:00 pm\"", "thursday = \"10:00 am – 7:00 pm\""},
    {kOfficeHours, "friday    = \"8:00 am – 5:00 pm\"", "friday = \"7:30 am – 3:00 pm\""},
    {kOfficeHours, "saturday  = \"closed\"", "saturday = \"9:00 am – 1:00 pm\""},
    {kOfficeHours, "\nlunch = \"12:00 pm – 1:00 pm\"", "\nlunch = \"none\""},
};

std::vector<StateEdit> seven_days_and(std::vector<StateEdit> edits) {
  edits.insert(edits.end(), std::begin(kSevenDays), std::end(kSevenDays));
  return edits;
}

const ClinicState kClinicStates[] = {
    {"as it is shipped", {}},
    {"with all it can have",
     {kNamed,
      {kClinicFacts, kUnknownPhone, "\"(301) 654-2000\""},
      {kClinicFacts, kUnknownBooking, "\"https://northlightskin.com/book\""},
      {kClinicFacts, "{ blank = \"the clinic’s web address\", width = \"2.25 in\" }",
       "\"https://northlightskin.com\""}}},
    {"a long name, and an extension",
     {kLongName, {kClinicFacts, kUnknownPhone, "\"(301) 654-2000 x1234\""}}},
    {"neither booking nor map", {kNoBooking, kNoMap}},
    {"seven days that differ", seven_days_and({})},
    {"six special dates", {kDates}},
    {"a season", {kSummer}},
    {"a date and a season without a name", {kNoNames}},
    {"a long name, seven days, six dates", seven_days_and({kLongName, kDates})},
    {"with a phone number", {{kClinicFacts, kUnknownPhone, "\"(301) 654-2000\""}}},
    {"without booking", {{kClinicFacts, kUnknownBooking, "\"none\""}}},
    {"closed on Fridays",
     {{kOfficeHours, "friday    = \"8:00 am – 5:00 pm\"", "friday = \"closed\""}}},
};

/// A run of text inside the trim, from a dump of pages.
struct PlacedWords {
  std::string words;
  double x = 0, y = 0, size = 0;
  double trim = 0;  ///< height of the sheet
};

std::string with_plain_spaces(std::string words) {
  for (std::size_t at = 0; (at = words.find("\u00A0")) != words.npos;) words.replace(at, 2, " ");
  return words;
}

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
    PlacedWords placed{.words = with_plain_spaces(line.substr(7, at - 7)), .trim = trim};
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
    // The office edition says so of a draft; that is no text of the document.
    if (each.size > 6.99 && each.size < 7.01) continue;
    INFO(each.words << " at " << each.x << " " << each.y << ", " << each.size << " pt");
    CHECK(each.size > 8.99);
    if (each.size < 11.99) CHECK(each.y > each.trim - 48);
  }
}

}  // namespace

TEST_CASE("brochure and aftercare sheet hold in every state and language, in type of 12 pt") {
  const std::vector<std::string> all_languages = {"en", "es", "ar", "zh"};
  std::size_t turn = 0;
  for (const ClinicState& state : kClinicStates) {
    INFO(state.name);
    const ProjectCopy project;
    for (const StateEdit& each : state.edits) project.edit(each.file, each.from, each.to);
    // Two languages of each state, each language in half of the states.
    const std::vector<std::string> languages =
        tries_all() ? all_languages
                    : std::vector{all_languages[turn % 4], all_languages[(turn + 1) % 4]};
    ++turn;
    std::vector<std::string> words = {"build",
                                      "treatment-brochure",
                                      "aftercare-sheet",
                                      "--edition",
                                      "standard",
                                      "--edition",
                                      "office",
                                      "--format",
                                      "dump",
                                      "--stage",
                                      "pages"};
    for (const std::string& each : languages) words.insert(words.end(), {"--language", each});
    const auto built = project.handbill(words);
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    for (const std::string& language : languages) {
      for (const std::string document : {"treatment-brochure", "treatment-brochure-office",
                                         "aftercare-sheet", "aftercare-sheet-office"}) {
        INFO(document << " " << language);
        const auto all = placed_words_of(project.read("out/" + document + "." + language + ".txt"));
        REQUIRE(all.size() > 30);
        check_type_sizes(all);
      }
    }
  }
}

namespace {

std::vector<PlacedWords> english_brochure(const std::vector<StateEdit>& edits) {
  const ProjectCopy project;
  for (const StateEdit& each : edits) project.edit(each.file, each.from, each.to);
  const auto built =
      project.handbill({"build", "treatment-brochure", "--format", "dump", "--stage", "pages"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  return placed_words_of(project.read("out/treatment-brochure.txt"));
}

/// The text of a panel, or of part of it, in reading order. Outside and inside have one height, so
/// the panels of the inside are found by what stands on them.
std::vector<PlacedWords> between(const std::vector<PlacedWords>& all, const std::string& first,
                                 const std::string& last) {
  const auto is = [](const std::string& words) {
    return [words](const PlacedWords& each) { return each.words.starts_with(words); };
  };
  const auto begin = std::find_if(all.begin(), all.end(), is(first));
  const auto end = std::find_if(begin, all.end(), is(last));
  INFO(first << " to " << last);
  REQUIRE(begin != all.end());
  REQUIRE(end != all.end());
  return {begin, end};
}

double lowest(const std::vector<PlacedWords>& words) {
  double result = 0;
  for (const PlacedWords& each : words) result = std::max(result, each.y);
  return result;
}

const PlacedWords* find(const std::vector<PlacedWords>& all, const std::string& words) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const PlacedWords& each) {
    return each.words.starts_with(words);
  });
  return found == all.end() ? nullptr : &*found;
}

constexpr double kHang = 54, kFoot = 576, kVollkornCapitals = 0.676;

}  // namespace

TEST_CASE("panels of the brochure hang from one line and stand on one") {
  for (const ClinicState& state : kClinicStates) {
    INFO(state.name);
    const auto all = english_brochure(state.edits);
    for (const double size : {22.0, 52.0}) {  // of the message on the flap, and of the title
      const auto words = std::find_if(
          all.begin(), all.end(), [size](const PlacedWords& each) { return each.size == size; });
      REQUIRE(words != all.end());
      CHECK(words->y - kVollkornCapitals * size == Approx(kHang).margin(0.1));
    }
    CHECK(lowest(between(all, "Microneedling ", "Visit us")) == Approx(kFoot).margin(0.1));
    CHECK(lowest(between(all, "Visit us", "Micro")) == Approx(kFoot).margin(0.1));
    CHECK(all.back().y == Approx(kFoot).margin(0.1));
    // Lists open until they end on that line too.
    CHECK(lowest(between(all, "What it can do", "What to expect")) == Approx(kFoot).margin(0.1));
    CHECK(lowest(between(all, "What to expect", "How many")) == Approx(kFoot).margin(0.1));
    std::set<long> heads;
    for (const char* heading : {"What it can do for you", "What to expect", "How many sessions"}) {
      heads.insert(std::lround(find(all, heading)->y * 10));
    }
    CHECK(heads.size() == 1);
  }
}

TEST_CASE("the clinic signs the cover in two lines at most, and the back always") {
  const auto signs = [](const std::vector<StateEdit>& edits, const std::string& first_line) {
    const auto all = english_brochure(edits);
    std::string on_cover;
    for (const PlacedWords& each : between(all, "needling", "How it works")) {
      if (each.size == 12) on_cover += each.words;
    }
    return (find(between(all, "Visit us", "Call"), first_line) ? "back, cover: " : "cover: ") +
           on_cover;
  };
  CHECK(signs({}, "North Light") == "cover: ");
  CHECK(signs({kNamed}, "North Light") == "back, cover: North Light Skin Clinic");
  CHECK(signs({kLongName}, "The Skin and Laser") == "back, cover: ");
}

TEST_CASE("what the clinic does not have leaves the back, and the rest sinks to its foot") {
  const auto shipped = english_brochure({});
  const auto bare = english_brochure({kNoBooking, kNoMap});
  for (const char* gone : {"Book", "Scan for a map"}) {
    CHECK(find(shipped, gone) != nullptr);
    CHECK(find(bare, gone) == nullptr);
  }
  CHECK(find(bare, "Visit us")->y > find(shipped, "Visit us")->y + 90);
  CHECK(find(bare, "Call")->y - find(bare, "Chevy Chase")->y == Approx(33).margin(0.2));
}

TEST_CASE("the back names every day that differs and every special date") {
  const auto all = english_brochure(seven_days_and({kDates}));
  for (const char* words : {"Mon", "Wed", "By appointment", "Sun", "Dec 24",
                            "Christmas Eve:", "Jan 18", "Presidents’ Day:"}) {
    INFO(words);
    CHECK(find(all, words) != nullptr);
  }
  CHECK(find(between(all, "Presidents’ Day:", "Version of"), "10:00") != nullptr);
  const auto summer = between(english_brochure({kSummer}), "Summer", "Version of");
  CHECK(find(summer, "Summer: Friday, 8") != nullptr);
}

namespace {

/// `line` with `percent` of its words once more before the quote that ends it.
std::string longer_line(const std::string& line, std::size_t begin, std::size_t percent) {
  const std::size_t end = line.rfind('"');
  const std::string words = line.substr(begin, end - begin);
  const std::size_t part = words.find(' ', words.size() * percent / 100);
  return line.substr(0, end) + " " + words.substr(0, part) + line.substr(end);
}

/// The brochure with every entry of every list that much longer.
std::vector<PlacedWords> longer_brochure(std::size_t percent) {
  const ProjectCopy project;
  std::istringstream lines(project.read("content/en/microneedling.toml"));
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    for (const std::string start : {"  \"", "text  = \"", "what = \""}) {
      if (line.starts_with(start) && !line.ends_with("\"\"\"")) {
        line = longer_line(line, start.size(), percent);
      }
    }
    result += line + "\n";
  }
  project.write("content/en/microneedling.toml", result);
  const auto built =
      project.handbill({"build", "treatment-brochure", "--format", "dump", "--stage", "pages"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  return placed_words_of(project.read("out/treatment-brochure.txt"));
}

}  // namespace

TEST_CASE("longer texts take white, then lenses, and no type is smaller for it") {
  for (const std::size_t percent : {25U, 50U}) {
    CAPTURE(percent);
    const auto all = longer_brochure(percent);
    check_type_sizes(all);
    // The numeral beside a lens is half as tall as it is; the zone ends above the headings.
    CHECK((find(all, "2")->size < 50) == (percent == 50));
    CHECK((find(all, "How many sessions")->y < 280) == (percent == 50));
    CHECK(lowest(all) == Approx(kFoot).margin(0.1));
  }
}

TEST_CASE("the aftercare sheet has room for two entries more in each list, or a sixth reason") {
  const auto built = [](const std::vector<std::string>& lists) {
    const ProjectCopy project;
    std::string content = project.read("content/en/aftercare.toml");
    for (const std::string& list : lists) {
      content += "\n[[aftercare." + list + "]]\ntext = \"Keep your hands off your face.\"\n";
      if (list != "call") content += "for  = \"for 7 days\"\n";
    }
    project.write("content/en/aftercare.toml", content);
    const auto result =
        project.handbill({"build", "aftercare-sheet", "--format", "dump", "--stage", "pages"});
    INFO(result.errors);
    REQUIRE(result.exit_code == 0);
    const auto all = placed_words_of(project.read("out/aftercare-sheet.txt"));
    check_type_sizes(all);
    return *find(all, "Call us if");
  };
  const double zone = built({}).y;
  CHECK(built({"do", "do", "dont", "dont"}).y == Approx(zone).margin(0.1));
  CHECK(built({"call"}).y == Approx(zone - 17).margin(0.1));
}

TEST_CASE("the office edition of the aftercare sheet leaves the edges of the paper white") {
  const ProjectCopy project;
  const auto built = project.handbill(
      {"build", "aftercare-sheet", "--edition", "office", "--format", "png", "--ppi", "72"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  const auto page = read_png(project.read("out/aftercare-sheet-office-1.png"));
  REQUIRE(page);
  REQUIRE(page->width == 612);
  REQUIRE(page->height == 792);
  const Pixel white = {255, 255, 255};
  int at_edges = 0, inside = 0;
  for (int y = 0; y < page->height; ++y) {
    for (int x = 0; x < page->width; ++x) {
      if (page->at(x, y) == white) continue;
      const bool is_inside = x >= 18 && x < 594 && y >= 18 && y < 774;
      ++(is_inside ? inside : at_edges);
    }
  }
  CHECK(at_edges == 0);
  CHECK(inside > 100000);
}

TEST_CASE("dates and seasons without a name leave no sign where it would stand") {
  for (const char* first : {"Jun 1–Aug 31", "Dec 25"}) {
    const auto told = between(english_brochure({kNoNames}), first, "Version of");
    REQUIRE(told.size() > 1);
    CHECK((told[1].words.starts_with("Friday, 8") || told[1].words == "Closed"));
  }
}

}  // namespace handbill::test
