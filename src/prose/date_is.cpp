// SPDX-License-Identifier: MIT
// Dates in texts: in the calendar, on their weekday, and read in one way only.
#include <algorithm>
#include <array>
#include <string>

#include "prose/check_functions.h"
#include "prose/date_checks.h"
#include "prose/holidays.h"

namespace handbill::prose {
namespace {

/// Calls `use(paragraph, passage, dates, index)` for all dates of a document.
template <class Use>
void each_date(const Judged& judged, Use use) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const Passage passage(judged.reading, i);
    const std::vector<WrittenDate> dates = dates_in(passage);
    for (std::size_t date = 0; date < dates.size(); ++date) use(i, passage, dates, date);
  }
}

Finding finding_at(std::size_t paragraph, const Passage& passage, std::size_t first,
                   std::size_t last) {
  Finding finding;
  finding.paragraph = paragraph;
  finding.begin = passage.begin(first);
  finding.end = passage.end(last);
  return finding;
}

int days_of(int month, int year) {
  int day = 31;
  while (day > 28 && !content::is_real_date({year, month, day})) --day;
  return day;
}

/// "February 2027 has 28 days".
std::string length_of_month(const WrittenDate& date) {
  if (date.month < 1 || date.month > 12) return "a year has 12 months";
  const int year = date.year.value_or(content::kEveryYear);
  std::string name = in_words_without_year({year, date.month, 1});
  name.resize(name.size() - 2);
  if (date.year) name += " " + std::to_string(*date.year);
  return name + " has " + std::to_string(days_of(date.month, year)) + " days";
}

void judge_calendar(const WordRule&, const Judged& judged, Findings& found) {
  each_date(judged, [&](std::size_t paragraph, const Passage& passage, const auto& dates,
                        std::size_t index) {
    const WrittenDate& date = dates[index];
    if (date.is_possible()) return;
    Finding finding = finding_at(paragraph, passage, date.date_first, date.date_last);
    finding.message = "`{found}` is not in the calendar: " + length_of_month(date);
    found.push_back(std::move(finding));
  });
}

void judge_weekday(const WordRule&, const Judged& judged, Findings& found) {
  constexpr int kFirstYear = 1753;  // the calendar of today holds everywhere English was written
  each_date(judged, [&](std::size_t paragraph, const Passage& passage, const auto& dates,
                        std::size_t index) {
    const WrittenDate& date = dates[index];
    const auto year = date.year ? date.year : year_meant(judged, paragraph, dates, index);
    if (!date.weekday || !year || *year < kFirstYear) return;
    const auto day = date.in_year(*year);
    if (!day || content::weekday_of(*day) == *date.weekday) return;
    if (date.is_numeric && date.day <= 12) return;  // the other order may hold
    Finding finding = finding_at(paragraph, passage, date.weekday_token, date.weekday_token);
    const std::string_view written = passage.text(date.weekday_token);
    const int weekday = content::weekday_of(*day);
    finding.instead = weekday_like(weekday, written);
    finding.mended = finding.instead;
    finding.message = "`" + in_words(*day) + "` is a " + std::string(weekday_name(weekday)) +
                      ", not a " + std::string(weekday_name(*date.weekday));
    finding.hints.push_back("correct the weekday, or the date");
    found.push_back(std::move(finding));
  });
}

void judge_next_weekday(const WordRule&, const Judged& judged, Findings& found) {
  if (!judged.context.today) return;
  each_date(judged, [&](std::size_t paragraph, const Passage& passage, const auto& dates,
                        std::size_t index) {
    const WrittenDate& date = dates[index];
    if (!date.weekday || date.year || date.is_numeric) return;
    if (year_meant(judged, paragraph, dates, index)) return;
    const auto day = next_occurrence(date, *judged.context.today);
    if (!day || content::weekday_of(*day) == *date.weekday) return;
    const int weekday = content::weekday_of(*day);
    Finding finding = finding_at(paragraph, passage, date.first, date.last);
    finding.message = "the next " + in_words_without_year(*day) + " is a " +
                      std::string(weekday_name(weekday)) + ", not a " +
                      std::string(weekday_name(*date.weekday));
    found.push_back(std::move(finding));
  });
}

