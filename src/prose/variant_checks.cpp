// SPDX-License-Identifier: MIT
// Checks of words that are written in two ways: with and without a space, with and without a
// capital, British and American.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "prose/check_functions.h"
#include "prose/word_list.h"
#include "prose/word_usage.h"
#include "spelling/speller.h"

namespace handbill::prose {
namespace {

using spelling::Speller;
using spelling::Spelling;

/// A word of one of the documents that are compared.
struct WordPlace {
  std::size_t document = 0;
  Finding finding{};
  std::string_view text{};
};

std::vector<std::vector<UsedWord>> all_words(std::span<const Judged> judged) {
  std::vector<std::vector<UsedWord>> words;
  for (const Judged& each : judged) words.push_back(used_words(each.reading));
  return words;
}

const Speller* speller_of(std::span<const Judged> judged) {
  return judged.empty() ? nullptr : judged.front().context.speller;
}

bool is_known(const Speller* speller, std::string_view word, std::string_view language) {
  return speller != nullptr && speller->look_up(word, language) == Spelling::Right;
}

std::string plain_without_hyphens(std::string_view plain) {
  std::string letters(plain);
  std::erase(letters, '-');
  return letters;
}

/// WaysToWrite to write one term, by their plain forms.
using WaysToWrite = std::map<std::string, std::vector<WordPlace>>;

class TermReader {
 public:
  TermReader(std::span<const Judged> judged, Findings& found)
      : judged_(judged), found_(found), words_(all_words(judged)) {}

  void run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (const UsedWord& each : words_[i]) take_word(i, each);
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::size_t k = 1; k < words_[i].size(); ++k) {
        take_pair(i, words_[i][k - 1], words_[i][k]);
      }
    }
    for (const auto& [letters, ways] : terms_) {
      if (ways.size() > 1) judge(letters, ways);
    }
  }

 private:
  void take_word(std::size_t document, const UsedWord& word) {
    constexpr std::size_t kShortest = 6;
    std::string letters = plain_without_hyphens(word.plain);
    if (count_code_points(letters) < kShortest) return;
    terms_[std::move(letters)][std::string(word.plain)].push_back(
        {document, finding_of(word, judged_[document].reading), word.text});
  }

  /// "micro needling", where the same letters stand in one word elsewhere.
  void take_pair(std::size_t document, const UsedWord& first, const UsedWord& second) {
    if (first.paragraph != second.paragraph || first.token + 1 != second.token) return;
    const Reading& reading = judged_[document].reading;
    const auto& tokens = reading.paragraphs[first.paragraph].tokens;
    const Token &left = tokens[first.token], &right = tokens[second.token];
    const std::string& text = reading.written(first.paragraph).text;
    const std::string_view between =
        std::string_view(text).substr(left.end, right.begin - left.end);
    if ((between != " " && between != "\u00A0") || !may_be_one_word(first.plain, second.plain)) {
      return;
    }
    const auto term = terms_.find(std::string(first.plain) + std::string(second.plain));
    if (term == terms_.end()) return;
    WordPlace place{document, finding_of(first, reading), {}};
    place.finding.end = right.end;
    place.text = std::string_view(text).substr(left.begin, right.end - left.begin);
    term->second[std::string(first.plain) + " " + std::string(second.plain)].push_back(
        std::move(place));
  }

  /// "follow up" and "follow-up", "a way" and "away" are different words.
  static bool may_be_one_word(std::string_view first, std::string_view second) {
    constexpr auto kAdverbs = std::to_array<std::string_view>(
        {"about", "after", "along", "around", "away", "back", "down", "off", "out", "over",
         "through", "together", "under"});
    constexpr std::size_t kShortest = 3;
    return count_code_points(first) >= kShortest && count_code_points(second) >= kShortest &&
           std::ranges::find(kAdverbs, second) == kAdverbs.end();
  }

  void judge(const std::string& letters, const WaysToWrite& ways) {
    const bool has_joined = ways.contains(letters);
    const auto& kept = *std::ranges::max_element(ways, {}, [&](const auto& way) {
      const std::string_view language = language_at(way.second.front());
      return std::tuple(is_own(way.second.front().text), way.second.size(),
                        is_known(speller_of(judged_), way.first, language), way.first == letters);
    });
    for (const auto& [plain, places] : ways) {
      if (plain == kept.first) continue;
      // "long-term results", and "in the long term": a hyphen before a noun.
      const bool is_of_grammar = !has_joined && !begins_with_prefix(ways);
      if (!is_of_grammar) tell(places, kept.second.front());
    }
  }

  /// No word by itself, so that no grammar parts it: "micro".
  bool begins_with_prefix(const WaysToWrite& ways) const {
    constexpr auto kPrefixes = std::to_array<std::string_view>(
        {"anti", "micro", "multi", "non", "post", "pre", "semi", "sub", "ultra"});
    const std::string& way = ways.begin()->first;
    const std::string_view first = std::string_view(way).substr(0, way.find_first_of(" -"));
    return is_in(kPrefixes, first);
  }

  std::string_view language_at(const WordPlace& place) const {
    const words::Paragraph& written =
        judged_[place.document].reading.written(place.finding.paragraph);
    return written.runs.front().language;
  }

  bool is_own(std::string_view text) const {
    const Speller* speller = speller_of(judged_);
    if (speller == nullptr) return false;
    return std::ranges::any_of(speller->own().words, [&](const spelling::OwnWord& each) {
      return plain_form(each.text) == plain_form(text);
    });
  }

  void tell(const std::vector<WordPlace>& places, const WordPlace& kept) {
    for (const WordPlace& each : places) {
      Finding finding = each.finding;
      finding.document = each.document;
      finding.instead = spelling::cased_like(each.text, plain_form(kept.text));
      if (spelling::casing_of(kept.text) == Casing::Mixed) finding.instead = kept.text;
      finding.mended = finding.instead;
      found_.push_back(std::move(finding));
    }
  }

  std::span<const Judged> judged_;
  Findings& found_;
  std::vector<std::vector<UsedWord>> words_;
  std::map<std::string, WaysToWrite> terms_;  ///< by their letters
};

}  // namespace

