// SPDX-License-Identifier: MIT
#include "content/time_of_day.h"

#include <catch2/catch.hpp>

#include "diag/diagnostic_id.h"

using namespace handbill::content;

namespace {

/// "08:00-17:00", or "bad-time `part`: message (hint)".
std::string shown(std::string_view text) {
  const auto parsed = parse_span(text);
  if (const auto* error = std::get_if<HoursError>(&parsed)) {
    std::string result = std::string(handbill::diag::info(error->id).name) + " `" +
                         std::string(text.substr(error->begin, error->end - error->begin)) +
                         "`: " + error->message;
    for (const std::string& hint : error->hints) {
      if (!hint.starts_with("write hours such as")) result += " (" + hint + ")";
    }
    return result;
  }
  const auto& span = std::get<WrittenSpan>(parsed);
  return time_on_24_hours(span.open.minutes) + "-" + time_on_24_hours(span.close.minutes);
}

}  // namespace

TEST_CASE("Hours are read in the forms people write") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"8:00 am - 5:00 pm", "08:00-17:00"},
      {"8:00 am-5:00 pm", "08:00-17:00"},
      {"8:00 am – 5:00 pm", "08:00-17:00"},
      {"8:00 am — 5:00 pm", "08:00-17:00"},
      {"  8:00 AM to 5:00 PM  ", "08:00-17:00"},
      {"8 a.m. until 5 p.m.", "08:00-17:00"},
      {"8am–5pm", "08:00-17:00"},
      {"8.30 am – 5.15 pm", "08:30-17:15"},
      {"08:00–17:00", "08:00-17:00"},
      {"8:00–17:30", "08:00-17:30"},
      {"8:00\u00A0am\u2009–\u20095:00\u202Fpm", "08:00-17:00"},
      {"12:00 am – 12:00 pm", "00:00-12:00"},
      {"12:30 pm – 1:30 pm", "12:30-13:30"},
      {"12:00–1:00 pm", "12:00-13:00"},
      {"1:00–5:00 pm", "13:00-17:00"},
      {"8–11 am", "08:00-11:00"},
      {"noon to 5 pm", "12:00-17:00"},
      {"12 noon – 5 pm", "12:00-17:00"},
      {"9:00 am – noon", "09:00-12:00"},
      {"6:00 pm – midnight", "18:00-24:00"},
      {"midnight – noon", "00:00-12:00"},
      {"00:00–24:00", "00:00-24:00"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(shown(text) == expected);
  }
}

TEST_CASE("A closing time that is not after the opening time is pointed at alone") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"8:00 am-5:00 am",
       "closes-before-opens `5:00 am`: `5:00 am` is not after the opening time `8:00 am` (did you "
       "mean `5:00 pm`?)"},
      {"8:00–5:00",
       "closes-before-opens `5:00`: `5:00` is not after the opening time `8:00` (did you mean "
       "`17:00`?)"},
      {"8:00 am – 5:00",
       "closes-before-opens `5:00`: `5:00` is not after the opening time `8:00 am` (did you mean "
       "`5:00 pm`?)"},
      {"8:00 am – 12:00 am",
       "closes-before-opens `12:00 am`: `12:00 am` is not after the opening time `8:00 am` (did "
       "you mean `12:00 pm`?) (write `midnight` when it closes at midnight)"},
      {"5:00 pm – 8:00 am",
       "closes-before-opens `8:00 am`: `8:00 am` is not after the opening time `5:00 pm` (did you "
       "mean `8:00 pm`?)"},
      {"5:00 pm – 3:00 pm",
       "closes-before-opens `3:00 pm`: `3:00 pm` is not after the opening time `5:00 pm`"},
      {"9:00 am – 9:00 am",
       "closes-before-opens `9:00 am`: `9:00 am` is not after the opening time `9:00 am` (did you "
       "mean `9:00 pm`?)"},
      {"24:00 – 24:00",
       "closes-before-opens `24:00`: `24:00` is not after the opening time `24:00`"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(shown(text) == expected);
  }
}

TEST_CASE("Hours that can't be read are pointed at where they go wrong") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "bad-time ``: there is no time in ``"},
      {"by appointment", "bad-time `by`: `by` is not a time"},
      {"8:00 am", "bad-time `8:00 am`: `8:00 am` has no closing time"},
      {"8:00 am –", "bad-time `8:00 am –`: `8:00 am –` has no closing time"},
      {"8:00 am 5:00 pm",
       "bad-time `5`: `5` can't stand after a time; a dash or `to` leads to the closing time"},
      {"8:00 am / 5:00 pm",
       "bad-time `/`: `/` can't stand after a time; a dash or `to` leads to the closing time"},
      {"8:0 am – 5:00 pm", "bad-time `8:0`: `8:0` is not a time: minutes have two digits"},
      {"8: am – 5 pm", "bad-time `8: am`: `8: am` is not a time: minutes have two digits"},
      {"8:", "bad-time `8:`: `8:` is not a time: minutes have two digits"},
      {"8:60 am – 5:00 pm", "bad-time `8:60 am`: `8:60 am` is not a time: minutes go up to 59"},
      {"8:00 am – 25:00", "bad-time `25:00`: `25:00` is not a time: hours go up to 24"},
      {"8:00 am – 24:30", "bad-time `24:30`: `24:30` is not a time: hours go up to 24"},
      {"8:00 am – 99999999999:00",
       "bad-time `99999999999:00`: `99999999999:00` is not a time: hours go up to 24"},
      {"8:00 am – 17:00 pm",
       "bad-time `17:00 pm`: `17:00 pm` is not a time: with am or pm, hours go from 1 to 12"},
      {"0:30 am – 5:00 pm",
       "bad-time `0:30 am`: `0:30 am` is not a time: with am or pm, hours go from 1 to 12"},
      {"8–5", "bad-time `8`: `8` does not say am or pm (write `8:00 am` or `08:00`)"},
      {"8:00–5:00 pm",
       "bad-time `8:00`: `8:00` does not say am or pm (write `8:00 am` or `08:00`)"},
      {"8 am – 5", "bad-time `5`: `5` does not say am or pm (write `5:00 pm` or `17:00`)"},
      {"8:00 am – 12:00 pm, 1:00 pm – 5:00 pm",
       "bad-time `, 1:00 pm – 5:00 pm`: `, 1:00 pm – 5:00 pm` stands after the closing time (write "
       "one span for the day and its break as `lunch`)"},
      {"8:00 am – 5:00 pm é",
       "bad-time `é`: `é` stands after the closing time (write one span for "
       "the day and its break as `lunch`)"},
      {"é", "bad-time `é`: `é` is not a time"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(shown(text) == expected);
  }
}

TEST_CASE("Only the word closed says closed") {
  for (const char* text : {"closed", "Closed", " CLOSED ", "closed."}) {
    INFO(text);
    CHECK(says_closed(text));
  }
  for (const char* text : {"", "close", "closed Friday", "not closed", "8:00 am – 5:00 pm"}) {
    INFO(text);
    CHECK_FALSE(says_closed(text));
  }
}

TEST_CASE("Every time comes back from both clocks") {
  for (int minutes = 0; minutes < kMinutesOfDay - 1; ++minutes) {
    const auto on_24 = parse_span(time_on_24_hours(minutes) + "–24:00");
    REQUIRE(std::get<WrittenSpan>(on_24).open.minutes == minutes);
    const auto on_12 = parse_span(time_on_12_hours(minutes) + "–midnight");
    REQUIRE(std::get<WrittenSpan>(on_12).open.minutes == minutes);
  }
}
