// SPDX-License-Identifier: MIT
#include "content/time_of_day.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/spaces.h"
#include "base/utf8.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;

struct Token {
  enum class Kind { Number, Colon, Word, Dash, Comma, Other, End } kind = Kind::End;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string word;  ///< lower case, without full stops
};

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

/// Of Latin, Arabic and Chinese typing.
bool is_comma(char32_t c) {
  return c == ',' || c == ';' || c == '&' || c == 0x060C || c == 0xFF0C || c == 0x3001;
}

std::string plain_word(std::string_view text) {
  std::string word;
  for (const char c : text) {
    if (c != '.') word += is_letter(c) ? static_cast<char>(c | 0x20) : c;
  }
  return word;
}

class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) { advance(); }

  const Token& now() const { return now_; }
  std::string_view text() const { return text_; }
  std::string_view quote(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  void advance() {
    std::size_t at = now_.end;
    std::size_t next = at;
    while (next < text_.size() && is_space(next_code_point(text_, next))) at = next;
    now_ = {Token::Kind::End, at, at, {}};
    if (at == text_.size()) return;
    next = at;
    const char32_t first = next_code_point(text_, next);
    if (is_digit(text_[at])) {
      take(Token::Kind::Number, [](char c) { return is_digit(c); });
    } else if (is_letter(text_[at])) {
      take(Token::Kind::Word, [](char c) { return is_letter(c) || c == '.'; });
      now_.word = plain_word(quote(now_.begin, now_.end));
    } else {
      now_.end = next;
      now_.kind = is_dash(first)                 ? Token::Kind::Dash
                  : first == ':' || first == '.' ? Token::Kind::Colon
                  : is_comma(first)              ? Token::Kind::Comma
                                                 : Token::Kind::Other;
    }
  }

 private:
  template <class Belongs>
  void take(Token::Kind kind, Belongs belongs) {
    now_.kind = kind;
    while (now_.end < text_.size() && belongs(text_[now_.end])) ++now_.end;
  }

  std::string_view text_;
  Token now_{};
};

HoursError bad_time(std::size_t begin, std::size_t end, std::string message,
                    std::vector<std::string> hints = {}) {
  return {DiagnosticId::BadTime, begin, end, std::move(message), std::move(hints)};
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = std::min(value * 10 + (c - '0'), 9999);
  return value;
}

enum class Half { Unsaid, Am, Pm };

/// A time as it stands there, the clock not settled yet.
struct RawTime {
  int hour = 0;
  int minute = 0;
  bool has_minutes = false;
  bool named = false;     ///< noon, midnight
  bool next_day = false;  ///< "2:00 am next day"
  Half half = Half::Unsaid;
  std::size_t begin = 0;
  std::size_t end = 0;
};

using RawResult = std::variant<RawTime, HoursError>;

std::optional<HoursError> read_minutes(Tokens& tokens, RawTime& time) {
  if (tokens.now().kind != Token::Kind::Colon) return std::nullopt;
  tokens.advance();
  const Token digits = tokens.now();
  if (digits.kind != Token::Kind::Number || digits.end - digits.begin != 2) {
    const std::size_t end = std::max(digits.end, time.end + 1);
    return bad_time(
        time.begin, end,
        quoted(tokens.quote(time.begin, end)) + " is not a time: minutes have two digits");
  }
  time.minute = number_of(tokens.quote(digits.begin, digits.end));
  time.has_minutes = true;
  time.end = digits.end;
  tokens.advance();
  return std::nullopt;
}

void read_half(Tokens& tokens, RawTime& time) {
  const Token& word = tokens.now();
  if (word.kind != Token::Kind::Word) return;
  if (word.word == "am") {
    time.half = Half::Am;
  } else if (word.word == "pm") {
    time.half = Half::Pm;
  } else if (time.hour == 12 && time.minute == 0 &&
             (word.word == "noon" || word.word == "midnight")) {
    time.hour = word.word == "noon" ? 12 : 0;
    time.named = true;
  } else {
    return;
  }
  time.end = word.end;
  tokens.advance();
}

