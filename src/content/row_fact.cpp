// SPDX-License-Identifier: MIT
#include "content/row_fact.h"

#include <algorithm>
#include <array>

namespace handbill::content {
namespace {

constexpr auto kTimes =
    std::to_array<std::string_view>({"open", "close", "span", "morning_open", "morning_close",
                                     "afternoon_open", "afternoon_close", "words", "closed"});

const std::string* text_of(const std::vector<RowFact>& row, std::string_view key) {
  const auto found = std::ranges::find(row, key, &RowFact::key);
  return found == row.end() ? nullptr : std::get_if<std::string>(&found->value);
}

/// The first row of a season.
bool has_dates(const std::vector<RowFact>& row) {
  const auto found = std::ranges::find(row, "dates", &RowFact::key);
  return found != row.end() && std::holds_alternative<DateRange>(found->value);
}

}  // namespace

std::vector<std::string_view> left_out(const std::vector<RowFact>& row,
                                       const std::set<std::string>& shown) {
  const auto is_shown = [&](std::string_view key) { return shown.contains(std::string(key)); };
  const bool tells_dates = is_shown("dates") || (is_shown("from") && is_shown("to"));
  if (has_dates(row) && !tells_dates) return {"dates"};
  const bool tells_season = is_shown("summary") || is_shown("changes") || is_shown("entry");
  if (text_of(row, "summary") != nullptr && !tells_season) return {"summary"};
  const std::string* state = text_of(row, "state");
  if (state == nullptr) return {};  // a row of the user's, or of a season
  const bool tells_all = is_shown("times") && text_of(row, "times") != nullptr;
  const bool is_refused = std::ranges::any_of(row, [&](const RowFact& fact) {
    return std::holds_alternative<Untold>(fact.value) && is_shown(fact.key);
  });
  if (tells_all || is_refused || std::ranges::none_of(kTimes, is_shown)) return {};
  const bool has_remarks = std::ranges::find(row, "remark", &RowFact::key) != row.end();
  std::vector<std::string_view> keys;
  for (const std::string_view key : {"words", "weeks", "note"}) {
    const bool is_closed = key == "words" && *state == "closed";
    if (key != "words" && has_remarks && is_shown("remark")) continue;
    if (text_of(row, key) != nullptr && !is_closed && !is_shown(key)) keys.push_back(key);
  }
  return keys;
}

}  // namespace handbill::content
