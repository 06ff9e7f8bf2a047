// SPDX-License-Identifier: MIT
// What a translation has left in the language it was made from: by the script, by the small words
// of a language, and by sentences that stand in both.
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "base/language_tag.h"
#include "base/utf8.h"
#include "prose/reading.h"
#include "prose/translated_text.h"
#include "prose/word_list.h"
#include "prose/words_alone.h"
#include "spec/words.h"

namespace handbill::prose {
namespace {

/// Words that most sentences have, and that are no words of other languages with the same letters.
struct SmallWords {
  std::string_view language;
  std::span<const std::string_view> words;
};
constexpr auto kEnglish = std::to_array<std::string_view>(
    {"the", "and", "your", "you", "with", "are",    "this",  "that", "have",  "when",   "from",
     "our", "if",  "of",   "is",  "it",   "before", "which", "they", "their", "should", "please"});
constexpr auto kSpanish = std::to_array<std::string_view>(
    {"el", "los", "las", "y", "usted", "está", "más", "pero", "cuando", "hasta", "sus"});
constexpr auto kAllSmallWords = std::to_array<SmallWords>({{"en", kEnglish}, {"es", kSpanish}});

/// Latin letters that stand in texts of all scripts.
constexpr auto kUnits = std::to_array<std::string_view>(
    {"mg", "mcg", "ml", "kg", "cm", "mm", "spf", "ppm", "ph", "www", "com", "org", "x"});

std::span<const std::string_view> small_words_of(std::string_view language) {
  const auto* const found =
      std::ranges::find(kAllSmallWords, primary_language(language), &SmallWords::language);
  return found == kAllSmallWords.end() ? std::span<const std::string_view>() : found->words;
}

UScriptCode script_of(std::string_view language) {
  std::array<UScriptCode, 4> scripts{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t count = uscript_getCode(std::string(language).c_str(), scripts.data(),
                                             static_cast<std::int32_t>(scripts.size()), &status);
  return U_SUCCESS(status) && count > 0 ? scripts.front() : USCRIPT_LATIN;
}

bool is_of_script(std::string_view word, UScriptCode script) {
  std::size_t at = 0;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(next_code_point(word, at)), &status) == script;
}

/// A text cut into words, with their places.
struct Cut {
  explicit Cut(std::string_view text) : letters(words_alone(text)), read(read_text(letters)) {}

  std::string_view text(const Token& token) const {
    return std::string_view(letters).substr(token.begin, token.end - token.begin);
  }

  std::string letters;
  ReadParagraph read;
};

class Search {
 public:
  Search(const TranslatedText& text, const KnownWords& known)
      : text_(text),
        known_(known),
        source_script_(script_of(text.source_language)),
        script_(script_of(text.language)),
        source_(text.source),
        own_(text.translation) {
    for (const Token& each : source_.read.tokens) {
      if (is_word_to_translate(source_, each)) source_words_.insert(each.plain);
    }
  }

  std::optional<TextDifference> find() const {
    if (primary_language(text_.source_language) == primary_language(text_.language)) return {};
    if (is_blank(text_.translation) && !is_blank(text_.source))
      return TextDifference{0, 0, "is empty, so the original is printed"};
    if (auto same = same_text()) return same;
    for (const Sentence& each : own_.read.sentences) {
      if (auto found = sentence_left(each)) return found;
      if (auto found = source_language_in(each)) return found;
    }
    return other_script();
  }

 private:
  /// No name, unit or number: a name and an abbreviation begin with a capital.
  bool is_word_to_translate(const Cut& cut, const Token& token) const {
    if (token.kind != Token::Kind::Word || is_known(token)) return false;
    const std::string_view word = cut.text(token);
    std::size_t at = 0;
    const char32_t first = next_code_point(word, at);
    return u_islower(static_cast<UChar32>(first)) != 0 ||
           u_charType(static_cast<UChar32>(first)) == U_OTHER_LETTER;
  }

  bool is_known(const Token& token) const {
    constexpr std::size_t kShortest = 2;
    return token.plain.size() < kShortest || is_in(kUnits, token.plain) ||
           known_.contains(token.plain);
  }

  std::size_t words_in(const Cut& cut, words::Range tokens) const {
    return static_cast<std::size_t>(std::count_if(
        cut.read.tokens.begin() + static_cast<std::ptrdiff_t>(tokens.begin),
        cut.read.tokens.begin() + static_cast<std::ptrdiff_t>(tokens.end),
        [&](const Token& each) { return each.kind == Token::Kind::Word && !is_known(each); }));
  }

