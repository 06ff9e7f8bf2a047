// SPDX-License-Identifier: MIT
// Opening hours that are typed in Chinese and Arabic, and in the cells of tables.
#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/prose/facts_project.h"
#include "unit/prose/written_document.h"

namespace handbill::prose {
namespace {

constexpr const char* kOpenDays = R"([hours]
monday-thursday = "8:00 am – 5:00 pm"
friday = "8:00 am – 4:00 pm"
saturday-sunday = "closed"
lunch = "12:00 pm – 1:00 pm"
)";

std::vector<std::string> told_of_text(const std::string& text, const std::string& language) {
  return test::FactsProject(kOpenDays, text, {}, language).told();
}

/// The ids alone.
std::vector<std::string> told_of_table(const std::string& written, const std::string& language) {
  static test::FactsProject project(kOpenDays, "Text");
  std::vector<std::string> told;
  for (const std::string& each : project.told_of(DocumentWriter(language).write(written))) {
    told.push_back(each.substr(0, each.find(':')));
  }
  return told;
}

const std::vector<std::string> kContradicted{"hours-contradicted"};
const std::vector<std::string> kTyped{"hours-typed"};

}  // namespace

TEST_CASE("hours typed in Chinese and Arabic are held against those of the content") {
  struct Case {
    const char *language, *text, *rule;  ///< empty: nothing is told
  };
  constexpr Case kCases[] = {
      {"zh", "我们周一至周四上午8点到下午5点营业。", "hours-typed"},
      {"zh", "我们周一至周四上午8点到下午6点营业。", "hours-contradicted"},
      {"zh", "营业时间：周一至周五 8:00–17:00", "hours-contradicted"},
      {"zh", "营业时间：周一至周四 8:00–17:00", "hours-typed"},
      {"zh", "门诊时间：星期五上午八点至下午四点", "hours-typed"},
      {"zh", "门诊时间：星期五上午八点至下午四点半", "hours-contradicted"},
      {"zh", "我们周六休息。", ""},
      {"zh", "我们周三休息。", "hours-contradicted"},
      {"zh", "周末营业。", "hours-contradicted"},
      {"zh", "周末不营业。", ""},
      {"zh", "我们下午6点关门。", "hours-contradicted"},
      {"zh", "我们早上8点开门。", "hours-typed"},
      {"zh", "我们早上9点开门。", "hours-contradicted"},
      {"zh", "中午12点至1点休息。", "hours-typed"},
      {"zh", "上午10点至11点休息。", "hours-contradicted"},
      {"zh", "营业至下午5：00。", "hours-typed"},
      // Advice, and what counts otherwise.
      {"zh", "每天休息。", ""},
      {"zh", "一周一次，用温水洗脸。", ""},
      {"zh", "每周一次，每次8小时。", ""},
      {"zh", "请记住以下3点。", ""},
      {"zh", "除周日外每天营业。", ""},
      {"zh", "伤口不要在周六打开。", ""},
      {"ar", "نفتح من الإثنين إلى الخميس من الساعة 8:00 صباحًا حتى 5:00 مساءً.", "hours-typed"},
      {"ar", "نفتح من الإثنين إلى الخميس من الساعة 8:00 صباحًا حتى 6:00 مساءً.",
       "hours-contradicted"},
      {"ar", "نفتح من الاثنين إلى الخميس من ٨:٠٠ صباحا إلى ٥:٠٠ مساء.", "hours-typed"},
      {"ar", "العيادة مغلقة يوم السبت.", ""},
      {"ar", "العيادة مغلقة يوم الأربعاء.", "hours-contradicted"},
      {"ar", "نعمل يوم السبت.", "hours-contradicted"},
      {"ar", "لا نعمل يوم الأحد.", ""},
      {"ar", "نغلق الساعة السادسة مساءً.", "hours-contradicted"},
      {"ar", "نفتح الساعة الثامنة صباحًا.", "hours-typed"},
      {"ar", "ساعات العمل: الجمعة 8:00 - 17:00", "hours-contradicted"},
      {"ar", "ساعات العمل: الجمعة 8:00 - 16:00", "hours-typed"},
      {"ar", "اغسل الجرح يوم السبت الساعة 9 صباحًا.", ""},
  };
  for (const Case& each : kCases) {
    CAPTURE(each.text);
    const auto told = told_of_text(each.text, each.language);
    if (*each.rule == '\0') {
      CHECK(told.empty());
      continue;
    }
    REQUIRE(told.size() == 1);
    CHECK(told[0].starts_with(each.rule));
  }
}

