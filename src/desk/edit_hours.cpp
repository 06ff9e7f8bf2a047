// SPDX-License-Identifier: MIT
#include "desk/edit_hours.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "content/day_names.h"
#include "spec/translated_hours.h"

namespace handbill::desk {
namespace {

using content::Clock;
using content::kDaysOfWeek;
using content::TimeSpan;
using spec::TomlFile;
using spec::Value;
using State = content::DayHours::State;
using FixStep = std::function<std::optional<diag::Fix>(const TomlFile&)>;

/// A text that is changed step by step, and read anew after each.
class Steps {
 public:
  explicit Steps(std::string text) : text_(std::move(text)) {}

  /// Once a step could not be made no other is.
  void make(const FixStep& step) {
    if (!is_good_) return;
    look([&](const TomlFile& toml) {
      const auto fix = step(toml);
      is_good_ = fix.has_value();
      if (fix) next_ = spec::edited(text_, {*fix});
    });
    text_ = std::move(next_);
  }

  void look(const std::function<void(const TomlFile&)>& at) {
    if (!is_good_) return;
    diag::SourceMap sources;
    diag::Diagnostics unread;
    const diag::FileId file = sources.add("content", text_);
    const auto root = spec::read_toml(sources, file, unread);
    is_good_ = root.has_value();
    if (root) at({sources, file, *root});
  }

  NewText text() && { return is_good_ ? NewText(std::move(text_)) : std::nullopt; }

 private:
  std::string text_, next_;
  bool is_good_ = true;
};

std::string time_text(int minutes, Clock clock) {
  const int of_day = minutes % content::kMinutesOfDay;
  return clock == Clock::TwelveHour ? content::time_on_12_hours(of_day)
                                    : content::time_on_24_hours(of_day);
}

/// `like`: what stands there now.
std::string literal_of(const DayWish& wish, Clock clock, std::string_view like) {
  const std::string text = spec::as_literal(hours_text(wish, clock), like);
  if (wish.weeks.empty() && wish.note.empty()) return text;
  std::string out = "{ hours = " + text;
  if (!wish.weeks.empty()) out += ", weeks = " + spec::as_literal(wish.weeks);
  if (!wish.note.empty()) out += ", note = " + spec::as_literal(wish.note);
  return out + " }";
}

/// A key of days that follow each other: "monday", "monday-friday".
std::string key_of(int first, int last) {
  std::string key(content::day_key(first));
  if (last != first) key.append("-").append(content::day_key(last));
  return key;
}

struct DayRun {
  int first = 0, last = 0;
  bool is_wanted = false;
};

/// Days in their order, parted where one that is wanted stands beside one that is not.
std::vector<DayRun> runs_of(const std::vector<int>& days, const std::vector<int>& wanted) {
  std::vector<DayRun> runs;
  for (const int day : days) {
    const bool is_wanted = std::ranges::find(wanted, day) != wanted.end();
    const bool goes_on =
        !runs.empty() && runs.back().is_wanted == is_wanted && runs.back().last + 1 == day;
    if (goes_on) {
      runs.back().last = day;
    } else {
      runs.push_back({day, day, is_wanted});
    }
  }
  return runs;
}

using LiteralOf = std::function<std::string(std::string_view like)>;

/// Below a table whose keys are days.
class DayKeys {
 public:
  DayKeys(Steps& steps, std::string table) : steps_(steps), table_(std::move(table)) {}

  /// Without a literal the keys go.
  void set(const std::vector<int>& days, const LiteralOf& literal) {
    std::vector<std::string> keys;
    steps_.look([&](const TomlFile& toml) {
      const Value* table = toml.root.at_path(table_);
      if (table == nullptr || table->as_table() == nullptr) return;
      for (const spec::Entry& each : *table->as_table()) keys.push_back(each.key);
    });
    std::vector<int> left = days;
    for (const std::string& key : keys) {
      const std::vector<int> own = content::days_of(key);
      const bool is_met = std::ranges::any_of(
          own, [&](int day) { return std::ranges::find(days, day) != days.end(); });
      if (is_met) change(key, runs_of(own, days), literal);
      for (const int day : own) std::erase(left, day);
    }
    if (!literal) return;
    std::ranges::sort(left);
    for (const DayRun& run : runs_of(left, days)) {
      steps_.make([&](const TomlFile& toml) {
        return spec::set_value(toml, table_ + "." + key_of(run.first, run.last), literal(""));
      });
    }
  }