  TextDifference told(std::size_t first, std::size_t last, std::string_view how) const {
    const std::size_t begin = own_.read.tokens[first].begin, end = own_.read.tokens[last].end;
    return {begin, end,
            std::string(how) + spec::quoted(text_.translation.substr(begin, end - begin))};
  }

  static std::vector<std::string> plain_words(const Cut& cut, words::Range tokens) {
    std::vector<std::string> words;
    for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
      if (cut.read.tokens[i].kind != Token::Kind::Sign) words.push_back(cut.read.tokens[i].plain);
    }
    return words;
  }

  static bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == text.npos;
  }

  /// All of it is as in the source. Of a single word nobody can tell, "Web" is one in many
  /// languages; in other letters it is none.
  std::optional<TextDifference> same_text() const {
    const words::Range all{0, own_.read.tokens.size()};
    const bool has_other_letters = script_ != source_script_;
    if (words_in(own_, all) < (has_other_letters ? 1 : 2)) return std::nullopt;
    if (!has_word_to_translate(all) && !(has_other_letters && has_small_letters(all)))
      return std::nullopt;
    if (plain_words(own_, all) != plain_words(source_, {0, source_.read.tokens.size()})) {
      return std::nullopt;
    }
    return told(0, all.end - 1, "is as in the original: ");
  }

  /// "Botox Cosmetic" is a name, "Botox for men" is none.
  bool has_word_to_translate(words::Range tokens) const {
    for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
      if (is_word_to_translate(own_, own_.read.tokens[i])) return true;
    }
    return false;
  }

  /// "Before" is a word, "SPF" is an abbreviation.
  bool has_small_letters(words::Range tokens) const {
    for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
      const std::string_view word = own_.text(own_.read.tokens[i]);
      std::size_t at = 0;
      next_code_point(word, at);
      if (at < word.size() && u_islower(static_cast<UChar32>(next_code_point(word, at))) != 0) {
        return true;
      }
    }
    return false;
  }

  std::optional<TextDifference> sentence_left(const Sentence& sentence) const {
    if (words_in(own_, sentence.tokens) < 3) return std::nullopt;
    const auto words = plain_words(own_, sentence.tokens);
    const bool stands_there = std::ranges::any_of(source_.read.sentences, [&](const Sentence& s) {
      return plain_words(source_, s.tokens) == words;
    });
    if (!stands_there || !has_word_to_translate(sentence.tokens)) return std::nullopt;
    return told(sentence.tokens.begin, sentence.tokens.end - 1, "has a sentence of the original: ");
  }

  /// A fourth of its words, and two at least, are small words of the source's language.
  std::optional<TextDifference> source_language_in(const Sentence& sentence) const {
    const auto theirs = small_words_of(text_.source_language);
    const auto ours = small_words_of(text_.language);
    std::size_t of_source = 0, of_own = 0;
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const std::string& word = own_.read.tokens[i].plain;
      of_source += std::ranges::find(theirs, word) != theirs.end() ? 1 : 0;
      of_own += std::ranges::find(ours, word) != ours.end() ? 1 : 0;
    }
    constexpr std::size_t kFourth = 4;
    const std::size_t words = words_in(own_, sentence.tokens);
    if (of_source < 2 || of_own >= of_source || of_source * kFourth < words) return std::nullopt;
    return told(sentence.tokens.begin, sentence.tokens.end - 1,
                "has a sentence in the language of the original: ");
  }

  bool is_of_source_script(const Token& token) const {
    return token.kind == Token::Kind::Word && is_of_script(own_.text(token), source_script_);
  }

  /// Words in letters of the source where the language has others: in a row of them, or one that
  /// stands in the source too.
  std::optional<TextDifference> other_script() const {
    // Chinese signs stand in Japanese too.
    if (script_ == source_script_ || source_script_ == USCRIPT_HAN) return std::nullopt;
    const auto& tokens = own_.read.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!is_of_source_script(tokens[i])) continue;
      std::size_t end = i, to_translate = 0, from_source = 0;
      for (; end < tokens.size() && is_of_source_script(tokens[end]); ++end) {
        if (!is_word_to_translate(own_, tokens[end])) continue;
        ++to_translate;
        from_source += source_words_.contains(tokens[end].plain) ? 1 : 0;
      }
      if (to_translate >= 2 || from_source >= 1) {
        return told(i, end - 1, "has words in the letters of the original: ");
      }
      i = end - 1;
    }
    return std::nullopt;
  }

  const TranslatedText& text_;
  const KnownWords& known_;
  UScriptCode source_script_, script_;
  Cut source_, own_;
  KnownWords source_words_{};
};

}  // namespace

std::optional<TextDifference> left_standing(const TranslatedText& text, const KnownWords& known) {
  return Search(text, known).find();
}

}  // namespace handbill::prose
