// SPDX-License-Identifier: MIT
// Staff edits of the opening hours in hours.toml, read back from a sign that shows all of them.
#include <catch2/catch.hpp>

#include "system/edits/staff_edits.h"

namespace handbill::test {
namespace {

const std::string kBuild = "build door";

/// Days by their own words, the break, special dates and seasons.
constexpr const char* kDoor = R"(extends = "house"
title   = "Hours on the door"
content = ["hours"]

[sheet]
trim = "letter"

[[side]]

  [[side.frame]]
  name = "week"
  box  = { top = "margin", height = "4 in" }
  [side.frame.table]
  rows       = "hours.week"
  column_gap = "12 pt"
    [[side.frame.table.column]]
    text  = "{day}"
    style = "text"
    [[side.frame.table.column]]
    text  = "{times}"
    style = "text"
    width = "1 share"

  [[side.frame]]
  name = "lunch"
  text = "Lunch {hours.lunch}"
  box  = { top = "week.bottom", height = "0.5 in" }

  [[side.frame]]
  name = "special"
  box  = { top = "lunch.bottom", height = "3 in" }
  [side.frame.table]
  rows = "hours.special"
    [[side.frame.table.column]]
    text  = "{date}: {name} {times}"
    style = "text"
    width = "1 share"

  [[side.frame]]
  box  = { top = "special.bottom", height = "2 in" }
  [side.frame.table]
  rows = "hours.seasons"
    [[side.frame.table.column]]
    text  = "{dates}: {name} {changes}"
    style = "text"
    width = "1 share"
)";

Change thursday(const std::string& value) {
  return {kHours, "thursday  = \"8:00 am – 5:00 pm\"", "thursday  = " + value};
}

Change saturday(const std::string& value) {
  return {kHours, "saturday  = \"closed\"", "saturday  = " + value};
}

Change lunch(const std::string& value) {
  return {kHours, "lunch = \"12:00 pm – 1:00 pm\"\n", "lunch = " + value + "\n"};
}

/// The five lines of the working days become one under `key`.
Change working_days(const std::string& key) {
  const std::string hours = " = \"8:00 am – 5:00 pm\"\n";
  return {kHours,
          "monday   " + hours + "tuesday  " + hours + "wednesday" + hours + "thursday " + hours +
              "friday   " + hours,
          key + hours};
}

/// The sample of a special date, without its signs and with other lines.
Change special(const std::string& lines) {
  return {kHours,
          "# [[hours.special]]\n# date  = 2026-12-25\n# name  = \"Christmas Day\"\n"
          "# hours = \"closed\"\n",
          lines};
}

Change special_on(const std::string& dates) {
  return special("[[hours.special]]\n" + dates +
                 "\nname  = \"Christmas Day\"\nhours = \"closed\"\n");
}

std::string many_dates(int count) {
  std::string text;
  for (int i = 1; i <= count; ++i) {
    const std::string number = std::to_string(i);
    text += "[[hours.special]]\ndate = 2027-01-" + std::string(i < 10 ? "0" : "") + number +
            "\nhours = \"closed\" # " + number + "\n";
  }
  return text;
}

Change season(const std::string& lines) { return special("[[hours.season]]\n" + lines); }

StaffEdit printed(const std::string& name, std::vector<Change> changes,
                  std::vector<std::string> reads, std::vector<ExpectedMessage> says = {}) {
  return {.name = name,
          .changes = std::move(changes),
          .command = kBuild,
          .reads = std::move(reads),
          .says = std::move(says)};
}

/// At a line of hours.toml, by how it begins.
StaffEdit refused(const std::string& name, std::vector<Change> changes, const std::string& id,
                  const std::string& line, const std::string& part) {
  return {.name = name,
          .changes = std::move(changes),
          .command = kBuild,
          .says = {{"error", id, kHours + ": " + line, part}}};
}

void check_on_door(std::vector<StaffEdit> edits) {
  for (StaffEdit& edit : edits) {
    edit.by_hand = [](const ProjectCopy& project) { project.write("layouts/door.toml", kDoor); };
  }
  check_edits(edits);
}

const std::string kThursday = "thursday";

}  // namespace

