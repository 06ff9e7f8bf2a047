// SPDX-License-Identifier: MIT
// Parts of the year with other hours: how they are read, and what is told of them.
#include "content/seasons.h"

#include <catch2/catch.hpp>

#include "content_from.h"

using namespace handbill;
using namespace handbill::content;
using namespace handbill::content::test;

namespace {

using List = std::vector<std::string>;

std::unique_ptr<Checked> with_season(const std::string& season,
                                     const std::string& language = "en") {
  return content_from(kWeek + "[[hours.season]]\n" + season, language);
}

const std::string kSummer = "from = \"06-01\"\nto = \"08-31\"\n";

/// The season of the dump, without its days.
std::string dates(const std::string& from, const std::string& to) {
  const auto content =
      with_season("from = " + from + "\nto = " + to + "\nfriday = \"8 am – noon\"\n");
  if (const auto faults = content->faults(); !faults.empty()) return faults.front();
  const std::string dump = content->content->dump();
  const std::size_t at = dump.find("  season ") + 9;
  return dump.substr(at, dump.find('\n', at) - at);
}

}  // namespace

TEST_CASE("A season is of every year, or from one date to another") {
  CHECK(dates("\"06-01\"", "\"08-31\"") == "06-01/08-31");
  CHECK(dates("\"12-15\"", "\"01-10\"") == "12-15/01-10");
  CHECK(dates("\"02-29\"", "\"02-29\"") == "02-29");
  CHECK(dates("2027-06-01", "\"2027-08-31\"") == "2027-06-01/2027-08-31");
  CHECK(dates("2026-12-15", "2027-01-10") == "2026-12-15/2027-01-10");
  CHECK(dates("2027-06-01", "2026-08-31") ==
        "bad-date `2026-08-31`: 2026-08-31 is before 2027-06-01");
  CHECK(dates("\"06-01\"", "2027-08-31") ==
        "bad-date `2027-08-31`: one end of the season has a year, and the other has none");
  CHECK(dates("\"06-31\"", "\"08-31\"") ==
        "bad-date `\"06-31\"`: `06-31` is not a day of the year");
  CHECK(dates("\"6-1\"", "\"08-31\"") == "bad-date `\"6-1\"`: `6-1` is not a day of the year");
  CHECK(dates("2027-02-30", "2027-08-31") ==
        "toml-syntax `2027-02-30`: `2027-02-30` is not in the calendar");
}

TEST_CASE("Days and breaks that a season does not name are those of the week") {
  const auto shown = [](const std::string& season) {
    const auto content = with_season(kSummer + season);
    CHECK(content->faults().empty());
    return plain(content->rows("hours.season_grouped", {"dates", "name", "day_short", "times"}));
  };
  CHECK(shown("name = \"Summer\"\nfriday = \"8 am – noon\"\n") ==
        List{"June_1–August_31 | Summer | Mon–Thu | 8:00_am–12:00_pm, 1:00–5:00_pm",
             " |  | Fri | 8:00_am–12:00_pm", " |  | Sat–Sun | Closed"});
  CHECK(shown("friday = \"7 am – 3 pm\"\n") ==
        List{"June_1–August_31 |  | Mon–Thu | 8:00_am–12:00_pm, 1:00–5:00_pm",
             " |  | Fri | 7:00_am–12:00_pm, 1:00–3:00_pm", " |  | Sat–Sun | Closed"});
  CHECK(shown("lunch = \"none\"\n") ==
        List{"June_1–August_31 |  | Mon–Fri | 8:00_am–5:00_pm", " |  | Sat–Sun | Closed"});
  CHECK(shown("lunch = { friday = \"none\" }\n") ==
        List{"June_1–August_31 |  | Mon–Thu | 8:00_am–12:00_pm, 1:00–5:00_pm",
             " |  | Fri | 8:00_am–5:00_pm", " |  | Sat–Sun | Closed"});
  CHECK(shown("mon-sun = \"closed\"\n") == List{"June_1–August_31 |  | Mon–Sun | Closed"});
  // A week written around its break keeps its two spans when the break goes.
  const auto gap = content_from(
      "[hours]\nmon-sun = \"8 am – noon, 1 – 5 pm\"\nlunch = \"12 – 1 pm\"\n"
      "[[hours.season]]\n" +
      kSummer + "lunch = \"none\"\n");
  CHECK(plain(gap->rows("hours.season_grouped", {"times"})) ==
        List{"8:00_am–12:00_pm, 1:00–5:00_pm"});
}