void compare_variants(const WordRule&, std::span<const Judged> judged, Findings& found) {
  TermReader(judged, found).run();
}

namespace {

struct Capitals {
  std::vector<WordPlace> small, capital;
};

/// It stands by another word with a capital: part of a name ("Chevy Chase Clinic").
bool is_in_name(const std::vector<UsedWord>& words, std::size_t i) {
  const auto is_part = [&](std::size_t k, std::size_t gap) {
    const UsedWord &each = words[k], &here = words[i];
    const std::size_t apart = k < i ? here.token - each.token : each.token - here.token;
    return each.paragraph == here.paragraph && apart <= gap && is_like_name(each);
  };
  return (i > 0 && is_part(i - 1, 1)) || (i + 1 < words.size() && is_part(i + 1, 1));
}

std::string_view language_of_place(std::span<const Judged> judged, const WordPlace& place) {
  return judged[place.document].reading.written(place.finding.paragraph).runs.front().language;
}

/// "our Clinic": behind these an ordinary word that has a capital is meant to be none.
bool follows_article(const std::vector<UsedWord>& words, std::size_t i) {
  constexpr auto kArticles = std::to_array<std::string_view>(
      {"an",  "el", "her", "his", "la",    "las",   "los",  "mi",    "my", "nuestra", "nuestro",
       "our", "su", "sus", "the", "their", "these", "this", "those", "un", "una",     "your"});
  return i > 0 && words[i - 1].paragraph == words[i].paragraph &&
         words[i - 1].token + 1 == words[i].token && is_in(kArticles, words[i - 1].plain);
}

}  // namespace

void compare_capitals(const WordRule&, std::span<const Judged> judged, Findings& found) {
  constexpr std::size_t kShortest = 4;
  const Speller* speller = speller_of(judged);
  const auto documents = all_words(judged);
  std::map<std::string_view, Capitals> by_word;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    const auto& words = documents[d];
    for (std::size_t i = 0; i < words.size(); ++i) {
      const UsedWord& word = words[i];
      if (word.may_have_capital || count_code_points(word.plain) < kShortest) continue;
      WordPlace place{d, finding_of(word, judged[d].reading), word.text};
      if (word.casing == Casing::Small) {
        by_word[word.plain].small.push_back(std::move(place));
      } else if (word.casing == Casing::Capital && !is_in_name(words, i) &&
                 (follows_article(words, i) || !is_known(speller, word.plain, word.language))) {
        by_word[word.plain].capital.push_back(std::move(place));
      }
    }
  }
  for (const auto& [plain, each] : by_word) {
    if (each.small.empty() || each.capital.empty()) continue;
    const WordPlace& first = each.capital.front();
    // One capital of a word that nobody knows may be for a reason of its own.
    const std::string_view spoken = language_of_place(judged, first);
    if (each.capital.size() == 1 && !is_known(speller, plain, spoken)) continue;
    // "May" and "may", "march" and "March"; or one of them is misspelt, which is told as that.
    if (speller != nullptr && speller->is_name(first.text, spoken)) continue;
    const bool is_capital_rarer = each.capital.size() <= each.small.size();
    const WordPlace& kept = is_capital_rarer ? each.small.front() : each.capital.front();
    for (const WordPlace& place : is_capital_rarer ? each.capital : each.small) {
      Finding finding = place.finding;
      finding.document = place.document;
      finding.instead = kept.text;
      finding.mended = finding.instead;
      found.push_back(std::move(finding));
    }
  }
}

