// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <algorithm>

#include "desk/edit_hours.h"
#include "unit/desk/at_desk.h"

namespace handbill::desk {
namespace {

using content::Clock;
using content::TimeSpan;
using test_desk::CopiedDesk;
using State = content::DayHours::State;

constexpr const char* kHoursFile = "content/en/hours.toml";

DayWish open_from(int open, int close) { return {State::Open, {TimeSpan{open * 60, close * 60}}}; }

std::string with_hours(const std::string& text, const std::vector<int>& days,
                       const std::optional<DayWish>& wish) {
  return with_days(text, "hours", days, wish, Clock::TwelveHour).value_or("refused");
}

nlohmann::json parsed(const char* text) { return nlohmann::json::parse(text); }

bool holds(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("hours are written as people write them") {
  CHECK(hours_text({State::Open, {{480, 720}, {840, 1080}}}, Clock::TwelveHour) ==
        "8:00 am – 12:00 pm, 2:00 pm – 6:00 pm");
  CHECK(hours_text({State::Open, {{1320, 120}}}, Clock::TwelveHour) == "10:00 pm – 2:00 am");
  CHECK(hours_text(open_from(8, 17), Clock::TwentyFourHour) == "08:00–17:00");
  CHECK(hours_text({State::Closed}, Clock::TwelveHour) == "closed");
  CHECK(hours_text({State::ByAppointment}, Clock::TwelveHour) == "by appointment");
  CHECK(hours_text({State::AllDay}, Clock::TwelveHour) == "open 24 hours");
}

TEST_CASE("a day is changed in its line, and parted from those that share it") {
  CHECK(with_hours("[hours]\nmonday    = \"closed\" # x\ntuesday   = \"closed\"\n", {0},
                   open_from(8, 17)) ==
        "[hours]\nmonday    = \"8:00 am – 5:00 pm\" # x\ntuesday   = \"closed\"\n");
  CHECK(with_hours("[hours]\nmonday-friday = \"closed\"\n", {3}, open_from(8, 17)) ==
        "[hours]\nmonday-wednesday = \"closed\"\nthursday = \"8:00 am – 5:00 pm\"\nfriday = "
        "\"closed\"\n");
  CHECK(with_hours("[hours]\nmon-fri = 'closed'\nsat = \"closed\"\n", {0, 1, 2, 3, 4},
                   open_from(8, 12)) ==
        "[hours]\nmon-fri = '8:00 am – 12:00 pm'\nsat = \"closed\"\n");
  CHECK(with_hours("[hours]\nmonday = \"closed\"\n", {0, 1, 2, 4}, open_from(8, 17)) ==
        "[hours]\nmonday = \"8:00 am – 5:00 pm\"\ntuesday-wednesday = \"8:00 am – 5:00 "
        "pm\"\nfriday = \"8:00 am – 5:00 pm\"\n");
  CHECK(with_hours("[hours]\nmonday-wednesday = \"closed\"\n", {1}, std::nullopt) ==
        "[hours]\nmonday = \"closed\"\nwednesday = \"closed\"\n");
  CHECK(with_hours("[hours]\nmonday = \"closed\"\ntuesday = \"closed\"\n", {1}, std::nullopt) ==
        "[hours]\nmonday = \"closed\"\n");
  DayWish some_weeks = open_from(9, 13);
  some_weeks.weeks = "1st, 3rd";
  some_weeks.note = "laser \"only\"";
  CHECK(with_hours("[hours]\nsaturday = \"closed\"\n", {5}, some_weeks) ==
        "[hours]\nsaturday = { hours = \"9:00 am – 1:00 pm\", weeks = \"1st, 3rd\", note = \"laser "
        "\\\"only\\\"\" }\n");
  CHECK(with_hours("[hours]\n[hours.monday]\nhours = \"closed\"\n", {0}, open_from(8, 17)) ==
        "refused");
}

TEST_CASE("the hours of the week are told with their breaks, holidays and the day") {
  CopiedDesk at;
  const auto told = at.get("/api/hours");
  CHECK(told["today"] == "2026-11-30");
  REQUIRE(told["hours"].size() == 1);
  const auto& hours = told["hours"][0];
  CHECK(hours["path"] == "hours");
  CHECK(hours["country"] == "US");
  CHECK(hours["clock"] == 12);
  CHECK(hours["days"][3]["day"] == "thursday");
  CHECK(hours["days"][3]["spans"] == parsed(R"([["08:00", "17:00"]])"));
  CHECK(hours["days"][3]["lunch"] == nlohmann::json({"12:00", "13:00"}));
  CHECK(hours["days"][3]["documents"] == parsed(R"(["hours-placard", "treatment-brochure"])"));
  CHECK(hours["days"][5]["state"] == "closed");
  const auto& holidays = hours["holidays"];
  CHECK(holidays[0]["date"] == "2026-11-11");
  CHECK(std::ranges::count(holidays,
                           parsed(R"({"date": "2026-12-25", "name": "Christmas Day"})")) == 1);
  CHECK(at.get("/api/hours", "es")["hours"][0]["holidays"][0]["name"] == "Día de los Veteranos");
}

TEST_CASE("Thursday closes later, and every other line stays") {
  CopiedDesk at;
  at.open();
  const std::string before = at.saved(kHoursFile);
  CHECK(at.post("/api/hours/day", R"({"path": "hours", "days": ["thursday"], "state": "open",
                                      "spans": [["08:00", "19:00"]]})") == 200);
  std::string after = before;
  const std::string line = "thursday  = \"8:00 am – 5:00 pm\"";
  REQUIRE(after.find(line) != after.npos);
  after.replace(after.find(line), line.size(), "thursday  = \"8:00 am – 7:00 pm\"");
  CHECK(at.saved(kHoursFile) == after);
}

TEST_CASE("a break of one day leaves those of the others") {
  CopiedDesk at;
  CHECK(at.post("/api/hours/break", R"({"path": "hours", "days": ["thursday"],
                                        "break": ["12:30", "13:30"]})") == 200);
  const std::string text = at.saved(kHoursFile);
  CHECK(holds(text,
              "\nlunch = { monday-wednesday = \"12:00 pm – 1:00 pm\", thursday = \"12:30 pm – 1:30 "
              "pm\", friday = \"12:00 pm – 1:00 pm\" }\n"));
  CHECK(at.get("/api/hours")["hours"][0]["days"][3]["lunch"] == nlohmann::json({"12:30", "13:30"}));
  CHECK(at.post("/api/hours/break", R"({"path": "hours", "days": ["thursday"],
                                        "break": ["12:00", "13:00"]})") == 200);
  CHECK(holds(at.saved(kHoursFile), "\nlunch = \"12:00 pm – 1:00 pm\"\n"));
  CHECK(at.post("/api/hours/break",
                R"({"path": "hours", "break": null,
           "days": ["monday", "tuesday", "wednesday", "thursday", "friday"]})") == 200);
  CHECK(holds(at.saved(kHoursFile), "\nlunch = \"none\"\n"));
}

TEST_CASE("a day is copied to others with its break") {
  CopiedDesk at;
  CHECK(at.post("/api/hours/day",
                R"({"path": "hours", "days": ["friday", "saturday"], "state": "open",
                    "spans": [["09:00", "16:00"]], "break": ["13:00", "14:00"]})") == 200);
  const std::string text = at.saved(kHoursFile);
  CHECK(holds(text, "\nsaturday  = \"9:00 am – 4:00 pm\"\n"));
  CHECK(holds(text,
              "\nlunch = { monday-thursday = \"12:00 pm – 1:00 pm\", friday-saturday = \"1:00 pm – "
              "2:00 pm\" }\n"));
  CHECK(at.post("/api/undo", "{}") == 409);  // it is saved
}

TEST_CASE("breaks below a heading of their own are changed there") {
  const auto text = with_break(
      "[hours]\nmonday-friday = \"8:00 am – 5:00 pm\"\n[hours.lunch]\nmonday-friday = \"12:00 pm "
      "– 1:00 pm\"\n",
      "hours", {}, {4}, std::nullopt, Clock::TwelveHour);
  CHECK(text ==
        "[hours]\nmonday-friday = \"8:00 am – 5:00 pm\"\n[hours.lunch]\nmonday-thursday = \"12:00 "
        "pm – 1:00 pm\"\nfriday = \"none\"\n");
}

TEST_CASE("holidays are added, changed and taken away, and the placard tells them") {
  CopiedDesk at;
  at.open();
  const std::string before = at.saved(kHoursFile);
  for (const char* body :
       {R"({"path": "hours", "from": "2026-12-25", "to": "2026-12-25", "name": "Christmas Day",
            "state": "closed"})",
        R"({"path": "hours", "from": "2026-12-31", "to": "2026-12-31", "name": "New Year’s Eve",
            "state": "open", "spans": [["08:00", "12:00"]], "break": null})"}) {
    CHECK(at.post("/api/hours/special", body) == 200);
  }
  const std::string added = before +
                            "\n[[hours.special]]\ndate  = 2026-12-25\nname  = \"Christmas "
                            "Day\"\nhours = \"closed\"\n";
  CHECK(at.saved(kHoursFile) ==
        added +
            "\n[[hours.special]]\ndate  = 2026-12-31\nname  = \"New Year’s Eve\"\nhours = \"8:00 "
            "am – 12:00 pm\"\nlunch = \"none\"\n");
  const auto special = at.get("/api/hours")["hours"][0]["special"];
  REQUIRE(special.size() == 2);
  CHECK(special[0]["documents"] == parsed(R"(["hours-placard", "treatment-brochure"])"));
  CHECK(special[1]["spans"] == parsed(R"([["08:00", "12:00"]])"));
  CHECK(at.post("/api/hours/remove", R"({"path": "hours", "list": "special", "index": 1})") == 200);
  CHECK(at.saved(kHoursFile) == added);
  CHECK(at.post("/api/hours/special",
                R"({"path": "hours", "index": 0, "from": "2026-12-24", "to": "2026-12-26",
                    "name": "", "state": "closed"})") == 200);
  CHECK(at.saved(kHoursFile) ==
        before +
            "\n[[hours.special]]\nfrom  = 2026-12-24\nto    = 2026-12-26\nhours = \"closed\"\n");
}

