// SPDX-License-Identifier: MIT
#include "content/weeks_rule.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/spaces.h"
#include "base/utf8.h"
#include "content/date.h"
#include "content/wording.h"

namespace handbill::content {
namespace {

using diag::DiagnosticId;

struct Word {
  std::size_t begin = 0, end = 0;
  std::string text;  ///< in lower case
};

bool parts_words(char32_t c) { return is_space(c) || c == ',' || c == ';' || c == '&'; }

std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> words;
  bool goes_on = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (!parts_words(c)) {
      if (!goes_on) words.push_back({begin, begin, {}});
      words.back().end = at;
      words.back().text += to_lower(text.substr(begin, at - begin));
    }
    goes_on = !parts_words(c);
  }
  std::erase_if(words, [](const Word& word) { return word.text == "and"; });
  return words;
}

constexpr std::array<std::array<std::string_view, 3>, WeeksRule::kLast> kOrdinals = {
    {{"1st", "first", "1"},
     {"2nd", "second", "2"},
     {"3rd", "third", "3"},
     {"4th", "fourth", "4"},
     {"5th", "fifth", "5"},
     {"last", "last", "last"}}};

std::optional<int> ordinal_of(std::string_view word) {
  for (std::size_t i = 0; i < kOrdinals.size(); ++i) {
    if (std::ranges::find(kOrdinals[i], word) != kOrdinals[i].end()) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

HoursError fault(DiagnosticId id, std::size_t begin, std::size_t end, std::string message) {
  return {id,
          begin,
          end,
          std::move(message),
          {"write `1st, 3rd`, `last` or `every other from 2026-12-05`"}};
}

/// "every other week from 2026-12-05", less the first word.
std::variant<WeeksRule, HoursError> parse_every_other(std::string_view text,
                                                      const std::vector<Word>& words) {
  std::size_t at = 1;
  const auto take = [&](std::initializer_list<std::string_view> wanted) {
    const bool found =
        at < words.size() && std::ranges::find(wanted, words[at].text) != wanted.end();
    if (found) ++at;
    return found;
  };
  const bool is_other = take({"other", "second", "2nd"});
  take({"week", "weeks"});
  if (!is_other) {
    return fault(DiagnosticId::BadValue, 0, text.size(), quoted(text) + " names no weeks");
  }
  if (!take({"from"}) || at == words.size()) {
    return fault(DiagnosticId::BadValue, 0, text.size(),
                 quoted(text) + " does not say from which day on");
  }
  const Word& date = words[at];
  const auto read = parse_date(date.text);
  if (!read || !is_real_date(*read)) {
    const std::string_view written = text.substr(date.begin, date.end - date.begin);
    HoursError error =
        fault(DiagnosticId::BadDate, date.begin, date.end,
              quoted(written) + (read ? " is not in the calendar" : " is not a date"));
    if (!read) error.hints = spec::hints_of_date(written);
    return error;
  }
  if (++at < words.size()) {
    const std::size_t begin = words[at].begin;
    return fault(DiagnosticId::BadValue, begin, text.size(),
                 quoted(text.substr(begin)) + " stands after the date");
  }
  return WeeksRule{.every_other_from = *read};
}

}  // namespace

std::variant<WeeksRule, HoursError> parse_weeks(std::string_view text) {
  const std::vector<Word> words = words_in(text);
  if (words.empty()) {
    return fault(DiagnosticId::BadValue, 0, text.size(), quoted(text) + " names no weeks");
  }
  if (words.front().text == "every") return parse_every_other(text, words);
  WeeksRule rule;
  for (const Word& word : words) {
    const std::string written = quoted(text.substr(word.begin, word.end - word.begin));
    const auto ordinal = ordinal_of(word.text);
    if (!ordinal) {
      return fault(DiagnosticId::BadValue, word.begin, word.end,
                   written + " is not one of the weeks of a month, `1st` to `5th` and `last`");
    }
    if (std::ranges::find(rule.of_month, *ordinal) != rule.of_month.end()) {
      return fault(DiagnosticId::BadValue, word.begin, word.end, written + " is there twice");
    }
    rule.of_month.push_back(*ordinal);
  }
  std::ranges::sort(rule.of_month);
  return rule;
}

}  // namespace handbill::content
