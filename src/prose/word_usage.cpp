// SPDX-License-Identifier: MIT
#include "prose/word_usage.h"
#include "prose/word_list.h"

#include <algorithm>
#include <array>

#include "base/language_tag.h"
#include "base/utf8.h"

namespace handbill::prose {
namespace {

using words::Paragraph;

/// Units, whatever dictionaries say.
constexpr auto kUnitsAlone = std::to_array<std::string_view>(
    {"cc", "cl",  "cm",  "dl",   "dpi",  "fl",  "ft",   "gb", "gm", "gr",  "hr",  "hrs", "hz",
     "in", "iu",  "kb",  "kcal", "kg",   "khz", "km",   "kv", "kw", "lb",  "lbs", "mb",  "mcg",
     "mg", "mhz", "min", "mins", "ml",   "mm",  "mmol", "ms", "mw", "ng",  "nm",  "oz",  "ppm",
     "pt", "qt",  "sec", "secs", "tbsp", "tsp", "ui",   "yd", "yr", "yrs", "µg",  "μg",  "µm",
     "μm", "seg", "hs",  "pulg", "st",   "nd",  "rd",   "th", "s"});

/// "nmol", "µl", "kPa": of the SI, and what is counted in its manner.
bool is_si_unit(std::string_view word) {
  constexpr auto kPrefixes =
      std::to_array<std::string_view>({"c", "d", "h", "k", "m", "n", "p", "µ", "μ"});
  constexpr auto kBases = std::to_array<std::string_view>(
      {"bq", "cal", "eq", "g", "gy", "hz", "l", "m", "mol", "mols", "osm", "pa", "s", "sv", "ui"});
  return std::ranges::any_of(kPrefixes, [&](std::string_view prefix) {
    return word.starts_with(prefix) && is_in(kBases, word.substr(prefix.size()));
  });
}

/// Nouns have capitals.
bool has_capital_nouns(std::string_view language) {
  const std::string_view name = primary_language(language);
  return name == "de" || name == "lb";
}

bool has_ascii_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

class UsageReader {
 public:
  UsageReader(std::size_t index, const Paragraph& written, const ReadParagraph& read,
              std::vector<UsedWord>& words)
      : index_(index), written_(written), tokens_(read.tokens), words_(words) {}

  void take(const Sentence& sentence) {
    const std::size_t first = words_.size();
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (!is_asked(i)) continue;
      UsedWord word;
      word.paragraph = index_;
      word.token = i;
      word.text = text_of(tokens_[i]);
      word.plain = tokens_[i].plain;
      word.language = language_of(written_, tokens_[i]);
      word.casing = spelling::casing_of(word.text);
      word.may_have_capital =
          has_capital_nouns(word.language) || begins_anew(i, sentence.tokens.begin);
      words_.push_back(word);
    }
    const Token& last = tokens_[sentence.tokens.end - 1];
    weigh_title(first, last.plain == "." || last.plain == "!");
  }

 private:
  std::string_view text_of(const Token& token) const {
    return std::string_view(written_.text).substr(token.begin, token.end - token.begin);
  }

  bool is_asked(std::size_t i) const {
    const Token& token = tokens_[i];
    return token.kind == Token::Kind::Word && count_code_points(token.plain) > 1 &&
           !has_ascii_digit(token.plain) && !token.plain.ends_with('.') && !touches_address(i) &&
           !is_of_number(i) && !is_fact(written_, token.begin, token.end);
  }

  bool touches(std::size_t i) const { return i > 0 && tokens_[i - 1].end == tokens_[i].begin; }

  /// "@clinic", "#skin", "en_US", "C:\x", "~/x".
  bool touches_address(std::size_t i) const {
    constexpr std::string_view kSigns = "@#_\\~<>{}=&$%";
    const auto is_one = [&](const Token& token) {
      return token.kind == Token::Kind::Sign && kSigns.find(token.plain) != kSigns.npos;
    };
    const bool before = touches(i) && is_one(tokens_[i - 1]);
    const bool after = i + 1 < tokens_.size() && touches(i + 1) && is_one(tokens_[i + 1]);
    return before || after;
  }

  bool is_of_number(std::size_t i) const {
    if (is_in(kUnitsAlone, tokens_[i].plain) || is_si_unit(tokens_[i].plain)) return true;
    return i > 0 && tokens_[i - 1].kind == Token::Kind::Number && touches(i);
  }

  /// Nothing before it in the sentence says that it goes on.
  bool begins_anew(std::size_t i, std::size_t first) const {
    if (i == first) return true;
    const Token& before = tokens_[i - 1];
    if (before.kind == Token::Kind::Number) return i - 1 == first;
    // "non - invasive", "and/or", "a, B" go on, and so does "antibody (Dako"; English has sentences
    // in brackets.
    if (before.plain == "(" && i - 1 > first &&
        primary_language(language_of(written_, tokens_[i])) == "es") {
      return false;
    }
    return before.kind == Token::Kind::Sign && before.plain != "," && before.plain != "-" &&
           before.plain != "/" && before.plain != "&";
  }

  /// Of the sentence whose words begin with `first`. What ends like a sentence is no title.
  void weigh_title(std::size_t first, bool ends_like_one) {
    const std::span<UsedWord> sentence(words_.begin() + static_cast<std::ptrdiff_t>(first),
                                       words_.end());
    std::size_t asked = 0, capital = 0, capitals = 0;
    for (const UsedWord& each : sentence) {
      if (each.casing == Casing::Capitals) ++capitals;
      // "of", "the", "and" stay small in titles.
      constexpr std::size_t kLongSmall = 3;
      if (each.may_have_capital || count_code_points(each.plain) <= kLongSmall) continue;
      ++asked;
      if (each.casing != Casing::Small) ++capital;
    }
    const bool is_in_capitals = sentence.size() > 1 && capitals * 5 >= sentence.size() * 4;
    constexpr std::size_t kFewestCapitals = 2;
    const bool is_title = capital >= kFewestCapitals && capital * 3 >= asked * 2 && !ends_like_one;
    for (UsedWord& each : sentence) {
      each.is_in_capitals = is_in_capitals;
      each.is_in_title = is_title;
      each.may_have_capital = each.may_have_capital || is_title || is_in_capitals;
    }
  }

  std::size_t index_;
  const Paragraph& written_;
  const std::vector<Token>& tokens_;
  std::vector<UsedWord>& words_;
};

}  // namespace

std::vector<UsedWord> used_words(const Reading& reading) {
  std::vector<UsedWord> words;
  for (std::size_t i = 0; i < reading.paragraphs.size(); ++i) {
    const Paragraph& written = reading.written(i);
    if (written.kind == words::Kind::Code) continue;
    UsageReader reader(i, written, reading.paragraphs[i], words);
    for (const Sentence& each : reading.paragraphs[i].sentences) reader.take(each);
  }
  return words;
}

bool is_like_name(const UsedWord& word) {
  return word.casing == Casing::Capital && !word.may_have_capital;
}

std::set<std::string, std::less<>> names_in(const std::vector<UsedWord>& words) {
  std::set<std::string, std::less<>> names;
  for (const UsedWord& each : words) {
    if (is_like_name(each)) names.emplace(each.plain);
  }
  return names;
}

Finding finding_of(const UsedWord& word, const Reading& reading) {
  const Token& token = reading.paragraphs[word.paragraph].tokens[word.token];
  Finding finding;
  finding.paragraph = word.paragraph;
  finding.begin = token.begin;
  finding.end = token.end;
  return finding;
}

}  // namespace handbill::prose
