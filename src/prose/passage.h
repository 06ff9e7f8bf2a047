// SPDX-License-Identifier: MIT
// A paragraph whose tokens are asked by number, also by numbers that it has none of: rules look at
// what stands before and behind without counting first.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "prose/phrases.h"
#include "prose/reading.h"

namespace handbill::prose {

/// Refers to the reading.
class Passage {
 public:
  Passage(const words::Paragraph& written, const ReadParagraph& read)
      : written_(written), tokens_(read.tokens) {}
  Passage(const Reading& reading, std::size_t paragraph)
      : Passage(reading.written(paragraph), reading.paragraphs[paragraph]) {}

  std::size_t size() const { return tokens_.size(); }
  const words::Paragraph& written() const { return written_; }

  /// In small letters; empty where there is no token (`at` is beyond an end, or -1).
  std::string_view plain(std::size_t at) const {
    return at < size() ? std::string_view(tokens_[at].plain) : std::string_view();
  }
  /// As it is written, tokens first to last with what is between them.
  std::string_view text(std::size_t first, std::size_t last) const {
    return std::string_view(written_.text).substr(begin(first), end(last) - begin(first));
  }
  std::string_view text(std::size_t at) const { return text(at, at); }
  std::size_t begin(std::size_t at) const { return tokens_[at].begin; }
  std::size_t end(std::size_t at) const { return tokens_[at].end; }

  bool is_word(std::size_t at) const { return is(at, Token::Kind::Word); }
  bool is_number(std::size_t at) const { return is(at, Token::Kind::Number); }
  bool is_sign(std::size_t at) const { return is(at, Token::Kind::Sign); }
  bool is_any(std::size_t at, std::span<const std::string_view> words) const {
    return at < size() && std::ranges::find(words, plain(at)) != words.end();
  }
  bool is_any(std::size_t at, std::initializer_list<std::string_view> words) const {
    return is_any(at, std::span(words.begin(), words.size()));
  }
  /// Nothing stands between it and the token before it.
  bool touches(std::size_t at) const {
    return at > 0 && at < size() && tokens_[at - 1].end == tokens_[at].begin;
  }
  /// Some token may be a number: "7", "½".
  bool may_have_numbers() const;
  /// It begins with a capital.
  bool is_capital(std::size_t at) const;
  std::string_view language(std::size_t at) const {
    return at < size() ? std::string_view(language_of(written_, tokens_[at])) : std::string_view();
  }

 private:
  bool is(std::size_t at, Token::Kind kind) const {
    return at < size() && tokens_[at].kind == kind;
  }

  const words::Paragraph& written_;
  const std::vector<Token>& tokens_;
};

/// One of the phrases stands in the sentence of that token.
bool shares_sentence(const std::vector<Match>& phrases, const ReadParagraph& read,
                     std::size_t token);

}  // namespace handbill::prose
