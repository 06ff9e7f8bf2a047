// SPDX-License-Identifier: MIT
#include "content/locale_text.h"

#include <unicode/brkiter.h>

#include <catch2/catch.hpp>
#include <memory>

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
      // Where no name is cut short, there may be shorter ones.
      {"ar", "US", "الاثنين", "إثنين", "8:00_ص–5:00_م", "1:00–5:00_م"},
      {"ar-u-nu-arab", "EG", "الاثنين", "إثنين", "٨:٠٠_ص–٥:٠٠_م", "١:٠٠–٥:٠٠_م"},
      {"no tag", "", "Monday", "Mon", "8:00_am–5:00_pm", "1:00–5:00_pm"},
  };
  for (const Case& c : cases) {
    INFO(c.language << " " << c.region);
    const LocaleText text(c.language, c.region);
    CHECK(shown(text.day(0, NameForm::Long)) == c.day);
    CHECK(shown(text.day(0, NameForm::Short)) == c.day_short);
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
  CHECK(shown(english.date(date, DateForm::Long)) == "December_25,_2026");
  CHECK(shown(english.date(date, DateForm::Short)) == "Dec_25,_2026");
  CHECK(shown(english.date(date, DateForm::Month)) == "December_2026");
  CHECK(shown(english.date(date, DateForm::Weekday)) == "Friday,_December_25");
  const LocaleText german("de", "DE");
  CHECK(shown(german.date(date, DateForm::Long)) == "25._Dezember_2026");
  CHECK(shown(german.date(date, DateForm::Weekday)) == "Freitag,_25._Dezember");
  // Never numbers alone, which some read as day and month, and others as month and day.
  CHECK(shown(german.date(date, DateForm::Short)) == "25._Dez._2026");
  CHECK(shown(LocaleText("ar", "US").date(date, DateForm::Short)) == "25_ديسمبر_2026");
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
       {"December_24–26,_2026", "December_27,_2026–January_3,_2027", "December_15–January_10"}},
      {"en",
       "US",
       DateForm::Short,
       {"Dec_24–26,_2026", "Dec_27,_2026–Jan_3,_2027", "Dec_15–Jan_10"}},
      {"en",
       "US",
       DateForm::Month,
       {"December_2026", "December_2026–January_2027", "December_15–January_10"}},
      {"en",
       "US",
       DateForm::Weekday,
       {"Thursday,_December_24–Saturday,_December_26", "Sunday,_December_27–Sunday,_January_3",
        "December_15–January_10"}},
      {"en", "US", DateForm::Day, {"Dec_24–26", "Dec_27–Jan_3", "Dec_15–Jan_10"}},
      {"en",
       "GB",
       DateForm::Long,
       {"24–26_December_2026", "27_December_2026_– 3_January_2027", "15_December_– 10_January"}},
      {"es",
       "US",
       DateForm::Long,
       {"24–26_de_diciembre_de_2026", "27_de_diciembre_de_2026_– 3_de_enero_de_2027",
        "15_de_diciembre_– 10_de_enero"}},
      {"es", "US", DateForm::Day, {"24–26_de_dic", "27_dic_– 3_ene", "15_dic_– 10_ene"}},
      {"zh",
       "US",
       DateForm::Long,
       {"2026年12月24日至26日", "2026年12月27日至2027年1月3日", "12月15日至1月10日"}},
      {"zh", "US", DateForm::Day, {"12月24日至26日", "12月27日至1月3日", "12月15日至1月10日"}},
      {"ar",
       "US",
       DateForm::Long,
       {"24–26_ديسمبر،_2026", "27_ديسمبر،_2026_– 3_يناير،_2027", "15_ديسمبر_– 10_يناير"}},
      {"ar",
       "US",
       DateForm::Weekday,
       {"الخميس،_24_–_السبت،_26_ديسمبر", "الأحد،_27_ديسمبر_– الأحد،_3_يناير",
        "15_ديسمبر_– 10_يناير"}},
  };
  for (const Case& c : cases) {
    const LocaleText text(c.language, c.region);
    INFO(c.language << " " << static_cast<int>(c.form));
    CHECK(shown(text.dates(december, c.form)) == c.expected[0]);
    CHECK(shown(text.dates(new_year, c.form)) == c.expected[1]);
    CHECK(shown(text.dates(winter, c.form)) == c.expected[2]);
  }
}

namespace {

/// Where a line may end within a text.
std::size_t line_ends_in(const std::string& text, const char* language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> lines(
      icu::BreakIterator::createLineInstance(icu::Locale(language), status));
  REQUIRE(U_SUCCESS(status));
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  lines->setText(units);
  std::size_t ends = 0;
  for (int32_t at = lines->first(); (at = lines->next()) != icu::BreakIterator::DONE;) {
    if (at < units.length()) ++ends;
  }
  return ends;
}

const std::vector<std::pair<const char*, const char*>> kPlaces = {
    {"en", "US"}, {"en", "GB"}, {"es", "US"}, {"es", "ES"}, {"ar", "US"}, {"ar-u-nu-arab", "EG"},
    {"zh", "US"}, {"zh", "CN"}, {"ja", "JP"}, {"ja", "US"}, {"ko", "US"}, {"de", "DE"},
    {"fr", "CA"}, {"it", "IT"}, {"nl", "NL"}, {"pt", "US"}, {"vi", "US"}};

constexpr DateForm kDateForms[] = {DateForm::Long,    DateForm::Short, DateForm::Month,
                                   DateForm::Weekday, DateForm::Day,   DateForm::LongDay};

}  // namespace

TEST_CASE("No line ends within a time or a date, and two dates part after what joins them") {
  const DateRange december{{2026, 12, 24}, {2026, 12, 26}};
  const DateRange new_year{{2026, 12, 27}, {2027, 1, 3}};
  const DateRange summer{{kEveryYear, 6, 1}, {kEveryYear, 8, 31}, Years::Every};
  for (const auto& [language, region] : kPlaces) {
    const LocaleText text(language, region);
    const auto ends = [&, of = language](const std::string& words) {
      INFO(of << ": " << words);
      return line_ends_in(words, of);
    };
    for (const int minutes : {0, 8 * 60, 12 * 60, 17 * 60 + 30}) {
      for (const TimeForm form : {TimeForm::Minutes, TimeForm::HoursWhenFull, TimeForm::Clock}) {
        CHECK(ends(text.time(minutes, form)) == 0);
      }
    }
    for (int day = 0; day < 7; ++day) {
      CHECK(ends(text.day(day, NameForm::Long)) == 0);
      CHECK(ends(text.day(day, NameForm::Short)) == 0);
    }
    for (const DateForm form : kDateForms) {
      INFO(language << " " << region << " " << text.dates(new_year, form));
      CHECK(ends(text.date({2026, 12, 5}, form)) == 0);
      const bool tells_both_days = language != std::string("en") || form != DateForm::Weekday;
      // 12月24日至26日 are two dates, whatever they share.
      const bool are_two = text.words().to == "至" || language == std::string("ja");
      if (tells_both_days && !are_two) CHECK(ends(text.dates(december, form)) == 0);
      CHECK(ends(text.dates(new_year, form)) == 1);
      CHECK(ends(text.dates(summer, form)) == 1);
    }
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
  CHECK(text.time(12 * 60, TimeForm::Minutes) == "中\u2060午\u206012:00");
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
