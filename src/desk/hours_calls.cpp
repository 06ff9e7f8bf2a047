// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "build/today.h"
#include "content/day_names.h"
#include "desk/calls.h"
#include "desk/edit_hours.h"
#include "desk/hours.h"
#include "prose/national_holidays.h"
#include "spec/translated_hours.h"
#include "spec/written_date.h"

namespace handbill::desk {
namespace {

using content::DayHours;
using content::kMinutesOfDay;
using content::TimeSpan;
using spec::Value;
using State = DayHours::State;

/// Holidays are offered for so many years.
constexpr int kYearsAhead = 2;

constexpr auto kStates = std::to_array<std::pair<State, std::string_view>>({
    {State::Open, "open"},
    {State::Closed, "closed"},
    {State::ByAppointment, "appointment"},
    {State::AllDay, "all-day"},
    {State::Missing, "missing"},
    {State::Broken, "other"},
});

std::string_view word_of(State state) {
  return std::ranges::find(kStates, state, &std::pair<State, std::string_view>::first)->second;
}

Json as_times(const TimeSpan& span) {
  return {content::time_on_24_hours(span.open % kMinutesOfDay),
          content::time_on_24_hours(span.close % kMinutesOfDay)};
}

std::string text_in(const Value& table, std::string_view key) {
  const Value* value = table.as_table() != nullptr ? table.find(key) : nullptr;
  if (value == nullptr) return "";
  if (const auto* date = std::get_if<spec::Date>(&value->data)) return spec::iso_date(*date);
  return value->as_string() != nullptr ? *value->as_string() : "";
}

/// `written`: the value that says it; null: nothing does.
Json as_day(const DayHours& day, const Value* written) {
  Json spans = Json::array();
  for (const TimeSpan& each : day.spans_over_lunch()) spans.push_back(as_times(each));
  const std::string* text = written != nullptr ? written->as_string() : nullptr;
  return {{"state", word_of(day.state)},
          {"spans", std::move(spans)},
          {"lunch", day.lunch ? as_times(*day.lunch) : Json(nullptr)},
          {"weeks", written != nullptr ? text_in(*written, "weeks") : ""},
          {"note", day.note},
          {"text", text != nullptr      ? *text
                   : written != nullptr ? text_in(*written, "hours")
                                        : ""}};
}

/// The days of a week or season, each with the path of what says it.
Json days_of_table(const Value& table, const std::string& path, const content::Week& week,
                   const std::vector<View>& views) {
  Json days = Json::array();
  for (int day = 0; day < content::kDaysOfWeek; ++day) {
    const spec::Entry* entry = entry_of_day(table, day);
    Json each = as_day(week[static_cast<std::size_t>(day)], entry ? &entry->value : nullptr);
    each["day"] = content::day_key(day);
    each["isOwn"] = entry != nullptr;
    each["path"] = path + "." + (entry ? entry->key : std::string(content::day_key(day)));
    Json documents = Json::array();
    for (const View& view : views) {
      const bool is_made = entry != nullptr && view.compiled && view.compiled->document;
      if (is_made && view.compiled->document->printed.has(entry->value)) {
        documents.push_back(view.name);
      }
    }
    each["documents"] = std::move(documents);
    days.push_back(std::move(each));
  }
  return days;
}

const Value::Array& list_at(const Value& table, std::string_view key) {
  static const Value::Array none;
  const Value* list = table.find(key);
  return list != nullptr && list->as_array() != nullptr ? *list->as_array() : none;
}

Json seasons_of(const WrittenHours& hours, const std::vector<View>& views) {
  Json all = Json::array();
  const Value::Array& list = list_at(*hours.table, "season");
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].as_table() == nullptr) continue;
    const std::string path = hours.path + ".season." + std::to_string(i);
    const auto read = std::ranges::find(hours.hours.seasons, list[i].span, &content::Season::span);
    const bool is_read = read != hours.hours.seasons.end();
    all.push_back(
        {{"index", i},
         {"path", path},
         {"from", text_in(list[i], "from")},
         {"to", text_in(list[i], "to")},
         {"name", text_in(list[i], "name")},
         {"days", days_of_table(list[i], path, is_read ? read->days : hours.hours.days, views)}});
  }
  return all;
}

