// SPDX-License-Identifier: MIT
#include "prose/reading.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "prose/word_list.h"

namespace handbill::prose {
namespace {

constexpr UChar32 of(char32_t c) { return static_cast<UChar32>(c); }

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z';
  return u_isalpha(of(c)) != 0 || (U_MASK(u_charType(of(c))) & U_GC_M_MASK) != 0;
}
bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(of(c)) != 0; }
bool is_space(char32_t c) {
  return c <= ' ' || c == 0xA0 || (c >= 0x80 && u_isUWhiteSpace(of(c)) != 0);
}
bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'ʼ'; }
bool is_hyphen(char32_t c) { return c == '-' || c == U'‐' || c == U'‑'; }
/// Written without spaces, a word each.
bool stands_alone(char32_t c) {
  if (c < 0x3000) return false;
  return u_hasBinaryProperty(of(c), UCHAR_IDEOGRAPHIC) != 0 || (c >= 0x3041 && c <= 0x30FF);
}

char32_t plain_letter(char32_t c) {
  if (is_apostrophe(c)) return '\'';
  if (is_hyphen(c)) return '-';
  if (c < 0x80) return static_cast<unsigned char>(to_lower(static_cast<char>(c)));
  return static_cast<char32_t>(u_tolower(of(c)));
}

/// The letters of a text, each with its offset; the last is the end.
struct Letters {
  explicit Letters(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      offsets.push_back(at);
      letters.push_back(next_code_point(text, at));
    }
    offsets.push_back(text.size());
    letters.push_back(0);
  }
  char32_t at(std::size_t i) const { return i < letters.size() ? letters[i] : 0; }
  std::size_t count() const { return letters.size() - 1; }

  std::vector<char32_t> letters;
  std::vector<std::size_t> offsets;
};

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text), letters_(text) {}

  std::vector<Token> tokens() {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < letters_.count();) {
      if (is_space(letters_.at(at))) {
        ++at;
        continue;
      }
      const auto [end, kind] = next(at);
      tokens.push_back(token(at, end, kind));
      at = end;
    }
    return tokens;
  }

 private:
  using Kind = Token::Kind;

  std::pair<std::size_t, Kind> next(std::size_t at) const {
    const char32_t c = letters_.at(at);
    if (const std::size_t end = end_of_address(at); end > at) return {end, Kind::Address};
    if (stands_alone(c)) return {at + 1, Kind::Word};
    if (is_digit(c)) return {end_of_number(at), Kind::Number};
    if (is_letter(c)) return {end_of_word(at), Kind::Word};
    return {at + 1, Kind::Sign};
  }

  std::size_t end_of_number(std::size_t at) const {
    while (is_digit(letters_.at(at))) {
      ++at;
      const char32_t c = letters_.at(at);
      const bool joins = c == '.' || c == ',' || c == ':' || c == U'٫' || c == U'٬';
      if (joins && is_digit(letters_.at(at + 1))) ++at;
    }
    return at;
  }

  bool continues_word(std::size_t at) const {
    const char32_t c = letters_.at(at);
    return (is_letter(c) && !stands_alone(c)) || is_digit(c);
  }

  std::size_t end_of_word(std::size_t at) const {
    if (const std::size_t end = end_of_initials(at); end > at) return end;
    for (;;) {
      while (continues_word(at)) ++at;
      const char32_t c = letters_.at(at);
      const bool joins = is_apostrophe(c) || is_hyphen(c);
      if (!joins || !continues_word(at + 1)) return at;
      ++at;
    }
  }

  /// "a.m.", "U.S.", "e.g."; `at` itself: it is none.
  std::size_t end_of_initials(std::size_t at) const {
    std::size_t end = at, count = 0;
    while (is_letter(letters_.at(end)) && letters_.at(end + 1) == '.') {
      end += 2;
      ++count;
    }
    if (count < 2) {
      // "a.m" without the last stop.
      const bool is_pair = count == 1 && is_letter(letters_.at(end)) && !continues_word(end + 1);
      return is_pair ? end + 1 : at;
    }
    return continues_word(end) ? at : end;
  }

  /// Up to the next space, without the signs that end the sentence; `at` itself: it is none.
  std::size_t end_of_address(std::size_t at) const {
    const char32_t first = letters_.at(at);
    if (first >= 0x80 || !(is_letter(first) || is_digit(first))) return at;
    const std::size_t begin = letters_.offsets[at];
    std::size_t size = 0;
    constexpr std::size_t kLongest = 2048;
    while (size < kLongest && begin + size < text_.size() &&
           static_cast<unsigned char>(text_[begin + size]) > ' ' &&
           static_cast<unsigned char>(text_[begin + size]) < 0x7F) {
      ++size;
    }
    constexpr std::string_view kNeverLast = ".,;:!?)]}>'\"";
    while (size > 0 && kNeverLast.find(text_[begin + size - 1]) != kNeverLast.npos) --size;
    return is_address(text_.substr(begin, size)) ? at + size : at;
  }

  static bool is_address(std::string_view word) {
    const std::string plain = to_lower(word);
    if (plain.starts_with("http://") || plain.starts_with("https://")) return true;
    if (plain.starts_with("www.") && plain.size() > 4) return true;
    const std::size_t sign = plain.find('@');
    if (sign != plain.npos && sign > 0) return plain.find('.', sign) != plain.npos;
    return is_host(word);
  }

  /// "example.com", "example.com/visit": small letters before and behind the stop.
  static bool is_host(std::string_view word) {
    const std::string_view host = word.substr(0, word.find('/'));
    const std::size_t stop = host.rfind('.');
    const std::size_t least = host.size() < word.size() ? 1 : 2;  // "t.co/abc"
    if (stop == host.npos || stop < least || host.size() - stop < 3) return false;
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (!std::ranges::all_of(host.substr(stop + 1), is_small)) return false;
    const auto may_stand = [&](char c) {
      return is_small(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    return std::ranges::all_of(host, may_stand) &&
           std::ranges::any_of(host.substr(0, stop), is_small);
  }

  Token token(std::size_t from, std::size_t to, Kind kind) const {
    Token token{kind, letters_.offsets[from], letters_.offsets[to], {}};
    for (std::size_t i = from; i < to; ++i) append_utf8(token.plain, plain_letter(letters_.at(i)));
    token.key = key_of(token.plain);
    return token;
  }

  std::string_view text_;
  Letters letters_;
};

constexpr auto kEndSigns =
    std::to_array<std::string_view>({".", "!", "?", "…", "。", "！", "？", "؟", "।"});
constexpr auto kClosing =
    std::to_array<std::string_view>({")", "]", "\"", "'", "”", "’", "»", "」", "』", "）"});
/// Words that have a full stop and end no sentence.
constexpr auto kShortened = std::to_array<std::string_view>(
    {"dr",  "mr",  "mrs", "ms",     "prof", "sr",  "sra", "srta", "st",  "ave", "blvd", "rd",
     "ste", "vs",  "fig", "jan",    "feb",  "mar", "apr", "jun",  "jul", "aug", "sep",  "sept",
     "oct", "nov", "dec", "approx", "tel",  "ext", "pág", "núm",  "dra", "jr"});
/// The same before a number.
constexpr auto kShortenedBefore = std::to_array<std::string_view>({"no", "nos", "p", "pp"});

class SentenceCutter {
 public:
  SentenceCutter(std::string_view text, const std::vector<Token>& tokens)
      : text_(text), tokens_(tokens) {}

  std::vector<Sentence> sentences() {
    std::vector<Sentence> sentences;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const bool is_last = i + 1 == tokens_.size();
      if (!is_last && !ends_line(i) && !ends(i)) continue;
      sentences.push_back({{begin, i + 1}});
      begin = i + 1;
    }
    return sentences;
  }

 private:
  bool ends_line(std::size_t i) const {
    const std::string_view between =
        text_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end);
    return between.find('\n') != between.npos;
  }

  /// Token i is the last of a sentence, and not the last of all.
  bool ends(std::size_t i) const {
    const Token& next = tokens_[i + 1];
    if (is_end_sign(next) || (is_closing(next) && next.begin == tokens_[i].end)) return false;
    std::size_t sign = i;
    while (sign > 0 && is_closing(tokens_[sign])) --sign;
    const bool is_initials =
        tokens_[sign].kind == Token::Kind::Word && tokens_[sign].plain.ends_with('.');
    if (is_initials) return begins_with_capital(next);
    if (!is_end_sign(tokens_[sign])) return false;
    // Of scripts without spaces no space follows.
    if (tokens_[sign].plain.size() > 1 && tokens_[sign].plain != "…") return true;
    if (next.begin == tokens_[i].end) return false;
    if (begins_small(next)) return false;
    return tokens_[sign].plain != "." || sign == 0 || !is_shortened(tokens_[sign - 1], next);
  }

  static bool is_end_sign(const Token& token) {
    return token.kind == Token::Kind::Sign && is_in(kEndSigns, token.plain);
  }
  static bool is_closing(const Token& token) {
    return token.kind == Token::Kind::Sign && is_in(kClosing, token.plain);
  }
  char32_t first_of(const Token& token) const {
    std::size_t at = token.begin;
    return next_code_point(text_, at);
  }
  bool begins_small(const Token& token) const {
    return token.kind == Token::Kind::Word && u_islower(of(first_of(token))) != 0;
  }
  bool begins_with_capital(const Token& token) const {
    return token.kind == Token::Kind::Word && u_isupper(of(first_of(token))) != 0;
  }
  bool is_shortened(const Token& word, const Token& next) const {
    if (word.kind != Token::Kind::Word) return false;
    if (next.kind == Token::Kind::Number && is_in(kShortenedBefore, word.plain)) return true;
    const bool is_initial = count_code_points(word.plain) == 1 && begins_with_capital(word);
    return is_initial || is_in(kShortened, word.plain);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
};

}  // namespace

