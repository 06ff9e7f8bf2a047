// SPDX-License-Identifier: MIT
#include "content/time_of_day.h"

#include <catch2/catch.hpp>

#include "diag/diagnostic_id.h"

using namespace handbill::content;

namespace {

std::string time_shown(const HoursError& error, std::string_view text) {
  std::string result = std::string(handbill::diag::info(error.id).name) + " `" +
                       std::string(text.substr(error.begin, error.end - error.begin)) +
                       "`: " + error.message;
  for (const std::string& hint : error.hints) result += " (" + hint + ")";
  return result;
}

/// "08:00-12:00 13:00-17:00", or "bad-time `part`: message (hint)".
std::string time_shown(std::string_view text) {
  const auto parsed = parse_spans(text);
  if (const auto* error = std::get_if<HoursError>(&parsed)) return time_shown(*error, text);
  std::string result;
  for (const WrittenSpan& span : std::get<std::vector<WrittenSpan>>(parsed)) {
    result += (result.empty() ? "" : " ") + time_on_24_hours(span.open.minutes) + "-" +
              time_on_24_hours(span.close.minutes);
  }
  return result;
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
      {"8:00 am – 12:00 pm, 2:00 pm – 6:00 pm", "08:00-12:00 14:00-18:00"},
      {"8–11 am;12–2 pm,3–6 pm", "08:00-11:00 12:00-14:00 15:00-18:00"},
      {"8 am to noon and 2 to 6 pm", "08:00-12:00 14:00-18:00"},
      {"08:00–12:00、14:00–18:00", "08:00-12:00 14:00-18:00"},
      {"08:00–12:00، 14:00–18:00", "08:00-12:00 14:00-18:00"},
      {"2:00 pm – 6:00 pm, 8:00 am – 12:00 pm", "08:00-12:00 14:00-18:00"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(time_shown(text) == expected);
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
       "mean `8:00 pm`?) (if it closes on the next day, write `8:00 am next day`; without these "
       "words hours over midnight open after noon and close by 6:00 am)"},
      {"5:00 pm – 3:00 pm",
       "closes-before-opens `3:00 pm`: `3:00 pm` is not after the opening time `5:00 pm` (if it "
       "closes on the next day, write `3:00 pm next day`; without these words hours over midnight "
       "open after noon and close by 6:00 am)"},
      {"9:00 am – 9:00 am",
       "closes-before-opens `9:00 am`: `9:00 am` is not after the opening time `9:00 am` (did you "
       "mean `9:00 pm`?)"},
      {"24:00 – 24:00",
       "closes-before-opens `24:00`: `24:00` is not after the opening time `24:00`"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(time_shown(text) == expected);
  }
}

TEST_CASE(
    "Hours over midnight are believed when nothing else can be meant, or when they are said") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"10:00 pm – 2:00 am", "22:00-26:00"},
      {"22:00–02:00", "22:00-26:00"},
      {"6:00 pm – 12:00 am", "18:00-24:00"},
      {"7 pm – 6 am", "19:00-30:00"},
      {"12:01 pm – 12:00 am", "12:01-24:00"},
      {"8 am – noon, 8 pm – 1 am", "08:00-12:00 20:00-25:00"},
      {"6:00 pm – 8:00 am next day", "18:00-32:00"},
      {"9:00 am – 9:00 am next day", "09:00-33:00"},
      {"9:00 am – 9:01 am next day",
       "bad-time `9:01 am next day`: `9:01 am next day` is more than a day after it opens"},
      {"10–2 am", "bad-time `10`: `10` does not say am or pm (write `10:00 pm` or `22:00`)"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(time_shown(text) == expected);
  }
  for (const char* slip : {"6 pm – 6 am", "10 pm – 6:01 am", "12:00 pm – 12:00 am", "1 pm – 5 am",
                           "11 am – 1 am", "5:00 pm – 5:00 am"}) {
    INFO(slip);
    CHECK(time_shown(slip).starts_with("closes-before-opens"));
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
      {"8–5",
       "bad-time `8–5`: `8–5` does not say am or pm (write `8:00 am – 5:00 pm` or `08:00 – "
       "17:00`)"},
      {"12-1",
       "bad-time `12-1`: `12-1` does not say am or pm (write `12:00 pm – 1:00 pm` or `12:00 – "
       "13:00`)"},
      {"12 to 1:30",
       "bad-time `12 to 1:30`: `12 to 1:30` does not say am or pm (write `12:00 pm – 1:30 pm` or "
       "`12:00 – 13:30`)"},
      {"9-12",
       "bad-time `9-12`: `9-12` does not say am or pm (write `9:00 am – 12:00 pm` or `09:00 – "
       "12:00`)"},
      {"1-5",
       "bad-time `1-5`: `1-5` does not say am or pm (write `1:00 pm – 5:00 pm` or `13:00 – "
       "17:00`)"},
      {"6-5",
       "bad-time `6-5`: `6-5` does not say am or pm (write `6:00 am – 5:00 pm` or `06:00 – "
       "17:00`)"},
      {"12–17", "bad-time `12`: `12` does not say am or pm (write `12:00 pm` or `12:00`)"},
      {"8:00–5:00 pm",
       "bad-time `8:00`: `8:00` does not say am or pm (write `8:00 am` or `08:00`)"},
      {"8 am – 5", "bad-time `5`: `5` does not say am or pm (write `5:00 pm` or `17:00`)"},
      {"8:00 am – 5:00 pm é",
       "bad-time `é`: `é` stands after the closing time (part several spans by commas: `8:00 am – "
       "12:00 pm, 2:00 pm – 6:00 pm`)"},
      {"8 am – noon 2 pm – 6 pm",
       "bad-time `2 pm – 6 pm`: `2 pm – 6 pm` stands after the closing time (part several spans by "
       "commas: `8:00 am – 12:00 pm, 2:00 pm – 6:00 pm`)"},
      {"8 am – noon,", "bad-time `,`: no hours stand after `,`"},
      {"8 am – noon, 2 pm", "bad-time `2 pm`: `2 pm` has no closing time"},
      {"8 am – noon,, 2 – 6 pm", "bad-time `,`: `,` is not a time"},
      {"8 am, 2 – 6 pm",
       "bad-time `,`: `,` can't stand after a time; a dash or `to` leads to the closing time"},
      {"é", "bad-time `é`: `é` is not a time"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(time_shown(text) == expected);
  }
}