TEST_CASE("translations follow a date, each with a name of its own") {
  CopiedDesk at;
  at.open();
  const char* spanish = "content/es/hours.toml";
  const std::string before = at.saved(spanish);
  const std::string here = R"("path": "hours", "from": "2026-12-25", "to": "2026-12-25")";
  CHECK(at.post("/api/hours/special",
                "{" + here + R"(, "name": "Christmas Day", "state": "closed"})") == 200);
  const std::string added = before + "\n[[hours.special]]\ndate = 2026-12-25\nname = \"Navidad\"\n";
  CHECK(at.saved(spanish) == added);
  const std::string index = R"(, "index": 0, "state": "closed", "name": )";
  CHECK(at.post("/api/hours/special", "{" + here + index + R"("Día de Navidad"})", "es") == 200);
  CHECK(holds(at.saved(spanish), "name = \"Día de Navidad\"\n"));
  CHECK(holds(at.saved(kHoursFile), "name  = \"Christmas Day\"\n"));
  CHECK(at.post("/api/hours/special",
                R"({"path": "hours", "from": "2026-12-24", "to": "2026-12-25", "index": 0,
                    "name": "Christmas", "state": "closed"})") == 200);
  CHECK(holds(at.saved(spanish), "date = 2026-12-24\nname = \"Día de Navidad\"\n"));
  CHECK(at.post("/api/hours/remove", R"({"path": "hours", "list": "special", "index": 0})") == 200);
  CHECK(at.get("/api/hours", "es")["hours"][0]["special"].empty());
  CHECK(at.post("/api/undo", "{}") == 200);  // both files
  CHECK(at.get("/api/hours", "es")["hours"][0]["special"][0]["name"] == "Día de Navidad");
  CHECK(at.post("/api/hours/remove", R"({"path": "hours", "list": "special", "index": 0})") == 200);
  CHECK(at.saved(spanish) == before);
}

