// SPDX-License-Identifier: MIT
#include "compare/tokens.h"

#include "base/spaces.h"
#include "base/utf8.h"

namespace handbill::compare {
namespace {

enum class Sort {
  Space,
  Letter,       ///< and digits, and all that is written together with them
  Mark,         ///< of punctuation: a word of its own at the edges of one
  WholeWord,    ///< of a script without spaces
  Continuation  ///< joins whatever it follows
};

bool is_within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_mark(char32_t c) {
  constexpr std::u32string_view kMarks =
      U"!\"#%&'()*,-./:;?@[\\]_{}\u00A1\u00AB\u00B7\u00BB\u00BF"
      U"\u060C\u061B\u061F\u066A\u06D4";
  return kMarks.find(c) != kMarks.npos || is_within(c, 0x2010, 0x2027) ||
         is_within(c, 0x2030, 0x205E) || is_within(c, 0x3001, 0x3003) ||
         is_within(c, 0x3008, 0x301F) || is_within(c, 0xFF01, 0xFF0F) ||
         is_within(c, 0xFF1A, 0xFF1F);
}

Sort sort_of(char32_t c) {
  if (is_space(c)) return Sort::Space;
  // Joiners, variation selectors, combining marks; vowels and tones of Thai, Lao and Khmer.
  if (c == 0x200C || c == 0x200D || is_within(c, 0xFE00, 0xFE0F) || is_within(c, 0x0300, 0x036F) ||
      c == 0x0E31 || is_within(c, 0x0E34, 0x0E3A) || is_within(c, 0x0E47, 0x0E4E) || c == 0x0EB1 ||
      is_within(c, 0x0EB4, 0x0EBC) || is_within(c, 0x0EC8, 0x0ECE) ||
      is_within(c, 0x17B4, 0x17D3)) {
    return Sort::Continuation;
  }
  if (is_mark(c)) return Sort::Mark;
  if (is_within(c, 0x0E00, 0x0EFF) || is_within(c, 0x1000, 0x109F) ||
      is_within(c, 0x1780, 0x17FF) || is_within(c, 0x3040, 0x30FF) ||
      is_within(c, 0x3400, 0x4DBF) || is_within(c, 0x4E00, 0x9FFF) ||
      is_within(c, 0xF900, 0xFAFF) || is_within(c, 0x20000, 0x3FFFF)) {
    return Sort::WholeWord;
  }
  return Sort::Letter;
}

struct Sign {
  std::size_t begin, end;
  Sort sort;
};

std::vector<Sign> signs_of(std::string_view text) {
  std::vector<Sign> signs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const Sort sort = sort_of(next_code_point(text, at));
    const bool joins = sort == Sort::Continuation && !signs.empty() &&
                       signs.back().sort != Sort::Space && signs.back().end == begin;
    if (joins) {
      signs.back().end = at;
    } else {
      signs.push_back({begin, at, sort == Sort::Continuation ? Sort::Letter : sort});
    }
  }
  return signs;
}

/// What stands between spaces, [begin, end) of the signs.
struct Written {
  std::size_t begin, end;
};

/// Marks inside a word belong to it: "8:30", "it's", "clinic.org".
void add_tokens(const std::vector<Sign>& signs, Written written, std::vector<Token>& tokens) {
  const auto is_letter = [&](std::size_t i) {
    return i < written.end && signs[i].sort == Sort::Letter;
  };
  for (std::size_t i = written.begin; i < written.end;) {
    std::size_t next = i + 1;
    while (is_letter(i) && next < written.end) {
      const bool is_inside = signs[next].sort == Sort::Mark && is_letter(next + 1);
      if (!is_letter(next) && !is_inside) break;
      next += is_inside ? 2 : 1;
    }
    tokens.push_back({signs[i].begin, signs[next - 1].end});
    i = next;
  }
}

}  // namespace

std::uint32_t Vocabulary::number(std::string_view word) {
  return numbers_.try_emplace(std::string(word), static_cast<std::uint32_t>(numbers_.size()))
      .first->second;
}

std::vector<Token> Vocabulary::tokens(std::string_view text) {
  const std::vector<Sign> signs = signs_of(text);
  std::vector<Token> tokens;
  for (std::size_t begin = 0; begin < signs.size();) {
    std::size_t end = begin;
    while (end < signs.size() && signs[end].sort != Sort::Space) ++end;
    add_tokens(signs, {begin, end}, tokens);
    begin = end + 1;
  }
  for (Token& each : tokens) each.word = number(text.substr(each.begin, each.end - each.begin));
  return tokens;
}

std::string with_plain_spaces(std::string_view text) {
  std::string plain;
  bool is_gap = false;
  for (const Sign& sign : signs_of(text)) {
    const bool is_blank = sign.sort == Sort::Space;
    if (!is_blank && is_gap && !plain.empty()) plain += ' ';
    if (!is_blank) plain += text.substr(sign.begin, sign.end - sign.begin);
    is_gap = is_blank;
  }
  return plain;
}

}  // namespace handbill::compare