namespace {

bool is_american(std::string_view language) {
  return language == "en" || language == "en-US" || language == "en-PR" || language == "en-PH";
}

/// Words of a rule's `swap`: British ones, each with what stands for it in America.
class RegionReader {
 public:
  RegionReader(const WordRule& rule, std::span<const Judged> judged)
      : rule_(rule), judged_(judged) {
    for (const spec::SetSpec& each : rule.written.swap) {
      const std::string* american = each.text.as_string();
      // One that can't be read is never found.
      american_.add(read_phrase(american == nullptr ? "" : *american).value_or(Phrase{}));
    }
  }

  void run(Findings& found) const {
    const Findings british = findings(rule_.words, american_, "British", "American");
    const Findings american = findings(american_, rule_.words, "American", "British");
    const bool is_america = !judged_.empty() && is_american(judged_.front().reading.words.language);
    const Findings& own = is_america ? american : british;
    const Findings& other = is_america ? british : american;
    const bool is_own_rarer = !own.empty() && own.size() < other.size();
    const Findings& rarer = is_own_rarer ? own : other;
    found.insert(found.end(), rarer.begin(), rarer.end());
  }

 private:
  /// Words that one of the phrases finds.
  Findings findings(const PhraseSet& here, const PhraseSet& there, const std::string& way,
                    const std::string& other) const {
    Findings found;
    for (std::size_t d = 0; d < judged_.size(); ++d) {
      const Reading& reading = judged_[d].reading;
      for (std::size_t i = 0; i < reading.paragraphs.size(); ++i) {
        for (const Match& match : here.find(reading.paragraphs[i])) {
          if (way == "American" && is_of_both(match.phrase)) continue;
          auto finding = finding_at(d, i, match, here[match.phrase], there[match.phrase]);
          if (!finding) continue;
          finding->said = {{"way", way}, {"other", other}};
          found.push_back(std::move(*finding));
        }
      }
    }
    return found;
  }

  /// "realize" is British too, beside "realise".
  bool is_of_both(std::size_t phrase) const {
    std::string british = rule_.words[phrase].written;
    std::ranges::replace(british, 's', 'z');
    std::string american = american_[phrase].written;
    std::ranges::replace(american, 's', 'z');
    return british == american;
  }

  std::optional<Finding> finding_at(std::size_t document, std::size_t paragraph, const Match& match,
                                    const Phrase& here, const Phrase& there) const {
    const Reading& reading = judged_[document].reading;
    const words::Paragraph& written = reading.written(paragraph);
    const Token& token = reading.paragraphs[paragraph].tokens[match.first];
    const bool is_word = match.first == match.last && there.places.size() == 1;
    if (!is_word || is_fact(written, token.begin, token.end)) return std::nullopt;
    Finding finding;
    finding.paragraph = paragraph;
    finding.document = document;
    finding.begin = token.begin;
    finding.end = token.end;
    const std::string_view text =
        std::string_view(written.text).substr(token.begin, token.end - token.begin);
    finding.instead = spelling::cased_like(text, other_way(token.plain, here, there));
    finding.mended = finding.instead;
    finding.hints.push_back("did you mean `" + finding.instead + "`?");
    return finding;
  }

  /// "colourful" -> "colorful": the rest of the word stays.
  static std::string other_way(const std::string& plain, const Phrase& here, const Phrase& there) {
    const auto& stem = here.places.front().choices.front();
    const auto& other = there.places.front().choices.front();
    return other.is_beginning ? other.text + plain.substr(stem.text.size()) : other.text;
  }

  const WordRule& rule_;
  std::span<const Judged> judged_;
  PhraseSet american_;
};

}  // namespace

void compare_regions(const WordRule& rule, std::span<const Judged> judged, Findings& found) {
  RegionReader(rule, judged).run(found);
}

}  // namespace handbill::prose