TEST_CASE("a holiday that is added in a translation is named in both languages") {
  CopiedDesk at;
  CHECK(at.post("/api/hours/special",
                R"({"path": "hours", "from": "2026-12-25", "to": "2026-12-25", "name": "Navidad",
                    "state": "closed"})",
                "es") == 200);
  CHECK(holds(at.saved(kHoursFile), "name  = \"Christmas Day\"\n"));
  CHECK(holds(at.saved("content/es/hours.toml"), "name = \"Navidad\"\n"));
}

TEST_CASE("a season has days that differ, each of which may be as usual again") {
  CopiedDesk at;
  CHECK(at.post("/api/hours/season",
                R"({"path": "hours", "from": "06-01", "to": "08-31", "name": "Summer",
                    "days": ["friday"], "state": "open", "spans": [["08:00", "12:00"]]})") == 200);
  CHECK(holds(at.saved(kHoursFile),
              "\n[[hours.season]]\nfrom = \"06-01\"\nto   = \"08-31\"\nname = \"Summer\"\nfriday = "
              "\"8:00 am – 12:00 pm\"\n"));
  CHECK(at.post("/api/hours/day", R"({"path": "hours", "season": 0, "days": ["monday"],
                                      "state": "closed"})") == 200);
  CHECK(at.post("/api/hours/day", R"({"path": "hours", "season": 0, "days": ["friday"],
                                      "state": "as-usual"})") == 200);
  CHECK(at.post("/api/hours/season", R"({"path": "hours", "index": 0, "from": "2027-06-01",
                                         "to": "2027-08-31", "name": "Summer 2027"})") == 200);
  const auto season = at.get("/api/hours")["hours"][0]["seasons"][0];
  CHECK(season["from"] == "2027-06-01");
  CHECK(season["name"] == "Summer 2027");
  CHECK(season["days"][0]["state"] == "closed");
  CHECK(season["days"][0]["isOwn"] == true);
  CHECK(season["days"][4]["isOwn"] == false);
  CHECK(at.post("/api/hours/remove", R"({"path": "hours", "list": "season", "index": 0})") == 200);
  CHECK(at.get("/api/hours")["hours"][0]["seasons"].empty());
}

