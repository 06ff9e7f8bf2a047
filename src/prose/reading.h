// SPDX-License-Identifier: MIT
// What documents say, cut into sentences, words, numbers and signs: what rules over words look at.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "words/words.h"

namespace handbill::prose {

/// A word with the hyphens and apostrophes in it ("micro-needling", "don’t", "a.m."), a number
/// ("100.4", "1,200", "8:00"; the "h" of "24h" is a word of its own), an address of the web or of
/// mail, or one sign. Of scripts that are written without spaces each ideograph or kana is a word.
struct Token {
  enum class Kind { Word, Number, Address, Sign } kind = Kind::Word;
  std::size_t begin = 0, end = 0;  ///< bytes of the paragraph's text
  /// In small letters, with plain apostrophes and hyphens: what phrases are compared with.
  std::string plain;
  std::size_t key = 0;  ///< the same for the same `plain`
};

/// Token::key.
std::size_t key_of(std::string_view plain);

/// Words up to the sign that ends them, or to the end of the paragraph or of a line in it.
struct Sentence {
  words::Range tokens{};
};

struct ReadParagraph {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  ///< all tokens, in their order
};

/// One document. Paragraphs have the indexes they have in `words`.
struct Reading {
  std::string document;  ///< "aftercare-sheet.es"
  words::Words words;
  std::vector<ReadParagraph> paragraphs;

  const words::Paragraph& written(std::size_t paragraph) const {
    return words.paragraphs[paragraph];
  }
};

Reading read(std::string document, words::Words words);

/// A text that is no document's, as one paragraph.
ReadParagraph read_text(std::string_view text);

/// Of the byte at that offset: BCP 47.
const std::string& language_at(const words::Paragraph& paragraph, std::size_t offset);
inline const std::string& language_of(const words::Paragraph& paragraph, const Token& token) {
  return language_at(paragraph, token.begin);
}

/// It comes from a fact of the content, all or a part of it.
bool is_fact(const words::Paragraph& paragraph, std::size_t begin, std::size_t end);

/// "Día" -> "día", "Don’t" -> "don't", "non‑invasive" -> "non-invasive".
std::string plain_form(std::string_view word);

}  // namespace handbill::prose