TEST_CASE("A season is told in one line, whole or by what it changes") {
  const auto shown = [](const std::string& season, const std::string& language = "en") {
    const auto content = with_season(kSummer + season, language);
    CHECK(content->faults().empty());
    return plain(content->rows("hours.seasons", {"dates", "summary", "changes"})).front();
  };
  CHECK(shown("friday = \"8 am – noon\"\n") ==
        "June_1–August_31 | Monday to Thursday, 8_am to 12_pm and 1 to 5_pm; Friday, 8_am to "
        "12_pm | Friday, 8_am to 12_pm");
  // The break of the week stays, and is told of every day.
  CHECK(shown("mon-fri = \"7 am – 4 pm\"\n") ==
        "June_1–August_31 | Monday to Friday, 7_am to 12_pm and 1 to 4_pm | "
        "Monday to Friday, 7_am to 12_pm and 1 to 4_pm");
  CHECK(shown("mon-fri = \"7 am – 4 pm\"\nlunch = \"none\"\n") ==
        "June_1–August_31 | Monday to Friday, 7_am to 4_pm | Monday to Friday, 7_am to 4_pm");
  // Closed is told where the week has hours.
  CHECK(shown("friday = \"closed\"\n") ==
        "June_1–August_31 | Monday to Thursday, 8_am to 12_pm and 1 to 5_pm; Friday to Sunday, "
        "closed | Friday, closed");
  CHECK(shown("mon-fri = \"closed\"\n") ==
        "June_1–August_31 | Monday to Sunday, closed | Monday to Friday, closed");
  // A break of its own is told; one that a half day keeps by ending before it is none.
  CHECK(shown("lunch = \"12:30 – 1 pm\"\n") ==
        "June_1–August_31 | Monday to Friday, 8_am to 12:30_pm and 1 to 5_pm | "
        "Monday to Friday, 8_am to 12:30_pm and 1 to 5_pm");
  CHECK(shown("lunch = { friday = \"none\" }\n") ==
        "June_1–August_31 | Monday to Thursday, 8_am to 12_pm and 1 to 5_pm; Friday, 8_am to "
        "5_pm | Friday, 8_am to 5_pm");
  CHECK(shown("saturday = { hours = \"9 am – noon\", weeks = \"1st\", note = \"laser only\" }\n") ==
        "June_1–August_31 | Monday to Friday, 8_am to 12_pm and 1 to 5_pm; Saturday, 9_am to 12_pm "
        "(1st Saturday of the month; laser only) | Saturday, 9_am to 12_pm (1st Saturday of the "
        "month; laser "
        "only)");
  CHECK(shown("friday = \"closed\"\n", "es") ==
        "1_de_junio_– 31_de_agosto | Lunes a jueves, 8:00_a._m. a 12:00_p._m. y 1:00 a 5:00_p._m.; "
        "viernes a domingo, cerrado | Viernes, cerrado");
  CHECK(shown("friday = \"closed\"\n", "zh") ==
        "6月1日至8月31日 | "
        "星期一至星期四，上午8:00至中午12:00和下午1:00至5:00；星期五至星期日，休息 | 星期五，休息");
  CHECK(shown("friday = \"closed\"\n", "ar") ==
        "1_يونيو_– 31_أغسطس | الاثنين إلى الخميس، 8:00_ص إلى 12:00_م و1:00 إلى 5:00_م؛ الجمعة إلى "
        "الأحد، مغلق | "
        "الجمعة، مغلق");
}

