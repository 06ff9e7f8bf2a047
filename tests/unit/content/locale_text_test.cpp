// SPDX-License-Identifier: MIT
#include "content/locale_text.h"

#include <catch2/catch.hpp>

using namespace handbill;
using namespace handbill::content;

namespace {

/// No-break spaces shown as "_", word joiners not at all.
std::string shown(std::string text) {
  for (std::size_t at = text.find("\u2060"); at != std::string::npos; at = text.find("\u2060")) {
    text.erase(at, 3);
  }
  for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0")) {
    text.replace(at, 2, "_");
  }
  return text;
}

constexpr TimeSpan kDay = {8 * 60, 17 * 60};
constexpr TimeSpan kAfternoon = {13 * 60, 17 * 60};

}  // namespace

TEST_CASE("Times and days follow the language and its region") {
  struct Case {
    const char* language;
    const char* region;
    const char* day;
    const char* day_short;
    const char* whole_day;
    const char* afternoon;
  };
  const std::vector<Case> cases = {
      {"en", "US", "Monday", "Mon", "8:00_am–5:00_pm", "1:00–5:00_pm"},
      {"en-US", "DE", "Monday", "Mon", "8:00_am–5:00_pm", "1:00–5:00_pm"},
      {"en-CA", "", "Monday", "Mon", "8:00_am–5:00_pm", "1:00–5:00_pm"},
      {"en", "GB", "Monday", "Mon", "08:00–17:00", "13:00–17:00"},
      {"es", "US", "lunes", "lun", "8:00_a._m.–5:00_p._m.", "1:00–5:00_p._m."},
      {"es", "ES", "lunes", "lun", "8:00–17:00", "13:00–17:00"},
      {"de", "DE", "Montag", "Mo", "08:00–17:00", "13:00–17:00"},
      {"fr", "CA", "lundi", "lun.", "08_h_00–17_h_00", "13_h_00–17_h_00"},
      {"ko", "US", "월요일", "월", "오전_8:00–오후_5:00", "오후_1:00–5:00"},
      {"zh", "US", "星期一", "周一", "上午8:00–下午5:00", "下午1:00–5:00"},
      {"zh", "CN", "星期一", "周一", "08:00–17:00", "13:00–17:00"},
      // Digits are European ones unless the tag asks for others.
      {"ar", "US", "الاثنين", "الاثنين", "8:00_ص–5:00_م", "1:00–5:00_م"},
      {"ar-u-nu-arab", "EG", "الاثنين", "الاثنين", "٨:٠٠_ص–٥:٠٠_م", "١:٠٠–٥:٠٠_م"},
      {"no tag", "", "Monday", "Mon", "8:00_am–5:00_pm", "1:00–5:00_pm"},
  };
  for (const Case& c : cases) {
    INFO(c.language << " " << c.region);
    const LocaleText text(c.language, c.region);
    CHECK(text.day(0, NameForm::Long) == c.day);
    CHECK(text.day(0, NameForm::Short) == c.day_short);
    CHECK(shown(text.range(kDay)) == c.whole_day);
    CHECK(shown(text.range(kAfternoon)) == c.afternoon);
  }
}

TEST_CASE("American English says the same without ICU as English does with it") {
  const LocaleText american("en", "US");
  const LocaleText other("en", "CA");
  for (int day = 0; day < 7; ++day) {
    CHECK(american.day(day, NameForm::Long) == other.day(day, NameForm::Long));
    CHECK(other.day(day, NameForm::Short).starts_with(american.day(day, NameForm::Short)));
  }
  for (int minutes = 0; minutes <= kMinutesOfDay; minutes += 15) {
    CHECK(american.time(minutes, TimeForm::Minutes) == other.time(minutes, TimeForm::Minutes));
  }
  // Puerto Rico writes English as the States do, and is asked of ICU.
  const LocaleText puerto_rico("en", "PR");
  for (const spec::Date date : {spec::Date{2026, 11, 22}, spec::Date{2024, 2, 29},
                                spec::Date{2027, 5, 1}, spec::Date{1999, 9, 9}}) {
    for (const DateForm form : {DateForm::Long, DateForm::Short, DateForm::Month, DateForm::Weekday,
                                DateForm::Day, DateForm::LongDay}) {
      CHECK(american.date(date, form) == puerto_rico.date(date, form));
    }
  }
  std::vector<std::string> words;
  for (const char* word : {"a", "b", "c", "d"}) {
    words.emplace_back(word);
    CHECK(american.list(words) == puerto_rico.list(words));
  }
}

TEST_CASE("A half of the day is named once for two times in it") {
  const LocaleText text("en", "US");
  const std::vector<std::pair<TimeSpan, std::string>> cases = {
      {{8 * 60, 12 * 60}, "8:00_am–12:00_pm"},        {{12 * 60, 13 * 60}, "12:00–1:00_pm"},
      {{8 * 60 + 30, 11 * 60 + 45}, "8:30–11:45_am"}, {{0, 24 * 60}, "12:00_am–12:00_am"},
      {{0, 12 * 60 - 1}, "12:00–11:59_am"},
  };
  for (const auto& [span, expected] : cases) CHECK(shown(text.range(span)) == expected);
  CHECK(shown(text.range_in_words({12 * 60, 13 * 60}, " to ", TimeForm::Minutes)) ==
        "12:00 to 1:00_pm");
  CHECK(shown(text.range_in_words(kDay, " to ", TimeForm::HoursWhenFull)) == "8_am to 5_pm");
  CHECK(shown(text.range_in_words({8 * 60 + 30, 17 * 60}, " to ", TimeForm::HoursWhenFull)) ==
        "8:30_am to 5_pm");
}

