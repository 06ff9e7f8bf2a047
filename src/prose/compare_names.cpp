// SPDX-License-Identifier: MIT
// Names of organisations against how the facts write them.
#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/spaces.h"
#include "base/utf8.h"
#include "prose/compare_facts.h"
#include "prose/own_facts.h"

namespace handbill::prose {
namespace {

constexpr std::size_t kShortestMistyped = 8;
constexpr std::size_t kMostNameSlips = 2;
/// In small letters behind one of these, words of a name mean what they say: "our dental practice".
constexpr auto kDeterminers = std::to_array<std::string_view>(
    {"a", "an", "the", "our", "your", "this", "any", "my", "their", "every", "each", "of", "and"});

/// "and" for "&", without the signs in it.
std::string letters_of(std::string_view plain) {
  if (plain == "&" || plain == "+") return "and";
  std::string letters(plain);
  if (letters.ends_with("'s")) letters.resize(letters.size() - 2);
  std::erase_if(letters, [](char c) { return c == '\'' || c == '-' || c == '.'; });
  return letters;
}

struct OwnName {
  const OwnFact* fact = nullptr;
  std::vector<std::string> words;
  std::string letters;  ///< of all words
};

OwnName own_name(const OwnFact& fact) {
  OwnName own{&fact, {}, {}};
  for (const Token& token : read_text(fact.text()).tokens) {
    const std::string letters = letters_of(token.plain);
    if (letters.empty() || (token.kind == Token::Kind::Sign && letters != "and")) continue;
    own.words.push_back(letters);
    own.letters += letters;
  }
  return own;
}

/// Apostrophes and spaces of every kind as plain ones.
std::string as_compared(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    append_utf8(plain, is_space(c) ? U' ' : c == U'’' ? U'\'' : c);
  }
  return plain;
}

class NameReader {
 public:
  NameReader(const ReadParagraph& paragraph, std::string_view text, const OwnName& own)
      : tokens_(paragraph.tokens), text_(text), own_(own) {}

  struct Found {
    std::size_t begin = 0, end = 0;
    bool is_same = false;
  };

  std::vector<Found> find() const {
    std::vector<Found> found;
    for (std::size_t i = 0; i < tokens_.size();) {
      const auto name = at(i);
      if (name) found.push_back(name->first);
      i = name ? name->second : i + 1;
    }
    return found;
  }

 private:
  /// With the token behind it. Tries as many words as the name has, then one fewer or more.
  std::optional<std::pair<Found, std::size_t>> at(std::size_t i) const {
    // Who mistypes a name begins it right; this spares the rest of the text.
    if (tokens_[i].plain.front() != own_.letters.front()) return std::nullopt;
    const std::size_t count = own_.words.size();
    for (const std::size_t tried : {count, count - 1, count + 1}) {
      if (tried == 0 || i + tried > tokens_.size()) continue;
      const std::size_t behind = i + tried;
      const auto name = name_in(i, behind);
      if (name) return std::pair{*name, behind};
    }
    return std::nullopt;
  }

  std::optional<Found> name_in(std::size_t first, std::size_t behind) const {
    std::string letters;
    std::vector<std::string> words;
    for (std::size_t i = first; i < behind; ++i) {
      words.push_back(letters_of(tokens_[i].plain));
      if (tokens_[i].kind == Token::Kind::Sign && words.back() != "and") return std::nullopt;
      letters += words.back();
    }
    Found found{tokens_[first].begin, tokens_[behind - 1].end};
    if (tokens_[behind - 1].plain.ends_with("'s") && !own_.fact->text().ends_with("s")) {
      // Without the sign of the genitive, whose apostrophe may have several bytes.
      const std::string_view last =
          text_.substr(tokens_[behind - 1].begin, found.end - tokens_[behind - 1].begin);
      found.end = tokens_[behind - 1].begin + std::min(last.find_last_of('\''), last.rfind("’"));
    }
    const std::string_view written = text_.substr(found.begin, found.end - found.begin);
    if (as_compared(written) == as_compared(own_.fact->text())) {
      found.is_same = true;
      return is_single() && is_ambiguous() ? std::nullopt : std::optional(found);
    }
    const bool is_spelt_so = letters == own_.letters;
    const bool is_misspelt = !is_spelt_so && is_mistyped(words);
    if (!is_spelt_so && !is_misspelt) return std::nullopt;
    if (!has_capital(written) && (is_misspelt || !is_meant(first))) return std::nullopt;
    if (is_all_capitals(written) && is_spelt_so) return std::nullopt;
    return found;
  }

  bool is_single() const { return own_.words.size() == 1; }
  /// A short name of one word is a word of other meaning too.
  bool is_ambiguous() const { return own_.letters.size() < 4; }

  /// Word by word, with few slips in all.
  bool is_mistyped(const std::vector<std::string>& words) const {
    if (own_.letters.size() < kShortestMistyped || words.size() != own_.words.size()) return false;
    const std::size_t most = own_.letters.size() < 2 * kShortestMistyped ? 1 : kMostNameSlips;
    std::size_t slips = 0;
    for (std::size_t i = 0; i < words.size() && slips <= most; ++i) {
      slips += slips_between(words[i], own_.words[i], most);
    }
    return slips <= most;
  }

  /// Words in small letters that can be no others than those of the name.
  bool is_meant(std::size_t first) const {
    if (own_.words.size() < 3) return false;
    return first == 0 ||
           std::ranges::find(kDeterminers, tokens_[first - 1].plain) == kDeterminers.end();
  }

  static bool has_capital(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  /// A heading may be set so.
  static bool is_all_capitals(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  const std::vector<Token>& tokens_;
  std::string_view text_;
  const OwnName& own_;
};

}  // namespace

void compare_names(const WordRule&, const Judged& judged, Comparison& compared) {
  for (const OwnFact& fact : own_facts(*judged.context.content, "name")) {
    const OwnName own = own_name(fact);
    if (own.words.empty()) continue;
    for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
      const std::string& text = judged.reading.written(i).text;
      for (const auto& found : NameReader(judged.reading.paragraphs[i], text, own).find()) {
        compared.push_back({.agreement = found.is_same ? Agreement::Same : Agreement::Slip,
                            .paragraph = i,
                            .begin = found.begin,
                            .end = found.end,
                            .fact = fact.path,
                            .refer = "{" + fact.path + "}",
                            .is = std::string(fact.text()),
                            .organisation = fact.organisation});
      }
    }
  }
}

}  // namespace handbill::prose