TEST_CASE("staff edits of times end in the right words or the right message") {
  check_on_door({
      printed("a day opens later", {thursday("\"9:30 am – 5:00 pm\"")},
              {"Thursday 9:30 am–12:00 pm, 1:00–5:00 pm Friday 8:00 am"}),
      refused("5:00 am for 5:00 pm", {thursday("\"8:00 am – 5:00 am\"")}, "closes-before-opens",
              kThursday, "did you mean `5:00 pm`?"),
      refused("pm is forgotten", {thursday("\"8:00 am – 5:00\"")}, "closes-before-opens", kThursday,
              "did you mean `5:00 pm`?"),
      refused("am and pm are forgotten", {thursday("\"8:00 – 5:00\"")}, "closes-before-opens",
              kThursday, "did you mean `17:00`?"),
      refused("hours without minutes, am or pm", {thursday("\"8–5\"")}, "bad-time", kThursday,
              "write `8:00 am – 5:00 pm` or `08:00 – 17:00`"),
      printed("no minutes and no spaces", {thursday("\"9am-4pm\"")},
              {"Thursday 9:00 am–12:00 pm, 1:00–4:00 pm"}),
      printed("full stops for colons, and a.m.", {thursday("\"8.30 a.m. – 5.30 p.m.\"")},
              {"Thursday 8:30 am–12:00 pm, 1:00–5:30 pm"}),
      printed("words for the dash", {thursday("\"9:00 am till 4:00 pm\"")},
              {"Thursday 9:00 am–12:00 pm, 1:00–4:00 pm"}),
      printed("a day on the 24-hour clock", {thursday("\"09:00–16:30\"")},
              {"Thursday 9:00 am–12:00 pm, 1:00–4:30 pm"},
              {{"warning", "bad-time", kHours + ": thursday", "write `9:00 am`"}}),
      refused("both clocks in one time", {thursday("\"8:00 am – 17:00 pm\"")}, "bad-time",
              kThursday, "with am or pm, hours go from 1 to 12"),
      refused("the times change places", {thursday("\"5:00 pm – 8:00 am\"")}, "closes-before-opens",
              kThursday, "`8:00 am` is not after the opening time `5:00 pm`"),
      printed("until noon", {thursday("\"8:00 am – noon\"")}, {"Thursday 8:00 am–12:00 pm Friday"}),
      refused("12:00 am for noon", {thursday("\"8:00 am – 12:00 am\"")}, "closes-before-opens",
              kThursday, "did you mean `12:00 pm`?"),
      printed("until midnight", {thursday("\"2:00 pm – midnight\"")},
              {"Thursday 2:00 pm–12:00 am"}),
      printed("past midnight", {thursday("\"10:00 pm – 2:00 am\"")}, {"Thursday 10:00 pm–2:00 am"}),
      refused("no closing time", {thursday("\"8:00 am –\"")}, "bad-time", kThursday,
              "`8:00 am –` has no closing time"),
      refused("minutes beyond the hour", {thursday("\"8:00 am – 5:60 pm\"")}, "bad-time", kThursday,
              "minutes go up to 59"),
      refused("the letter O for a zero", {thursday("\"8:O0 am – 5:00 pm\"")}, "bad-time", kThursday,
              "did you mean `8:00 am – 5:00 pm`?"),
      refused("a semicolon for a colon", {thursday("\"8;00 am – 5:00 pm\"")}, "bad-time", kThursday,
              "`;` can't stand after a time"),
  });
}

