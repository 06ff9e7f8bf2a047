// SPDX-License-Identifier: MIT
// Words that are in no list.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/language_tag.h"
#include "base/utf8.h"
#include "prose/check_functions.h"
#include "prose/in_ticks.h"
#include "prose/word_usage.h"
#include "spelling/near_words.h"
#include "spelling/spanish_of_english.h"
#include "spelling/speller.h"
#include "text/scripts.h"

namespace handbill::prose {
namespace {

using spelling::Speller;
using spelling::Spelling;
using spelling::Suggestion;

/// So many words of a document get suggestions: looking for them takes a millisecond each, and with
/// Hunspell a tenth of a second.
constexpr std::size_t kMostSuggested = 10;
constexpr std::size_t kMostSlowlySuggested = 3;

/// In English they have capitals, so that a slip in them looks like a name.
constexpr auto kDaysAndMonths = std::to_array<std::string_view>(
    {"April", "August", "December", "February", "Friday", "January", "Monday", "November",
     "October", "Saturday", "September", "Sunday", "Thursday", "Tuesday", "Wednesday"});

/// Nothing: the word looks like none of them.
std::optional<std::string> meant_day(const spelling::WordList& days, const UsedWord& word) {
  constexpr std::size_t kShortest = 5;
  if (word.plain.size() < kShortest) return std::nullopt;
  const auto near = spelling::near_words(std::span(&days, 1), word.text, 1, 2 * spelling::kOneSlip);
  if (near.empty() || near.front().word[0] != word.text[0]) return std::nullopt;
  // "Wensday": the end says what it is.
  const bool is_meant = near.front().cost <= spelling::kOneSlip || word.plain.ends_with("day");
  return is_meant ? std::optional(near.front().word) : std::nullopt;
}

spelling::WordList days_and_months() {
  spelling::WordGraph graph;
  for (const std::string_view each : kDaysAndMonths) graph.add(each);
  return *spelling::WordList::of_bytes(*graph.finish());
}

/// "`a`, `b` or `c`"
std::string listed(const std::vector<Suggestion>& words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += in_ticks(words[i].word);
  }
  return list;
}

class SpellingJudge {
 public:
  SpellingJudge(const Judged& judged, const Speller& speller, Findings& found)
      : reading_(judged.reading), speller_(speller), found_(found), words_(used_words(reading_)) {}

  void run() {
    names_ = names_in(words_);
    for (const UsedWord& each : words_) {
      if (each.casing == Casing::Small) small_.emplace(each.plain);
      Count& count = counts_[each.plain];
      ++count.all;
      if (reading_.written(each.paragraph).kind == words::Kind::Heading) ++count.in_headings;
    }
    for (const UsedWord& each : words_) judge(each);
  }

 private:
  void judge(const UsedWord& word) {
    if (is_left_out(word) || look_up(word) != Spelling::Unknown || is_term(word)) return;
    if (is_name_of_two(word) || is_species(word)) return;
    if (is_of_foreign_phrase(word) || is_loanword(word)) return;
    if (is_like_name(word) || is_name_elsewhere(word)) {
      judge_name(word);
    } else {
      tell(word);
    }
  }

  /// In letters that its language is not written in, which is told as that.
  static bool is_foreign(const UsedWord& word) {
    const std::string own = text::script_of_language(word.language);
    const auto scripts = text::scripts_of(word.text, "en");
    return std::ranges::any_of(
        scripts, [&](std::uint32_t script) { return !text::covers_script(own, script); });
  }

  /// Abbreviations, and names as companies write them.
  static bool is_left_out(const UsedWord& word) {
    if (is_foreign(word)) return true;
    constexpr std::size_t kLongestAbbreviation = 6, kLongestAmongCapitals = 3;
    if (word.casing == Casing::Mixed) return word.text.find('-') == word.text.npos;
    if (word.casing != Casing::Capitals) return false;
    const std::size_t letters = count_code_points(word.plain);
    if (word.is_in_capitals) return letters <= kLongestAmongCapitals;
    return letters <= kLongestAbbreviation;
  }

  /// "Epstein-Barr": people's names.
  static bool is_name_of_two(const UsedWord& word) {
    if (word.is_in_title) return false;
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < word.text.size(); ++at) {
      const std::size_t end = std::min(word.text.find('-', at), word.text.size());
      const auto casing = spelling::casing_of(word.text.substr(at, end - at));
      if (casing != Casing::Capital && casing != Casing::Small) return false;
      capitals += casing == Casing::Capital ? 1 : 0;
      at = end;
    }
    return capitals > 1;
  }