TEST_CASE("Spans of a day leave time between them") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"8:00 am – 12:00 pm, 12:01 pm – 5:00 pm", "08:00-12:00 12:01-17:00"},
      {"8:00 am – 12:00 pm, 12:00 pm – 5:00 pm",
       "hours-overlap `12:00 pm – 5:00 pm`: `12:00 pm – 5:00 pm` leaves no time between it and "
       "`8:00 am – 12:00 pm` (write one span: `8:00 am – 5:00 pm`)"},
      {"8:00–12:00, 11:59–17:00",
       "hours-overlap `11:59–17:00`: `11:59–17:00` overlaps `8:00–12:00` (write one span: `08:00 – "
       "17:00`)"},
      {"8 am – 5 pm, 9 am – 10 am",
       "hours-overlap `9 am – 10 am`: `9 am – 10 am` overlaps `8 am – 5 pm` (write one span: `8:00 "
       "am – 5:00 pm`)"},
      {"1 – 2 pm, 3 – 4 pm, 1 – 2 pm",
       "hours-overlap `1 – 2 pm`: `1 – 2 pm` overlaps `1 – 2 pm` (write one span: `1:00 pm – 2:00 "
       "pm`)"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(time_shown(text) == expected);
  }
}

TEST_CASE("A break is one span") {
  CHECK(std::get<WrittenSpan>(parse_span("12–1 pm")).span() == TimeSpan{12 * 60, 13 * 60});
  const std::string text = "12–1 pm, 3–4 pm";
  CHECK(time_shown(std::get<HoursError>(parse_span(text)), text) ==
        "bad-time `, 3–4 pm`: `, 3–4 pm` stands after the closing time");
}