TEST_CASE("An entry is the name with the hours, or the hours alone") {
  const std::string days = "friday = \"closed\"\n[[hours.special]]\ndate = 2026-12-25\nhours = ";
  const auto entries = [&](const std::string& name, const std::string& hours,
                           const std::string& language) {
    const auto content =
        with_season(kSummer + (name.empty() ? "" : "name = \"" + name + "\"\n") + days + "\"" +
                        hours + "\"\n" + (name.empty() ? "" : "name = \"" + name + "\"\n"),
                    language);
    CHECK(content->faults().empty());
    List both = content->rows("hours.seasons", {"entry"});
    both.push_back(content->rows("hours.special", {"entry"}).front());
    return plain(both);
  };
  CHECK(entries("Rest", "closed", "en") == List{"Rest: Friday, closed", "Rest: closed"});
  CHECK(entries("", "closed", "en") == List{"Friday, closed", "Closed"});
  CHECK(entries("Rest", "8 am – noon", "en") ==
        List{"Rest: Friday, closed", "Rest: 8:00_am–12:00_pm"});
  CHECK(entries("Descanso", "closed", "es") ==
        List{"Descanso: viernes, cerrado", "Descanso: cerrado"});
  CHECK(entries("", "by appointment", "es") == List{"Viernes, cerrado", "Con cita previa"});
  CHECK(entries("休假", "closed", "zh") == List{"休假：星期五，休息", "休假：休息"});
  CHECK(entries("إجازة", "closed", "ar") == List{"إجازة: الجمعة، مغلق", "إجازة: مغلق"});
  CHECK(entries("Congé", "closed", "fr") == List{"Congé_: vendredi, fermé", "Congé_: fermé"});
}

TEST_CASE("The first and last day of a season take the formats of dates") {
  const auto content = with_season(kSummer + "friday = \"closed\"\n");
  diag::Diagnostics diags;
  const auto rows = content->content->rows("hours.season_lines", {}, diags);
  REQUIRE(rows);
  REQUIRE(rows->size() == 4);  // two spans, the break, the days without
  const FactRow* first = &rows->front();
  CHECK(plain(content->show("from", "", first)) == "June_1");
  CHECK(plain(content->show("to", "short", first)) == "Aug_31");
  CHECK(plain(content->show("dates", "short", first)) == "Jun_1–Aug_31");
  CHECK(plain(content->show("dates", "month", first)) == "June_1–August_31");
  CHECK(plain(content->show("dates", "weekday", first)) == "June_1–August_31");
  CHECK(content->show("dates", "iso", first) == "06-01/08-31");
  CHECK(content->show("from", "iso", first) == "06-01");
  CHECK(content->show("dates", "", &rows->back()).empty());
  const auto of_one_year = with_season("from = 2026-12-15\nto = 2027-01-10\nfriday = \"closed\"\n");
  CHECK(plain(of_one_year->rows("hours.seasons", {"from", "to", "dates"})) ==
        List{"December_15,_2026 | January_10,_2027 | December_15,_2026–January_10,_2027"});
}

