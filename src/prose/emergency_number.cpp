// SPDX-License-Identifier: MIT
// The check `emergency-number`: the number that a text tells to call in an emergency, held against
// those of the country of the address.
#include <unicode/uloc.h>

#include <unicode/unistr.h>
#include <algorithm>
#include <array>
#include <set>

#include "base/ascii.h"
#include "base/spaces.h"
#include "prose/check_functions.h"
#include "prose/own_facts.h"
#include "prose/typed_phones.h"

namespace handbill::prose {
namespace {

constexpr std::size_t kMostDigits = 5;
/// A word further before a number does not tell to call it.
constexpr std::size_t kFarthestCall = 5;

/// Words that go on behind a number to call; any other says what it counts.
constexpr auto kBehindCalls = std::to_array<std::string_view>(
    {"at",          "if",        "or",       "and",       "for",      "in",
     "immediately", "right",     "now",      "when",      "as",       "to",
     "from",        "on",        "straight", "first",     "then",     "without",
     "before",      "after",     "instead",  "yourself",  "so",       "inmediatamente",
     "si",          "o",         "y",        "en",        "de",       "para",
     "cuando",      "ahora",     "ya",       "antes",     "only",     "because",
     "is",          "the",       "unless",   "but",       "while",    "with",
     "urgently",    "emergency", "et",       "ou",        "tout",     "und",
     "oder",        "bei",       "sofort",   "enseguida", "ambulance"});

/// "911" of "911", "9-1-1", "9 1 1": one by one where digits stand apart.
struct DialledNumber {
  std::size_t first = 0, last = 0;  ///< tokens
  std::string digits;
  bool is_parted = false;
};

class DialledReader {
 public:
  DialledReader(const ReadParagraph& paragraph, std::string_view text)
      : tokens_(paragraph.tokens), text_(text) {}

  std::optional<DialledNumber> at(std::size_t i, std::size_t end) const {
    if (!is_digits(i)) return std::nullopt;
    DialledNumber number{i, i, phone_digits(tokens_[i].plain)};
    for (std::size_t next = behind_joint(number.last, end); next < end && is_digits(next);
         next = behind_joint(number.last, end)) {
      number.digits += phone_digits(tokens_[next].plain);
      number.last = next;
      number.is_parted = true;
    }
    if (number.digits.size() > kMostDigits) return std::nullopt;
    return number;
  }

 private:
  bool is_digits(std::size_t i) const {
    const Token& token = tokens_[i];
    return token.kind == Token::Kind::Number &&
           token.plain.find_first_of(".,:") == std::string::npos;
  }

  /// The token behind a hyphen, or a space; `end`: something else stands there.
  std::size_t behind_joint(std::size_t last, std::size_t end) const {
    if (last + 1 >= end) return end;
    const std::string_view sign = tokens_[last + 1].plain;
    const bool is_joint = sign == "-" || sign == "–" || sign == "." || sign == "‑";
    if (is_joint && tokens_[last].end == tokens_[last + 1].begin) {
      const bool touches = last + 2 < end && tokens_[last + 1].end == tokens_[last + 2].begin;
      return touches ? last + 2 : end;
    }
    return tokens_[last + 1].kind == Token::Kind::Number ? last + 1 : end;
  }

  const std::vector<Token>& tokens_;
  std::string_view text_;
};

/// "911" and "112" of "911, 112".
std::vector<std::string> numbers_in(std::string_view list) {
  std::vector<std::string> numbers;
  for (const Token& token : read_text(list).tokens) {
    if (token.kind == Token::Kind::Number) numbers.push_back(token.plain);
  }
  return numbers;
}

/// "United States" of "US".
std::string country_name(const std::string& region) {
  std::array<UChar, 64> name{};
  UErrorCode error = U_ZERO_ERROR;
  const int32_t size = uloc_getDisplayCountry(("und_" + region).c_str(), "en", name.data(),
                                              static_cast<int32_t>(name.size()), &error);
  if (U_FAILURE(error) != 0 || size <= 0 || size > static_cast<int32_t>(name.size())) {
    return region;
  }
  std::string text;
  icu::UnicodeString(name.data(), size).toUTF8String(text);
  return text;
}

/// "in the United States", "in Canada".
std::string in_country(const std::string& region) {
  const std::string name = country_name(region);
  const bool has_article = name.starts_with("United") || region == "NL" || region == "PH";
  return "in " + std::string(has_article ? "the " : "") + name;
}

class EmergencyJudge {
 public:
  EmergencyJudge(const WordRule& rule, const Judged& judged, Findings& found)
      : rule_(rule), judged_(judged), found_(found) {
    if (judged.context.content != nullptr) region_ = own_country(*judged.context.content);
    for (const spec::SetSpec& each : rule.written.swap) {
      const std::string* list = each.text.as_string();
      if (list == nullptr) continue;
      const std::vector<std::string> numbers = numbers_in(*list);
      all_.insert(numbers.begin(), numbers.end());
      if (each.name == region_) own_ = numbers;
    }
  }

