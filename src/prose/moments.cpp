// SPDX-License-Identifier: MIT
#include "prose/moments.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string_view>

#include "prose/spans_of_time.h"
#include "prose/word_list.h"
#include "prose/written_numbers.h"

namespace handbill::prose {
namespace {

/// Numbers of languages whose sentences number_word() does not read.
struct LabelNumber {
  std::string_view word;
  double number;
};
constexpr auto kLabelNumbers = std::to_array<LabelNumber>({
    {"الأول", 1},
    {"الأولى", 1},
    {"الثاني", 2},
    {"一", 1},
    {"两", 2},
    {"三", 3},
    {"四", 4},
    {"五", 5},
    {"六", 6},
    {"七", 7},
});

/// The time that begins at once.
constexpr auto kAtOnce = std::to_array<std::string_view>(
    {"first", "today", "tonight", "now", "immediately", "right", "primer", "primera", "primeras",
     "primeros", "hoy", "ahora", "inmediatamente", "أول", "الآن", "最", "今", "现"});
/// What follows counts from there: "after 2 days", "from week 3".
constexpr auto kBefore =
    std::to_array<std::string_view>({"before", "prior", "antes", "قبل", "前", "until", "hasta"});

std::optional<double> number_in(const Token& token) {
  if (token.kind == Token::Kind::Number) {
    double number = 0;
    const char* const end = token.plain.data() + token.plain.size();
    const auto read = std::from_chars(token.plain.data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
  }
  // "Once a week" is no Spanish eleven.
  const auto number = token.plain == "once" ? std::nullopt : number_word(token.plain);
  if (number) return *number;
  const auto found = std::ranges::find(kLabelNumbers, token.plain, &LabelNumber::word);
  return found == kLabelNumbers.end() ? std::nullopt : std::optional(found->number);
}

/// Words of a label: all of a short text, or what stands before a colon or on the first line.
std::size_t end_of_label(const ReadParagraph& paragraph) {
  constexpr std::size_t kMostWords = 8;
  if (paragraph.sentences.empty()) return 0;
  std::size_t end = paragraph.sentences.front().tokens.end;
  for (std::size_t i = 0; i < end; ++i) {
    if (paragraph.tokens[i].plain == ":") end = i;
  }
  return end <= kMostWords ? end : 0;
}

}  // namespace

std::optional<double> moment_of(const ReadParagraph& paragraph) {
  const std::size_t end = end_of_label(paragraph);
  const auto tokens = std::span(paragraph.tokens).first(end);
  const auto is_of = [&](const auto& list) {
    return std::ranges::any_of(tokens, [&](const Token& each) { return is_in(list, each.plain); });
  };
  if (is_of(kBefore)) return std::nullopt;
  if (is_of(kAtOnce)) return 0;
  std::optional<double> number, unit;
  bool is_counted = false;  // "day 2", and not "2 days"
  for (const Token& each : tokens) {
    if (!number) number = number_in(each);
    if (!unit && (unit = hours_in_label(each.plain))) is_counted = !number;
    if (each.plain == "第") is_counted = true;
  }
  if (!number || !unit) return std::nullopt;
  const bool is_ordinal = is_counted || (!tokens.empty() && tokens.front().plain == "第");
  return (is_ordinal ? std::max(*number - 1, 0.0) : *number) * *unit;
}

}  // namespace handbill::prose
