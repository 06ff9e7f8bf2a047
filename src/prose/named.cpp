// SPDX-License-Identifier: MIT
// Checks that tell of what is named: persons, their licences, other organisations. Whether they are
// meant to be named, people know.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/us_state.h"
#include "prose/check_functions.h"
#include "prose/compare_facts.h"
#include "prose/own_facts.h"

namespace handbill::prose {
namespace {

/// Behind a title, these are no names.
constexpr auto kNoNames = std::to_array<std::string_view>(
    {"practitioner", "practitioners", "line",        "visit",       "visits",      "office",
     "anesthetist",  "station",       "or",          "and",         "of",          "on",
     "call",         "who",           "injector",    "injectors",   "manager",     "navigator",
     "assistant",    "today",         "will",        "may",         "can",         "if",
     "when",         "for",           "first",       "approved",    "recommended", "has",
     "tested",       "staff",         "team",        "midwife",     "advice",      "hotline",
     "specialist",   "reviews",       "information", "coordinator", "consultant",  "in",
     "the",          "your",          "you",         "is"});
/// A degree that is a state too.
constexpr auto kStates = std::to_array<std::string_view>({"md", "pa", "ma", "ms", "nd", "la"});
/// Before "Silver Spring, MD".
constexpr auto kBeforePlaces = std::to_array<std::string_view>(
    {"in", "of", "near", "at", "from", "to", "around", "serving", "across", "throughout"});

template <std::size_t N>
bool is_word_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

class Namer {
 public:
  Namer(const Judged& judged, std::size_t paragraph)
      : judged_(judged),
        index_(paragraph),
        written_(judged.reading.written(paragraph)),
        tokens_(judged.reading.paragraphs[paragraph].tokens) {}

  std::string_view plain(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].plain) : std::string_view();
  }
  std::size_t count() const { return tokens_.size(); }

  /// A word with a capital, and small letters behind it.
  bool is_name(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != Token::Kind::Word) return false;
    std::size_t at = tokens_[i].begin;
    const auto first = static_cast<UChar32>(next_code_point(written_.text, at));
    if (u_isupper(first) == 0) return false;
    if (at >= tokens_[i].end) return true;  // an initial
    const auto second = static_cast<UChar32>(next_code_point(written_.text, at));
    return u_islower(second) != 0 || second == '\'' || second == U'’' || second == '-';
  }

  /// "FAAD", "PhD".
  bool is_in_capitals(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != Token::Kind::Word) return false;
    const std::string_view word = written(i, i);
    return std::ranges::count_if(word, [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
  }

  bool is_initial(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == Token::Kind::Word &&
           tokens_[i].plain.size() <= 2 && is_name(i);
  }

  /// All words have a capital: in a heading that says nothing of names.
  bool is_in_title_case() const {
    if (written_.kind != words::Kind::Heading) return false;
    return std::ranges::all_of(tokens_, [&](const Token& each) {
      const auto i = static_cast<std::size_t>(&each - tokens_.data());
      return each.kind != Token::Kind::Word || each.plain.size() <= 3 || is_name(i);
    });
  }

  /// Unless it comes from a fact, or is one by itself.
  void tell(std::size_t first, std::size_t last, Findings& found, std::string message = {}) const {
    Finding finding{.paragraph = index_, .begin = tokens_[first].begin, .end = tokens_[last].end};
    if (is_fact(written_, finding.begin, finding.end)) return;
    const content::Content* content = judged_.context.content;
    if (content != nullptr && is_text_of_its_own(*content, written_, finding.begin, finding.end)) {
      return;
    }
    finding.message = std::move(message);
    found.push_back(std::move(finding));
  }

  const Token& token(std::size_t i) const { return tokens_[i]; }
  std::string_view written(std::size_t first, std::size_t last) const {
    return std::string_view(written_.text)
        .substr(tokens_[first].begin, tokens_[last].end - tokens_[first].begin);
  }

 private:
  const Judged& judged_;
  std::size_t index_;
  const words::Paragraph& written_;
  const std::vector<Token>& tokens_;
};

