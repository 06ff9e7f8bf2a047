// SPDX-License-Identifier: MIT
// Holidays that a country has by law, for people who choose some: their names and days. Which day a
// text may give a holiday is judged by layouts/rules/calendar.toml, which has its sources.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/date.h"

namespace handbill::prose {

struct NationalHoliday {
  std::string_view country;  ///< of ISO 3166-1: "US"
  std::string_view english, spanish;
  std::string_view rule;  ///< as read_holiday() takes it
};

std::span<const NationalHoliday> national_holidays();

/// A holiday of one year, on the day that is off for it.
struct HolidayDate {
  spec::Date date{};
  const NationalHoliday* holiday = nullptr;
  bool is_observed = false;  ///< it is on the weekend, and `date` is off in its place
};

/// Those of a country from one day to another, both included, by date.
std::vector<HolidayDate> holidays_between(std::string_view country, const spec::Date& from,
                                          const spec::Date& to);

/// In Spanish for "es" and "es-MX", else in English.
std::string name_of(const HolidayDate& day, std::string_view language);

}  // namespace handbill::prose