TEST_CASE("staff edits of days end in the right words or the right message") {
  check_on_door({
      printed("two spans", {thursday("\"8:00 am – 11:30 am and 2:00 pm – 6:00 pm\"")},
              {"Thursday 8:00–11:30 am, 2:00–6:00 pm"}),
      refused("spans that overlap", {thursday("\"8:00 am – 1:00 pm, 12:00 pm – 5:00 pm\"")},
              "hours-overlap", kThursday, "write one span: `8:00 am – 5:00 pm`"),
      refused("spans with a stroke between",
              {thursday("\"8:00 am – 11:00 am / 1:00 pm – 5:00 pm\"")}, "bad-time", kThursday,
              "part several spans by commas"),
      printed("appt only", {thursday("\"appt only\"")}, {"Thursday By appointment Friday"}),
      refused("by appointment, misspelt", {thursday("\"by apointment\"")}, "bad-time", kThursday,
              "did you mean `by appointment`?"),
      printed("closed in capitals", {thursday("\"CLOSED\"")}, {"Thursday Closed Friday"}),
      refused("n/a for closed", {thursday("\"n/a\"")}, "bad-time", kThursday,
              "did you mean `closed`?"),
      refused("nothing between the quotes", {thursday("\"\"")}, "bad-time", kThursday,
              "there is nothing between the quotes"),
      refused("open 24 hours, with a break", {thursday("\"24/7\"")}, "lunch-outside-hours",
              "lunch =", "Thursday is open 24 hours"),
      refused("a day misspelt", {{kHours, "thursday  =", "thurdsay  ="}}, "unknown-key", "thurdsay",
              "did you mean `thursday`?"),
      printed("a day cut short", {{kHours, "thursday  = \"8:00", "Thurs     = \"9:00"}},
              {"Thursday 9:00 am"}),
      refused("a day is deleted", {{kHours, "thursday  = \"8:00 am – 5:00 pm\"\n", ""}},
              "day-missing", "[hours]", "leave out Thursday"),
      printed("Mon-Fri", {working_days("Mon-Fri")}, {"Friday 8:00 am–12:00 pm, 1:00–5:00 pm"}),
      refused("Mon–Fri with a long dash", {working_days("mon–fri")}, "toml-syntax", "mon–fri",
              "did you mean `mon-fri`?"),
      refused("mon to fri", {working_days("mon to fri")}, "toml-syntax", "mon to fri",
              "can't be a name"),
      refused("weekdays", {working_days("weekdays")}, "unknown-key", "weekdays",
              "did you mean `monday-friday`?"),
      refused("mon - fri in quotes", {working_days("\"mon - fri\"")}, "unknown-key",
              "\"mon - fri\"", "did you mean `monday-friday`?"),
      refused("a word for days that nobody knows", {working_days("workdays")}, "unknown-key",
              "workdays", "ranges such as `monday-friday`"),
      refused("a range over days that are there", {{kHours, "thursday  =", "monday-thursday ="}},
              "day-twice", "monday-thursday",
              "Monday, Tuesday and Wednesday are in the opening hours twice"),
      refused("no quotes", {thursday("9:30 am – 5:00 pm")}, "toml-syntax", kThursday,
              "write `thursday = \"9:30 am – 5:00 pm\"`"),
      refused("typographic quotes", {thursday("“9:30 am – 5:00 pm”")}, "toml-syntax", kThursday,
              "is a typographic quote"),
      refused("holidays as a day", {saturday("\"closed\"\nholidays = \"closed\"")}, "unknown-key",
              "holidays", "unknown key `holidays` in `hours`"),
  });
}

