// SPDX-License-Identifier: MIT
// Times that no clock shows, and spans of time that end before they begin.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "content/time_of_day.h"
#include "prose/check_functions.h"
#include "prose/typed_times.h"
#include "prose/word_list.h"

namespace handbill::prose {
namespace {

/// "8:00", "13:30". Nothing: it is no such number.
std::optional<ClockDigits> clock_time(const Token& token) {
  const bool has_colon = token.plain.find(':') != std::string::npos;
  if (token.kind != Token::Kind::Number || !has_colon) return std::nullopt;
  return clock_digits(token.plain);
}

/// What stands before a time, and not before a ratio or a score.
bool leads_to_time(const Token& token) {
  constexpr auto kLeads = std::to_array<std::string_view>(
      {"at", "from", "until", "till", "to", "between", "and", "by", "before", "after", "las", "la",
       "desde", "hasta", "entre", "y", "a"});
  return is_in(kLeads, token.plain);
}

class TimeReader {
 public:
  TimeReader(const std::vector<Token>& tokens, std::size_t paragraph, Findings& found)
      : tokens_(tokens), paragraph_(paragraph), found_(found) {}

  void read() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (const auto time = clock_time(tokens_[i])) judge(i, *time);
    }
  }

 private:
  void judge(std::size_t i, const ClockDigits& time) {
    const bool has_half = i + 1 < tokens_.size() && is_half_of_day(tokens_[i + 1].plain);
    if (has_half && time.minute < 60) {
      if (time.hour >= 1 && time.hour <= 12) return;
      // "1:00 pm" of "13:00 pm".
      const int minutes = time.hour * 60 + time.minute;
      return tell(i, i + 1, time.hour < 24 ? written_time(minutes, TimeStyle()) : std::string());
    }
    const bool is_time = has_half || (i > 0 && leads_to_time(tokens_[i - 1]));
    if (is_time && !is_on_clock(time)) tell(i, has_half ? i + 1 : i, {});
  }

  void tell(std::size_t first, std::size_t last, const std::string& meant) {
    Finding finding;
    finding.paragraph = paragraph_;
    finding.begin = tokens_[first].begin;
    finding.end = tokens_[last].end;
    if (!meant.empty()) finding.hints = {"did you mean `" + meant + "`?"};
    finding.instead = meant;
    if (!meant.empty()) finding.mended = meant;
    found_.push_back(std::move(finding));
  }

  const std::vector<Token>& tokens_;
  std::size_t paragraph_;
  Findings& found_;
};

}  // namespace

void judge_times(const WordRule&, const Judged& judged, Findings& found) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    TimeReader(judged.reading.paragraphs[i].tokens, i, found).read();
  }
}

namespace {

/// Nothing that goes on past midnight takes so long: "from 10 am to 9 am".
constexpr int kLongestNight = 20 * 60;

/// "from 8 am to 5 pm", "8:00–17:00", "entre las 8:00 y las 17:00".
bool is_span(const std::vector<Token>& tokens, const TypedTime& from, const TypedTime& to) {
  constexpr auto kTo =
      std::to_array<std::string_view>({"-", "–", "—", "‑", "to", "until", "till", "a", "hasta"});
  constexpr auto kArticles = std::to_array<std::string_view>({"las", "la"});
  std::size_t between = from.last + 1, before = from.first;
  if (between >= to.first) return false;
  if (before > 0 && is_in(kArticles, tokens[before - 1].plain)) --before;
  const std::size_t behind = between + 1;
  if (behind < to.first && !(behind + 1 == to.first && is_in(kArticles, tokens[behind].plain)))
    return false;
  const std::string& word = tokens[between].plain;
  const std::string_view lead = before > 0 ? std::string_view(tokens[before - 1].plain) : "";
  const bool is_between = lead == "between" || lead == "entre";
  return is_between ? word == "and" || word == "y" : is_in(kTo, word);
}

int minutes_between(const TypedTime& from, const TypedTime& to) {
  return (to.minutes - from.minutes + content::kMinutesOfDay) % content::kMinutesOfDay;
}

}  // namespace

void judge_time_spans(const WordRule&, const Judged& judged, Findings& found) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const ReadParagraph& paragraph = judged.reading.paragraphs[i];
    const std::vector<TypedTime> times =
        find_typed_times(paragraph, judged.reading.written(i).text);
    for (std::size_t at = 1; at < times.size(); ++at) {
      const TypedTime &from = times[at - 1], &to = times[at];
      if (!from.is_half_known || !to.is_half_known || !is_span(paragraph.tokens, from, to))
        continue;
      if (minutes_between(from, to) < kLongestNight) continue;
      Finding finding;
      finding.paragraph = i;
      finding.begin = from.begin;
      finding.end = to.end;
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace handbill::prose