Json special_of(const WrittenHours& hours, const std::vector<View>& views) {
  Json all = Json::array();
  const Value::Array& list = list_at(*hours.table, "special");
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].as_table() == nullptr) continue;
    const Value* first = list[i].find("date") ? list[i].find("date") : list[i].find("from");
    const auto read = std::ranges::find_if(hours.hours.special, [&](const auto& each) {
      return first != nullptr && each.span == first->span;
    });
    const bool is_read = read != hours.hours.special.end();
    const DayHours unread{.state = State::Broken};
    Json each = as_day(is_read ? read->hours : unread, list[i].find("hours"));
    const std::string date = text_in(list[i], "date");
    each["index"] = i;
    each["path"] = hours.path + ".special." + std::to_string(i);
    each["from"] = date.empty() ? text_in(list[i], "from") : date;
    each["to"] = date.empty() ? text_in(list[i], "to") : date;
    each["name"] = text_in(list[i], "name");
    each["ownLunch"] = text_in(list[i], "lunch");
    Json documents = Json::array();
    for (const View& view : views) {
      const bool is_made = first != nullptr && view.compiled && view.compiled->document;
      if (is_made && view.compiled->document->printed.has(*first)) documents.push_back(view.name);
    }
    each["documents"] = std::move(documents);
    all.push_back(std::move(each));
  }
  return all;
}

Json holidays_of(const WrittenHours& hours, const spec::Date& today, const std::string& language) {
  Json all = Json::array();
  const spec::Date last{today.year + kYearsAhead, today.month, 1};
  const spec::Date first{today.year, today.month, 1};
  for (const prose::HolidayDate& each : prose::holidays_between(hours.country, first, last)) {
    all.push_back({{"date", spec::iso_date(each.date)}, {"name", prose::name_of(each, language)}});
  }
  return all;
}

spec::Date today_at(const Session& session) {
  diag::Diagnostics untold;
  return build::today_of(session.run().request, untold).value_or(spec::Date{1970, 1, 1});
}

Answer hours(const Call& call, Session& session) {
  const std::string language = language_of(call, session);
  const std::vector<View>& views = session.views(language);
  const spec::Date today = today_at(session);
  Json all = Json::array();
  for (const WrittenHours& each : written_hours(views, session.sources(), language)) {
    const bool is_24 = each.clock == content::Clock::TwentyFourHour;
    all.push_back({{"path", each.path},
                   {"clock", is_24 ? 24 : 12},
                   {"country", each.country},
                   {"hasLunch", each.table->find("lunch") != nullptr},
                   {"days", days_of_table(*each.table, each.path, each.hours.days, views)},
                   {"seasons", seasons_of(each, views)},
                   {"special", special_of(each, views)},
                   {"holidays", holidays_of(each, today, language)}});
  }
  return as_json(
      {{"state", session.state()}, {"today", spec::iso_date(today)}, {"hours", std::move(all)}});
}

/// "8:00" and "08:00" to "24:00", in minutes.
std::optional<int> minutes_of(const Json& value) {
  if (!value.is_string()) return std::nullopt;
  const std::string text = value.get<std::string>();
  const std::size_t colon = text.find(':');
  if (colon == text.npos || colon == 0 || colon > 2 || text.size() != colon + 3) {
    return std::nullopt;
  }
  int parts[2] = {0, 0};
  const char* begin = text.data();
  const auto hour = std::from_chars(begin, begin + colon, parts[0]);
  const auto minute = std::from_chars(begin + colon + 1, begin + text.size(), parts[1]);
  const bool is_read = hour.ptr == begin + colon && minute.ptr == begin + text.size();
  const int minutes = parts[0] * 60 + parts[1];
  if (!is_read || parts[0] < 0 || parts[1] < 0 || parts[1] > 59 || minutes > kMinutesOfDay) {
    return std::nullopt;
  }
  return minutes;
}

/// ["08:00", "17:00"].
std::optional<TimeSpan> span_of(const Json& value) {
  if (!value.is_array() || value.size() != 2) return std::nullopt;
  const auto open = minutes_of(value[0]), close = minutes_of(value[1]);
  if (!open || !close) return std::nullopt;
  return TimeSpan{*open, *close};
}

/// What a call says, read key by key: after the first that is wrong, `fault` tells of it.
class HoursBody {
 public:
  HoursBody(const Call& call, Session& session)
      : body_(body_of(call)), language_(language_of(call, session)), session_(session) {
    if (body_.is_null()) fault = "the body is no JSON object";
    const std::string path = text("path");
    all_ = written_hours(session.views(language_), session.sources(), language_);
    const auto found = std::ranges::find(all_, path, &WrittenHours::path);
    if (found != all_.end()) hours = &*found;
    if (hours == nullptr && fault.empty()) fault = "`path` is that of opening hours";
  }

