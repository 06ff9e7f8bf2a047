// SPDX-License-Identifier: MIT
#include "content/weeks_rule.h"

#include <catch2/catch.hpp>

#include "content/date.h"

using namespace handbill::content;

namespace {

/// "1 3", "from 2026-12-05", or "bad-value `part`: message".
std::string weeks_shown(std::string_view text) {
  const auto parsed = parse_weeks(text);
  if (const auto* error = std::get_if<HoursError>(&parsed)) {
    return std::string(handbill::diag::info(error->id).name) + " `" +
           std::string(text.substr(error->begin, error->end - error->begin)) +
           "`: " + error->message;
  }
  const auto& rule = std::get<WeeksRule>(parsed);
  if (rule.every_other_from) return "from " + iso_date(*rule.every_other_from);
  std::string weeks;
  for (const int each : rule.of_month) weeks += (weeks.empty() ? "" : " ") + std::to_string(each);
  return weeks;
}

}  // namespace

TEST_CASE("Weeks are read in the forms people write") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"1st, 3rd", "1 3"},
      {"3rd and 1st", "1 3"},
      {"First & last", "1 6"},
      {"2,4", "2 4"},
      {" last ", "6"},
      {"1st 2nd 3rd 4th 5th", "1 2 3 4 5"},
      {"every other from 2026-12-05", "from 2026-12-05"},
      {"Every second week from 2026-12-05", "from 2026-12-05"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(weeks_shown(text) == expected);
  }
}

TEST_CASE("Weeks that can't be read are pointed at where they go wrong") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "bad-value ``: `` names no weeks"},
      {" , ", "bad-value ` , `: ` , ` names no weeks"},
      {"1st, 6th",
       "bad-value `6th`: `6th` is not one of the weeks of a month, `1st` to `5th` and `last`"},
      {"0", "bad-value `0`: `0` is not one of the weeks of a month, `1st` to `5th` and `last`"},
      {"1st, première",
       "bad-value `première`: `première` is not one of the weeks of a month, `1st` to `5th` and "
       "`last`"},
      {"1st, first", "bad-value `first`: `first` is there twice"},
      {"every week", "bad-value `every week`: `every week` names no weeks"},
      {"every other", "bad-value `every other`: `every other` does not say from which day on"},
      {"every other week from",
       "bad-value `every other week from`: `every other week from` does not say from which day on"},
      {"every other from 12/5/2026", "bad-date `12/5/2026`: `12/5/2026` is not a date"},
      {"every other from 2026-02-29", "bad-date `2026-02-29`: `2026-02-29` is not in the calendar"},
      {"every other from 2026-12-05 on", "bad-value `on`: `on` stands after the date"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(weeks_shown(text) == expected);
  }
}