TEST_CASE("staff edits of breaks, weeks and notes end in the right words or the right message") {
  const auto saturdays = [](const std::string& rest) {
    return saturday("{ hours = \"9:00 am – 12:00 pm\", " + rest + " }");
  };
  check_on_door({
      printed("no break", {lunch("\"none\"")}, {"Monday 8:00 am–5:00 pm Tuesday"}),
      refused("the break without am and pm", {lunch("\"12-1\"")}, "bad-time",
              "lunch =", "write `12:00 pm – 1:00 pm` or"),
      refused("the break is deleted", {{kHours, "lunch = \"12:00 pm – 1:00 pm\"\n", ""}},
              "missing-key", "[hours]", "write the break, `lunch = \"12:00 pm – 1:00 pm\"`, or"),
      refused("the break is misspelt", {{kHours, "\nlunch =", "\nlucnh ="}}, "unknown-key", "lucnh",
              "did you mean `lunch`?"),
      refused("the break stands below a season",
              {{kHours, "lunch = \"12:00 pm – 1:00 pm\"\n",
                "[[hours.season]]\nfrom = \"06-01\"\nto = \"08-31\"\nfriday = \"8 am – noon\"\n"
                "lunch = \"12:00 pm – 1:00 pm\"\n"}},
              "missing-key", "[hours]", "the break of the week belongs above `[[hours.season]]`"),
      refused("the break stands below a special date",
              {{kHours, "lunch = \"12:00 pm – 1:00 pm\"\n",
                "[[hours.special]]\ndate = 2026-12-31\nhours = \"8 am – 3 pm\"\n"
                "lunch = \"12:00 pm – 1:00 pm\"\n"}},
              "missing-key", "[hours]", "what stands below is of that date alone"),
      refused("no for none", {lunch("\"no\"")}, "bad-time", "lunch =", "did you mean `none`?"),
      printed(
          "a break of its own on Friday",
          {lunch("{ monday-thursday = \"12:00 pm – 1:00 pm\", friday = \"12:30 pm – 1:00 pm\" }")},
          {"Thursday 8:00 am–12:00 pm, 1:00–5:00 pm Friday 8:00 am–12:30 pm, 1:00–5:00 pm"}),
      refused("a break of a day misspelt",
              {lunch("{ mon-thu = \"12 – 1 pm\", fryday = \"12 – 1 pm\" }")}, "unknown-key",
              "lunch =", "did you mean `friday`?"),
      refused("a break after all have left", {lunch("\"6:00 pm – 7:00 pm\"")},
              "lunch-outside-hours", "lunch =", "inside the opening hours of no day"),
      refused("a break of a closed day",
              {lunch("{ mon-fri = \"12 – 1 pm\", saturday = \"12 – 1 pm\" }")},
              "lunch-outside-hours", "lunch =", "Saturday has no hours, and so no lunch break"),
      printed("half a day that ends with the break", {saturday("\"9:00 am – 12:00 pm\"")},
              {"Saturday 9:00 am–12:00 pm Sunday", "Lunch 12:00 to 1:00 pm"}),
      refused("half a day that meets the break", {saturday("\"9:00 am – 12:30 pm\"")},
              "lunch-outside-hours", "lunch =", "if it has the break, write its hours as"),
      printed("the 1st and 3rd Saturday", {saturdays("weeks = \"first and third\"")},
              {"Saturday 9:00 am–12:00 pm (1st and 3rd Saturday of the month)"}),
      refused("the 3th Saturday", {saturdays("weeks = \"1st and 3th\"")}, "bad-value", "saturday",
              "`3th` is not one of the weeks of a month"),
      refused("every other Saturday, of which weeks?", {saturdays("weeks = \"every other\"")},
              "bad-value", "saturday", "does not say from which day on"),
      refused("every other Saturday from a Monday",
              {saturdays("weeks = \"every other from 2026-12-07\"")}, "bad-date", "saturday",
              "write `2026-12-05` or `2026-12-12`"),
      refused("every other Saturday from a date as on paper",
              {saturdays("weeks = \"every other from 12/19/2026\"")}, "bad-date", "saturday",
              "did you mean `2026-12-19`?"),
      printed("a note", {saturdays("note = \"laser only\"")},
              {"Saturday 9:00 am–12:00 pm (laser only)"}),
      refused("hour for hours", {saturday("{ hour = \"9:00 am – 12:00 pm\" }")}, "unknown-key",
              "saturday", "did you mean `hours`?"),
  });
}

