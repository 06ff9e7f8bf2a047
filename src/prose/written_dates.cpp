// SPDX-License-Identifier: MIT
#include "prose/written_dates.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/number.h"

namespace handbill::prose {
namespace {

constexpr std::size_t kMonthsOfYear = 12;
using MonthNames = std::array<std::string_view, kMonthsOfYear>;
constexpr MonthNames kMonthNames = {"January",   "February", "March",    "April",
                                    "May",       "June",     "July",     "August",
                                    "September", "October",  "November", "December"};
constexpr MonthNames kEnglishMonthNames = {"january",   "february", "march",    "april",
                                           "may",       "june",     "july",     "august",
                                           "september", "october",  "november", "december"};
constexpr MonthNames kSpanishMonthNames = {"enero",      "febrero", "marzo",     "abril",
                                           "mayo",       "junio",   "julio",     "agosto",
                                           "septiembre", "octubre", "noviembre", "diciembre"};
constexpr auto kOtherMonthNames = std::to_array<std::pair<std::string_view, int>>(
    {{"sept", 9}, {"setiembre", 9}, {"set", 9}, {"ene", 1}, {"abr", 4}, {"ago", 8}, {"dic", 12}});

using WeekdayNames = std::array<std::string_view, 7>;
constexpr WeekdayNames kWeekdayNames = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
constexpr WeekdayNames kEnglishWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                           "friday", "saturday", "sunday"};
constexpr WeekdayNames kSpanishWeekdays = {"lunes",   "martes", "miércoles", "jueves",
                                           "viernes", "sábado", "domingo"};
constexpr auto kOtherWeekdays = std::to_array<std::pair<std::string_view, int>>({{"tues", 1},
                                                                                 {"thur", 3},
                                                                                 {"thurs", 3},
                                                                                 {"miercoles", 2},
                                                                                 {"sabado", 5},
                                                                                 {"mie", 2},
                                                                                 {"sab", 5},
                                                                                 {"wednes", 2}});

/// Bytes of the first three letters.
std::size_t short_size(std::string_view name) {
  return name.starts_with("mié") || name.starts_with("sáb") ? 4 : 3;
}

/// The index of the name, whole or in its first three letters.
template <std::size_t Count>
std::optional<int> index_named(const std::array<std::string_view, Count>& names,
                               std::string_view plain) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (plain == names[i] || plain == names[i].substr(0, short_size(names[i]))) {
      return static_cast<int>(i);
    }
  }
  return std::nullopt;
}

template <std::size_t Count>
std::optional<int> index_listed(const std::array<std::pair<std::string_view, int>, Count>& names,
                                std::string_view plain) {
  for (const auto& [name, index] : names) {
    if (name == plain) return index;
  }
  return std::nullopt;
}

/// Digits alone, of at most so many.
std::optional<int> whole_number(std::string_view plain, std::size_t most_digits) {
  if (plain.empty() || plain.size() > most_digits || !std::ranges::all_of(plain, is_digit)) {
    return std::nullopt;
  }
  int value = 0;
  for (const char c : plain) value = 10 * value + (c - '0');
  return value;
}

constexpr int kLatestDay = 39;  // further ones are no slips

class DateFinder {
 public:
  explicit DateFinder(const Passage& passage) : passage_(passage) {}

  std::vector<WrittenDate> all() {
    std::vector<WrittenDate> dates;
    for (std::size_t at = 0; at < passage_.size(); ++at) {
      auto date = date_at(at);
      if (!date) continue;
      const std::size_t floor = dates.empty() ? 0 : dates.back().last + 1;
      take_weekday(*date, floor);
      at = date->last;
      dates.push_back(*date);
    }
    return dates;
  }

 private:
  std::optional<WrittenDate> date_at(std::size_t at) const {
    if (passage_.is_number(at)) {
      if (auto date = iso_at(at)) return date;
      if (auto date = numeric_at(at)) return date;
      return day_first_at(at);
    }
    return month_first_at(at);
  }

