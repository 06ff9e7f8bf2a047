// SPDX-License-Identifier: MIT
#include "content/date.h"

#include <charconv>
#include <chrono>

#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using spec::Date;

std::chrono::sys_days chrono_day(const Date& date) {
  return std::chrono::year(date.year) / static_cast<unsigned>(date.month) /
         static_cast<unsigned>(date.day);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t count) {
    int value = -1;
    const char* last = text.data() + at + count;
    const auto [end, error] = std::from_chars(text.data() + at, last, value);
    return error == std::errc() && end == last ? value : -1;
  };
  return Date{number(0, 4), number(5, 2), number(8, 2)};
}

std::optional<Date> parse_month_day(std::string_view text) {
  const auto day = parse_date(std::to_string(kEveryYear) + "-" + std::string(text));
  return day && is_real_date(*day) ? day : std::nullopt;
}

std::optional<Date> read_date(const spec::Value& value, diag::Diagnostics& diags) {
  std::optional<Date> date;
  if (const auto* written = std::get_if<Date>(&value.data)) {
    date = *written;
  } else if (const std::string* text = value.as_string()) {
    date = parse_date(*text);
    if (!date) {
      diags.error(DiagnosticId::BadDate, value.span, quoted(*text) + " is not a date",
                  spec::hints_of_date(*text));
      return std::nullopt;
    }
  } else {
    diags.error(DiagnosticId::WrongType, value.span, "a date is wanted, not " + a_type(value),
                {"write year, month and day: `2026-12-25`"});
    return std::nullopt;
  }
  if (is_real_date(*date)) return date;
  diags.error(DiagnosticId::BadDate, value.span,
              value.as_string() ? quoted(*value.as_string()) + " is not in the calendar"
                                : "`" + iso_date(*date) + "` is not in the calendar");
  return std::nullopt;
}

std::string iso_date(const DateRange& dates) {
  constexpr std::size_t kYear = 5;  // "2000-"
  const std::size_t from = dates.years == Years::Every ? kYear : 0;
  const std::string first = iso_date(dates.from).substr(from);
  return dates.from == dates.to ? first : first + "/" + iso_date(dates.to).substr(from);
}

int weekday_of(const Date& date) {
  return static_cast<int>(std::chrono::weekday(chrono_day(date)).iso_encoding()) - 1;
}

int days_between(const Date& from, const Date& to) {
  return static_cast<int>((chrono_day(to) - chrono_day(from)).count());
}

Date plus_days(const Date& date, int days) {
  const std::chrono::year_month_day day = chrono_day(date) + std::chrono::days(days);
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

}  // namespace handbill::content