  void judge() {
    if (own_.empty()) return;
    for (std::size_t i = 0; i < judged_.reading.paragraphs.size(); ++i) judge(i);
  }

 private:
  void judge(std::size_t index) {
    const ReadParagraph& paragraph = judged_.reading.paragraphs[index];
    const auto calls = rule_.beside.find(paragraph);
    if (calls.empty()) return;
    const DialledReader reader(paragraph, judged_.reading.written(index).text);
    for (const Sentence& sentence : paragraph.sentences) {
      for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        const auto number = reader.at(i, sentence.tokens.end);
        if (!number) continue;
        if (is_told_to_call(*number, calls, sentence.tokens)) judge(index, *number);
        i = number->last;
      }
    }
  }

  static bool is_told_to_call(const DialledNumber& number, const std::vector<Match>& calls,
                              words::Range sentence) {
    return std::ranges::any_of(calls, [&](const Match& call) {
      return call.first >= sentence.begin && call.last < number.first &&
             number.first - call.last <= kFarthestCall;
    });
  }

  bool is_own(const std::string& digits) const {
    return std::ranges::find(own_, digits) != own_.end();
  }

  void judge(std::size_t index, const DialledNumber& number) {
    const auto& tokens = judged_.reading.paragraphs[index].tokens;
    if (is_own(number.digits) && !number.is_parted) return;
    if (!is_own(number.digits) && (number.is_parted || !all_.contains(number.digits)) &&
        !is_slip(number.digits)) {
      return;
    }
    if (counts_something(tokens, number.last + 1)) return;
    Finding finding{
        .paragraph = index, .begin = tokens[number.first].begin, .end = tokens[number.last].end};
    finding.instead = is_own(number.digits) ? number.digits : own_.front();
    finding.mended = finding.instead;
    finding.said = {{"country", in_country(region_)}};
    if (is_own(number.digits)) {
      finding.level = Level::Consider;
      finding.message = "`{found}` is written with its digits apart; it is dialled as `{instead}`";
    }
    found_.push_back(std::move(finding));
  }

  /// "Call 2 days before", "call 112 Main Street": a word behind it says what the number is of.
  static bool counts_something(const std::vector<Token>& tokens, std::size_t next) {
    return next < tokens.size() && tokens[next].kind == Token::Kind::Word &&
           std::ranges::find(kBehindCalls, tokens[next].plain) == kBehindCalls.end() &&
           static_cast<unsigned char>(tokens[next].plain.front()) < 0xC4;
  }

  /// One digit is another one of the number: "991" for 911.
  static bool is_other_digit(const std::string& digits, const std::string& own) {
    if (digits.size() != own.size() || digits.find_first_not_of(own) != digits.npos) return false;
    int other = 0;
    for (std::size_t i = 0; i < own.size(); ++i) other += digits[i] == own[i] ? 0 : 1;
    return other == 1;
  }

  /// A digit too many or too few, another, or two that have changed places: "9111", "119".
  bool is_slip(const std::string& digits) const {
    const std::string& own = own_.front();
    if (own.size() < 3 || digits == own) return false;
    std::string sorted = digits, wanted = own;
    std::ranges::sort(sorted);
    std::ranges::sort(wanted);
    const bool is_doubled =
        digits.size() == own.size() + 1 &&
        (digits.starts_with(own) || digits.ends_with(own) || digits == own.substr(0, 1) + own);
    return is_doubled || is_other_digit(digits, own) ||
           (digits.size() == own.size() && sorted == wanted);
  }

  const WordRule& rule_;
  const Judged& judged_;
  Findings& found_;
  std::string region_ = "US";
  std::vector<std::string> own_;  ///< the usual one first
  std::set<std::string> all_;     ///< of all countries
};

}  // namespace

void judge_emergency_number(const WordRule& rule, const Judged& judged, Findings& found) {
  EmergencyJudge(rule, judged, found).judge();
}

}  // namespace handbill::prose
