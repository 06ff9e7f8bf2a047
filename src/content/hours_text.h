// SPDX-License-Identifier: MIT
// Opening hours in words: single facts, and what the rows of tables say.
#pragma once

#include <optional>
#include <string>

#include "content/locale_text.h"
#include "content/opening_hours.h"

namespace handbill::content {

/// "Closed", "By appointment", "Open 24 hours"; empty for a day with times.
std::string state_text(const DayHours& day, const OpeningHours& hours, const LocaleText& locale);

/// "1st and 3rd Saturday of the month", "every other week from December 5, 2026"; empty for a day
/// that is alike every week. `weekday` 0 is Monday.
std::string weeks_text(const DayHours& day, int weekday, const OpeningHours& hours,
                       const LocaleText& locale);

/// "1st Saturday of the month; laser only": weeks and note; empty for a day without.
std::string remarks_text(const DayHours& day, int weekday, const OpeningHours& hours,
                         const LocaleText& locale);

/// All that is to be said of a day: "8:00 am–12:00 pm, 1:00–5:00 pm", "Closed", "9:00 am–1:00 pm
/// (1st Saturday of the month; laser only)". Empty for a day that is missing or broken.
std::string times_text(const DayHours& day, int weekday, const OpeningHours& hours,
                       const LocaleText& locale);

/// The break that every open day keeps: it has the break, or is closed then as half a day is.
/// Nothing: there is none, or the days differ.
std::optional<TimeSpan> common_lunch(const Week& week);
/// True for a day that has this break, or is closed then as half a day is.
bool keeps_lunch(const DayHours& day, TimeSpan lunch);

/// "12:00 to 1:00 pm".
std::string lunch_text(const OpeningHours& hours, TimeSpan lunch, const LocaleText& locale);
/// "closed for lunch 12:00 to 1:00 pm"; empty when the words are not known.
std::string lunch_sentence(const OpeningHours& hours, TimeSpan lunch, const LocaleText& locale);
/// "Monday to Friday, 8 am to 5 pm"; groups are parted by semicolons. Empty when no day is open.
std::string summary_text(const OpeningHours& hours, const LocaleText& locale);
/// What is told of a season in one line. Closed days are told where the week has hours.
enum class SeasonPart { Week, Changes };
/// "Monday to Thursday, 8 am to 5 pm; Friday, 8 am to 12 pm"; of Changes "Friday, 8 am to 12 pm".
/// A break of the season's own is told with its days; never empty.
std::string season_text(const Season& season, SeasonPart part, const OpeningHours& hours,
                        const LocaleText& locale);
/// What is told of a date or a season that stands beside it: "Christmas Day: closed", "Summer:
/// Friday, 8 am to 12 pm"; without a name "Closed", "Friday, 8 am to 12 pm".
std::string entry_text(const SpecialDay& special, const OpeningHours& hours,
                       const LocaleText& locale);
std::string entry_text(const Season& season, const OpeningHours& hours, const LocaleText& locale);
/// "Saturday and Sunday"; empty when no day is closed.
std::string closed_days_text(const OpeningHours& hours, const LocaleText& locale);

}  // namespace handbill::content