  static WrittenDate made(int month, int day, std::size_t first, std::size_t last) {
    WrittenDate date;
    date.month = month;
    date.day = date.last_day = day;
    date.first = date.date_first = first;
    date.last = date.date_last = last;
    return date;
  }

  bool is_chained(std::size_t first, std::size_t last) const {
    const auto is_joint = [&](std::size_t at) { return passage_.is_any(at, {"-", "/", "."}); };
    return (passage_.touches(first) && is_joint(first - 1)) ||
           (passage_.touches(last + 1) && is_joint(last + 1) && passage_.is_number(last + 2) &&
            passage_.touches(last + 2));
  }

  /// Three numbers with a sign between them, without spaces.
  bool is_triple(std::size_t at, std::string_view sign) const {
    for (std::size_t i = 1; i <= 4; ++i) {
      if (!passage_.touches(at + i)) return false;
    }
    return passage_.plain(at + 1) == sign && passage_.plain(at + 3) == sign &&
           passage_.is_number(at + 2) && passage_.is_number(at + 4) && !is_chained(at, at + 4);
  }

  std::optional<WrittenDate> iso_at(std::size_t at) const {
    const auto year = year_of(passage_.plain(at));
    if (!year || !(is_triple(at, "-") || is_triple(at, "/"))) return std::nullopt;
    const auto month = whole_number(passage_.plain(at + 2), 2),
               day = whole_number(passage_.plain(at + 4), 2);
    if (!month || !day || passage_.plain(at + 2).size() + passage_.plain(at + 4).size() < 3)
      return std::nullopt;
    WrittenDate date = made(*month, *day, at, at + 4);
    date.year = year;
    return date;
  }

  std::optional<WrittenDate> numeric_at(std::size_t at) const {
    if (!is_triple(at, "/") && !is_triple(at, "-")) return std::nullopt;
    const auto year = year_of(passage_.plain(at + 4));
    const auto one = whole_number(passage_.plain(at), 2),
               other = whole_number(passage_.plain(at + 2), 2);
    if (!year || !one || !other || *one == 0 || *other == 0 || *one > kLatestDay ||
        *other > kLatestDay) {
      return std::nullopt;
    }
    WrittenDate date = made(*one, *other, at, at + 4);
    date.year = year;
    date.is_numeric = true;
    return date;
  }

  /// A month, by name: those of English have a capital.
  int month_at(std::size_t at) const {
    if (!passage_.is_word(at)) return 0;
    const int month = month_named(passage_.plain(at));
    // Short ones are words of their own: "may", "set".
    const bool is_spanish = passage_.plain(at).size() > 3 &&
                            index_named(kSpanishMonthNames, passage_.plain(at)).has_value();
    return month > 0 && (is_spanish || passage_.is_capital(at)) ? month : 0;
  }

  /// Behind the name of a month: the stop of one that is cut short is part of it.
  std::size_t behind_month(std::size_t at) const {
    const bool is_short = passage_.plain(at).size() <= 4;
    return is_short && passage_.plain(at + 1) == "." && passage_.touches(at + 1) ? at + 2 : at + 1;
  }

  struct Day {
    int number = 0;
    std::size_t last = 0;
    bool has_ending = false;  ///< "31st", "1.º"
  };

  std::optional<Day> day_at(std::size_t at) const {
    if (!passage_.is_number(at)) return std::nullopt;
    const auto number = whole_number(passage_.plain(at), 2);
    if (!number || *number == 0 || *number > kLatestDay) return std::nullopt;
    Day day{*number, at};
    std::size_t ending = at + 1;
    if (passage_.plain(ending) == "." && passage_.is_any(ending + 1, {"º", "ª", "°", "o", "er"}) &&
        passage_.touches(ending + 1))
      ++ending;
    if (passage_.touches(ending) &&
        passage_.is_any(ending, {"st", "nd", "rd", "th", "º", "ª", "°", "er"})) {
      day.last = ending;
      day.has_ending = true;
    }
    return day;
  }