ReadParagraph read_text(std::string_view text) {
  ReadParagraph read;
  read.tokens = Cutter(text).tokens();
  read.sentences = SentenceCutter(text, read.tokens).sentences();
  return read;
}

Reading read(std::string document, words::Words words) {
  Reading reading{std::move(document), std::move(words), {}};
  for (const words::Paragraph& each : reading.words.paragraphs) {
    reading.paragraphs.push_back(read_text(each.text));
  }
  return reading;
}

const std::string& language_at(const words::Paragraph& paragraph, std::size_t offset) {
  const auto behind = std::ranges::upper_bound(paragraph.runs, offset, {}, &words::Run::begin);
  return behind == paragraph.runs.begin() ? behind->language : std::prev(behind)->language;
}

bool is_fact(const words::Paragraph& paragraph, std::size_t begin, std::size_t end) {
  const auto& origins = paragraph.origins.list();
  for (std::size_t i = 0; i < origins.size() && origins[i].begin < end; ++i) {
    const std::size_t behind =
        i + 1 < origins.size() ? origins[i + 1].begin : paragraph.text.size();
    if (behind > begin && origins[i].kind == text::Origin::Kind::Fact) return true;
  }
  return false;
}

std::size_t key_of(std::string_view plain) { return std::hash<std::string_view>()(plain); }

std::string plain_form(std::string_view word) {
  std::string plain;
  for (std::size_t at = 0; at < word.size();) {
    append_utf8(plain, plain_letter(next_code_point(word, at)));
  }
  return plain;
}

}  // namespace handbill::prose