  /// "Tinea pedis", "S. aureus": Latin names of what lives.
  bool is_species(const UsedWord& word) const {
    const bool is_latin =
        std::ranges::any_of(std::to_array<std::string_view>({"ae", "ans", "i", "is", "um", "us"}),
                            [&](std::string_view end) { return word.plain.ends_with(end); });
    if (word.casing != Casing::Small || !is_latin || word.token == 0) return false;
    const auto& tokens = reading_.paragraphs[word.paragraph].tokens;
    const auto written = [&](std::size_t i) {
      return std::string_view(reading_.written(word.paragraph).text)
          .substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    };
    const std::string_view before = written(word.token - 1);
    constexpr std::size_t kShortestGenus = 4;
    if (before == ".") {
      return word.token > 1 && written(word.token - 2).size() == 1 &&
             spelling::casing_of(written(word.token - 2)) == Casing::Capital;
    }
    return before.size() >= kShortestGenus && spelling::casing_of(before) == Casing::Capital &&
           speller_.look_up(before, word.language) == Spelling::Unknown;
  }

  /// English has it, and so the one beside it, or all that its hyphens join: "pull-through".
  bool is_of_foreign_phrase(const UsedWord& word) {
    if (primary_language(word.language) == "en") return false;
    const auto is_english = [&](const UsedWord& each) {
      return look_up(each) == Spelling::Unknown &&
             speller_.look_up(each.text, "en-US") == Spelling::Right;
    };
    if (!is_english(word)) return false;
    if (word.text.find('-') != word.text.npos) return true;
    const auto at = static_cast<std::size_t>(&word - words_.data());
    const auto is_beside = [&](std::size_t other) {
      if (other >= words_.size() || words_[other].paragraph != word.paragraph) return false;
      const std::size_t apart =
          std::max(words_[other].token, word.token) - std::min(words_[other].token, word.token);
      return apart == 1 && is_english(words_[other]);
    };
    return is_beside(at + 1) || (at > 0 && is_beside(at - 1));
  }

  /// No Spanish word is spelt so: "spray", "slot", "feeds".
  static bool looks_foreign(std::string_view word) {
    constexpr auto kNowhere = std::to_array<std::string_view>(
        {"k", "w", "bb", "dd", "ff", "gg", "mm", "pp", "ss", "tt", "zz", "gh", "ph", "sh", "th"});
    constexpr std::string_view kNeverLast = "bcfghkmpqtvw", kConsonants = "bcdfghjklmnpqrstvwxz";
    const auto is_consonant = [&](char c) { return kConsonants.find(c) != kConsonants.npos; };
    if (word.size() < 2 || has_accents(word)) return false;
    const char last = word.back(), before = word[word.size() - 2];
    return (word[0] == 's' && is_consonant(word[1])) || kNeverLast.find(last) != kNeverLast.npos ||
           (is_consonant(last) && is_consonant(before)) ||
           std::ranges::any_of(kNowhere,
                               [&](std::string_view each) { return word.find(each) != word.npos; });
  }
  static bool has_accents(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  }

  /// An English word, as Spanish takes them over: "stent", "feedback". No slip in a Spanish one
  /// that is like it: "important", "cancer".
  bool is_loanword(const UsedWord& word) const {
    constexpr std::size_t kShortest = 4;
    if (primary_language(word.language) != "es" || word.casing != Casing::Small ||
        word.plain.size() < kShortest || !looks_foreign(word.plain)) {
      return false;
    }
    const std::string plain(word.plain);
    if (speller_.look_up(plain, "en-US") != Spelling::Right) return false;
    std::vector<std::string> cognates = spelling::spanish_of_english(plain);
    for (const char* end : {"a", "e", "o"}) cognates.push_back(plain + end);
    return std::ranges::none_of(cognates, [&](const std::string& each) {
      return speller_.look_up(each, word.language) == Spelling::Right;
    });
  }

  /// A heading and the text below it have it: a treatment that it tells of.
  bool is_term(const UsedWord& word) const {
    const Count& count = counts_.find(word.plain)->second;
    return count.in_headings > 0 && count.all - count.in_headings > 1;
  }

  Spelling look_up(const UsedWord& word) {
    auto& known = verdicts_[std::pair(word.language, word.text)];
    if (!known) known = speller_.look_up(word.text, word.language);
    return *known;
  }

  /// A capital that says nothing here says elsewhere that it is a name.
  bool is_name_elsewhere(const UsedWord& word) const {
    return word.casing == Casing::Capital && names_.contains(word.plain) &&
           !small_.contains(word.plain);
  }

