// SPDX-License-Identifier: MIT
#include "prose/passage.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace handbill::prose {

bool Passage::may_have_numbers() const {
  return std::ranges::any_of(tokens_, [](const Token& each) {
    // The signs of fractions are those of Latin 1 and of Number Forms.
    const bool is_fraction = each.kind == Token::Kind::Sign && each.plain.size() > 1 &&
                             (each.plain.starts_with("\xC2") || each.plain.starts_with("\xE2\x85"));
    return each.kind == Token::Kind::Number || is_fraction;
  });
}

bool Passage::is_capital(std::size_t at) const {
  if (at >= size()) return false;
  std::size_t offset = begin(at);
  const char32_t first = next_code_point(written_.text, offset);
  return u_isupper(static_cast<UChar32>(first)) != 0;
}

bool shares_sentence(const std::vector<Match>& phrases, const ReadParagraph& read,
                     std::size_t token) {
  return std::ranges::any_of(read.sentences, [&](const Sentence& each) {
    if (token < each.tokens.begin || token >= each.tokens.end) return false;
    return std::ranges::any_of(phrases, [&](const Match& phrase) {
      return phrase.first >= each.tokens.begin && phrase.last < each.tokens.end;
    });
  });
}

}  // namespace handbill::prose
