// SPDX-License-Identifier: MIT
#include "prose/spans_of_time.h"

#include <algorithm>
#include <array>

#include "prose/written_amounts.h"

namespace handbill::prose {
namespace {

struct TimeUnitName {
  std::string_view name;
  double hours;
  bool is_of_labels = false;  ///< only there: of a language whose sentences are not read
};

constexpr double kHoursOfMinute = 1.0 / 60, kHoursOfMonth = 365 * kHoursOfDay / 12;

constexpr auto kTimeUnits = std::to_array<TimeUnitName>({
    {"minute", kHoursOfMinute},
    {"minutes", kHoursOfMinute},
    {"min", kHoursOfMinute},
    {"mins", kHoursOfMinute},
    {"minuto", kHoursOfMinute},
    {"minutos", kHoursOfMinute},
    {"hour", 1},
    {"hours", 1},
    {"hr", 1},
    {"hrs", 1},
    {"h", 1},
    {"hora", 1},
    {"horas", 1},
    {"day", kHoursOfDay},
    {"days", kHoursOfDay},
    {"night", kHoursOfDay},
    {"nights", kHoursOfDay},
    {"día", kHoursOfDay},
    {"días", kHoursOfDay},
    {"dia", kHoursOfDay},
    {"dias", kHoursOfDay},
    {"noche", kHoursOfDay},
    {"noches", kHoursOfDay},
    {"week", kHoursOfWeek},
    {"weeks", kHoursOfWeek},
    {"wk", kHoursOfWeek},
    {"wks", kHoursOfWeek},
    {"semana", kHoursOfWeek},
    {"semanas", kHoursOfWeek},
    {"month", kHoursOfMonth},
    {"months", kHoursOfMonth},
    {"mes", kHoursOfMonth},
    {"meses", kHoursOfMonth},
    {"year", 12 * kHoursOfMonth},
    {"years", 12 * kHoursOfMonth},
    {"año", 12 * kHoursOfMonth},
    {"años", 12 * kHoursOfMonth},
    {"ساعة", 1, true},
    {"ساعات", 1, true},
    {"الساعات", 1, true},
    {"يوم", kHoursOfDay, true},
    {"اليوم", kHoursOfDay, true},
    {"أيام", kHoursOfDay, true},
    {"الأيام", kHoursOfDay, true},
    {"اليومان", kHoursOfDay, true},
    {"أسبوع", kHoursOfWeek, true},
    {"الأسبوع", kHoursOfWeek, true},
    {"أسابيع", kHoursOfWeek, true},
    {"الأسابيع", kHoursOfWeek, true},
    {"شهر", kHoursOfMonth, true},
    {"أشهر", kHoursOfMonth, true},
    {"天", kHoursOfDay, true},
    {"周", kHoursOfWeek, true},
    {"月", kHoursOfMonth, true},
    {"时", 1, true},
    {"晚", kHoursOfDay, true},
});

bool is_plural(std::string_view unit) {
  return unit.ends_with('s') && unit != "mes" && unit != "hrs" && unit != "mins";
}

/// "few", "couple of", "several": from so many to so many.
struct VagueCount {
  std::string_view word;
  double low, high;
};
constexpr auto kVagueCounts = std::to_array<VagueCount>({
    {"few", 1, 7},
    {"several", 2, 10},
    {"couple", 1.5, 3},
    {"pocos", 1, 7},
    {"pocas", 1, 7},
    {"unos", 1, 7},
    {"unas", 1, 7},
    {"varios", 2, 10},
    {"varias", 2, 10},
    {"algunos", 1, 7},
    {"algunas", 1, 7},
    {"par", 1.5, 3},
});

std::optional<SpanOfTime> vague_span(const Passage& passage, std::size_t at) {
  std::size_t word = passage.is_any(at, {"a", "the", "un", "the"}) ? at + 1 : at;
  const auto count = std::ranges::find(kVagueCounts, passage.plain(word), &VagueCount::word);
  if (count != kVagueCounts.end()) {
    const std::size_t unit = passage.is_any(word + 1, {"of", "de"}) ? word + 2 : word + 1;
    const auto hours = hours_in(passage.plain(unit));
    if (!hours) return std::nullopt;
    return SpanOfTime{count->low * *hours, count->high * *hours, true, at, unit};
  }
  // "within days"
  const auto hours = hours_in(passage.plain(at));
  if (!hours || !is_plural(passage.plain(at))) return std::nullopt;
  return SpanOfTime{*hours, 13 * *hours, true, at, at};
}

struct CountedTime {
  double value;
  std::size_t last;
};

std::optional<CountedTime> count_of_time(const Passage& passage, std::size_t at) {
  if (const auto number = number_at(passage, at)) return CountedTime{number->value, number->last};
  if (const auto word = number_word(passage.plain(at))) return CountedTime{double(*word), at};
  return std::nullopt;
}

/// Of "24 hours", and of "24-hour".
std::size_t time_unit_token(const Passage& passage, std::size_t last) {
  return passage.plain(last + 1) == "-" && passage.touches(last + 2) ? last + 2 : last + 1;
}

std::optional<SpanOfTime> counted_span(const Passage& passage, std::size_t at) {
  const auto low = count_of_time(passage, at);
  if (!low) return std::nullopt;
  std::size_t unit = time_unit_token(passage, low->last);
  auto hours = hours_in(passage.plain(unit));
  SpanOfTime span{low->value, low->value, false, at, unit};
  const std::size_t mark = hours ? unit + 1 : low->last + 1;
  const bool is_range = is_range_mark(passage.plain(mark)) || passage.is_any(mark, {"or", "o"});
  const auto high = is_range ? count_of_time(passage, mark + 1) : std::nullopt;
  const std::size_t second = high ? time_unit_token(passage, high->last) : 0;
  const auto second_hours = high ? hours_in(passage.plain(second)) : std::nullopt;
  if (second_hours) {
    span.low *= hours.value_or(*second_hours);
    span.high = high->value * *second_hours;
    span.last = second;
    return span.low <= span.high ? std::optional(span) : std::nullopt;
  }
  if (!hours) return std::nullopt;
  span.low *= *hours;
  span.high *= *hours;
  return span;
}

}  // namespace

std::optional<double> hours_in(std::string_view unit) {
  const auto found = std::ranges::find(kTimeUnits, unit, &TimeUnitName::name);
  const bool is_read = found != kTimeUnits.end() && !found->is_of_labels;
  return is_read ? std::optional(found->hours) : std::nullopt;
}

std::optional<double> hours_in_label(std::string_view unit) {
  const auto found = std::ranges::find(kTimeUnits, unit, &TimeUnitName::name);
  return found == kTimeUnits.end() ? std::nullopt : std::optional(found->hours);
}

std::optional<SpanOfTime> span_at(const Passage& passage, std::size_t at) {
  if (const auto span = counted_span(passage, at)) return span;
  // "a week", "an hour".
  if (passage.is_any(at, {"a", "an"}) && !is_plural(passage.plain(at + 1))) {
    if (const auto hours = hours_in(passage.plain(at + 1))) {
      return SpanOfTime{*hours, *hours, false, at, at + 1};
    }
  }
  return vague_span(passage, at);
}

}  // namespace handbill::prose
