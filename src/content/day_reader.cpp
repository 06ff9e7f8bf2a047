// SPDX-License-Identifier: MIT
#include "content/day_reader.h"

#include <algorithm>
#include <array>

#include "base/spaces.h"
#include "base/utf8.h"
#include "content/blank.h"
#include "content/date.h"
#include "content/known_keys.h"
#include "content/letters_in_numbers.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;
using spec::Value;
using State = DayHours::State;

constexpr std::string_view kForms =
    "`8:00 am – 5:00 pm`, `08:00–17:00`, `by appointment`, `open 24 hours` or `closed`";

/// English words, in any content.
constexpr auto kStates = std::to_array<std::pair<std::string_view, State>>({
    {"closed", State::Closed},
    {"by appointment", State::ByAppointment},
    {"by appointment only", State::ByAppointment},
    {"appointment only", State::ByAppointment},
    {"appointments only", State::ByAppointment},
    {"by appt", State::ByAppointment},
    {"by appt only", State::ByAppointment},
    {"appt only", State::ByAppointment},
    {"open 24 hours", State::AllDay},
    {"24 hours", State::AllDay},
    {"24/7", State::AllDay},
});

/// In lower case, with single spaces and without a full stop.
std::string folded(std::string_view text) {
  std::string result;
  bool is_apart = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_space(c)) {
      if (is_apart && !result.empty()) result += ' ';
      append_utf8(result, c);
    }
    is_apart = is_space(c);
  }
  if (result.ends_with('.')) result.pop_back();
  return fold_case(result);
}

/// What people write where there is nothing, and the word for it.
std::optional<HoursError> nothing_written(std::string_view text, std::string_view meant) {
  constexpr auto kNothing =
      std::to_array<std::string_view>({"none", "no", "n/a", "na", "off", "-", "–", "—", "closed"});
  const std::string words = folded(text), word(meant);
  if (words.empty()) {
    return HoursError{DiagnosticId::BadTime,
                      0,
                      text.size(),
                      "there is nothing between the quotes",
                      {"write `" + word + "`, or from when to when"}};
  }
  if (std::ranges::find(kNothing, words) == kNothing.end()) return std::nullopt;
  return HoursError{DiagnosticId::BadTime,
                    0,
                    text.size(),
                    quoted(text) + " is not a time",
                    {"did you mean `" + word + "`?"}};
}

}  // namespace

/// The text of a value that says hours; reports what is none.
const std::string* DayReader::text_of(const Value& value, std::string_view example) {
  if (const std::string* text = value.as_string()) return text;
  const std::string seen = is_blank(value) ? "a blank" : a_type(value);
  diags.error(DiagnosticId::WrongType, value.span, "opening hours are a text, not " + seen,
              {"write " + std::string(example)});
  return nullptr;
}

void DayReader::report(const HoursError& error, const Value& value, std::string_view forms) {
  const bool is_time = error.id == DiagnosticId::BadTime;
  if (is_time && report_letters(value, error.id, diags)) return;
  std::vector<std::string> hints = error.hints;
  if (hints.empty()) hints = {"write " + std::string(forms)};
  diags.error(error.id, value.part(error.begin, error.end), error.message, std::move(hints));
}

std::optional<TimeSpan> DayReader::read_break(const Value& value, std::string_view example) {
  const std::string* text = text_of(value, example);
  if (text == nullptr) return std::nullopt;
  if (const auto nothing = nothing_written(*text, "none")) {
    report(*nothing, value, example);
    return std::nullopt;
  }
  const auto parsed = parse_span(*text);
  if (const auto* error = std::get_if<HoursError>(&parsed)) {
    report(*error, value, example);
    return std::nullopt;
  }
  const auto& written = std::get<WrittenSpan>(parsed);
  check_clock(value, *text, written.open);
  check_clock(value, *text, written.close);
  return written.span();
}

/// Two clocks in one table are read well enough, but one of them is likely a slip.
void DayReader::check_clock(const Value& value, const std::string& text, const WrittenTime& time) {
  if (!time.clock) return;
  const diag::Span span = value.part(time.begin, time.end);
  if (!clock_) {
    clock_ = time.clock;
    clock_span_ = span;
  } else if (*clock_ != *time.clock && !clock_reported_) {
    clock_reported_ = true;
    const std::string other = *time.clock == Clock::TwentyFourHour ? time_on_12_hours(time.minutes)
                                                                   : time_on_24_hours(time.minutes);
    diags.add({.id = DiagnosticId::BadTime,
               .severity = diag::Severity::Warning,
               .message = quoted(std::string_view(text).substr(time.begin, time.end - time.begin)) +
                          " is on another clock than the first time of the opening hours",
               .span = span,
               .labels = {{clock_span_, "the first time"}},
               .hints = {"write `" + other + "`"}});
  }
}