  std::string text(const char* key) {
    const auto found = body_.is_object() ? body_.find(key) : body_.end();
    if (found == body_.end()) return "";
    if (found->is_string()) return found->get<std::string>();
    wrong("`" + std::string(key) + "` is a text");
    return "";
  }

  bool has(const char* key) const { return body_.is_object() && body_.contains(key); }

  std::vector<int> days() {
    std::vector<int> days;
    const auto found = body_.is_object() ? body_.find("days") : body_.end();
    if (found == body_.end() || !found->is_array() || found->empty()) {
      wrong("`days` is a list: monday to sunday");
      return days;
    }
    for (const Json& each : *found) {
      const std::vector<std::string> keys = content::day_keys();
      const auto day =
          each.is_string() ? std::ranges::find(keys, each.get<std::string>()) : keys.end();
      if (day == keys.end()) {
        wrong("`days` is a list: monday to sunday");
        return days;
      }
      days.push_back(static_cast<int>(day - keys.begin()));
    }
    return days;
  }

  DayWish day() {
    DayWish wish;
    const std::string word = text("state");
    const auto state =
        std::ranges::find(kStates, word, &std::pair<State, std::string_view>::second);
    const bool is_state =
        state != kStates.end() && state->first != State::Missing && state->first != State::Broken;
    if (!is_state) {
      wrong("`state` is open, closed, appointment or all-day");
      return wish;
    }
    wish.state = state->first;
    wish.weeks = line("weeks");
    wish.note = line("note");
    if (wish.state == State::Open) wish.spans = spans();
    if (wish.state == State::Closed) wish.weeks.clear();
    return wish;
  }

  /// Of a break; nothing: there is none.
  std::optional<TimeSpan> rest() {
    const auto found = body_.is_object() ? body_.find("break") : body_.end();
    if (found == body_.end() || found->is_null()) return std::nullopt;
    const auto span = span_of(*found);
    if (!span) wrong("`break` is two times: 12:00 and 13:00");
    return span;
  }

  /// The entry that is meant; nothing: a new one.
  std::optional<std::size_t> index(const char* list) {
    if (!has("index")) return std::nullopt;
    const Json& value = body_["index"];
    const bool is_count = value.is_number_unsigned();
    const std::size_t size = hours != nullptr ? list_at(*hours->table, list).size() : 0;
    if (is_count && value.get<std::size_t>() < size) return value.get<std::size_t>();
    wrong("there is no such entry");
    return 0;
  }

  /// The table that the days of a call are in: of the year, or of a season.
  std::string table() {
    if (hours == nullptr) return "";
    if (!has("season")) return hours->path;
    const Json& season = body_["season"];
    const auto& all = list_at(*hours->table, "season");
    const bool is_there = season.is_number_unsigned() && season.get<std::size_t>() < all.size();
    if (!is_there) wrong("there is no such season");
    return hours->path + ".season." +
           std::to_string(is_there ? season.get<std::size_t>() : std::size_t{0});
  }

  /// As it is read.
  const content::Week* week() {
    if (hours == nullptr || !has("season")) return hours != nullptr ? &hours->hours.days : nullptr;
    const Value* written = hours->table->at_path(table().substr(hours->path.size() + 1));
    if (written == nullptr) return nullptr;
    const auto read =
        std::ranges::find(hours->hours.seasons, written->span, &content::Season::span);
    return read != hours->hours.seasons.end() ? &read->days : &hours->hours.days;
  }