TEST_CASE("Every time comes back from both clocks") {
  for (int minutes = 0; minutes < kMinutesOfDay - 1; ++minutes) {
    const auto on_24 = parse_span(time_on_24_hours(minutes) + "–24:00");
    REQUIRE(std::get<WrittenSpan>(on_24).open.minutes == minutes);
    const auto on_12 = parse_span(time_on_12_hours(minutes) + "–midnight");
    REQUIRE(std::get<WrittenSpan>(on_12).open.minutes == minutes);
  }
}

TEST_CASE("Hours and minutes go up to those of a clock, and not past them") {
  for (const char* text : {"8:59–9:00", "0:00–24:00", "1:00 am–12:59 pm", "12:00 am – 1:00 am"}) {
    CAPTURE(text);
    CHECK(time_shown(text).find("bad-time") == std::string::npos);
  }
  const std::vector<std::pair<std::string, std::string>> faults = {
      {"8:60–9:00", "bad-time `8:60`: `8:60` is not a time: minutes go up to 59"},
      {"8:00–24:01", "bad-time `24:01`: `24:01` is not a time: hours go up to 24"},
      {"8:00–25:00", "bad-time `25:00`: `25:00` is not a time: hours go up to 24"},
      {"0:30 am – 9:00 am",
       "bad-time `0:30 am`: `0:30 am` is not a time: with am or pm, hours go from 1 to 12"},
      {"8:00 am – 13:00 pm",
       "bad-time `13:00 pm`: `13:00 pm` is not a time: with am or pm, hours go from 1 to 12"}};
  for (const auto& [text, expected] : faults) CHECK(time_shown(text) == expected);
}

TEST_CASE("Hours without am or pm are offered as a clinic means them") {
  const std::vector<std::pair<std::string, std::string>> offers = {
      {"12-1", "12:00 pm – 1:00 pm"}, {"7-11", "7:00 am – 11:00 am"},
      {"6-11", "6:00 pm – 11:00 pm"}, {"6-12", "6:00 am – 12:00 pm"},
      {"2-5", "2:00 pm – 5:00 pm"},   {"5-5", "5:00 am – 5:00 pm"},
      {"9-5", "9:00 am – 5:00 pm"},   {"11-12", "11:00 am – 12:00 pm"}};
  for (const auto& [text, offer] : offers) {
    CAPTURE(text);
    CHECK(time_shown(text).find("(write `" + offer + "` or `") != std::string::npos);
  }
}

TEST_CASE("A time is written on 12 and on 24 hours") {
  const auto both = [](int minutes) {
    return time_on_12_hours(minutes) + ", " + time_on_24_hours(minutes);
  };
  CHECK(both(0) == "12:00 am, 00:00");
  CHECK(both(59) == "12:59 am, 00:59");
  CHECK(both(9 * 60 + 5) == "9:05 am, 09:05");
  CHECK(both(10 * 60 + 10) == "10:10 am, 10:10");
  CHECK(both(12 * 60) == "12:00 pm, 12:00");
  CHECK(both(13 * 60) == "1:00 pm, 13:00");
  CHECK(both(24 * 60) == "12:00 am, 24:00");
}

TEST_CASE("Noon and midnight may be said behind their number") {
  CHECK(time_shown("12 midnight – 5 am") == "00:00-05:00");
  CHECK(time_shown("12:00 midnight – 12 noon") == "00:00-12:00");
  CHECK(time_shown("12 noon – 12 midnight") == "12:00-24:00");
  CHECK(time_shown("8 am – 11 noon").find("bad-time") == 0);
  // The half of the closing time is that of the opening time only if it is before it.
  CHECK(time_shown("4:59–5:00 pm") == "16:59-17:00");
  CHECK(time_shown("5:00–5:00 pm") ==
        "bad-time `5:00`: `5:00` does not say am or pm (write `5:00 am` or `05:00`)");
}
