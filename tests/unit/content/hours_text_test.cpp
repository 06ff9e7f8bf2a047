// SPDX-License-Identifier: MIT
// Opening hours on their way to paper: single facts and rows of tables.
#include "content/hours_text.h"

#include <catch2/catch.hpp>

#include "content_from.h"

using namespace handbill;
using namespace handbill::content;
using namespace handbill::content::test;

namespace {

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("The hours of one day are told in every language") {
  struct Case {
    const char* language;
    const char* monday;
    const char* sunday;
  };
  const std::vector<Case> cases = {
      {"en", "8:00_am–12:00_pm, 1:00–5:00_pm", "Closed"},
      {"es", "8:00_a._m.–12:00_p._m., 1:00–5:00_p._m.", "Cerrado"},
      {"zh", "上午8:00–中午12:00，下午1:00–5:00", "休息"},
      {"ar", "8:00_ص–12:00_م، 1:00–5:00_م", "مغلق"},
      {"de", "8:00_AM–12:00_PM, 1:00–5:00_PM", "Geschlossen"},
  };
  for (const Case& c : cases) {
    INFO(c.language);
    const auto content = content_from(kWeek, c.language);
    CHECK(plain(content->show("hours.monday")) == c.monday);
    CHECK(content->show("hours.sunday") == c.sunday);
  }
}

TEST_CASE("A week of every kind of day is told in every language") {
  const std::string week =
      "[hours]\nmonday = \"8 am – noon, 2 – 6 pm\"\ntuesday = \"by appointment\"\n"
      "wednesday = \"open 24 hours\"\nthursday = \"closed\"\nfri-sun = \"9 am – 1 pm\"\n";
  const std::vector<std::pair<std::string, List>> cases = {
      {"en",
       {"8:00_am–12:00_pm, 2:00–6:00_pm", "By appointment", "Open 24 hours", "Closed",
        "9:00_am–1:00_pm"}},
      {"es",
       {"8:00_a._m.–12:00_p._m., 2:00–6:00_p._m.", "Con cita previa", "Abierto las 24 horas",
        "Cerrado", "9:00_a._m.–1:00_p._m."}},
      {"zh",
       {"上午8:00–中午12:00，下午2:00–6:00", "需预约", "24小时开放", "休息", "上午9:00–下午1:00"}},
      {"ar",
       {"8:00_ص–12:00_م، 2:00–6:00_م", "بموعد مسبق", "مفتوح على مدار 24 ساعة", "مغلق",
        "9:00_ص–1:00_م"}},
  };
  for (const auto& [language, expected] : cases) {
    INFO(language);
    CHECK(plain(content_from(week, language)->rows("hours.grouped", {"times"})) == expected);
  }
  CHECK(content_from(week)->rows("hours.grouped", {"state", "words", "closed"}) ==
        List{"open |  | ", "by appointment | By appointment | ", "open 24 hours | Open 24 hours | ",
             "closed | Closed | Closed", "open |  | "});
  CHECK(plain(content_from(week)->show("hours.summary")) ==
        "Monday, 8_am to 12_pm and 2 to 6_pm; Tuesday, by appointment; Wednesday, open 24 hours; "
        "Friday to Sunday, 9_am to 1_pm");
  CHECK(plain(content_from(week, "zh")->show("hours.summary")) ==
        "星期一，上午8:00至中午12:00和下午2:00至6:"
        "00；星期二，需预约；星期三，24小时开放；星期五至星期日，"
        "上午9:00至下午1:00");
}

TEST_CASE("Days that are told alike share a row, whatever a gap is called") {
  const auto content = content_from(
      "[hours]\nmon-tue = \"8 am – 5 pm\"\nwednesday = \"8 am – noon, 1 – 5 pm\"\n"
      "thu-sun = \"closed\"\nlunch = { mon-tue = \"12–1 pm\" }\n");
  CHECK(content->rows("hours.grouped", {"day"}) == List{"Monday–Wednesday", "Thursday–Sunday"});
}

TEST_CASE("Weeks and notes stand behind the times and in keys of their own") {
  const std::string week =
      "[hours]\nmon-thu = \"closed\"\nfri = { hours = \"9 am – 1 pm\", weeks = \"1st, last\" }\n"
      "sat-sun = { hours = \"by appointment\", weeks = \"every other from 2026-12-05\", note = "
      "\"laser\" }\n";
  const std::vector<std::pair<std::string, List>> cases = {
      {"en",
       {"9:00_am–1:00_pm (1st and last Friday of the month)",
        "By appointment (every other week from December_5,_2026; laser)"}},
      {"es",
       {"9:00_a._m.–1:00_p._m. (primer y último viernes del mes)",
        "Con cita previa (cada dos semanas desde el 5_de_diciembre_de_2026; laser)"}},
      {"zh",
       {"上午9:00–下午1:00（每月第一和最后一个星期五）",
        "需预约（从2026年12月5日起每两周一次；laser）"}},
      {"ar",
       {"9:00_ص–1:00_م (يوم الجمعة الأول والأخير من كل شهر)",
        "بموعد مسبق (كل أسبوعين ابتداءً من 5_ديسمبر_2026؛ laser)"}},
      {"de",
       {"9:00_AM–1:00_PM (1. und letzter Freitag im Monat)",
        "Nach Vereinbarung (alle zwei Wochen ab 5._Dezember_2026; laser)"}},
      {"fr",
       {"9:00_AM–1:00_PM (1er et dernier vendredi du mois)",
        "Sur rendez-vous (une semaine sur deux à partir du 5_décembre_2026; laser)"}},
  };
  for (const auto& [language, expected] : cases) {
    INFO(language);
    auto rows = plain(content_from(week, language)->rows("hours.grouped", {"times"}));
    rows.erase(rows.begin());
    CHECK(rows == expected);
  }
  CHECK(plain(content_from(week)->rows("hours.grouped", {"day", "weeks", "note"})) ==
        List{"Monday–Thursday |  | ", "Friday | 1st and last Friday of the month | ",
             "Saturday–Sunday | Every other week from December_5,_2026 | laser"});
  CHECK(plain(content_from(week)->show("hours.summary")) ==
        "Friday, 9_am to 1_pm (1st and last Friday of the month); Saturday to Sunday, by "
        "appointment (every other week from December_5,_2026; laser)");
}

TEST_CASE("Days of the same week of a month are told one by one") {
  const auto content = content_from(
      "[hours]\nmon-fri = \"closed\"\nsat-sun = { hours = \"9 am – 1 pm\", weeks = \"1st\" }\n");
  CHECK(content->rows("hours.grouped", {"day", "weeks"}) ==
        List{"Monday–Friday | ", "Saturday | 1st Saturday of the month",
             "Sunday | 1st Sunday of the month"});
}

TEST_CASE("The lines of a sign are the spans of groups of days") {
  const auto content = content_from(
      "[hours]\nmon-thu = \"8 am – 5 pm\"\nlunch = \"12–1 pm\"\nfri = \"by appointment\"\n"
      "sat = { hours = \"9 – 10 am, 11 am – noon\", weeks = \"1st\", note = \"laser\" }\n"
      "sun = \"closed\"\n");
  CHECK(plain(content->rows("hours.lines", {"day", "day_short", "open", "close", "span", "words",
                                            "weeks", "note", "state", "remark"})) ==
        List{"Monday~–~Thursday | Mon~–~Thu | 8:00_am | 12:00_pm | 8:00_am–12:00_pm |  |  |  | "
             "open | ",
             " |  | 1:00_pm | 5:00_pm | 1:00–5:00_pm |  |  |  | open | ",
             " |  |  |  |  |  |  |  | open | Closed for lunch 12:00 to 1:00_pm",
             "Friday | Fri |  |  |  | By appointment |  |  | by appointment | ",
             "Saturday | Sat | 9:00_am | 10:00_am | 9:00–10:00_am |  | 1st Saturday of the month | "
             "laser | open | ",
             " |  | 11:00_am | 12:00_pm | 11:00_am–12:00_pm |  |  |  | open | ",
             " |  |  |  |  |  |  |  | open | 1st Saturday of the month; laser",
             "Sunday | Sun |  |  |  | Closed |  |  | closed | "});
}

TEST_CASE("The break that all keep is told once, below the last hours it parts") {
  const auto remarks = [](const std::string& week, const char* language = "en") {
    return plain(
        content_from("[hours]\n" + week, language)->rows("hours.lines", {"day_short", "remark"}));
  };
  const std::string two =
      "mon-wed = \"8 am – 5 pm\"\nthu-fri = \"8 am – 4 pm\"\nsat-sun = \"closed\"\n";
  CHECK(remarks(two + "lunch = \"12–1 pm\"\n") == List{"Mon~–~Wed | ", " | ", "Thu~–~Fri | ", " | ",
                                                       " | Closed for lunch 12:00 to 1:00_pm",
                                                       "Sat~–~Sun | "});
  CHECK(remarks(two + "lunch = \"none\"\n") ==
        List{"Mon~–~Wed | ", "Thu~–~Fri | ", "Sat~–~Sun | "});
  CHECK(remarks(two + "lunch = { mon-wed = \"12–1 pm\", thu-fri = \"12:30–1 pm\" }\n") ==
        List{"Mon~–~Wed | ", " | ", "Thu~–~Fri | ", " | ", "Sat~–~Sun | "});
  CHECK(remarks(two +
                "lunch = \"12–1 pm\"\nwords = { lunch = \"back after lunch, {times}\" }\n")[4] ==
        " | Back after lunch, 12:00 to 1:00_pm");
  CHECK(remarks(two + "lunch = \"12–1 pm\"\n", "es")[4] ==
        " | Cerrado para almorzar 12:00 a 1:00_p._m.");
}
