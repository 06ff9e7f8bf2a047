// SPDX-License-Identifier: MIT
#include "desk/hours.h"

#include <algorithm>

#include "content/locale_text.h"
#include "desk/content_files.h"

namespace handbill::desk {
namespace {

using spec::Value;

/// That of the organisation the hours are a part of, else of the only one.
std::string country_of(const ContentFiles& files, std::string_view hours) {
  std::string only = "US";
  const auto all = files.of_type("organisation");
  for (const content::PlacedValue& each : all) {
    const Value* country = each.value->at_path("address.country");
    if (country == nullptr || country->as_string() == nullptr) continue;
    const std::string& code = *country->as_string();
    if (hours.starts_with(each.path + ".")) return code == "UK" ? "GB" : code;
    if (all.size() == 1) only = code == "UK" ? "GB" : code;
  }
  return only;
}

/// Of the first time that says it; where none does, of the United States.
content::Clock clock_of(const Value& value) {
  if (const std::string* text = value.as_string()) {
    const auto spans = content::parse_spans(*text);
    const auto* read = std::get_if<std::vector<content::WrittenSpan>>(&spans);
    const auto clock = read != nullptr ? read->front().open.clock : std::nullopt;
    return clock.value_or(content::Clock::TwelveHour);
  }
  const Value* hours = value.find("hours");
  return hours != nullptr ? clock_of(*hours) : content::Clock::TwelveHour;
}

bool is_24_hours(const Value& value) { return clock_of(value) == content::Clock::TwentyFourHour; }

}  // namespace

const spec::Entry* entry_of_day(const Value& table, int day) {
  for (const spec::Entry& each : *table.as_table()) {
    const std::vector<int> days = content::days_of(each.key);
    if (std::ranges::find(days, day) != days.end()) return &each;
  }
  return nullptr;
}

std::vector<WrittenHours> written_hours(const std::vector<View>& views,
                                        const diag::SourceMap& sources,
                                        const std::string& language) {
  const ContentFiles files(views);
  std::vector<WrittenHours> all;
  for (const content::PlacedValue& each : files.of_type("hours")) {
    if (each.value->as_table() == nullptr) continue;
    WrittenHours& hours = all.emplace_back();
    hours.path = hours.home = each.path;
    hours.table = each.value;
    hours.country = country_of(files, each.path);
    for (int day = content::kDaysOfWeek - 1; day >= 0; --day) {
      const spec::Entry* entry = entry_of_day(*each.value, day);
      if (entry == nullptr) continue;
      hours.home = each.path + "." + entry->key;
      if (entry->value.span.known()) hours.file = sources.name(entry->value.span.file);
      if (is_24_hours(entry->value)) hours.clock = content::Clock::TwentyFourHour;
    }
    diag::Diagnostics told;  // by the documents
    hours.hours = content::read_hours(*each.value, each.path,
                                      content::LocaleText(language, hours.country), told);
  }
  return all;
}

}  // namespace handbill::desk