std::optional<HoursError> check_range(const Tokens& tokens, const RawTime& time) {
  const std::string text = quoted(tokens.quote(time.begin, time.end));
  if (time.minute > 59) {
    return bad_time(time.begin, time.end, text + " is not a time: minutes go up to 59");
  }
  if (time.named) return std::nullopt;
  if (time.half != Half::Unsaid && (time.hour < 1 || time.hour > 12)) {
    return bad_time(time.begin, time.end,
                    text + " is not a time: with am or pm, hours go from 1 to 12");
  }
  if (time.hour * 60 + time.minute > kMinutesOfDay) {
    return bad_time(time.begin, time.end, text + " is not a time: hours go up to 24");
  }
  return std::nullopt;
}

RawResult read_time(Tokens& tokens) {
  const Token first = tokens.now();
  RawTime time{.begin = first.begin, .end = first.end};
  if (first.kind == Token::Kind::Word && (first.word == "noon" || first.word == "midnight")) {
    time.hour = first.word == "noon" ? 12 : 0;
    time.named = true;
    tokens.advance();
    return time;
  }
  if (first.kind != Token::Kind::Number) {
    if (first.kind == Token::Kind::End) {
      return bad_time(0, tokens.text().size(), "there is no time in " + quoted(tokens.text()));
    }
    return bad_time(first.begin, first.end,
                    quoted(tokens.quote(first.begin, first.end)) + " is not a time");
  }
  time.hour = number_of(tokens.quote(first.begin, first.end));
  tokens.advance();
  if (auto error = read_minutes(tokens, time)) return *std::move(error);
  read_half(tokens, time);
  if (auto error = check_range(tokens, time)) return *std::move(error);
  return time;
}

int minutes_of(const RawTime& time, Half half) {
  const int hour = half == Half::Unsaid || time.named ? time.hour
                   : half == Half::Pm                 ? time.hour % 12 + 12
                                                      : time.hour % 12;
  return hour * 60 + time.minute;
}

WrittenTime settled(const RawTime& time, Half half) {
  std::optional<Clock> clock;
  if (!time.named) clock = half == Half::Unsaid ? Clock::TwentyFourHour : Clock::TwelveHour;
  return {minutes_of(time, half), clock, time.begin, time.end};
}

HoursError half_unsaid(const Tokens& tokens, const RawTime& time, int likely) {
  return bad_time(
      time.begin, time.end, quoted(tokens.quote(time.begin, time.end)) + " does not say am or pm",
      {"write `" + time_on_12_hours(likely) + "` or `" + time_on_24_hours(likely) + "`"});
}

bool is_on_12_hours(const RawTime& time) { return time.hour >= 1 && time.hour <= 12; }

/// Noon, and early hours that end before midnight, are after noon; else a clinic opens in the
/// morning.
Half likely_half(const RawTime& open, int closing_hour) {
  constexpr int kEarliest = 7;
  const bool is_afternoon = open.hour < kEarliest && open.hour < closing_hour && closing_hour < 12;
  return open.hour == 12 || is_afternoon ? Half::Pm : Half::Am;
}

/// "12-1": the span that a clinic means by it.
HoursError both_halves_unsaid(const Tokens& tokens, const RawTime& open, const RawTime& close) {
  const int opens = minutes_of(open, likely_half(open, close.hour));
  int closes = minutes_of(close, Half::Am);
  while (closes <= opens) closes += kNoon;
  const auto both = [&](auto written) { return written(opens) + " – " + written(closes); };
  return bad_time(open.begin, close.end,
                  quoted(tokens.quote(open.begin, close.end)) + " does not say am or pm",
                  {"write `" + both(time_on_12_hours) + "` or `" + both(time_on_24_hours) + "`"});
}

/// The am or pm that the opening time takes from the closing time: "1:00–5:00 pm".
std::variant<Half, HoursError> half_of_opening(const Tokens& tokens, const RawTime& open,
                                               const RawTime& close) {
  if (open.named || open.half != Half::Unsaid) return open.half;
  const bool on_12_hours = is_on_12_hours(open);
  if (close.half != Half::Unsaid && on_12_hours) {
    if (minutes_of(open, close.half) < minutes_of(close, close.half)) return close.half;
    return half_unsaid(tokens, open,
                       minutes_of(open, close.half == Half::Am ? Half::Pm : Half::Am));
  }
  if (!open.has_minutes) {
    const bool is_close_unsaid = !close.named && close.half == Half::Unsaid;
    if (on_12_hours && is_close_unsaid && is_on_12_hours(close)) {
      return both_halves_unsaid(tokens, open, close);
    }
    const Half likely = likely_half(open, close.hour);
    return half_unsaid(tokens, open, on_12_hours ? minutes_of(open, likely) : open.hour * 60);
  }
  return Half::Unsaid;
}

