// SPDX-License-Identifier: MIT
#include "prose/grade.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "base/language_tag.h"
#include "prose/sections.h"

namespace handbill::prose {
namespace {

bool ends_sentence(const Token& token) {
  constexpr std::string_view kEnds = ".!?…。！？؟";
  return token.kind == Token::Kind::Sign && kEnds.find(token.plain) != kEnds.npos;
}

class SentenceCounter {
 public:
  explicit SentenceCounter(const Reading& reading)
      : reading_(reading),
        language_(primary_language(reading.words.language)),
        rules_(syllable_rules(reading.words.language)) {}

  void count(std::size_t paragraph, std::vector<CountedSentence>& into) {
    if (!is_prose(reading_.written(paragraph))) return;
    for (const Sentence& each : reading_.paragraphs[paragraph].sentences) {
      const CountedSentence counted = sentence(paragraph, each.tokens);
      if (is_told(counted)) into.push_back(counted);
    }
  }

 private:
  CountedSentence sentence(std::size_t paragraph, words::Range tokens) {
    CountedSentence counted{paragraph, tokens};
    for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
      const Token& token = reading_.paragraphs[paragraph].tokens[i];
      if (token.kind != Token::Kind::Word && token.kind != Token::Kind::Number) continue;
      if (primary_language(language_of(reading_.written(paragraph), token)) != language_) continue;
      const std::size_t syllables = token.kind == Token::Kind::Word ? syllables_of(token.plain) : 1;
      ++counted.words;
      counted.syllables += syllables;
      counted.long_words += syllables >= 3 ? 1 : 0;
    }
    return counted;
  }

  std::size_t syllables_of(const std::string& word) {
    if (!rules_) return 1;
    const auto [known, is_new] = counted_.try_emplace(word, 0);
    if (is_new) known->second = count_syllables(word, *rules_);
    return known->second;
  }

  bool is_told(const CountedSentence& counted) const {
    if (counted.words == 0) return false;
    const auto& tokens = reading_.paragraphs[counted.paragraph].tokens;
    const bool is_fragment = counted.words < 3 && !ends_sentence(tokens[counted.tokens.end - 1]);
    return !is_fragment && facts_in(counted) * 2 <= counted.words;
  }

  std::size_t facts_in(const CountedSentence& counted) const {
    std::size_t count = 0;
    for (std::size_t i = counted.tokens.begin; i < counted.tokens.end; ++i) {
      const Token& token = reading_.paragraphs[counted.paragraph].tokens[i];
      if (token.kind == Token::Kind::Sign) continue;
      count += is_fact(reading_.written(counted.paragraph), token.begin, token.end) ? 1 : 0;
    }
    return count;
  }

  const Reading& reading_;
  std::string_view language_;
  std::optional<SyllableRules> rules_;
  std::map<std::string, std::size_t, std::less<>> counted_;
};

double ratio(std::size_t of, std::size_t to) {
  return static_cast<double>(of) / static_cast<double>(std::max<std::size_t>(to, 1));
}

}  // namespace

std::optional<SyllableRules> syllable_rules(std::string_view language) {
  const std::string_view base = primary_language(language);
  if (base == "en") return SyllableRules::English;
  if (base == "es") return SyllableRules::Spanish;
  return std::nullopt;
}

std::vector<CountedSentence> count_sentences(const Reading& reading,
                                             const std::vector<std::size_t>& paragraphs) {
  std::vector<CountedSentence> sentences;
  SentenceCounter counter(reading);
  for (const std::size_t each : paragraphs) counter.count(each, sentences);
  return sentences;
}

Sums sum_of(const std::vector<CountedSentence>& sentences) {
  Sums sums;
  for (const CountedSentence& each : sentences) {
    ++sums.sentences;
    sums.words += each.words;
    sums.syllables += each.syllables;
    sums.long_words += each.long_words;
  }
  return sums;
}

double flesch_kincaid(const Sums& sums) {
  return 0.39 * ratio(sums.words, sums.sentences) + 11.8 * ratio(sums.syllables, sums.words) -
         15.59;
}

double smog(const Sums& sums) {
  const double of_thirty =
      static_cast<double>(kSmogSentences) * ratio(sums.long_words, sums.sentences);
  return 1.043 * std::sqrt(of_thirty) + 3.1291;
}

double szigriszt(const Sums& sums) {
  return 206.835 - 62.3 * ratio(sums.syllables, sums.words) - ratio(sums.words, sums.sentences);
}

}  // namespace handbill::prose