  /// A text on one line.
  std::string line(const char* key) {
    std::string value = text(key);
    std::ranges::replace_if(
        value, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return value;
  }

  /// `edit` is kept: it may refer to nothing here.
  Answer change(Edit edit) {
    if (!fault.empty()) return refused(kWrong, fault);
    if (const auto why = session_.edit(language_, hours->home, std::move(edit))) {
      return refused(*why);
    }
    return done(session_);
  }

  /// Of an entry of `list`, whose translations follow it: all in one step.
  Answer change(Edit edit, const std::string& list, TranslatedEntry entry) {
    if (!fault.empty()) return refused(kWrong, fault);
    const auto before = session_.state();
    if (const auto why = session_.edit(language_, hours->home, std::move(edit))) {
      return refused(*why);
    }
    const std::string own_name = entry.name.value_or("");
    for (const std::string& language : session_.languages()) {
      const std::string file = "content/" + language + hours->file.substr(hours->file.rfind('/'));
      if (file == hours->file) continue;
      // What is there has been named by somebody.
      const bool is_new = entry.was.empty();
      entry.name = language == language_ ? std::optional(own_name)
                   : is_new              ? holiday_in(language, entry.is, own_name)
                                         : std::nullopt;
      const bool is_first = session_.state() == before;
      const auto undone = is_first ? Session::Undone::Alone : Session::Undone::Joined;
      // A language may have no such file, or have it in its own way.
      session_.edit_file(
          file,
          [list, entry](const std::string& text) { return with_translated(text, list, entry); },
          undone);
    }
    return done(session_);
  }

  /// It is worked on in a translation: names are written there.
  bool is_translation() const {
    return hours != nullptr && !hours->file.starts_with("content/" + language_ + "/");
  }

  /// The name of a new entry in the language of the file itself.
  std::string original_name(const std::string& day, const std::string& name) const {
    if (hours == nullptr || !is_translation()) return name;
    const std::size_t begin = hours->file.find('/') + 1;
    const std::string language = hours->file.substr(begin, hours->file.rfind('/') - begin);
    return holiday_in(language, day, name).value_or(name);
  }

  content::Clock clock() const { return hours != nullptr ? hours->clock : content::Clock(); }

  void wrong(std::string what) {
    if (fault.empty()) fault = std::move(what);
  }

  std::string fault;
  const WrittenHours* hours = nullptr;

 private:
  /// What a holiday that is called `name` here is called in another language; nothing: it is none,
  /// or that is not known.
  std::optional<std::string> holiday_in(std::string_view language, const std::string& day,
                                        const std::string& name) const {
    const auto date = content::parse_date(day);
    const bool is_known = language == "en" || language == "es";
    if (!date || !content::is_real_date(*date) || !is_known) return std::nullopt;
    for (const auto& each : prose::holidays_between(hours->country, *date, *date)) {
      if (prose::name_of(each, language_) == name) return prose::name_of(each, language);
    }
    return std::nullopt;
  }

  std::vector<TimeSpan> spans() {
    std::vector<TimeSpan> spans;
    const auto found = body_.find("spans");
    if (found == body_.end() || !found->is_array() || found->empty()) {
      wrong("`spans` is a list of two times each: 08:00 and 17:00");
      return spans;
    }
    for (const Json& each : *found) {
      const auto span = span_of(each);
      if (!span) {
        wrong("`spans` is a list of two times each: 08:00 and 17:00");
        return spans;
      }
      spans.push_back(*span);
    }
    return spans;
  }

  Json body_;
  const std::string language_;
  Session& session_;
  std::vector<WrittenHours> all_;
};

/// Of an open day the break may be said too, all in one step.
Answer set_day(const Call& call, Session& session) {
  HoursBody body(call, session);
  const std::vector<int> days = body.days();
  const std::string table = body.table();
  // A day of a season may be as in the week again.
  const bool is_as_usual = body.has("season") && body.text("state") == "as-usual";
  const std::optional<DayWish> wish = is_as_usual ? std::nullopt : std::optional(body.day());
  const auto rest = body.rest();
  const content::Week* week = body.week();
  const bool has_rest = wish && wish->state == State::Open && body.has("break") && week != nullptr;
  const content::Week before = week != nullptr ? *week : content::Week();
  const content::Clock clock = body.clock();
  return body.change([=](const std::string& text) -> NewText {
    auto next = with_days(text, table, days, wish, clock);
    if (!next || !has_rest) return next;
    content::Week then = before;
    for (const int day : days) then[static_cast<std::size_t>(day)].state = State::Open;
    return with_break(*next, table, then, days, rest, clock);
  });
}

Answer set_break(const Call& call, Session& session) {
  HoursBody body(call, session);
  const std::vector<int> days = body.days();
  const std::string table = body.table();
  const auto rest = body.rest();
  const content::Week* const written = body.week();
  const auto week = written != nullptr ? std::optional(*written) : std::nullopt;
  const content::Clock clock = body.clock();
  return body.change([=](const std::string& text) -> NewText {
    if (!week) return std::nullopt;
    return with_break(text, table, *week, days, rest, clock);
  });
}

std::optional<spec::Date> date_of(const std::string& text) {
  const auto date = content::parse_date(text);
  return date && content::is_real_date(*date) ? date : std::nullopt;
}

/// First and last day, and the name.
EntryKeys keys_of_special(HoursBody& body) {
  const auto from = date_of(body.text("from")), to = date_of(body.text("to"));
  if (!from || !to || *to < *from) {
    body.wrong("`from` and `to` are dates, the first day first");
    return {};
  }
  const auto date = [](const spec::Date& day) { return spec::iso_date(day); };
  const bool is_one = *from == *to;
  EntryKeys entry;
  entry.keys.emplace_back("date", is_one ? std::optional(date(*from)) : std::nullopt);
  entry.keys.emplace_back("from", is_one ? std::nullopt : std::optional(date(*from)));
  entry.keys.emplace_back("to", is_one ? std::nullopt : std::optional(date(*to)));
  return entry;
}

/// That of the file itself: in a translation the name of an entry that is there stays.
void add_name(HoursBody& body, std::optional<std::size_t> index, EntryKeys& entry) {
  if (index && body.is_translation()) return;
  const std::string name = body.original_name(body.text("from"), body.line("name"));
  entry.keys.emplace_back("name",
                          name.empty() ? std::nullopt : std::optional(spec::as_literal(name)));
}

/// Its first day before the change.
std::string day_before(const HoursBody& body, const char* list,
                       const std::optional<std::size_t>& index) {
  if (!index || !body.fault.empty()) return "";
  return spec::first_day(list_at(*body.hours->table, list)[*index]);
}

Answer set_special(const Call& call, Session& session) {
  HoursBody body(call, session);
  const auto index = body.index("special");
  EntryKeys entry = keys_of_special(body);
  add_name(body, index, entry);
  const DayWish wish = body.day();
  if (body.fault.empty()) {
    const content::Clock clock = body.hours->clock;
    entry.keys.emplace_back("hours", spec::as_literal(hours_text(wish, clock)));
    const auto rest = body.rest();
    const bool may_rest = wish.state == State::Open && body.has("break");
    if (may_rest || wish.state != State::Open) {
      entry.keys.emplace_back(
          "lunch", !may_rest ? std::nullopt
                             : std::optional(spec::as_literal(rest ? span_text(*rest, clock)
                                                                   : std::string("none"))));
    }
  }
  const std::string list = body.text("path") + ".special";
  return body.change(
      [=](const std::string& text) {
        return index ? with_entry(text, list + "." + std::to_string(*index), entry)
                     : with_new_entry(text, list, entry);
      },
      list, {day_before(body, "special", index), body.text("from"), body.line("name")});
}

/// A date, or a day of every year; nothing: it is neither.
std::optional<std::string> season_end(const std::string& text) {
  const bool is_day = date_of(text) || content::parse_month_day(text);
  return is_day ? std::optional(day_literal(text)) : std::nullopt;
}

Answer set_season(const Call& call, Session& session) {
  HoursBody body(call, session);
  const auto index = body.index("season");
  const auto from = season_end(body.text("from")), to = season_end(body.text("to"));
  if (!from || !to) body.wrong("`from` and `to` are dates, or days of every year: 06-01");
  EntryKeys entry;
  entry.keys.emplace_back("from", from);
  entry.keys.emplace_back("to", to);
  add_name(body, index, entry);
  // A season says something from the first: days that differ.
  const std::vector<int> days = index ? std::vector<int>() : body.days();
  const DayWish wish = index ? DayWish() : body.day();
  const std::string list = body.text("path") + ".season";
  const std::size_t next =
      body.hours != nullptr ? list_at(*body.hours->table, "season").size() : std::size_t{0};
  const content::Clock clock = body.clock();
  return body.change(
      [=](const std::string& text) -> NewText {
        if (index) return with_entry(text, list + "." + std::to_string(*index), entry);
        const auto added = with_new_entry(text, list, entry);
        if (!added) return std::nullopt;
        return with_days(*added, list + "." + std::to_string(next), days, wish, clock);
      },
      list, {day_before(body, "season", index), body.text("from"), body.line("name")});
}

Answer remove_entry(const Call& call, Session& session) {
  HoursBody body(call, session);
  const std::string list = body.text("list");
  if (list != "special" && list != "season") body.wrong("`list` is special or season");
  if (!body.has("index")) body.wrong("there is no such entry");
  const auto index = body.index(list == "season" ? "season" : "special");
  const std::string path = body.text("path") + "." + list;
  return body.change(
      [=](const std::string& text) {
        return without_entry(text, path + "." + std::to_string(*index));
      },
      path, {day_before(body, list.c_str(), index)});
}

}  // namespace

std::span<const Route> hours_calls() {
  static constexpr auto kRoutes = std::to_array<Route>({
      {"GET", "/api/hours", hours},
      {"POST", "/api/hours/day", set_day},
      {"POST", "/api/hours/break", set_break},
      {"POST", "/api/hours/special", set_special},
      {"POST", "/api/hours/season", set_season},
      {"POST", "/api/hours/remove", remove_entry},
  });
  return kRoutes;
}

}  // namespace handbill::desk
