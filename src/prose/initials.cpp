// SPDX-License-Identifier: MIT
#include "prose/initials.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "base/utf8.h"
#include "prose/check_functions.h"

namespace handbill::prose {
namespace {

std::string_view text_at(const words::Paragraph& paragraph, const Token& token) {
  return std::string_view(paragraph.text).substr(token.begin, token.end - token.begin);
}

/// A line that is set in capitals has none.
bool is_shouted(const words::Paragraph& paragraph, const ReadParagraph& read,
                const Sentence& sentence) {
  std::size_t words = 0, capitals = 0;
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const Token& token = read.tokens[i];
    if (token.kind != Token::Kind::Word) continue;
    ++words;
    std::size_t at = 0;
    const std::string_view text = text_at(paragraph, token);
    bool is_capital = true;
    while (at < text.size()) {
      is_capital &= u_islower(static_cast<UChar32>(next_code_point(text, at))) == 0;
    }
    capitals += is_capital ? 1 : 0;
  }
  return words > 1 && capitals * 2 > words;
}

/// "sun protection factor (SPF)", "SPF (sun protection factor)".
bool has_brackets(const ReadParagraph& read, const Sentence& sentence, std::size_t token) {
  const bool is_inside = token > sentence.tokens.begin && read.tokens[token - 1].plain == "(";
  const bool is_before = token + 1 < sentence.tokens.end && read.tokens[token + 1].plain == "(";
  return is_inside || is_before;
}

}  // namespace

bool is_initials(const words::Paragraph& paragraph, const Token& token) {
  constexpr std::string_view kRoman = "IVXLC";
  if (token.kind != Token::Kind::Word) return false;
  std::string_view text = text_at(paragraph, token);
  if (text.ends_with('s')) text.remove_suffix(1);
  if (text.find_first_not_of(kRoman) == text.npos) return false;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < text.size(); ++capitals) {
    if (u_isupper(static_cast<UChar32>(next_code_point(text, at))) == 0) return false;
  }
  return capitals >= 2 && capitals <= 5;
}

bool is_expanded(const words::Paragraph& paragraph, const Token& token) {
  return std::ranges::any_of(paragraph.runs, [&](const words::Run& each) {
    return each.begin == token.begin && !each.expansion.empty();
  });
}

void judge_unexplained(const WordRule&, const Judged& judged, Findings& found) {
  std::set<std::string, std::less<>> known;
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    const ReadParagraph& read = judged.reading.paragraphs[i];
    const words::Paragraph& written = judged.reading.written(i);
    for (const Sentence& sentence : read.sentences) {
      if (is_shouted(written, read, sentence)) continue;
      for (std::size_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
        const Token& token = read.tokens[at];
        if (!is_initials(written, token) || !known.insert(token.plain).second) continue;
        if (is_expanded(written, token) || has_brackets(read, sentence, at)) continue;
        if (is_fact(written, token.begin, token.end)) continue;
        found.push_back(finding_of(judged, i, {0, at, at}));
      }
    }
  }
}

}  // namespace handbill::prose