  void judge_name(const UsedWord& word) {
    if (primary_language(word.language) != "en") return;
    const auto meant = meant_day(days_, word);
    if (!meant) return;
    Finding finding = finding_of(word, reading_);
    mend(finding, *meant);
    found_.push_back(std::move(finding));
  }

  /// With a capital that says nothing, and like no word, or of a title or before another name
  /// hardly like one.
  bool may_be_name(const UsedWord& word, const std::vector<Suggestion>& words) const {
    if (word.casing != Casing::Capital) return false;
    if (words.empty()) return true;
    const Suggestion& first = words.front();
    if (primary_language(word.language) != "en") {
      // But for accents: "Garcia" is no name of a Spanish text.
      const bool is_accent =
          spelling::without_stress(first.word) == spelling::without_stress(word.text);
      if (!is_accent && speller_.is_name(word.text, "en-US")) return true;
      if (!first.is_sure && begins_name(word)) return true;
    }
    return word.is_in_title && !first.is_sure;
  }

  /// "Ashley Cole", "Bárcena de Pie de Concha".
  bool begins_name(const UsedWord& word) const {
    constexpr auto kBetween =
        std::to_array<std::string_view>({"de", "del", "la", "las", "le", "los", "von", "y"});
    for (std::size_t i = static_cast<std::size_t>(&word - words_.data()) + 1; i < words_.size();
         ++i) {
      const UsedWord& before = words_[i - 1];
      const UsedWord& next = words_[i];
      if (next.paragraph != word.paragraph || next.token != before.token + 1) return false;
      if (is_like_name(next)) return true;
      if (std::ranges::find(kBetween, next.plain) == kBetween.end()) return false;
    }
    return false;
  }

  static void mend(Finding& finding, const std::string& meant) {
    finding.instead = meant;
    finding.mended = meant;
    finding.hints.push_back("did you mean " + in_ticks(meant) + "?");
  }

  /// A word that nobody knows is told once; a slip that can be mended wherever it is.
  void tell(const UsedWord& word) {
    const auto [at, is_new] = told_.try_emplace(std::string(word.plain));
    if (is_new) at->second = suggestions(word);
    const std::vector<Suggestion>& words = at->second;
    if (may_be_name(word, words)) return;
    // What is written so again and again is no slip.
    constexpr std::size_t kOften = 3;
    const bool is_slip =
        !words.empty() && words.front().is_sure && counts_.find(word.plain)->second.all < kOften;
    if (!is_new && !is_slip) return;
    Finding finding = finding_of(word, reading_);
    if (is_slip) {
      mend(finding, spelling::cased_like(word.text, words.front().word));
    } else if (!words.empty()) {
      finding.hints.push_back("perhaps " + listed(words) + " is meant");
    }
    finding.hints.push_back("if it is right, add it to " + in_ticks(spelling::kOwnWordsFile));
    if (words.empty() && was_asked_) finding.fix = spelling::added(word.text, speller_.own());
    found_.push_back(std::move(finding));
  }

  std::vector<Suggestion> suggestions(const UsedWord& word) {
    constexpr std::size_t kMostTold = 3;
    const bool is_quick = speller_.suggests_quickly(word.language);
    std::size_t most = is_quick ? kMostSuggested : kMostSlowlySuggested;
    // Without what is meant, a slip with a capital passes for a name.
    if (is_quick && word.casing == Casing::Capital) most *= 2;
    was_asked_ = suggested_ < most;
    if (!was_asked_) return {};
    ++suggested_;
    return speller_.suggestions(word.text, word.language, kMostTold);
  }

  struct Count {
    std::size_t all = 0, in_headings = 0;
  };

  const Reading& reading_;
  const Speller& speller_;
  Findings& found_;
  std::vector<UsedWord> words_;
  std::set<std::string, std::less<>> names_, small_;  ///< plain forms
  std::map<std::string_view, Count> counts_;          ///< by plain form
  std::map<std::pair<std::string_view, std::string_view>, std::optional<Spelling>> verdicts_;
  std::map<std::string, std::vector<Suggestion>> told_;
  std::size_t suggested_ = 0;
  bool was_asked_ = false;
  spelling::WordList days_ = days_and_months();
};

}  // namespace

void judge_spelling(const WordRule&, const Judged& judged, Findings& found) {
  const Speller* speller = judged.context.speller;
  if (speller != nullptr) SpellingJudge(judged, *speller, found).run();
}

}  // namespace handbill::prose