TEST_CASE("changes of hours are taken back, each in one step") {
  CopiedDesk at;
  const auto before = at.get("/api/hours")["hours"];
  CHECK(at.post("/api/hours/season",
                R"({"path": "hours", "from": "06-01", "to": "08-31", "name": "Summer",
                    "days": ["friday"], "state": "closed"})") == 200);
  CHECK(at.post("/api/undo", "{}") == 200);
  CHECK(at.get("/api/hours")["hours"] == before);
  CHECK(at.post("/api/undo", "{}") == 409);
}

TEST_CASE("hours of any name are changed where they stand") {
  CopiedDesk at;
  at.folder.write(
      "content/en/bakery.toml",
      "[revision]\ndate = 2026-11-22\nstatus = \"draft\"\n\n[bakery]\nname = \"Bread\"\n"
      "[bakery.open]\nmonday-sunday = \"07:00–18:00\"\nlunch = \"none\"\n");
  std::ifstream in(at.folder / "layouts/house.toml");
  const std::string house{std::istreambuf_iterator<char>(in), {}};
  at.folder.write("layouts/house.toml", house +
                                            "\n[facts]\nbakery = \"organisation\"\n"
                                            "\"bakery.open\" = \"hours\"\n");
  std::ifstream placard_in(at.folder / "layouts/hours-placard.toml");
  std::string placard{std::istreambuf_iterator<char>(placard_in), {}};
  const std::string list = "[\"clinic\", \"hours\", \"labels\"]";
  placard.replace(placard.find(list), list.size(),
                  "[\"clinic\", \"hours\", \"labels\", \"bakery\"]");
  at.folder.write("layouts/hours-placard.toml", placard);
  const auto hours = at.get("/api/hours")["hours"];
  REQUIRE(hours.size() == 2);
  CHECK(hours[1]["path"] == "bakery.open");
  CHECK(hours[1]["clock"] == 24);
  CHECK(at.post("/api/hours/day", R"({"path": "bakery.open", "days": ["monday"],
                                      "state": "closed"})") == 200);
  CHECK(holds(at.saved("content/en/bakery.toml"),
              "[bakery.open]\nmonday = \"closed\"\ntuesday-sunday = \"07:00–18:00\"\n"));
}

