// SPDX-License-Identifier: MIT
// Changes of opening hours in the text of their file. What is not changed stays as its writer has
// it. Each function gives the new text; nothing: the hours are written in a way that is changed by
// hand alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/opening_hours.h"
#include "spec/edit_tables.h"

namespace handbill::desk {

using NewText = std::optional<std::string>;

/// What a day, or a date, is to say.
struct DayWish {
  content::DayHours::State state = content::DayHours::State::Closed;
  std::vector<content::TimeSpan> spans{};  ///< of an open day
  std::string weeks{}, note{};             ///< of a day of the week; empty: none
};

/// "8:00 am – 12:00 pm, 2:00 pm – 6:00 pm", "closed".
std::string hours_text(const DayWish& wish, content::Clock clock);
std::string span_text(const content::TimeSpan& span, content::Clock clock);

/// The days below `table` ("hours", "hours.season.0"). One that shares a key with days that stay as
/// they are gets a key of its own. Without a wish their keys are taken away.
NewText with_days(std::string text, const std::string& table, const std::vector<int>& days,
                  const std::optional<DayWish>& wish, content::Clock clock);

/// The break of these days of `week`, which is what `table` says with all breaks; nothing: none.
NewText with_break(std::string text, const std::string& table, const content::Week& week,
                   const std::vector<int>& days, const std::optional<content::TimeSpan>& rest,
                   content::Clock clock);

/// A special date or a season: its keys in the order of a new one. A key without a literal is
/// taken away; keys that are not named stay.
struct EntryKeys {
  std::vector<std::pair<std::string, std::optional<std::string>>> keys;
};
/// The entry at `path` ("hours.special.2").
NewText with_entry(std::string text, const std::string& path, const EntryKeys& entry);
/// A further one of `list` ("hours.special").
NewText with_new_entry(std::string text, const std::string& list, const EntryKeys& entry);
NewText without_entry(std::string text, const std::string& path);

/// A date or season of a translation, where each is known by its first day and has a name alone.
struct TranslatedEntry {
  std::string was{};                  ///< its first day so far; empty: it is a new one
  std::string is{};                   ///< its first day from now on; empty: it is taken away
  std::optional<std::string> name{};  ///< nothing: as it is
};
/// That of `list` in the text of a translation; one that has no name there is not added.
NewText with_translated(std::string text, const std::string& list, const TranslatedEntry& entry);

/// "06-01" in quotes, a date without.
std::string day_literal(const std::string& day);

}  // namespace handbill::desk