/// A span over midnight is believed without a word when nothing else can be meant: it opens after
/// noon and closes early, and am for pm would not put it right.
bool goes_over_midnight(int open, int close) {
  return open >= kNoon && close <= 6 * 60 && close + kNoon < open;
}

/// What the writer meant by a closing time that is too early, if a slip between am and pm is it.
std::vector<std::string> closing_hints(const WrittenTime& open, const WrittenTime& close) {
  const bool on_12_hours = open.clock == Clock::TwelveHour || close.clock == Clock::TwelveHour;
  const int later = close.minutes + kNoon;
  std::vector<std::string> hints;
  if (later > open.minutes && later <= kMinutesOfDay) {
    hints.push_back("did you mean `" +
                    (on_12_hours ? time_on_12_hours(later) : time_on_24_hours(later)) + "`?");
  }
  if (close.minutes == 0) hints.push_back("write `midnight` when it closes at midnight");
  if (open.minutes >= kNoon && close.minutes < kMinutesOfDay) {
    hints.push_back(
        "if it closes on the next day, write `" +
        (on_12_hours ? time_on_12_hours(close.minutes) : time_on_24_hours(close.minutes)) +
        " next day`; without these words hours over midnight open after noon and close "
        "by 6:00 am");
  }
  return hints;
}

/// `begin` is where the span does.
std::optional<HoursError> read_separator(Tokens& tokens, std::size_t begin) {
  const Token token = tokens.now();
  const bool is_word = token.kind == Token::Kind::Word &&
                       (token.word == "to" || token.word == "until" || token.word == "till");
  if (token.kind == Token::Kind::Dash || is_word) {
    tokens.advance();
    if (tokens.now().kind != Token::Kind::End) return std::nullopt;
  }
  if (tokens.now().kind == Token::Kind::End) {
    const std::size_t end = tokens.text().size();
    return bad_time(begin, end, quoted(tokens.quote(begin, end)) + " has no closing time");
  }
  return bad_time(token.begin, token.end,
                  quoted(tokens.quote(token.begin, token.end)) +
                      " can't stand after a time; a dash or `to` leads to the closing time");
}

std::optional<HoursError> check_end(const Tokens& tokens, std::vector<std::string> hints) {
  const Token& token = tokens.now();
  if (token.kind == Token::Kind::End) return std::nullopt;
  return bad_time(
      token.begin, tokens.text().size(),
      quoted(tokens.quote(token.begin, tokens.text().size())) + " stands after the closing time",
      std::move(hints));
}

std::variant<WrittenSpan, HoursError> settle(const Tokens& tokens, const RawTime& open,
                                             const RawTime& close) {
  const auto half = half_of_opening(tokens, open, close);
  if (const auto* error = std::get_if<HoursError>(&half)) return *error;
  const WrittenTime opens = settled(open, std::get<Half>(half));
  if (!close.named && close.half == Half::Unsaid && !close.has_minutes) {
    const int pm = minutes_of(close, Half::Pm);
    return half_unsaid(tokens, close, is_on_12_hours(close) ? pm : close.hour * 60);
  }
  WrittenTime closes = settled(close, close.half);
  // Only the word or 24:00 is the end of a day: "12:00 am" is nearly always a slip for noon.
  if (close.named && closes.minutes == 0) closes.minutes = kMinutesOfDay;
  const bool is_earlier = closes.minutes <= opens.minutes;
  if (close.next_day && !is_earlier) {
    return bad_time(
        close.begin, close.end,
        quoted(tokens.quote(close.begin, close.end)) + " is more than a day after it opens");
  }
  if (close.next_day || (is_earlier && goes_over_midnight(opens.minutes, closes.minutes))) {
    closes.minutes += kMinutesOfDay;
  } else if (is_earlier) {
    return HoursError{DiagnosticId::ClosesBeforeOpens, close.begin, close.end,
                      quoted(tokens.quote(close.begin, close.end)) +
                          " is not after the opening time " +
                          quoted(tokens.quote(open.begin, open.end)),
                      closing_hints(opens, closes)};
  }
  return WrittenSpan{opens, closes};
}

