// SPDX-License-Identifier: MIT
// Days, times, dates and lists in the language of the content, from CLDR by way of ICU. English
// follows the house style: "8:00 am–12:00 pm", lower case, no full stops.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "content/date.h"
#include "content/language_words.h"
#include "content/time_of_day.h"
#include "spec/value.h"

namespace handbill::content {

enum class NameForm { Long, Short };
/// Day and LongDay are without the year: "Dec 25", "December 25".
enum class DateForm { Long, Short, Month, Weekday, Day, LongDay };
/// How a time is told: "8:00 am"; "8 am" when the minutes are zero; "8:00", under a heading that
/// says which half of the day is meant.
enum class TimeForm { Minutes, HoursWhenFull, Clock };

class LocaleText {
 public:
  /// `language` is a BCP 47 tag; `region` ("US") counts when the tag names none. English of the
  /// United States is answered without ICU, whose start would cost a tenth of a whole run.
  LocaleText(std::string_view language, std::string_view region);
  ~LocaleText();
  LocaleText(LocaleText&&) noexcept;
  LocaleText& operator=(LocaleText&&) noexcept;

  /// `weekday` 0 is Monday.
  std::string day(int weekday, NameForm form) const;
  std::string time(int minutes, TimeForm form) const;
  /// "8:00 am–12:00 pm", "1:00–5:00 pm": a half of the day is named once.
  std::string range(TimeSpan span) const;
  /// "12:00 to 1:00 pm", with `to` between.
  std::string range_in_words(TimeSpan span, std::string_view to, TimeForm form) const;
  std::string date(const spec::Date& date, DateForm form) const;
  /// "December 24–26, 2026", in every year "December 24–26"; of one day as date().
  std::string dates(const DateRange& dates, DateForm form) const;
  /// "a, b, and c".
  std::string list(std::span<const std::string> items) const;

  /// With a capital first letter, for the start of a line: "Lunes".
  std::string at_start(std::string text) const;

  /// What ICU calls it: "en_US".
  std::string icu_locale() const;

  /// What CLDR does not have.
  const LanguageWords& words() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// For comparing words whatever their case.
std::string fold_case(std::string_view text);
/// A code of ISO 3166-1, two upper-case letters.
bool is_region(std::string_view code);

}  // namespace handbill::content
