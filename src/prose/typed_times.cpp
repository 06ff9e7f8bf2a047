// SPDX-License-Identifier: MIT
#include "prose/typed_times.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "content/time_of_day.h"

namespace handbill::prose {
namespace {

using content::kMinutesOfDay;
using content::kNoon;

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = std::min(value * 10 + (c - '0'), 9999);
  return value;
}

std::optional<ClockDigits> read_clock(std::string_view number) {
  const auto clock = clock_digits(number);
  return clock && is_on_clock(*clock) ? clock : std::nullopt;
}

enum class HalfOfDay { Am, Pm };

struct HalfWord {
  HalfOfDay half = HalfOfDay::Am;
  std::size_t last = 0;  ///< its last token
  TimeStyle::Half written{};
};

/// Words behind a number, each in the small letters of a token.
struct TimeWord {
  std::array<std::string_view, 3> words;
  std::optional<HalfOfDay> half;  ///< nothing: it is of the whole day, or unsaid
  bool is_full_day = false;
};
constexpr auto kTimeWords = std::to_array<TimeWord>({
    {{"o'clock"}, std::nullopt},
    {{"uhr"}, std::nullopt, true},
    {{"de", "la", "mañana"}, HalfOfDay::Am},
    {{"de", "la", "tarde"}, HalfOfDay::Pm},
    {{"de", "la", "noche"}, HalfOfDay::Pm},
    {{"in", "the", "morning"}, HalfOfDay::Am},
    {{"in", "the", "afternoon"}, HalfOfDay::Pm},
    {{"in", "the", "evening"}, HalfOfDay::Pm},
});

struct NamedTime {
  std::string_view word;
  int minutes;
};
constexpr auto kNamedTimes = std::to_array<NamedTime>({
    {"noon", kNoon},
    {"midday", kNoon},
    {"midnight", kMinutesOfDay},
    {"mediodía", kNoon},
    {"medianoche", kMinutesOfDay},
});

class TimeFinder {
 public:
  TimeFinder(const ReadParagraph& paragraph, std::string_view text)
      : tokens_(paragraph.tokens), text_(text) {}

  std::vector<TypedTime> find() const {
    std::vector<TypedTime> found;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      auto time = read(i);
      if (!time) continue;
      i = time->last;
      found.push_back(*time);
    }
    return found;
  }

 private:
  std::string_view plain(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].plain) : std::string_view();
  }
  std::string_view written(std::size_t first, std::size_t last) const {
    return text_.substr(tokens_[first].begin, tokens_[last].end - tokens_[first].begin);
  }
  bool touches_next(std::size_t i) const {
    return i + 1 < tokens_.size() && tokens_[i].end == tokens_[i + 1].begin;
  }

  std::optional<TypedTime> read(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == Token::Kind::Word) return read_named(i);
    if (token.kind != Token::Kind::Number) return std::nullopt;
    const auto clock = read_clock(token.plain);
    if (!clock || is_part_of_other(i)) return std::nullopt;
    if (const auto half = half_behind(i)) return with_half(i, *clock, *half);
    if (const auto named = read_words(i, *clock)) return named;
    if (!clock->has_minutes || token.plain.find(':') == std::string::npos) return std::nullopt;
    TypedTime time = made(i, i, *clock);
    time.is_half_known = is_on_full_day(*clock);
    if (time.is_half_known) time.style = TimeStyle{TimeStyle::Half::FullDay, false, true};
    return time;
  }

  static bool is_on_full_day(const ClockDigits& clock) {
    return clock.hour > 12 || clock.hour == 0 || clock.has_nought;
  }

  /// "$8", "-8", "1:8:30", "2026-01-08": no time begins there.
  bool is_part_of_other(std::size_t i) const {
    if (i == 0 || tokens_[i - 1].end != tokens_[i].begin) return false;
    const std::string_view before = plain(i - 1);
    return before == ":" || before == "/" || before == "$" || before == "£" || before == "€" ||
           before == "#";
  }

  std::optional<TypedTime> read_named(std::size_t i) const {
    const auto found = std::ranges::find(kNamedTimes, plain(i), &NamedTime::word);
    if (found == kNamedTimes.end()) return std::nullopt;
    return TypedTime{i, i, tokens_[i].begin, tokens_[i].end, found->minutes, true, {}};
  }

  TypedTime made(std::size_t first, std::size_t last, const ClockDigits& clock) const {
    return {first, last, tokens_[first].begin, tokens_[last].end, clock.hour * 60 + clock.minute,
            true,  {}};
  }

  static int on_half(const ClockDigits& clock, HalfOfDay half) {
    return (clock.hour % 12 + (half == HalfOfDay::Pm ? 12 : 0)) * 60 + clock.minute;
  }

  std::optional<TypedTime> with_half(std::size_t i, const ClockDigits& clock,
                                     const HalfWord& half) const {
    if (clock.hour < 1 || clock.hour > 12) return std::nullopt;
    TypedTime time = made(i, half.last, clock);
    time.minutes = on_half(clock, half.half);
    time.style = TimeStyle{half.written, !touches_next(i), clock.has_minutes};
    return time;
  }

  /// "am", "p.m.", "a. m." behind token i.
  std::optional<HalfWord> half_behind(std::size_t i) const {
    const std::string_view word = plain(i + 1);
    if (is_half_of_day(word)) return half_of(i + 1, i + 1);
    const bool is_parted = (word == "a" || word == "p") && plain(i + 2) == "." &&
                           plain(i + 3) == "m" && plain(i + 4) == ".";
    return is_parted ? half_of(i + 1, i + 4) : std::nullopt;
  }

  std::optional<HalfWord> half_of(std::size_t first, std::size_t last) const {
    const std::string_view word = written(first, last);
    const bool is_capital = word.front() == 'A' || word.front() == 'P';
    const bool has_stops = word.find('.') != word.npos;
    using enum TimeStyle::Half;
    HalfWord half{plain(first).front() == 'a' ? HalfOfDay::Am : HalfOfDay::Pm, last};
    half.written = first < last ? Parted
                   : is_capital ? (has_stops ? CapitalStops : Capitals)
                                : (has_stops ? SmallStops : Small);
    return half;
  }

  std::optional<TypedTime> read_words(std::size_t i, const ClockDigits& clock) const {
    for (const TimeWord& each : kTimeWords) {
      std::size_t count = 0;
      while (count < each.words.size() && !each.words[count].empty() &&
             plain(i + 1 + count) == each.words[count]) {
        ++count;
      }
      const bool is_whole = count == each.words.size() || each.words[count].empty();
      if (count == 0 || !is_whole) continue;
      TypedTime time = made(i, i + count, clock);
      if (each.half) time.minutes = on_half(clock, *each.half);
      time.is_half_known = each.half.has_value() || each.is_full_day;
      return time;
    }
    return std::nullopt;
  }

  const std::vector<Token>& tokens_;
  std::string_view text_;
};