TEST_CASE("wrong changes of hours are refused and change nothing") {
  CopiedDesk at;
  const auto before = at.get("/api/hours");
  const auto refuses = [&](const std::string& path, const std::string& body) {
    INFO(path << " " << body);
    CHECK(at.post(path, body) == 400);
  };
  for (const char* body :
       {"",
        "[]",
        "{}",
        R"({"path": "clinic", "days": ["monday"], "state": "closed"})",
        R"({"path": "hours", "state": "closed"})",
        R"({"path": "hours", "days": [], "state": "closed"})",
        R"({"path": "hours", "days": ["someday"], "state": "closed"})",
        R"({"path": "hours", "days": [1], "state": "closed"})",
        R"({"path": "hours", "days": ["monday"]})",
        R"({"path": "hours", "days": ["monday"], "state": "missing"})",
        R"({"path": "hours", "days": ["monday"], "state": "as-usual"})",
        R"({"path": "hours", "days": ["monday"], "state": "open"})",
        R"({"path": "hours", "days": ["monday"], "state": "open", "spans": []})",
        R"({"path": "hours", "days": ["monday"], "state": "open", "spans": [["08:00"]]})",
        R"({"path": "hours", "days": ["monday"], "state": "open", "spans": [["8", "17:00"]]})",
        R"({"path": "hours", "days": ["monday"], "state": "open", "spans": [["08:60", "17:00"]]})",
        R"({"path": "hours", "days": ["monday"], "state": "open", "spans": [["08:00", "24:01"]]})",
        R"({"path": "hours", "days": ["monday"], "state": "open", "spans": [["-8:00", "17:00"]]})",
        R"({"path": "hours", "days": ["monday"], "state": "closed", "season": 0})",
        R"({"path": "hours", "days": ["monday"], "state": "closed", "note": 7})"}) {
    refuses("/api/hours/day", body);
  }
  refuses("/api/hours/break", R"({"path": "hours", "days": ["monday"], "break": "noon"})");
  refuses("/api/hours/break", R"({"path": "hours", "days": ["monday"], "season": 0})");
  for (const char* body :
       {R"({"path": "hours", "from": "2026-12-25", "state": "closed"})",
        R"({"path": "hours", "from": "2026-12-26", "to": "2026-12-25", "state": "closed"})",
        R"({"path": "hours", "from": "2026-02-30", "to": "2026-03-01", "state": "closed"})",
        R"({"path": "hours", "from": "2026-12-25", "to": "2026-12-25"})",
        R"({"path": "hours", "index": 0, "from": "2026-12-25", "to": "2026-12-25",
            "state": "closed"})"}) {
    refuses("/api/hours/special", body);
  }
  refuses("/api/hours/season", R"({"path": "hours", "from": "06-31", "to": "08-31",
                                   "days": ["friday"], "state": "closed"})");
  refuses("/api/hours/season", R"({"path": "hours", "from": "06-01", "to": "08-31"})");
  refuses("/api/hours/remove", R"({"path": "hours", "list": "days", "index": 0})");
  refuses("/api/hours/remove", R"({"path": "hours", "list": "special", "index": 0})");
  refuses("/api/hours/remove", R"({"path": "hours", "list": "special"})");
  CHECK(at.get("/api/hours") == before);
}

}  // namespace handbill::desk
