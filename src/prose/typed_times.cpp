// SPDX-License-Identifier: MIT
#include "prose/typed_times.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
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

/// With digits 0 to 9: "٨:٣٠" is 8:30.
std::string in_plain_digits(std::string_view number) {
  std::string plain;
  for (std::size_t at = 0; at < number.size();) {
    const char32_t sign = next_code_point(number, at);
    const bool is_digit_of_arabic = sign >= U'٠' && sign <= U'٩';
    append_utf8(plain, is_digit_of_arabic ? sign - U'٠' + U'0' : sign);
  }
  return plain;
}

std::optional<ClockDigits> read_clock(std::string_view number) {
  const auto clock = clock_digits(in_plain_digits(number));
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
    {{"صباحا"}, HalfOfDay::Am},
    {{"صباحًا"}, HalfOfDay::Am},
    {{"صباحاً"}, HalfOfDay::Am},
    {{"ظهرا"}, HalfOfDay::Pm},
    {{"ظهرًا"}, HalfOfDay::Pm},
    {{"ظهراً"}, HalfOfDay::Pm},
    {{"بعد", "الظهر"}, HalfOfDay::Pm},
    {{"عصرا"}, HalfOfDay::Pm},
    {{"عصرًا"}, HalfOfDay::Pm},
    {{"عصراً"}, HalfOfDay::Pm},
    {{"مساء"}, HalfOfDay::Pm},
    {{"مساءً"}, HalfOfDay::Pm},
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

/// Behind "الساعة", or before a half of the day.
constexpr auto kArabicHours =
    std::to_array<std::string_view>({"الواحدة", "الثانية", "الثالثة", "الرابعة", "الخامسة",
                                     "السادسة", "السابعة", "الثامنة", "التاسعة", "العاشرة"});

/// Two signs before a number.
struct ChineseHalf {
  std::string_view first, second;
  HalfOfDay half;
};
constexpr auto kChineseHalves = std::to_array<ChineseHalf>({{"上", "午", HalfOfDay::Am},
                                                            {"早", "上", HalfOfDay::Am},
                                                            {"早", "晨", HalfOfDay::Am},
                                                            {"中", "午", HalfOfDay::Pm},
                                                            {"下", "午", HalfOfDay::Pm},
                                                            {"傍", "晚", HalfOfDay::Pm},
                                                            {"晚", "上", HalfOfDay::Pm}});
constexpr auto kChineseNumbers =
    std::to_array<std::string_view>({"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"});

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
    if (const auto time = read_chinese(i)) return time;
    if (token.kind == Token::Kind::Word) {
      const auto named = read_named(i);
      return named ? named : read_arabic(i);
    }
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

  /// "الثامنة صباحًا", "الساعة الثامنة والنصف".
  std::optional<TypedTime> read_arabic(std::size_t i) const {
    const auto* const hour = std::ranges::find(kArabicHours, plain(i));
    if (hour == kArabicHours.end()) return std::nullopt;
    ClockDigits clock{static_cast<int>(hour - kArabicHours.begin()) + 1};
    std::size_t last = i;
    if (plain(last + 1) == "عشرة" && clock.hour == 2) {
      clock.hour = 12;
      ++last;
    }
    if (plain(last + 1) == "والنصف") {
      clock.minute = 30;
      ++last;
    }
    if (auto time = read_words(last, clock)) {
      time->first = i;
      time->begin = tokens_[i].begin;
      return time;
    }
    if (i == 0 || plain(i - 1) != "الساعة") return std::nullopt;
    TypedTime time = made(i, last, clock);
    time.is_half_known = false;
    return time;
  }

  /// A number in digits or ideographs at token `i`, and its last token.
  std::optional<std::pair<ClockDigits, std::size_t>> chinese_hour(std::size_t i) const {
    if (i >= tokens_.size()) return std::nullopt;
    if (tokens_[i].kind == Token::Kind::Number) {
      auto clock = read_clock(tokens_[i].plain);
      if (!clock) return std::nullopt;
      const auto minute = i + 2 < tokens_.size() && plain(i + 1) == "：" && touches_next(i)
                              ? read_clock(plain(i + 2))
                              : std::nullopt;
      if (!minute || plain(i + 2).size() != 2 || minute->has_minutes || minute->hour > 59) {
        return std::pair(*clock, i);
      }
      clock->minute = minute->hour;
      clock->has_minutes = true;
      return std::pair(*clock, i + 2);
    }
    const auto number = [&](std::size_t at) {
      const std::string_view sign = plain(at) == "两" ? "二" : plain(at);
      const auto* const found = std::ranges::find(kChineseNumbers, sign);
      return found == kChineseNumbers.end() ? 0
                                            : static_cast<int>(found - kChineseNumbers.begin()) + 1;
    };
    ClockDigits clock{number(i)};
    if (clock.hour == 0) return std::nullopt;
    const int more = clock.hour == 10 ? number(i + 1) : 0;
    if (more != 1 && more != 2) return std::pair(clock, i);
    clock.hour += more;
    return std::pair(clock, i + 1);
  }

  /// "上午8点", "下午5：30", "早上九点半", "17时". A number alone is read elsewhere.
  std::optional<TypedTime> read_chinese(std::size_t i) const {
    const auto half = std::ranges::find_if(kChineseHalves, [&](const ChineseHalf& each) {
      return plain(i) == each.first && plain(i + 1) == each.second;
    });
    const bool has_half = half != kChineseHalves.end();
    auto hour = chinese_hour(has_half ? i + 2 : i);
    if (!hour) return std::nullopt;
    auto& [clock, last] = *hour;
    const bool has_sign =
        plain(last + 1) == "点" || plain(last + 1) == "时" || plain(last + 1) == "點";
    const bool is_counted = i > 0 && plain(i - 1) == "第";
    const bool is_written_in_full = last > i && plain(last - 1) == "：";
    if (is_counted || (!has_sign && !clock.has_minutes && !has_half)) return std::nullopt;
    if (!has_sign && !has_half && !is_written_in_full) return std::nullopt;
    if (has_sign) take_chinese_minutes(clock, ++last);
    TypedTime time = made(i, last, clock);
    // "中午11:30" is before noon.
    const bool is_before_noon = has_half && half->first == "中" && clock.hour == 11;
    if (has_half && clock.hour <= 12 && !is_before_noon) time.minutes = on_half(clock, half->half);
    time.is_half_known = has_half || is_on_full_day(clock);
    return time;
  }

  /// "半", "一刻", "30分" behind the sign at `last`.
  void take_chinese_minutes(ClockDigits& clock, std::size_t& last) const {
    if (plain(last + 1) == "半") {
      clock.minute = 30;
      ++last;
    } else if (plain(last + 1) == "整") {
      ++last;
    } else if (plain(last + 2) == "刻" && (plain(last + 1) == "一" || plain(last + 1) == "三")) {
      clock.minute = plain(last + 1) == "一" ? 15 : 45;
      last += 2;
    } else if (plain(last + 2) == "分" && tokens_[last + 1].kind == Token::Kind::Number) {
      clock.minute = std::min(number_of(in_plain_digits(plain(last + 1))), 59);
      last += 2;
    }
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

void settle_half(TypedTime& from, TypedTime& to) {
  if (from.is_half_known && !to.is_half_known && to.minutes <= from.minutes) {
    to.minutes += kNoon;
    to.is_half_known = true;
  }
  if (from.is_half_known || !to.is_half_known) return;
  const int later = from.minutes + kNoon;
  if (from.minutes < kNoon && later < to.minutes) {
    // "8 to 5 pm" is from morning on, "1 to 5 pm" is not.
    constexpr int kEarliest = 6 * 60;
    if (from.minutes < kEarliest) from.minutes = later;
  } else if (from.minutes == kNoon && to.minutes > kNoon) {
    from.minutes = kNoon;
  }
  from.is_half_known = true;
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