TEST_CASE("A season without a fault changes something, once") {
  const auto faults = [](const std::string& season) { return with_season(season)->faults(); };
  const std::string end = "friday = \"closed\"\n";
  CHECK(faults("from = \"06-01\"\n" + end) ==
        List{"missing-key `[[hours.season]]`: the season has no `to`"});
  CHECK(faults(kSummer) ==
        List{"missing-key `[[hours.season]]`: the season has neither days nor a lunch break of its "
             "own"});
  CHECK(faults(kSummer + "fryday = \"closed\"\n") ==
        List{"unknown-key `fryday`: unknown key `fryday` in `hours.season`"});
  CHECK(faults(kSummer + "name = \"\"\n" + end) ==
        List{"bad-value `\"\"`: the name of a season is empty"});
  CHECK(faults(kSummer + "friday = \"8 am – 5 pm\"\n") ==
        List{"hours-overlap `[[hours.season]]`: the season 06-01/08-31 has the hours of the week, "
             "and is not printed"});
  CHECK(with_season(kSummer + "friday = \"8 am – 5 pm\"\n")
            ->rows("hours.seasons", {"dates"})
            .empty());
  // The break of the week meets a half day of the season, and the week's own are not said twice.
  CHECK(faults(kSummer + "friday = \"8 am – 12:30 pm\"\n") ==
        List{"lunch-outside-hours `\"8 am – 12:30 pm\"`: Friday closes within the lunch break "
             "`12:00 pm - 1:00 pm`"});
  CHECK(faults(kSummer + "friday = \"8 am – 12:30 pm\"\nlunch = { friday = \"none\" }\n").empty());
  CHECK(faults(kSummer +
               "friday = \"10 pm – 2 am\"\nsaturday = \"open 24 hours\"\nlunch = \"none\"\n") ==
        List{"hours-overlap `\"10 pm – 2 am\"`: the hours of Friday go on until 2:00 am, when "
             "Saturday is open already"});
  CHECK(content_from("[hours]\nmon-sun = \"9 am – noon\"\nseason = \"summer\"\n")->faults() ==
        List{"wrong-type `\"summer\"`: seasons have a heading each, and their lines below it"});
}

TEST_CASE("Seasons do not overlap, in any year") {
  const auto overlap = [](const std::string& one, const std::string& other) {
    const auto content = with_season(one + "\nfriday = \"closed\"\n[[hours.season]]\n" + other +
                                     "\nfriday = \"8 am – noon\"\n");
    return !content->faults().empty();
  };
  const std::string june = "from = \"06-01\"\nto = \"06-30\"";
  CHECK(overlap(june, "from = \"06-30\"\nto = \"07-31\""));
  CHECK_FALSE(overlap(june, "from = \"07-01\"\nto = \"07-31\""));
  CHECK(overlap("from = \"12-01\"\nto = \"01-31\"", "from = \"01-31\"\nto = \"02-28\""));
  CHECK_FALSE(overlap("from = \"12-01\"\nto = \"01-31\"", june));
  CHECK(overlap(june, "from = 2027-06-30\nto = 2027-07-31"));
  CHECK(overlap("from = 2027-01-01\nto = 2027-12-31", june));
  CHECK(overlap("from = 2026-07-01\nto = 2027-06-01", june));
  CHECK_FALSE(overlap("from = 2026-07-01\nto = 2027-05-31", june));
  CHECK_FALSE(overlap("from = 2026-06-01\nto = 2026-06-30", "from = 2027-06-01\nto = 2027-06-30"));
}

TEST_CASE("A season that is past when the hours are reviewed is told of") {
  const std::string season =
      "\nfriday = \"closed\"\n[revision]\ndate = 2026-11-22\nstatus = \"approved\"\n"
      "approved_by = \"office manager\"\n";
  CHECK(with_season("from = 2026-06-01\nto = 2026-11-21" + season)->faults() ==
        List{"bad-date `[[hours.season]]`: the season 2026-06-01/2026-11-21 is before the revision "
             "of 2026-11-22"});
  CHECK(with_season("from = 2026-06-01\nto = 2026-11-22" + season)->faults().empty());
  CHECK(with_season("from = \"06-01\"\nto = \"06-30\"" + season)->faults().empty());
}

TEST_CASE("A year has a bounded number of seasons") {
  std::string text = kWeek;
  for (int i = 0; i < 50; ++i) {
    const std::string year = std::to_string(2100 + i);
    text += "[[hours.season]]\nfrom = " + year + "-01-01\nto = " + year +
            "-01-31\nfriday = \"closed\"\n";
  }
  CHECK(content_from(text)->faults().empty());
  CHECK(
      content_from(text + "[[hours.season]]\nfrom = \"02-01\"\nto = \"02-02\"\nmon = \"closed\"\n")
          ->faults() == List{"too-large `[[hours.season]]`: a year has 50 seasons at the most"});
}