TEST_CASE("Dates and lists follow the language") {
  const spec::Date date{2026, 12, 25};
  const LocaleText english("en", "US");
  CHECK(english.date(date, DateForm::Long) == "December 25, 2026");
  CHECK(english.date(date, DateForm::Short) == "Dec 25, 2026");
  CHECK(english.date(date, DateForm::Month) == "December 2026");
  CHECK(english.date(date, DateForm::Weekday) == "Friday, December 25");
  const LocaleText german("de", "DE");
  CHECK(german.date(date, DateForm::Long) == "25. Dezember 2026");
  CHECK(german.date(date, DateForm::Weekday) == "Freitag, 25. Dezember");
  // Never numbers alone, which some read as day and month, and others as month and day.
  CHECK(shown(german.date(date, DateForm::Short)) == "25. Dez. 2026");
  CHECK(shown(LocaleText("ar", "US").date(date, DateForm::Short)) == "25 ديسمبر 2026");
  const std::vector<std::string> words = {"a", "b", "c"};
  CHECK(english.list(words) == "a, b, and c");
  CHECK(german.list(words) == "a, b und c");
}

TEST_CASE("Of two dates what they share is told once") {
  const DateRange december{{2026, 12, 24}, {2026, 12, 26}};
  const DateRange new_year{{2026, 12, 27}, {2027, 1, 3}};
  const DateRange winter{{kEveryYear, 12, 15}, {kEveryYear, 1, 10}, Years::Every};
  struct Case {
    const char *language, *region;
    DateForm form;
    std::array<std::string, 3> expected;
  };
  const std::vector<Case> cases = {
      {"en",
       "US",
       DateForm::Long,
       {"December 24–26, 2026", "December 27, 2026–January 3, 2027", "December 15–January 10"}},
      {"en",
       "US",
       DateForm::Short,
       {"Dec 24–26, 2026", "Dec 27, 2026–Jan 3, 2027", "Dec 15–Jan 10"}},
      {"en",
       "US",
       DateForm::Month,
       {"December 2026", "December 2026–January 2027", "December 15–January 10"}},
      {"en",
       "US",
       DateForm::Weekday,
       {"Thursday, December 24–Saturday, December 26", "Sunday, December 27–Sunday, January 3",
        "December 15–January 10"}},
      {"en", "US", DateForm::Day, {"Dec 24–26", "Dec 27–Jan 3", "Dec 15–Jan 10"}},
      {"en",
       "GB",
       DateForm::Long,
       {"24–26 December 2026", "27 December 2026_–_3 January 2027", "15 December_–_10 January"}},
      {"es",
       "US",
       DateForm::Long,
       {"24–26 de diciembre de 2026", "27 de diciembre de 2026_–_3 de enero de 2027",
        "15 de diciembre_–_10 de enero"}},
      {"es", "US", DateForm::Day, {"24–26 de dic", "27 dic_–_3 ene", "15 dic_–_10 ene"}},
      {"zh",
       "US",
       DateForm::Long,
       {"2026年12月24日至26日", "2026年12月27日至2027年1月3日", "12月15日至1月10日"}},
      {"zh", "US", DateForm::Day, {"12月24日至26日", "12月27日至1月3日", "12月15日至1月10日"}},
      {"ar",
       "US",
       DateForm::Long,
       {"24–26 ديسمبر، 2026", "27 ديسمبر، 2026 – 3 يناير، 2027", "15 ديسمبر – 10 يناير"}},
      {"ar",
       "US",
       DateForm::Weekday,
       {"الخميس، 24 – السبت، 26 ديسمبر", "الأحد، 27 ديسمبر – الأحد، 3 يناير",
        "15 ديسمبر – 10 يناير"}},
  };
  for (const Case& c : cases) {
    const LocaleText text(c.language, c.region);
    INFO(c.language << " " << static_cast<int>(c.form));
    CHECK(shown(text.dates(december, c.form)) == c.expected[0]);
    CHECK(shown(text.dates(new_year, c.form)) == c.expected[1]);
    CHECK(shown(text.dates(winter, c.form)) == c.expected[2]);
  }
}

TEST_CASE("A region is two upper-case letters of a country") {
  CHECK(is_region("US"));
  CHECK(is_region("DE"));
  CHECK_FALSE(is_region("us"));
  CHECK_FALSE(is_region("XX"));
  CHECK_FALSE(is_region("USA"));
  CHECK_FALSE(is_region(""));
}

TEST_CASE("Chinese tells the part of the day, and says so once for two times in it") {
  const LocaleText text("zh", "US");
  CHECK(shown(text.time(12 * 60, TimeForm::Minutes)) == "中午12:00");
  CHECK(text.time(12 * 60, TimeForm::Minutes) == "中午\u206012:00");  // they stay together
  CHECK(text.time(8 * 60 + 30, TimeForm::Clock) == "8:30");
  CHECK(shown(text.range_in_words({12 * 60, 13 * 60}, "至", TimeForm::Minutes)) ==
        "中午12:00至下午1:00");
}

TEST_CASE("A name of a day gets a capital where it begins a line") {
  CHECK(LocaleText("es", "US").at_start("lunes") == "Lunes");
  CHECK(LocaleText("es", "US").at_start("éste") == "Éste");
  CHECK(LocaleText("ar", "US").at_start("الاثنين") == "الاثنين");
  CHECK(LocaleText("en", "US").at_start("") == "");
}
