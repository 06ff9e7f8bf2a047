// SPDX-License-Identifier: MIT
#include "content/date.h"

#include <array>
#include <charconv>

#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using spec::Date;

/// "2026-12-25" and nothing else.
std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t count) {
    int value = -1;
    const char* last = text.data() + at + count;
    const auto [end, error] = std::from_chars(text.data() + at, last, value);
    return error == std::errc() && end == last ? value : -1;
  };
  return Date{number(0, 4), number(5, 2), number(8, 2)};
}

}  // namespace

std::optional<Date> read_date(const spec::Value& value, diag::Diagnostics& diags) {
  std::optional<Date> date;
  if (const auto* written = std::get_if<Date>(&value.data)) {
    date = *written;
  } else if (const std::string* text = value.as_string()) {
    date = parse_iso_date(*text);
    if (!date) {
      diags.error(DiagnosticId::BadDate, value.span, quoted(*text) + " is not a date",
                  {"write year, month and day: `2026-12-25`"});
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

std::string iso_date(const Date& date) {
  const auto padded = [](int value, std::size_t digits) {
    std::string text = std::to_string(value);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
  };
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

bool is_real_date(const Date& date) {
  if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12) return false;
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
  const int days = kDays[static_cast<std::size_t>(date.month - 1)] + (leap && date.month == 2);
  return date.day >= 1 && date.day <= days;
}

int weekday_of(const Date& date) {
  // Zeller's congruence, shifted so that Monday is 0.
  const int month = date.month < 3 ? date.month + 12 : date.month;
  const int year = date.month < 3 ? date.year - 1 : date.year;
  const int saturday_is_0 =
      (date.day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7;
  return (saturday_is_0 + 5) % 7;
}

}  // namespace handbill::content
