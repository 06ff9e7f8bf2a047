// SPDX-License-Identifier: MIT
#include "content/day_reader.h"

#include "content/blank.h"
#include "content/wording.h"

namespace handbill::content {

using diag::DiagnosticId;
using spec::Value;

/// The text of a value that says hours; reports what is none.
const std::string* DayReader::text_of(const Value& value, std::string_view example) {
  if (const std::string* text = value.as_string()) return text;
  const std::string seen = is_blank(value) ? "a blank" : a_type(value);
  diags.error(DiagnosticId::WrongType, value.span, "opening hours are a text, not " + seen,
              {"write " + std::string(example)});
  return nullptr;
}

std::optional<TimeSpan> DayReader::read_break(const Value& value, std::string_view example) {
  const std::string* text = text_of(value, example);
  return text != nullptr ? read_span(value, *text) : std::nullopt;
}

std::optional<TimeSpan> DayReader::read_span(const Value& value, const std::string& text) {
  const auto parsed = parse_span(text);
  if (const auto* error = std::get_if<HoursError>(&parsed)) {
    diags.error(error->id, value.part(error->begin, error->end), error->message, error->hints);
    return std::nullopt;
  }
  const auto& written = std::get<WrittenSpan>(parsed);
  check_clock(value, text, written.open);
  check_clock(value, text, written.close);
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

DayHours DayReader::read_day(const Value& value) {
  DayHours day{.state = DayHours::State::Broken, .span = value.span};
  const std::string* text = text_of(value, "`8:00 am – 5:00 pm` or `closed`");
  if (text == nullptr) return day;
  if (says_closed(*text)) {
    day.state = DayHours::State::Closed;
  } else if (const auto span = read_span(value, *text)) {
    day.state = DayHours::State::Open;
    day.hours = *span;
  }
  return day;
}

}  // namespace handbill::content