/// "Dr. Jane A. Smith": the last token of the name behind a title that ends at `last`; `last`:
/// there is none.
std::size_t end_of_name(const Namer& namer, std::size_t last) {
  std::size_t at = last + 1;
  if (namer.plain(at) == ".") ++at;
  std::size_t end = last;
  for (std::size_t words = 0; words < 3; ++words) {
    if (!namer.is_name(at) || is_word_of(kNoNames, namer.plain(at))) break;
    if (!namer.is_initial(at)) end = at;
    ++at;
    if (namer.plain(at) == "." && namer.is_initial(at - 1)) ++at;
  }
  return end;
}

/// "Jane A. Smith" before the comma of "Jane A. Smith, MD": its first token; `comma`: none is.
std::size_t beginning_of_name(const Namer& namer, std::size_t comma) {
  std::size_t first = comma, at = comma, names = 0;
  while (at > 0 && names < 4) {
    const std::size_t before = at - 1;
    const bool is_stop = namer.plain(before) == "." && before > 0 && namer.is_initial(before - 1);
    if (is_stop) {
      at = before;
      continue;
    }
    if (!namer.is_name(before)) break;
    first = before;
    at = before;
    ++names;
  }
  return names >= 2 ? first : comma;
}

/// "Silver Spring, MD 20910" names no doctor.
bool is_place(const Namer& namer, std::size_t first, const Match& degree) {
  if (!is_word_of(kStates, namer.plain(degree.first))) return false;
  const std::size_t behind = degree.last + 1;
  if (behind < namer.count() && namer.token(behind).kind == Token::Kind::Number) return true;
  // Further degrees follow: "MD, FAAD".
  if (namer.plain(behind) == "," && namer.is_in_capitals(behind + 1)) return false;
  return first == 0 || is_word_of(kBeforePlaces, namer.plain(first - 1)) ||
         namer.plain(first - 1) == ",";
}

}  // namespace

void judge_persons(const WordRule& rule, const Judged& judged, Findings& found) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const ReadParagraph& paragraph = judged.reading.paragraphs[i];
    const Namer namer(judged, i);
    if (namer.is_in_title_case()) continue;
    std::size_t told_to = 0;
    for (const Match& title : rule.words.find(paragraph)) {
      // A title has a capital, and "Wisconsin Dr." is a street.
      const bool is_street =
          title.first > 1 && namer.is_name(title.first - 1) && namer.plain(title.first - 2) != ".";
      if (!namer.is_name(title.first) || is_street) continue;
      const std::size_t end = end_of_name(namer, title.last);
      if (end == title.last) continue;
      namer.tell(title.first, end, found);
      told_to = end + 1;
    }
    for (const Match& degree : rule.beside.find(paragraph)) {
      if (degree.first < 2 || namer.plain(degree.first - 1) != ",") continue;
      const std::size_t comma = degree.first - 1;
      const std::size_t first = beginning_of_name(namer, comma);
      const char letter = namer.written(degree.first, degree.first).front();
      const bool is_capital = letter >= 'A' && letter <= 'Z';
      if (first == comma || first < told_to || !is_capital || is_place(namer, first, degree)) {
        continue;
      }
      namer.tell(first, degree.last, found);
      told_to = degree.last + 1;
    }
  }
}

namespace {

/// The sum of a number by Luhn, with what its first digits stand for (45 CFR 162.406; CMS: the
/// prefix 80840 counts as 24).
bool is_npi(std::string_view digits) {
  if (digits.size() != 10 || (digits.front() != '1' && digits.front() != '2')) return false;
  int sum = 24;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    const int counted = i % 2 == 1 ? 2 * digit : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 == 0;
}

bool has_many_digits(std::string_view word) { return std::ranges::count_if(word, is_digit) >= 3; }

}  // namespace