/// "2:00 am next day".
void read_next_day(Tokens& tokens, RawTime& time) {
  Tokens rest = tokens;
  if (rest.now().word != "next") return;
  rest.advance();
  if (rest.now().word != "day") return;
  time.next_day = true;
  time.end = rest.now().end;
  rest.advance();
  tokens = rest;
}

std::variant<WrittenSpan, HoursError> read_span(Tokens& tokens) {
  const RawResult open = read_time(tokens);
  if (const auto* error = std::get_if<HoursError>(&open)) return *error;
  if (auto error = read_separator(tokens, std::get<RawTime>(open).begin)) return *std::move(error);
  RawResult close = read_time(tokens);
  if (const auto* error = std::get_if<HoursError>(&close)) return *error;
  read_next_day(tokens, std::get<RawTime>(close));
  return settle(tokens, std::get<RawTime>(open), std::get<RawTime>(close));
}

bool is_comma(const Token& token) {
  return token.kind == Token::Kind::Comma || token.word == "and";
}

/// Two spans of a day have time between them.
std::optional<HoursError> check_apart(const Tokens& tokens, const WrittenSpan& one,
                                      const WrittenSpan& other) {
  const TimeSpan a = one.span(), b = other.span();
  if (a.close < b.open || b.close < a.open) return std::nullopt;
  const auto written = [&](const WrittenSpan& span) {
    return quoted(tokens.quote(span.open.begin, span.close.end));
  };
  const bool touch = a.close == b.open || b.close == a.open;
  const bool on_12_hours = one.open.clock == Clock::TwelveHour;
  const auto time = [&](int minutes) {
    return on_12_hours ? time_on_12_hours(minutes) : time_on_24_hours(minutes);
  };
  return HoursError{
      DiagnosticId::HoursOverlap,
      other.open.begin,
      other.close.end,
      written(other) + (touch ? " leaves no time between it and " : " overlaps ") + written(one),
      {"write one span: `" + time(std::min(a.open, b.open)) + " – " +
       time(std::max(a.close, b.close)) + "`"}};
}

}  // namespace

std::variant<WrittenSpan, HoursError> parse_span(std::string_view text) {
  Tokens tokens(text);
  auto span = read_span(tokens);
  if (std::holds_alternative<HoursError>(span)) return span;
  if (auto error = check_end(tokens, {})) return *std::move(error);
  return span;
}

std::variant<std::vector<WrittenSpan>, HoursError> parse_spans(std::string_view text) {
  Tokens tokens(text);
  std::vector<WrittenSpan> spans;
  while (true) {
    auto span = read_span(tokens);
    if (const auto* error = std::get_if<HoursError>(&span)) return *error;
    for (const WrittenSpan& each : spans) {
      if (auto error = check_apart(tokens, each, std::get<WrittenSpan>(span))) {
        return *std::move(error);
      }
    }
    spans.push_back(std::get<WrittenSpan>(span));
    const Token comma = tokens.now();
    if (!is_comma(comma)) break;
    tokens.advance();
    if (tokens.now().kind == Token::Kind::End) {
      return bad_time(comma.begin, comma.end,
                      "no hours stand after " + quoted(tokens.quote(comma.begin, comma.end)));
    }
  }
  if (auto error = check_end(
          tokens, {"part several spans by commas: `8:00 am – 12:00 pm, 2:00 pm – 6:00 pm`"})) {
    return *std::move(error);
  }
  std::ranges::sort(spans, {}, [](const WrittenSpan& span) { return span.open.minutes; });
  return spans;
}

std::string time_on_24_hours(int minutes) {
  const std::string hour = std::to_string(minutes / 60);
  const std::string minute = std::to_string(minutes % 60);
  return (hour.size() < 2 ? "0" : "") + hour + (minute.size() < 2 ? ":0" : ":") + minute;
}

std::string time_on_12_hours(int minutes) {
  const int hour = minutes / 60 % 24;
  const std::string minute = std::to_string(minutes % 60);
  return std::to_string(hour % 12 == 0 ? 12 : hour % 12) + (minute.size() < 2 ? ":0" : ":") +
         minute + (hour < 12 ? " am" : " pm");
}

}  // namespace handbill::content