void judge_ambiguous(const WordRule&, const Judged& judged, Findings& found) {
  each_date(judged, [&](std::size_t paragraph, const Passage& passage, const auto& dates,
                        std::size_t index) {
    const WrittenDate& date = dates[index];
    if (!date.is_numeric || date.month == date.day || !date.year) return;
    const spec::Date one{*date.year, date.month, date.day}, other{*date.year, date.day, date.month};
    if (!content::is_real_date(one) || !content::is_real_date(other)) return;
    // The weekday tells which is meant.
    const bool is_one = date.weekday == content::weekday_of(one);
    if (date.weekday && is_one != (date.weekday == content::weekday_of(other))) return;
    Finding finding = finding_at(paragraph, passage, date.date_first, date.date_last);
    finding.message = "`{found}` is " + in_words_without_year(one) + " to some readers and " +
                      in_words_without_year(other) + " to others";
    found.push_back(std::move(finding));
  });
}

struct DateMeasure {
  std::string_view name;
  void (*judge)(const WordRule&, const Judged&, Findings&);
};

void judge_all_holidays(const WordRule& rule, const Judged& judged, Findings& found) {
  judge_holidays(rule, judged, found);
  judge_special_holidays(rule, judged, found);
}

constexpr auto kDateMeasures = std::to_array<DateMeasure>({
    {"calendar", judge_calendar},
    {"weekday", judge_weekday},
    {"next-weekday", judge_next_weekday},
    {"ambiguous", judge_ambiguous},
    {"holiday", judge_all_holidays},
    {"past", judge_past_dates},
    {"future", judge_future_dates},
});

}  // namespace

bool is_date_value(const spec::WordRuleSpec& rule, std::string_view value) {
  return !rule.measure || rule.measure->value != "holiday" || is_holiday_value(value);
}

void judge_dates(const WordRule& rule, const Judged& judged, Findings& found) {
  const auto measure =
      std::ranges::find(kDateMeasures, rule.written.measure->value, &DateMeasure::name);
  if (measure != kDateMeasures.end()) measure->judge(rule, judged, found);
}

namespace {

/// The only year of four digits that a text names.
std::optional<int> only_year(const Passage& passage) {
  std::optional<int> year;
  for (std::size_t at = 0; at < passage.size(); ++at) {
    const auto each = passage.is_number(at) ? year_of(passage.plain(at)) : std::nullopt;
    if (!each || *each < 1900 || *each > 2200) continue;
    if (year && *year != *each) return std::nullopt;
    year = each;
  }
  return year;
}

/// Of a date beside one that has a year: `before` says whether it stands before that.
int year_beside(const WrittenDate& date, const WrittenDate& dated, bool before) {
  const int year = *dated.year;
  const bool is_later = std::pair(date.month, date.day) > std::pair(dated.month, dated.day);
  if (before && is_later) return year - 1;
  if (!before && !is_later) return year + 1;
  return year;
}

}  // namespace

std::optional<int> year_meant(const Judged& judged, std::size_t paragraph,
                              const std::vector<WrittenDate>& dates, std::size_t index) {
  const WrittenDate& date = dates[index];
  for (std::size_t i = index + 1; i < dates.size(); ++i) {
    if (dates[i].year) return year_beside(date, dates[i], true);
  }
  for (std::size_t i = index; i-- > 0;) {
    if (dates[i].year) return year_beside(date, dates[i], false);
  }
  const Passage own(judged.reading, paragraph);
  if (const auto year = only_year(own)) return year;
  const auto heading = judged.reading.written(paragraph).heading;
  if (heading) {
    if (const auto year = only_year(Passage(judged.reading, *heading))) return year;
  }
  return std::nullopt;
}

std::optional<spec::Date> next_occurrence(const WrittenDate& date, const spec::Date& today) {
  constexpr int kLeapYears = 8;
  for (int year = today.year; year <= today.year + kLeapYears; ++year) {
    const auto day = date.in_year(year);
    if (day && *day >= today) return day;
  }
  return std::nullopt;
}

std::string country_of(const Context& context) {
  if (context.content == nullptr) return "US";
  for (const spec::FactSpec& each : context.content->types().declared()) {
    if (each.type != "organisation") continue;
    const spec::Value* country = context.content->written(each.path + ".address.country");
    if (country != nullptr && country->as_string() != nullptr) return *country->as_string();
  }
  return "US";
}

}  // namespace handbill::prose