TEST_CASE("staff edits of special dates and seasons end in the right words or the right message") {
  const std::string days = "friday = \"8:00 am – 12:00 pm\"\n";
  check_on_door({
      printed("a special date", {special_on("date = 2026-12-25")},
              {"December 25, 2026: Christmas Day Closed"}),
      printed("special dates over New Year", {special_on("from = 2026-12-24\nto = 2027-01-02")},
              {"December 24, 2026–January 2, 2027: Christmas Day Closed"}),
      printed("a special date that is past", {special_on("date = 2025-12-25")},
              {"December 25, 2025"},
              {{"warning", "bad-date", kHours + ": date = 2025-12-25", "take it out"}}),
      refused("month first, in quotes", {special_on("date = \"12/25/2026\"")}, "bad-date",
              "date = \"12", "did you mean `2026-12-25`?"),
      refused("month first, without a year", {special_on("date = 12/25")}, "toml-syntax",
              "date = 12/25", "write year, month and day: `2026-12-25`"),
      refused("day first", {special_on("date = 25.12.2026")}, "toml-syntax", "date = 25",
              "did you mean `2026-12-25`?"),
      refused("the month by its name", {special_on("date = Dec 25, 2026")}, "toml-syntax",
              "date = Dec", "did you mean `2026-12-25`?"),
      refused("a day that is not in the calendar", {special_on("date = 2026-02-30")}, "toml-syntax",
              "date = 2026-02-30", "`2026-02-30` is not in the calendar"),
      refused("the last day before the first", {special_on("from = 2026-12-24\nto = 2026-01-02")},
              "bad-date", "to = 2026", "2026-01-02 is before 2026-12-24"),
      refused(
          "a date twice",
          {special(
              "[[hours.special]]\ndate = 2026-12-25\nhours = \"closed\"\n\n"
              "[[hours.special]]\nfrom = 2026-12-24\nto = 2026-12-26\nhours = \"1 pm – 5 pm\"\n")},
          "duplicate-name", "from =", "the special date 2026-12-25 is there twice"),
      refused("the heading stays a comment",
              {special("# [[hours.special]]\ndate  = 2026-12-25\nname  = \"Christmas Day\"\n"
                       "hours = \"closed\"\n")},
              "unknown-key", "date  =", "head a special date with `[[hours.special]]`"),
      refused("the heading loses its brackets",
              {special("[hours.special]\ndate  = 2026-12-25\nhours = \"closed\"\n")}, "wrong-type",
              "[hours.special]", "head each special date with `[[hours.special]]`"),
      refused("the hours stay a comment",
              {special("[[hours.special]]\ndate  = 2026-12-25\n# hours = \"closed\"\n")},
              "missing-key", "[[hours.special]]", "a special date has no `hours`"),
      refused("Date with a capital", {special_on("Date = 2026-12-25")}, "unknown-key",
              "Date =", "did you mean `date`?"),
      printed("a special date that is open over the break",
              {special("[[hours.special]]\ndate = 2026-12-31\nhours = \"8:00 am – 5:00 pm\"\n")},
              {"December 31, 2026: 8:00 am–12:00 pm, 1:00–5:00 pm"}),
      printed("a special date without a break",
              {special("[[hours.special]]\ndate = 2026-12-31\nhours = \"8:00 am – 5:00 pm\"\n"
                       "lunch = \"none\"\n")},
              {"December 31, 2026: 8:00 am–5:00 pm"}),
      refused("half a special date that meets the break",
              {special("[[hours.special]]\ndate = 2026-12-31\nhours = \"8:00 am – 12:30 pm\"\n")},
              "lunch-outside-hours", "hours = \"8:00 am – 12:30", "if it stays open, write"),
      printed("summer hours",
              {season("from = \"06-01\"\nto = \"08-31\"\nname = \"Summer\"\n" + days)},
              {"June 1–August 31: Summer Friday, 8 am to 12 pm"}),
      printed("summer hours on every day",
              {season("from = \"06-01\"\nto = \"08-31\"\nmon-fri = \"7:00 am – 4:00 pm\"\n")},
              {"June 1–August 31: Monday to Friday, 7 am to 12 pm and 1 to 4 pm"}),
      printed("summer hours without a break",
              {season("from = \"06-01\"\nto = \"08-31\"\nmon-fri = \"7:00 am – 4:00 pm\"\n"
                      "lunch = \"none\"\n")},
              {"June 1–August 31: Monday to Friday, 7 am to 4 pm"}),
      refused("a season in words", {season("from = \"June 1\"\nto = \"08-31\"\n" + days)},
              "bad-date", "from =", "did you mean `06-01`?"),
      refused("a season without quotes", {season("from = 06-01\nto = \"08-31\"\n" + days)},
              "toml-syntax", "from =", "write `from = \"06-01\"`"),
      refused("seasons that overlap",
              {season("from = \"06-01\"\nto = \"08-31\"\n" + days +
                      "\n[[hours.season]] # autumn\nfrom = \"08-15\"\nto = \"09-15\"\nfriday = "
                      "\"closed\"\n")},
              "hours-overlap", "[[hours.season]] # autumn",
              "the season 08-15/09-15 overlaps the season 06-01/08-31"),
      refused("more special dates than there is room for", {special(many_dates(20))}, "overset",
              "hours = \"closed\" # 15", "`hours.special` has 20 entries, there is room for"),
      refused("half a day of a season that meets the break",
              {season("from = \"06-01\"\nto = \"08-31\"\nfriday = \"8 am – 12:30 pm\"\n")},
              "lunch-outside-hours", "friday =", "if it stays open, write"),
  });
}

