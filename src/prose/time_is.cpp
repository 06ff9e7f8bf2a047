// SPDX-License-Identifier: MIT
// Times that no clock shows.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "prose/check_functions.h"
#include "prose/word_list.h"

namespace handbill::prose {
namespace {

struct ClockTime {
  int hour = 0, minute = 0;
};

/// "8:00", "13:30". Nothing: it is no such number.
std::optional<ClockTime> clock_time(const Token& token) {
  const std::string& text = token.plain;
  const std::size_t colon = text.find(':');
  if (token.kind != Token::Kind::Number || colon == text.npos || colon > 2) return std::nullopt;
  if (text.size() != colon + 3) return std::nullopt;
  ClockTime time;
  const char* const end = text.data() + text.size();
  const auto hour = std::from_chars(text.data(), text.data() + colon, time.hour);
  const auto minute = std::from_chars(text.data() + colon + 1, end, time.minute);
  const bool is_read = hour.ec == std::errc() && minute.ec == std::errc() && minute.ptr == end;
  return is_read ? std::optional(time) : std::nullopt;
}

bool is_half_of_day(const Token& token) {
  constexpr auto kHalves =
      std::to_array<std::string_view>({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"});
  return is_in(kHalves, token.plain);
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
  void judge(std::size_t i, ClockTime time) {
    const bool has_half = i + 1 < tokens_.size() && is_half_of_day(tokens_[i + 1]);
    if (has_half && time.minute < 60) {
      if (time.hour >= 1 && time.hour <= 12) return;
      return tell(i, i + 1, time.hour < 24 ? without_half(time) : std::string());
    }
    const bool is_time = has_half || (i > 0 && leads_to_time(tokens_[i - 1]));
    const bool is_shown =
        time.minute < 60 && (time.hour < 24 || (time.hour == 24 && time.minute == 0));
    if (is_time && !is_shown) tell(i, has_half ? i + 1 : i, {});
  }

  /// "1:00 pm" of "13:00 pm".
  std::string without_half(ClockTime time) const {
    const int hour = time.hour % 12 == 0 ? 12 : time.hour % 12;
    const std::string minute = std::to_string(time.minute);
    return std::to_string(hour) + ":" + (time.minute < 10 ? "0" : "") + minute +
           (time.hour < 12 ? " am" : " pm");
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

}  // namespace handbill::prose