std::string_view half_word(TimeStyle::Half half, bool is_morning) {
  switch (half) {
    case TimeStyle::Half::Small:
      return is_morning ? "am" : "pm";
    case TimeStyle::Half::SmallStops:
      return is_morning ? "a.m." : "p.m.";
    case TimeStyle::Half::Capitals:
      return is_morning ? "AM" : "PM";
    case TimeStyle::Half::CapitalStops:
      return is_morning ? "A.M." : "P.M.";
    case TimeStyle::Half::Parted:
      return is_morning ? "a.\u00A0m." : "p.\u00A0m.";
    case TimeStyle::Half::FullDay:
      break;
  }
  return {};
}

}  // namespace

std::optional<ClockDigits> clock_digits(std::string_view number) {
  const std::size_t sign = number.find_first_of(":.");
  const std::string_view hour = number.substr(0, sign);
  ClockDigits clock;
  if (hour.empty() || hour.size() > 2 || !std::ranges::all_of(hour, is_digit)) return std::nullopt;
  clock.hour = number_of(hour);
  clock.has_nought = hour.size() == 2 && hour.front() == '0';
  if (sign != number.npos) {
    const std::string_view minute = number.substr(sign + 1);
    if (minute.size() != 2 || !std::ranges::all_of(minute, is_digit)) return std::nullopt;
    clock.minute = number_of(minute);
    clock.has_minutes = true;
  }
  return clock;
}

bool is_on_clock(const ClockDigits& clock) {
  return clock.minute < 60 && clock.hour * 60 + clock.minute <= kMinutesOfDay;
}

bool is_half_of_day(std::string_view plain) {
  constexpr auto kHalves =
      std::to_array<std::string_view>({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"});
  return std::ranges::find(kHalves, plain) != kHalves.end();
}

std::vector<TypedTime> find_typed_times(const ReadParagraph& paragraph, std::string_view text) {
  return TimeFinder(paragraph, text).find();
}

std::optional<TypedTime> read_bare_hour(const ReadParagraph& paragraph, std::size_t token) {
  const Token& number = paragraph.tokens[token];
  if (number.kind != Token::Kind::Number) return std::nullopt;
  const auto clock = read_clock(number.plain);
  if (!clock || number.plain.find('.') != std::string::npos) return std::nullopt;
  TypedTime time{token, token, number.begin, number.end, clock->hour * 60 + clock->minute,
                 true,  {}};
  time.is_half_known = clock->hour > 12 || clock->hour == 0 || clock->has_nought;
  return time;
}

std::string written_time(int minutes, const TimeStyle& style) {
  if (style.half == TimeStyle::Half::FullDay) return content::time_on_24_hours(minutes);
  const int hour = minutes / 60 % 12 == 0 ? 12 : minutes / 60 % 12;
  std::string text = std::to_string(hour);
  if (style.has_minutes || minutes % 60 != 0) {
    const std::string minute = std::to_string(minutes % 60);
    text += ":" + std::string(minute.size() == 1 ? "0" : "") + minute;
  }
  const bool is_morning = minutes % kMinutesOfDay < kNoon;
  return text + (style.has_space ? " " : "") + std::string(half_word(style.half, is_morning));
}

std::string written_in_place(const ReadParagraph& paragraph, std::string_view text,
                             const TypedTime& time, int minutes, const TimeStyle& style) {
  std::string written = written_time(minutes, style);
  const std::string_view behind = text.substr(time.end);
  if (written.ends_with('.') && behind.starts_with('.')) written.pop_back();
  const bool ends_sentence = std::ranges::any_of(
      paragraph.sentences,
      [&](const Sentence& sentence) { return sentence.tokens.end == time.last + 1; });
  const bool has_stop = text.substr(0, time.end).ends_with('.');
  if (has_stop && ends_sentence && !written.ends_with('.')) written += '.';
  return written;
}

}  // namespace handbill::prose
