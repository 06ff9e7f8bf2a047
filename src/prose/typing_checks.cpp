// SPDX-License-Identifier: MIT
// Checks of slips of the hand: words and signs that stand twice, brackets without a fellow, texts
// that are there twice.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "prose/check_functions.h"
#include "prose/word_list.h"

namespace handbill::prose {
namespace {

using words::Kind;
using words::Paragraph;

/// Between two tokens stand spaces alone.
bool are_neighbours(const Paragraph& paragraph, const Token& left, const Token& right) {
  const std::string_view between =
      std::string_view(paragraph.text).substr(left.end, right.begin - left.end);
  return !between.empty() && between.find_first_not_of(" \n\u00A0") == between.npos;
}

/// Calls `use(paragraph, written, tokens)` for all of a document.
template <class Use>
void each_paragraph(const Judged& judged, Use use) {
  for (std::size_t i = 0; i < judged.reading.paragraphs.size(); ++i) {
    use(i, judged.reading.written(i), judged.reading.paragraphs[i].tokens);
  }
}

Finding between(std::size_t paragraph, std::size_t begin, std::size_t end) {
  Finding finding;
  finding.paragraph = paragraph;
  finding.begin = begin;
  finding.end = end;
  return finding;
}

}  // namespace

void judge_repetition(const WordRule&, const Judged& judged, Findings& found) {
  each_paragraph(judged, [&](std::size_t index, const Paragraph& written, const auto& tokens) {
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const Token &first = tokens[i - 1], &second = tokens[i];
      if (second.kind != Token::Kind::Word || first.plain != second.plain) continue;
      if (!are_neighbours(written, first, second)) continue;
      Finding finding = between(index, first.begin, second.end);
      finding.mended = written.text.substr(first.begin, first.end - first.begin);
      finding.said["word"] = *finding.mended;
      found.push_back(std::move(finding));
    }
  });
}

namespace {

/// Signs of which one alone stands at a place.
bool stands_once(std::string_view sign) {
  constexpr auto kOnce = std::to_array<std::string_view>(
      {",", ";", ":", "!", "?", "¿", "¡", "،", "؛", "؟", "，", "。", "；", "！", "？"});
  return is_in(kOnce, sign);
}

class SignReader {
 public:
  SignReader(std::size_t index, const Paragraph& written, const std::vector<Token>& tokens,
             Findings& found)
      : index_(index), text_(written.text), tokens_(tokens), found_(found) {}

  void read() {
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t end = i + 1;
      while (end < tokens_.size() && is_same_run(i, end)) ++end;
      tell_run(i, end);
      tell_space(i);
      if (end == i + 1) tell_missing_space(i);
      i = end;
    }
  }

 private:
  bool is_sign(std::size_t i) const { return tokens_[i].kind == Token::Kind::Sign; }
  bool is_same_run(std::size_t i, std::size_t next) const {
    return is_sign(next) && tokens_[next].plain == tokens_[i].plain && is_sign(i) &&
           tokens_[next].begin == tokens_[next - 1].end;
  }

  /// Tokens [begin, end) are the same sign.
  void tell_run(std::size_t begin, std::size_t end) {
    const std::string& sign = tokens_[begin].plain;
    // "etc.." and "p.m..": the first stop is the word's own.
    const bool follows_stop = is_sign(begin) && sign == "." && begin > 0 &&
                              tokens_[begin - 1].plain.ends_with('.') &&
                              tokens_[begin - 1].kind == Token::Kind::Word && touches(begin);
    const std::size_t count = end - begin + (follows_stop ? 1 : 0);
    if (count < 2 || !is_sign(begin)) return;
    // Three stops stand for an ellipsis, more for a line to write on.
    const bool is_wrong = sign == "." ? count == 2 : stands_once(sign);
    if (!is_wrong) return;
    Finding finding = between(index_, tokens_[begin].begin, tokens_[end - 1].end);
    finding.instead = sign;
    finding.mended = follows_stop ? std::string() : sign;
    found_.push_back(std::move(finding));
  }

  bool touches(std::size_t i) const { return tokens_[i].begin == tokens_[i - 1].end; }

  /// "word ." and "word ,": French alone has spaces there, and they are none of ASCII.
  void tell_space(std::size_t i) {
    const std::string& sign = tokens_[i].plain;
    if (i == 0 || !is_sign(i) || !(sign == "," || sign == ".")) return;
    if (tokens_[i].begin != tokens_[i - 1].end + 1 || text_[tokens_[i - 1].end] != ' ') return;
    // ".5", "...", ".com"; ",5"
    const bool touches_next = i + 1 < tokens_.size() && tokens_[i + 1].begin == tokens_[i].end;
    const bool goes_on =
        touches_next && (sign == "." || tokens_[i + 1].kind == Token::Kind::Number);
    if (goes_on || tokens_[i - 1].kind == Token::Kind::Sign) return;
    Finding finding = between(index_, tokens_[i - 1].end, tokens_[i].end);
    finding.instead = finding.mended.emplace(sign);
    found_.push_back(std::move(finding));
  }

  /// "cloth,not": a sign that ends something, with a word on both sides.
  void tell_missing_space(std::size_t i) {
    constexpr auto kParting = std::to_array<std::string_view>({",", ";", "!", "?"});
    if (i == 0 || i + 1 == tokens_.size() || !is_sign(i) || !is_in(kParting, tokens_[i].plain))
      return;
    const Token &before = tokens_[i - 1], &behind = tokens_[i + 1];
    if (!touches(i) || !touches(i + 1) || !is_long_word(before) || !is_long_word(behind)) return;
    if (is_in_address(i)) return;
    Finding finding = between(index_, before.begin, behind.end);
    finding.instead = text_.substr(before.begin, tokens_[i].end - before.begin) + " " +
                      text_.substr(behind.begin, behind.end - behind.begin);
    finding.mended = finding.instead;
    finding.hint = "put a space behind the sign";
    found_.push_back(std::move(finding));
  }