  /// "– 26", "and 26", "al 26": a further day of the month; it is later.
  std::optional<Day> further_day(const Day& day) const {
    if (!passage_.is_any(day.last + 1,
                         {"-", "–", "—", "to", "and", "&", "through", "a", "al", "y"})) {
      return std::nullopt;
    }
    auto further = day_at(day.last + 2);
    if (!further || further->number <= day.number) return std::nullopt;
    return further;
  }

  void take_year(WrittenDate& date, std::size_t at) const {
    if (passage_.is_any(at, {",", "de", "del", "of"})) ++at;
    const auto year = year_of(passage_.plain(at));
    if (!year || *year < 1500) return;
    date.year = year;
    date.last = date.date_last = at;
  }

  /// "February 31, 2027", "Nov. 24–26", "marzo 4".
  std::optional<WrittenDate> month_first_at(std::size_t at) const {
    const int month = month_at(at);
    if (month == 0) return std::nullopt;
    const auto day = day_at(behind_month(at));
    if (!day || passage_.plain(day->last + 1) == ":") return std::nullopt;
    WrittenDate date = made(month, day->number, at, day->last);
    std::size_t last = day->last;
    if (const auto further = further_day(*day); further && may_end_day(further->last, true)) {
      date.last_day = further->number;
      date.last = date.date_last = last = further->last;
    }
    take_year(date, last + 1);
    if (!date.year && !may_end_day(last, day->has_ending)) return std::nullopt;
    return date;
  }

  /// "31 February 2027", "31st of March", "24 al 26 de diciembre de 2027".
  std::optional<WrittenDate> day_first_at(std::size_t at) const {
    const auto day = day_at(at);
    const bool is_joined = passage_.touches(at) && !passage_.is_any(at - 1, {"(", "“"});
    if (!day || is_joined) return std::nullopt;
    std::size_t last = day->last;
    int last_day = day->number;
    if (const auto further = further_day(*day)) {
      last = further->last;
      last_day = further->number;
    }
    std::size_t month = last + 1;
    if (passage_.is_any(month, {"of", "de", "del"})) ++month;
    const int number = month_at(month);
    if (number == 0) return std::nullopt;
    // "in 30 May 4 and 5": the day stands behind.
    const bool has_of = month > last + 1;
    if (!has_of && day_at(behind_month(month)) && !year_of(passage_.plain(behind_month(month)))) {
      return std::nullopt;
    }
    const std::size_t behind = behind_month(month);
    WrittenDate date = made(number, day->number, at, behind - 1);
    date.last_day = last_day;
    take_year(date, behind);
    return date;
  }

  /// "In April 31 people came" tells of no day.
  bool may_end_day(std::size_t last, bool has_ending) const {
    const std::size_t next = last + 1;
    if (has_ending || next >= passage_.size()) return true;
    if (passage_.is_any(next, {"%", "$", "°", "x", "×", "/", "+"})) return false;
    if (passage_.is_sign(next)) return true;
    if (passage_.is_number(next)) return false;
    if (passage_.written().text[passage_.end(last)] == '\n') return true;
    constexpr auto kBehindDate = std::to_array<std::string_view>(
        {"at",     "from",     "to",      "through", "until",  "till",    "and",  "or",
         "is",     "was",      "will",    "we",      "the",    "for",     "in",   "on",
         "by",     "with",     "falls",   "our",     "as",     "if",      "when", "between",
         "before", "after",    "a",       "at",      "only",   "because", "due",  "but",
         "you",    "your",     "all",     "open",    "closed", "a",       "al",   "hasta",
         "y",      "o",        "es",      "será",    "de",     "del",     "en",   "por",
         "para",   "cerramos", "abrimos", "desde",   "no",     "cae",     "con",  "estaremos"});
    return passage_.is_any(next, kBehindDate);
  }

