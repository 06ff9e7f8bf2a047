// SPDX-License-Identifier: MIT
// Phrases that rules look for, all of them found in one pass over the words.
//
// A phrase is words as they are written, of any case. In it
//   heal*       is every word that begins so
//   cure|heal   is either
//   very?       may be left out
//   #           is a number
//   ..          is up to four words or numbers, or none
// Signs stand for themselves; what is found begins and ends in one sentence.
#pragma once

#include <bitset>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "prose/reading.h"

namespace handbill::prose {

/// What a token must be.
struct Place {
  struct Choice {
    std::string text;
    bool is_beginning = false;  ///< "heal*"
  };
  std::vector<Choice> choices{};  ///< one must hold; none: a number
  bool may_lack = false;          ///< "very?"
  bool is_gap = false;            ///< ".."
};

struct Phrase {
  std::string written;
  std::vector<Place> places;
};

/// Nothing: it begins or ends with what may be left out, has more than three gaps or 24 places, or
/// a choice that is no word.
std::optional<Phrase> read_phrase(std::string_view written);

/// Where a phrase was found.
struct Match {
  std::size_t phrase = 0;           ///< index in PhraseSet
  std::size_t first = 0, last = 0;  ///< its tokens in the paragraph, the last one included
};

/// To be found together. The cost of a search grows with the text, and hardly with the phrases.
class PhraseSet {
 public:
  /// Gives its index.
  std::size_t add(Phrase phrase);
  const Phrase& operator[](std::size_t index) const { return phrases_[index]; }
  bool empty() const { return phrases_.empty(); }
  std::size_t size() const { return phrases_.size(); }

  /// In the order of the text, of each phrase one at a word: with as much of what may be left out
  /// as there is, and gaps as short as they can be.
  std::vector<Match> find(const ReadParagraph& paragraph) const;

 private:
  /// Phrases that may begin with a token.
  using Index = std::map<std::string, std::vector<std::size_t>, std::less<>>;

  /// False: none begins with it. Most tokens are asked no more.
  bool may_begin(const Token& token) const {
    return words_begun_[token.key % words_begun_.size()] ||
           letters_begun_[static_cast<unsigned char>(token.plain[0])] ||
           (token.kind == Token::Kind::Number && !by_number_.empty());
  }
  std::vector<std::size_t> candidates(const Token& token) const;

  std::vector<Phrase> phrases_;
  Index by_word_, by_beginning_;
  std::bitset<1024> words_begun_;          ///< by the keys of the texts in by_word_
  std::bitset<256> letters_begun_;         ///< the first bytes of those in by_beginning_
  std::set<std::size_t> beginning_sizes_;  ///< of these
  std::vector<std::size_t> by_number_;
};

}  // namespace handbill::prose