  /// Of Latin letters alone; shorter ones are variables and abbreviations.
  static bool is_long_word(const Token& token) {
    constexpr std::size_t kShortest = 3;
    return token.kind == Token::Kind::Word && count_code_points(token.plain) >= kShortest &&
           static_cast<unsigned char>(token.plain.front()) < 0xCD &&
           token.plain.find_first_of("0123456789") == std::string::npos;
  }

  /// What stands without a space around the sign has other signs that no sentence has.
  bool is_in_address(std::size_t i) const {
    constexpr std::string_view kSpaces = " \n\t";
    const std::size_t begin = text_.find_last_of(kSpaces, tokens_[i].begin) + 1;
    const std::size_t end = std::min(text_.find_first_of(kSpaces, tokens_[i].end), text_.size());
    const std::string_view around = std::string_view(text_).substr(begin, end - begin);
    return around.find_first_of("/@=&_<>{}#|\\") != around.npos;
  }

  std::size_t index_;
  const std::string& text_;
  const std::vector<Token>& tokens_;
  Findings& found_;
};

}  // namespace

void judge_signs(const WordRule&, const Judged& judged, Findings& found) {
  each_paragraph(judged, [&](std::size_t index, const Paragraph& written, const auto& tokens) {
    SignReader(index, written, tokens, found).read();
  });
}

namespace {

struct Pair {
  std::string_view open, close;
};
/// Quotation marks of which one language opens with what another closes with are left out.
constexpr auto kPairs = std::to_array<Pair>({{"(", ")"},
                                             {"[", "]"},
                                             {"{", "}"},
                                             {"（", "）"},
                                             {"「", "」"},
                                             {"『", "』"},
                                             {"《", "》"},
                                             {"“", "”"}});

/// "1)", "a)", and ":)": what closes nothing.
bool closes_nothing(const std::vector<Token>& tokens, std::size_t i) {
  if (i == 0) return true;
  const Token& before = tokens[i - 1];
  if (before.kind == Token::Kind::Sign)
    return before.plain == ":" || before.plain == ";" || before.plain == "-";
  const bool is_first = i == 1 || tokens[i - 2].end < before.begin;
  return is_first && (before.kind == Token::Kind::Number || count_code_points(before.plain) == 1);
}

}  // namespace

void judge_brackets(const WordRule&, const Judged& judged, Findings& found) {
  each_paragraph(judged, [&](std::size_t index, const Paragraph& written, const auto& tokens) {
    for (const Pair& pair : kPairs) {
      if (pair.open == "“" && !tokens.empty() &&
          !language_of(written, tokens.front()).starts_with("en"))
        continue;
      std::vector<std::size_t> open;
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& each = tokens[i];
        if (each.kind != Token::Kind::Sign) continue;
        if (each.plain == pair.open) {
          open.push_back(i);
        } else if (each.plain == pair.close && !open.empty()) {
          open.pop_back();
        } else if (each.plain == pair.close && !closes_nothing(tokens, i)) {
          found.push_back(between(index, each.begin, each.end));
        }
      }
      for (const std::size_t i : open)
        found.push_back(between(index, tokens[i].begin, tokens[i].end));
    }
  });
}

namespace {

/// Its words alone.
std::string words_of(const std::vector<Token>& tokens) {
  std::string words;
  for (const Token& each : tokens) {
    if (each.kind != Token::Kind::Sign) words += each.plain + " ";
  }
  return words;
}

/// Short ones may well come again: "Yes", "for 7 days".
bool is_long_enough(const Paragraph& paragraph, const std::vector<Token>& tokens) {
  constexpr std::ptrdiff_t kFewest = 4;
  const std::ptrdiff_t fewest = paragraph.kind == Kind::ListItem ? 2 : kFewest;
  return std::ranges::count(tokens, Token::Kind::Word, &Token::kind) >= fewest;
}

/// What is printed twice because it is asked for twice is meant.
bool is_typed(const Paragraph& paragraph) {
  return std::ranges::any_of(paragraph.origins.list(), [](const text::Origin& each) {
    return each.kind == text::Origin::Kind::Typed;
  });
}

}  // namespace

void judge_said_twice(const WordRule&, const Judged& judged, Findings& found) {
  std::map<std::string, std::size_t> known;
  each_paragraph(judged, [&](std::size_t index, const Paragraph& written, const auto& tokens) {
    if (written.kind == Kind::Figure || written.kind == Kind::Code || written.cell) return;
    if (!is_long_enough(written, tokens) || !is_typed(written)) return;
    const auto [first, is_new] = known.try_emplace(words_of(tokens), index);
    if (is_new) return;
    const diag::Span before = words::written_at(judged.reading.written(first->second), 0,
                                                judged.reading.written(first->second).text.size());
    const diag::Span here = words::written_at(written, 0, written.text.size());
    // One text, placed twice.
    if (before == here) return;
    Finding finding = between(index, 0, written.text.size());
    if (before.known()) finding.labels.push_back({before, "here first"});
    found.push_back(std::move(finding));
  });
}

}  // namespace handbill::prose