std::optional<State> DayReader::state_in_words(std::string_view text) const {
  const std::string wanted = folded(text);
  for (const auto& [words, state] : kStates) {
    if (wanted == words) return state;
  }
  const std::array<std::pair<std::string_view, State>, 3> own = {
      {{words_.closed, State::Closed},
       {words_.by_appointment, State::ByAppointment},
       {words_.open_24_hours, State::AllDay}}};
  for (const auto& [words, state] : own) {
    if (!words.empty() && wanted == folded(words)) return state;
  }
  return std::nullopt;
}

void DayReader::read_spans(const Value& value, const std::string& text, DayHours& day) {
  if (const auto nothing = nothing_written(text, "closed")) return report(*nothing, value, kForms);
  auto parsed = parse_spans(text);
  if (auto* error = std::get_if<HoursError>(&parsed)) {
    std::vector<std::string> words;
    for (const auto& [each, state] : kStates) words.emplace_back(each);
    if (error->hints.empty()) error->hints = did_you_mean(folded(text), words);
    return report(*error, value, kForms);
  }
  day.state = State::Open;
  for (const WrittenSpan& span : std::get<std::vector<WrittenSpan>>(parsed)) {
    check_clock(value, text, span.open);
    check_clock(value, text, span.close);
    day.spans.push_back(span.span());
  }
}

DayHours DayReader::read_hours_text(const Value& value) {
  DayHours day{.state = State::Broken, .span = value.span};
  const std::string* text = text_of(value, kForms);
  if (text == nullptr) return day;
  if (const auto state = state_in_words(*text)) {
    day.state = *state;
  } else {
    read_spans(value, *text, day);
  }
  if (day.spans == std::vector{TimeSpan{0, kMinutesOfDay}}) {
    return {.state = State::AllDay, .span = value.span};
  }
  return day;
}

DayHours DayReader::read_day(const Value& value, std::span<const int> days) {
  if (value.as_table() == nullptr || is_blank(value)) return read_hours_text(value);
  const std::vector<std::string> keys = {"hours", "weeks", "note"};
  check_known_keys(value, keys, "the hours of a day", diags);
  const Value* hours = value.find("hours");
  if (hours == nullptr && may_be_meant(value, keys, "hours")) {
    return {.state = State::Broken, .span = value.span};
  }
  if (hours == nullptr) {
    diags.error(DiagnosticId::MissingKey, value.span, "the day has no `hours`",
                {"write `{ hours = \"9:00 am – 1:00 pm\", note = \"laser only\" }`"});
    return {.state = State::Broken, .span = value.span};
  }
  DayHours day = read_hours_text(*hours);
  if (const Value* weeks = value.find("weeks")) read_weeks(*weeks, days, day);
  if (const Value* note = value.find("note")) day.note = read_line(*note, "the note");
  return day;
}

void DayReader::read_weeks(const Value& value, std::span<const int> days, DayHours& day) {
  const std::string* text = value.as_string();
  if (text == nullptr) {
    diags.error(DiagnosticId::WrongType, value.span, "`weeks` is a text, not " + a_type(value),
                {"write `weeks = \"1st, 3rd\"`"});
    return;
  }
  if (day.state == State::Closed) {
    diags.error(DiagnosticId::BadValue, value.span,
                "the day is closed, and " + quoted(*text) + " does not say when it has hours",
                {"write the hours and the weeks that have them; on the others the day is closed"});
    return;
  }
  auto parsed = parse_weeks(*text);
  if (auto* error = std::get_if<HoursError>(&parsed)) {
    return report(*error, value, "");
  }
  day.weeks = std::get<WeeksRule>(parsed);
  if (day.weeks->every_other_from) {
    check_weekday(value, *text, *day.weeks->every_other_from, days);
  }
}

/// A week counts from one of its own days.
void DayReader::check_weekday(const Value& value, const std::string& text, const spec::Date& from,
                              std::span<const int> days) {
  const int weekday = weekday_of(from);
  if (days.empty() || std::ranges::find(days, weekday) != days.end()) return;
  const int after = (days.front() - weekday + kDaysOfWeek) % kDaysOfWeek;
  const std::size_t at = text.find(iso_date(from));
  diags.error(DiagnosticId::BadDate, value.part(at, at + iso_date(from).size()),
              iso_date(from) + " is a " + day_name(weekday) + ", not a " + day_name(days.front()),
              {"write `" + iso_date(plus_days(from, after - kDaysOfWeek)) + "` or `" +
               iso_date(plus_days(from, after)) + "`"});
}

std::string DayReader::read_line(const Value& value, std::string_view what) {
  const std::string subject(what);
  const std::string* text = value.as_string();
  if (text == nullptr) {
    diags.error(DiagnosticId::WrongType, value.span, subject + " is a text, not " + a_type(value),
                {"write it between straight quotes: `\"…\"`"});
    return "";
  }
  const bool is_empty = folded(*text).empty();
  if (is_empty || text->find('\n') != text->npos) {
    diags.error(
        DiagnosticId::BadValue, value.span,
        subject + (is_empty ? " is empty" : " has several lines"),
        {is_empty ? "write a few words, or take the key out" : "write it without line ends"});
    return "";
  }
  return *text;
}

}  // namespace handbill::content