TEST_CASE("names and notes of the hours are printed in the language, or told") {
  const Change christmas = special_on("date = 2026-12-25");
  const Change laser = saturday("{ hours = \"9:00 am – 12:00 pm\", note = \"laser only\" }");
  const std::string note = "\n[hours]\nsaturday = { note = ";
  const std::string name = "\n[[hours.special]]\ndate = 2026-12-25\nname = \"Navidad\"\n";
  const ExpectedMessage christmas_is_english = {
      "warning", "translation-differs", kHours + ": name  = \"Christmas",
      "`Christmas Day` is not translated in `content/es/hours.toml`"};
  const std::string build = kBuild + " --language es";
  check_on_door({
      {.name = "both are translated",
       .changes = {christmas, laser, {kSpanishHours, "", note + "\"solo láser\" }\n" + name}},
       .command = build,
       .reads = {"9:00 a. m.–12:00 p. m. (solo láser)", "25 de diciembre de 2026: Navidad Cerrado"},
       .never_reads = {"laser only", "Christmas"}},
      {.name = "the name is not",
       .changes = {christmas, laser, {kSpanishHours, "", note + "\"solo láser\" }\n"}},
       .command = build,
       .reads = {"Christmas Day Cerrado"},
       .says = {christmas_is_english}},
      {.name = "nor is the note",
       .changes = {christmas, laser},
       .command = build,
       .reads = {"(laser only)", "Christmas Day Cerrado"},
       .says = {christmas_is_english,
                {"warning", "translation-differs", kHours + ": saturday",
                 "write `saturday = { note = \"…\" }` there, below `[hours]`"}}},
      {.name = "a date that is gone in English",
       .changes = {{kSpanishHours, "", name}},
       .command = build,
       .never_reads = {"Navidad"},
       .says = {{"warning", "translation-differs", kSpanishHours + ": [[hours.special]]",
                 "`hours.special` is not in `en`"}}},
  });
}

TEST_CASE("a season like the week is noted, and not printed") {
  const Change summer =
      season("from = \"06-01\"\nto = \"08-31\"\nfriday = \"8:00 am – 5:00 pm\"\n");
  check_on_door({
      {.name = "checked",
       .changes = {summer},
       .command = "check door",
       .says = {{"note", "hours-overlap", kHours + ": [[hours.season]]", "and is not printed"}}},
      {.name = "built",
       .changes = {summer},
       .command = kBuild,
       .reads = {"Friday 8:00 am–12:00 pm, 1:00–5:00 pm"},
       .never_reads = {"June"}},
  });
}

TEST_CASE("a document that does not show seasons is refused when there is one") {
  std::string without = kDoor;
  without.replace(without.find("hours.seasons"), 13, "hours.special");
  StaffEdit edit =
      refused("summer hours", {season("from = \"06-01\"\nto = \"08-31\"\nfriday = \"closed\"\n")},
              "hours-untold", "[[hours.season]]", "as if they held all year");
  edit.by_hand = [&](const ProjectCopy& project) { project.write("layouts/door.toml", without); };
  check_edits({&edit, 1});
}

}  // namespace handbill::test