 private:
  void change(const std::string& key, const std::vector<DayRun>& runs, const LiteralOf& literal) {
    const std::string path = table_ + "." + key;
    steps_.make([&](const TomlFile& toml) -> std::optional<diag::Fix> {
      const Value* there = toml.root.at_path(path);
      if (there == nullptr || !there->span.known()) return {};
      const std::string like(toml.sources.text(there->span));
      const bool is_whole = runs.size() == 1;
      if (is_whole && literal) return spec::set_value(toml, path, literal(like));
      if (is_whole) return spec::remove_at(toml, path);
      std::vector<spec::KeyedLiteral> parts;
      for (const DayRun& run : runs) {
        if (run.is_wanted && !literal) continue;
        parts.push_back({key_of(run.first, run.last), run.is_wanted ? literal(like) : like});
      }
      return spec::replace_key(toml, path, parts);
    });
  }

  Steps& steps_;
  std::string table_;
};

using Breaks = std::array<std::optional<TimeSpan>, kDaysOfWeek>;

bool is_open(const content::Week& week, int day) {
  return week[static_cast<std::size_t>(day)].state == State::Open;
}

/// One break of all open days, or each with its days.
std::string literal_of(const Breaks& breaks, const content::Week& week, Clock clock) {
  std::vector<DayRun> runs;
  std::optional<TimeSpan> common;
  bool is_common = true, has_some = false;
  for (int day = 0; day < kDaysOfWeek; ++day) {
    if (!is_open(week, day)) continue;
    const auto& rest = breaks[static_cast<std::size_t>(day)];
    if (has_some) is_common = is_common && rest == common;
    common = has_some ? common : rest;
    has_some = true;
    if (!rest) continue;
    const bool goes_on = !runs.empty() && runs.back().last + 1 == day &&
                         breaks[static_cast<std::size_t>(runs.back().first)] == rest;
    if (goes_on) {
      runs.back().last = day;
    } else {
      runs.push_back({day, day, true});
    }
  }
  if (runs.empty()) return spec::as_literal("none");
  if (is_common) return spec::as_literal(span_text(*common, clock));
  std::string out;
  for (const DayRun& run : runs) {
    const TimeSpan& rest = *breaks[static_cast<std::size_t>(run.first)];
    out += (out.empty() ? "{ " : ", ") + key_of(run.first, run.last) + " = " +
           spec::as_literal(span_text(rest, clock));
  }
  return out + " }";
}

/// One date becomes a first and a last in its place, not below the hours.
void make_range(Steps& steps, const std::string& path, const EntryKeys& entry) {
  std::vector<spec::KeyedLiteral> ends;
  for (const auto& each : entry.keys) {
    const bool is_end = each.first == "from" || each.first == "to";
    if (is_end && each.second) ends.push_back({each.first, *each.second});
  }
  bool has_date = false;
  steps.look(
      [&](const TomlFile& toml) { has_date = toml.root.at_path(path + ".date") != nullptr; });
  if (!has_date || ends.empty()) return;
  steps.make([&](const TomlFile& toml) { return spec::replace_key(toml, path + ".date", ends); });
}

bool has_header(const TomlFile& toml, const Value& value) {
  return value.as_table() != nullptr && value.span.known() &&
         !toml.sources.text(value.span).starts_with('{');
}

}  // namespace

std::string span_text(const TimeSpan& span, Clock clock) {
  const char* to = clock == Clock::TwelveHour ? " – " : "–";
  return time_text(span.open, clock) + to + time_text(span.close, clock);
}

std::string hours_text(const DayWish& wish, Clock clock) {
  switch (wish.state) {
    case State::ByAppointment:
      return "by appointment";
    case State::AllDay:
      return "open 24 hours";
    case State::Open:
      break;
    default:
      return "closed";
  }
  std::string text;
  for (const TimeSpan& each : wish.spans) {
    text += (text.empty() ? "" : ", ") + span_text(each, clock);
  }
  return text;
}

NewText with_days(std::string text, const std::string& table, const std::vector<int>& days,
                  const std::optional<DayWish>& wish, Clock clock) {
  Steps steps(std::move(text));
  LiteralOf literal;
  if (wish) literal = [&](std::string_view like) { return literal_of(*wish, clock, like); };
  DayKeys(steps, table).set(days, literal);
  return std::move(steps).text();
}

NewText with_break(std::string text, const std::string& table, const content::Week& week,
                   const std::vector<int>& days, const std::optional<TimeSpan>& rest, Clock clock) {
  Steps steps(std::move(text));
  const std::string path = table + ".lunch";
  bool is_by_header = false;
  steps.look([&](const TomlFile& toml) {
    const Value* there = toml.root.at_path(path);
    is_by_header = there != nullptr && has_header(toml, *there);
  });
  if (is_by_header) {
    DayKeys(steps, path).set(days, [&](std::string_view) {
      return spec::as_literal(rest ? span_text(*rest, clock) : "none");
    });
    return std::move(steps).text();
  }
  Breaks breaks;
  for (int day = 0; day < kDaysOfWeek; ++day) {
    const bool is_meant = std::ranges::find(days, day) != days.end();
    const auto index = static_cast<std::size_t>(day);
    breaks[index] = is_meant ? rest : week[index].lunch;
  }
  steps.make([&](const TomlFile& toml) {
    return spec::set_value(toml, path, literal_of(breaks, week, clock));
  });
  return std::move(steps).text();
}

NewText with_entry(std::string text, const std::string& path, const EntryKeys& entry) {
  Steps steps(std::move(text));
  make_range(steps, path, entry);
  for (const auto& each : entry.keys) {
    const std::string at = path + "." + each.first;
    steps.make([&](const TomlFile& toml) -> std::optional<diag::Fix> {
      if (toml.root.at_path(path) == nullptr) return {};
      if (each.second) return spec::set_value(toml, at, *each.second);
      if (toml.root.at_path(at) != nullptr) return spec::remove_at(toml, at);
      return diag::Fix{{toml.file, 0, 0}, ""};
    });
  }
  return std::move(steps).text();
}

NewText with_new_entry(std::string text, const std::string& list, const EntryKeys& entry) {
  Steps steps(std::move(text));
  std::vector<spec::KeyedLiteral> keys;
  for (const auto& each : entry.keys) {
    if (each.second) keys.push_back({each.first, *each.second});
  }
  steps.make([&](const TomlFile& toml) { return spec::add_entry(toml, list, keys); });
  return std::move(steps).text();
}

NewText without_entry(std::string text, const std::string& path) {
  Steps steps(std::move(text));
  steps.make([&](const TomlFile& toml) { return spec::remove_at(toml, path); });
  return std::move(steps).text();
}

std::string day_literal(const std::string& day) {
  return content::parse_date(day) ? day : spec::as_literal(day);
}

NewText with_translated(std::string text, const std::string& list, const TranslatedEntry& entry) {
  Steps steps(std::move(text));
  std::string path, key;  // of the entry, and of its first day
  steps.look([&](const TomlFile& toml) {
    const Value* all = toml.root.at_path(list);
    if (entry.was.empty() || all == nullptr || all->as_array() == nullptr) return;
    for (std::size_t i = 0; i < all->as_array()->size(); ++i) {
      const Value& each = (*all->as_array())[i];
      if (spec::first_day(each) != entry.was) continue;
      path = list + "." + std::to_string(i);
      key = each.find("date") != nullptr ? ".date" : ".from";
    }
  });
  if (path.empty()) {
    if (entry.is.empty() || entry.name.value_or("").empty()) return std::move(steps).text();
    const bool is_season = list.ends_with(".season");
    const spec::KeyedLiteral keys[] = {{is_season ? "from" : "date", day_literal(entry.is)},
                                       {"name", spec::as_literal(*entry.name)}};
    steps.make([&](const TomlFile& toml) { return spec::add_entry(toml, list, keys); });
    return std::move(steps).text();
  }
  if (entry.is.empty()) {
    steps.make([&](const TomlFile& toml) { return spec::remove_at(toml, path); });
    return std::move(steps).text();
  }
  if (entry.is != entry.was) {
    steps.make([&](const TomlFile& toml) {
      return spec::set_value(toml, path + key, day_literal(entry.is));
    });
  }
  if (entry.name && !entry.name->empty()) {
    steps.make(
        [&](const TomlFile& toml) { return spec::set_text(toml, path + ".name", *entry.name); });
  }
  return std::move(steps).text();
}

}  // namespace handbill::desk