TEST_CASE("a day in one cell has its times in others") {
  const std::string right =
      "# Office hours\n|Day|Hours\nMonday to Thursday|8:00 am – 5:00 pm\nFriday|8:00 am – 4:00 pm\n"
      "Saturday|Closed\n";
  CHECK(told_of_table(right, "en") == kTyped);
  CHECK(told_of_table("# Office hours\n|Day|Hours\nMonday|8 am – 6 pm\n", "en") == kContradicted);
  CHECK(told_of_table("# Office hours\n|Day|Hours\nMonday|8–6\n", "en") == kContradicted);
  CHECK(told_of_table("# Office hours\nMonday|closed\nFriday|8 am to 4 pm\n", "en") ==
        std::vector<std::string>{"hours-typed", "hours-contradicted"});
  CHECK(told_of_table("Friday|8 am to 5 pm\nSunday|closed\n", "en") == kContradicted);
  CHECK(told_of_table("Saturday|9 am to noon\nSunday|closed\n", "en") == kContradicted);
}

TEST_CASE("two times of a row are when it opens and when it closes") {
  CHECK(told_of_table("|Day|Opens|Closes\nMonday|8 am|5 pm\n", "en") == kTyped);
  CHECK(told_of_table("|Day|Opens|Closes\nMonday|8 am|5:30 pm\n", "en") ==
        std::vector<std::string>{"hours-typed", "hours-contradicted"});
  CHECK(told_of_table("|Day|Opens|Closes\nMonday|8 am\n", "en").empty());
}

TEST_CASE("lunch has a column, or parts the day into two") {
  CHECK(told_of_table("|Hours|Open|Lunch\nMonday|8 am – 5 pm|12 pm – 1 pm\n", "en") == kTyped);
  CHECK(told_of_table("|Hours|Open|Lunch\nMonday|8 am – 5 pm|2 pm – 3 pm\n", "en") ==
        std::vector<std::string>{"hours-typed", "hours-contradicted"});
  CHECK(told_of_table("|Hours|Morning|Afternoon\nMonday|8 am – 12 pm|1 pm – 5 pm\n", "en") ==
        kTyped);
  CHECK(told_of_table("|Hours|Morning|Afternoon\nMonday|8 am – 12 pm|2 pm – 5 pm\n", "en") ==
        std::vector<std::string>{"hours-typed", "hours-contradicted"});
}

TEST_CASE("days may be the heads of columns, in any language there is") {
  CHECK(told_of_table("# Open\n||Mon|Fri\nHours|8 am – 5 pm|8 am – 5 pm\n", "en") ==
        std::vector<std::string>{"hours-typed", "hours-contradicted"});
  CHECK(told_of_table("# Horario\nlunes a jueves|de 8:00 a 17:00\nviernes|de 8:00 a 17:00\n",
                      "es") == std::vector<std::string>{"hours-typed", "hours-contradicted"});
  CHECK(told_of_table("# 营业时间\n周一|8:00–18:00\n周六|休息\n", "zh") == kContradicted);
  CHECK(told_of_table("# ساعات العمل\nالإثنين|8:00 - 18:00\nالسبت|مغلق\n", "ar") == kContradicted);
}

TEST_CASE("a table of something else says nothing of opening hours") {
  CHECK(told_of_table("# Your care\nMonday|9 am – 10 am\nTuesday|9 am – 10 am\n", "en").empty());
  CHECK(told_of_table("# Your care\nMonday|3 tablets\nTuesday|2\nSunday|closed\n", "en").empty());
  CHECK(told_of_table("# Office hours\nMonday|We see children from 9 to 10 am\n", "en").empty());
  CHECK(told_of_table("# Office hours\nDay 1|9 am – 10 am\n", "en").empty());
  // Alone, and of most of the week, it is about nothing else.
  CHECK(told_of_table("Monday to Friday|9 am – 5 pm\n", "en").size() == 1);
  CHECK(told_of_table("Monday to Thursday|9 am – 5 pm\n", "en").empty());
}

}  // namespace handbill::prose