  /// Before it, "Monday," "lunes", or behind it in brackets.
  void take_weekday(WrittenDate& date, std::size_t floor) const {
    std::size_t at = date.first;
    const auto step_over = [&](std::initializer_list<std::string_view> words) {
      if (at > floor && passage_.is_any(at - 1, words)) --at;
    };
    step_over({"the", "el", "día"});
    step_over({"el"});
    step_over({","});
    step_over({"."});
    if (at > floor && take_weekday_at(date, at - 1)) {
      if (!is_listed(at - 1)) {
        date.first = at - 1;
      } else {
        date.weekday.reset();
      }
      return;
    }
    if (passage_.plain(date.last + 1) == "(" && passage_.plain(date.last + 3) == ")" &&
        take_weekday_at(date, date.last + 2)) {
      date.last += 3;
    }
  }

  bool take_weekday_at(WrittenDate& date, std::size_t at) const {
    const auto weekday = passage_.is_word(at) ? weekday_named(passage_.plain(at)) : std::nullopt;
    if (!weekday) return false;
    date.weekday = weekday;
    date.weekday_token = at;
    return true;
  }

  /// "Monday to Friday, July 5–9", "Saturday and Sunday, July 3 and 4".
  bool is_listed(std::size_t at) const {
    return passage_.is_any(at - 1, {"-", "–", "—", "to", "through", "and", "&", "or", "a", "al",
                                    "y", "o", ",", "/"}) &&
           weekday_named(passage_.plain(at - 2)).has_value();
  }

  const Passage& passage_;
};

}  // namespace

std::optional<spec::Date> WrittenDate::in_year(int in) const {
  const spec::Date date{in, month, day}, turned{in, day, month};
  if (content::is_real_date(date)) return date;
  if (is_numeric && content::is_real_date(turned)) return turned;
  return std::nullopt;
}

bool WrittenDate::is_possible() const {
  const auto holds = [&](int of_month) {
    const spec::Date date{year.value_or(content::kEveryYear), month, of_month};
    return content::is_real_date(date);
  };
  if (in_year(year.value_or(content::kEveryYear))) return last_day == day || holds(last_day);
  return false;
}

std::vector<WrittenDate> dates_in(const Passage& passage) {
  if (!passage.may_have_numbers()) return {};
  return DateFinder(passage).all();
}

std::optional<int> year_of(std::string_view plain) {
  if (plain.size() != 4) return std::nullopt;
  const auto year = whole_number(plain, 4);
  return year && *year >= 1000 && *year < 3000 ? year : std::nullopt;
}

int month_named(std::string_view plain) {
  for (const MonthNames* names : {&kEnglishMonthNames, &kSpanishMonthNames}) {
    if (const auto index = index_named(*names, plain)) return *index + 1;
  }
  return index_listed(kOtherMonthNames, plain).value_or(0);
}

std::optional<int> weekday_named(std::string_view plain) {
  for (const WeekdayNames* names : {&kEnglishWeekdays, &kSpanishWeekdays}) {
    if (const auto index = index_named(*names, plain)) return index;
  }
  return index_listed(kOtherWeekdays, plain);
}

std::string weekday_like(int weekday, std::string_view written) {
  const std::string plain = plain_form(written);
  const auto is_one_of = [&](const WeekdayNames& names) {
    return std::ranges::find(names, plain) != names.end();
  };
  const bool is_english = index_named(kEnglishWeekdays, plain) || plain.starts_with("t");
  const bool is_whole = is_one_of(kEnglishWeekdays) || is_one_of(kSpanishWeekdays) ||
                        plain == "miercoles" || plain == "sabado";
  const auto at = static_cast<std::size_t>(weekday);
  std::string name(is_english ? kEnglishWeekdays[at] : kSpanishWeekdays[at]);
  if (!is_whole) name.resize(short_size(name));
  if (!written.empty() && written.front() >= 'A' && written.front() <= 'Z') {
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  }
  return name;
}

std::string_view weekday_name(int weekday) {
  return kWeekdayNames[static_cast<std::size_t>(weekday)];
}

std::string in_words_without_year(const spec::Date& date) {
  return std::string(kMonthNames[static_cast<std::size_t>(date.month - 1)]) + " " +
         std::to_string(date.day);
}

std::string in_words(const spec::Date& date) {
  return in_words_without_year(date) + ", " + std::to_string(date.year);
}

}  // namespace handbill::prose