void judge_licences(const WordRule& rule, const Judged& judged, Findings& found) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const Namer namer(judged, i);
    for (const Match& word : rule.words.find(judged.reading.paragraphs[i])) {
      // "No.", "#" and ":" may stand between.
      std::size_t at = word.last + 1;
      const auto is_between = [&](std::string_view sign) {
        return sign == "#" || sign == ":" || sign == "." || sign == "no" || sign == "number" ||
               sign == "nº" || sign == "núm" || sign == "número" || sign == "is";
      };
      while (at < namer.count() && is_between(namer.plain(at))) ++at;
      if (at >= namer.count() || !has_many_digits(namer.plain(at))) continue;
      const bool is_wrong = namer.plain(word.first) == "npi" && !is_npi(namer.plain(at));
      namer.tell(word.first, at, found,
                 is_wrong ? "`{found}` can't be right: the last digit of an NPI follows from the "
                            "others, and this one does not"
                          : "");
    }
  }
}

namespace {

/// Words that no name of an organisation begins with, in the small letters of tokens.
constexpr auto kNoBeginnings = std::to_array<std::string_view>(
    {"our",     "your",   "the",     "this",    "a",          "an",      "my",     "their",
     "visit",   "call",   "at",      "in",      "welcome",    "to",      "any",    "every",
     "each",    "day",    "free",    "walk-in", "local",      "nearest", "no",     "when",
     "if",      "and",    "or",      "from",    "contact",    "ask",     "see",    "go",
     "about",   "med",    "medical", "health",  "skin",       "care",    "urgent", "general",
     "private", "public", "for",     "vet",     "veterinary", "dental",  "eye",    "emergency",
     "new",     "near",   "both",    "some",    "many",       "most",    "all"});

/// A word of the name of an organisation, with a capital.
bool is_of_name(const Namer& namer, std::size_t i) {
  return namer.is_name(i) && (namer.plain(i) != "i");
}

/// The first word of the name that ends in the words at `noun`; `noun`: it has no name.
std::size_t beginning_of_organisation(const Namer& namer, std::size_t noun) {
  std::size_t first = noun;
  while (first > 0 && noun - first < 4 &&
         (is_of_name(namer, first - 1) || namer.plain(first - 1) == "&")) {
    --first;
  }
  while (first < noun &&
         (is_word_of(kNoBeginnings, namer.plain(first)) || namer.plain(first) == "&")) {
    ++first;
  }
  return first;
}

bool is_own_name(std::string_view name, const std::vector<OwnFact>& names) {
  const std::string plain = plain_form(name);
  return std::ranges::any_of(names, [&](const OwnFact& each) {
    const std::string own = plain_form(each.text());
    if (own.empty()) return false;
    return own.find(plain) != own.npos || plain.find(own) != plain.npos ||
           slips_between(plain, own, 3) <= 3;
  });
}

}  // namespace

void judge_organisations(const WordRule& rule, const Judged& judged, Findings& found) {
  std::vector<OwnFact> names;
  if (judged.context.content != nullptr) names = own_facts(*judged.context.content, "name");
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const Namer namer(judged, i);
    if (namer.is_in_title_case()) continue;
    std::size_t told_to = 0;
    for (const Match& noun : rule.words.find(judged.reading.paragraphs[i])) {
      if (!namer.is_name(noun.first) || noun.first < told_to) continue;
      const std::size_t first = beginning_of_organisation(namer, noun.first);
      const bool is_at_beginning = first == 0 && noun.first == 1;
      if (first == noun.first || is_own_name(namer.written(first, noun.last), names)) continue;
      // A sentence begins with a capital anyway: "Good Clinic hygiene" is none.
      if (is_at_beginning && noun.last + 1 < namer.count() &&
          namer.token(noun.last + 1).kind == Token::Kind::Word && !namer.is_name(noun.last + 1) &&
          namer.plain(first).size() < 4) {
        continue;
      }
      namer.tell(first, noun.last, found);
      told_to = noun.last + 1;
    }
  }
}

}  // namespace handbill::prose
