// SPDX-License-Identifier: MIT
#include "text/hyphenate.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/spaces.h"
#include "text/characters.h"
#include "text/line_widths.h"
#include "text/shape_run.h"

namespace handbill::text {
namespace {

/// The last word of a paragraph is parted only when it is long enough to be a line of its own.
constexpr std::size_t kLongLastWord = 12;
constexpr int kAllLetters = 255;
constexpr std::string_view kWordJoinerBytes = "\u2060";
/// A half of a compound with hyphens is parted only when it is long, and far from its ends: rather
/// than to leave a hole.
constexpr std::size_t kLongHalf = 9;
constexpr int kFarFromHyphen = 4;

enum class Kind { Small, Capital, Apostrophe, Space, SentenceEnd, Digit, Other };

Kind kind_of(char32_t c) {
  if (c >= 'a' && c <= 'z') return Kind::Small;
  if (c == ' ') return Kind::Space;
  if (c >= 'A' && c <= 'Z') return Kind::Capital;
  if (c == '\'' || c == 0x2019) return Kind::Apostrophe;
  if (c == '.' || c == '!' || c == '?' || c == 0x2026) return Kind::SentenceEnd;
  if (c < 0x80) {
    return c >= '0' && c <= '9' ? Kind::Digit : c < ' ' ? Kind::Space : Kind::Other;
  }
  if (c == kNoBreakSpace || c == kNarrowNoBreakSpace || c == kObjectReplacement || c == 0x2013 ||
      c == 0x2014 || hangs(c)) {
    return Kind::Space;
  }
  const std::uint32_t category = U_MASK(u_charType(static_cast<UChar32>(c)));
  if ((category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) return Kind::Capital;
  if ((category & (U_GC_L_MASK | U_GC_M_MASK)) != 0) return Kind::Small;
  return (category & U_GC_ND_MASK) != 0 ? Kind::Digit : Kind::Other;
}

/// What stands between two spaces, less the punctuation around it.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  ///< 0: no letter or digit yet
  std::size_t letters = 0;
  bool starts_large = false;
  bool has_inner_capital = false;
  bool has_apostrophe = false;
  bool is_plain = true;  ///< letters and apostrophes only
  bool ends_sentence = false;
  bool ends_in_digit = false;
  bool has_mark_after = false;  ///< something since `end`
  bool has_apostrophe_after = false;

  void add(Kind kind, std::uint32_t at, std::uint32_t next) {
    if (kind == Kind::Small || kind == Kind::Capital || kind == Kind::Digit) {
      add_letter(kind, at, next);
    } else if (end != 0) {
      if (kind == Kind::Apostrophe && !has_mark_after && !has_apostrophe_after) {
        has_apostrophe_after = true;
      } else {
        has_mark_after = true;
      }
      ends_sentence = ends_sentence || kind == Kind::SentenceEnd;
    }
  }

 private:
  void add_letter(Kind kind, std::uint32_t at, std::uint32_t next) {
    if (end == 0) {
      begin = at;
      starts_large = kind == Kind::Capital;
    } else if (kind == Kind::Capital) {
      has_inner_capital = true;
    }
    if (kind == Kind::Digit || has_mark_after) is_plain = false;
    ends_in_digit = kind == Kind::Digit;
    has_apostrophe = has_apostrophe || has_apostrophe_after;
    has_mark_after = has_apostrophe_after = ends_sentence = false;
    ++letters;
    end = next;
  }
};

bool starts_with_mark(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && joins_letter_before(next_code_point(text, at));
}

/// Letters, digits and hyphens only: no address.
bool is_compound(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    const Kind kind = kind_of(c);
    if (c != '-' && kind != Kind::Small && kind != Kind::Capital && kind != Kind::Digit) {
      return false;
    }
  }
  return true;
}

enum class Capitals { None, First };

/// Small letters only, but for the first where it may be a capital.
bool is_plain_half(std::string_view half, Capitals capitals) {
  for (std::size_t at = 0; at < half.size();) {
    const bool may_be_capital = at == 0 && capitals == Capitals::First;
    const Kind kind = kind_of(next_code_point(half, at));
    if (kind != Kind::Small && !(may_be_capital && kind == Kind::Capital)) return false;
  }
  return true;
}

/// "Dr.", "Mrs.", "J.": what follows is a name, not a sentence.
bool is_title(const Token& token) { return token.starts_large && token.letters <= 3; }

}  // namespace

std::string in_lower_case(std::string_view word) {
  std::string result;
  result.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (c < 0x80) {
      result += to_lower(static_cast<char>(c));
      continue;
    }
    append_utf8(result, lower_case(c));
  }
  return result;
}

bool is_in_words(char32_t c) {
  const Kind kind = kind_of(c);
  return kind == Kind::Small || kind == Kind::Capital || kind == Kind::Apostrophe;
}

bool is_capital(char32_t c) { return kind_of(c) == Kind::Capital; }

bool joins_letter_before(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_GRAPHEME_EXTEND) != 0 ||
         u_charType(static_cast<UChar32>(c)) == U_COMBINING_SPACING_MARK;
}

char32_t lower_case(char32_t c) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

/// One way through a paragraph.
class Hyphenator::Walk {
 public:
  Walk(Hyphenator& owner, const Paragraph& paragraph, ShapedParagraph& shaped)
      : owner_(owner), paragraph_(paragraph), shaped_(shaped), text_(shaped.text) {}

  /// Offsets at which words may be parted, ascending.
  std::vector<std::uint32_t> places() {
    Token token;
    bool follows_number = false;
    for (std::size_t at = 0; at < text_.size();) {
      const auto begin = static_cast<std::uint32_t>(at);
      const Kind kind = kind_of(next_code_point(text_, at));
      if (kind != Kind::Space) {
        token.add(kind, begin, static_cast<std::uint32_t>(at));
        continue;
      }
      // What stays with a number is parted no more than the number is.
      const bool is_kept = keeps_together(begin, at);
      const bool leads_to_number = is_kept && kind_at(past_joiner(at)) == Kind::Digit;
      if (follows_number || leads_to_number) token.is_plain = false;
      follows_number = is_kept && token.ends_in_digit;
      finish(token, IsLast::No);
      token = {};
    }
    if (follows_number) token.is_plain = false;
    finish(token, IsLast::Yes);
    return std::move(places_);
  }

 private:
  enum class IsLast { No, Yes };

  Kind kind_at(std::size_t at) const {
    return at < text_.size() ? kind_of(next_code_point(text_, at)) : Kind::Space;
  }

  std::size_t past_joiner(std::size_t at) const {
    return text_.substr(at).starts_with(kWordJoinerBytes) ? at + kWordJoinerBytes.size() : at;
  }

  /// No line ends at the space from `begin` to `end`.
  bool keeps_together(std::size_t begin, std::size_t end) const {
    const std::string_view space = text_.substr(begin, end - begin);
    return space == kNoBreakSpaceText || space == kNarrowNoBreakSpaceText || past_joiner(end) > end;
  }

  void finish(const Token& token, IsLast is_last) {
    if (token.end == 0) return;
    if (is_last == IsLast::No || token.letters >= kLongLastWord) part_up(token);
    starts_sentence_ = token.ends_sentence && !is_title(token);
  }

  void part_up(const Token& token) {
    const auto& limits = paragraph_.style->hyphen_limits;
    if (token.letters < static_cast<std::size_t>(limits.word)) return;
    const CharacterStyle& style = style_at(token.begin);
    if (!style.hyphenate) return;
    const std::string_view word = text_.substr(token.begin, token.end - token.begin);
    if (!token.is_plain) return part_halves(token.begin, word, style);
    if (is_exception(token.begin, word) || token.has_inner_capital) return;
    if (token.starts_large && !limits.capitalised && !starts_sentence_) return;
    Language* language = language_of(style.language);
    if (language == nullptr) return;
    if (token.has_apostrophe) return part_around_apostrophe(token, *language);
    part_letters(token.begin, word, *language);
  }

  /// True when the word is one; adds its places.
  bool is_exception(std::uint32_t begin, std::string_view word) {
    const auto& exceptions = owner_.hyphenation_->exceptions;
    if (exceptions.empty()) return false;
    const auto found = exceptions.find(in_lower_case(word));
    if (found == exceptions.end()) return false;
    add(begin, found->second, 0, kAllLetters);
    return true;
  }

  /// "Linux-Distributionen": long halves, each by itself.
  void part_halves(std::uint32_t begin, std::string_view word, const CharacterStyle& style) {
    const bool has_halves = word.find('-') != word.npos && is_compound(word);
    Language* language = has_halves ? language_of(style.language) : nullptr;
    if (language == nullptr) return;
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t end = std::min(word.find('-', at), word.size());
      part_half(begin + static_cast<std::uint32_t>(at), word.substr(at, end - at), *language);
      at = end + 1;
    }
  }

  void part_half(std::uint32_t begin, std::string_view half, Language& language) {
    const auto& limits = paragraph_.style->hyphen_limits;
    const std::size_t letters = count_code_points(half);
    if (letters < std::max(kLongHalf, static_cast<std::size_t>(limits.word))) return;
    if (is_exception(begin, half)) return;
    if (!is_plain_half(half, limits.capitalised ? Capitals::First : Capitals::None)) return;
    add(begin, lookup(in_lower_case(half), language), std::max(kFarFromHyphen, limits.before),
        static_cast<int>(letters) - std::max(kFarFromHyphen, limits.after));
  }

  /// "l'éducation", "patient's": each side by itself.
  void part_around_apostrophe(const Token& token, Language& language) {
    std::uint32_t begin = token.begin;
    for (std::size_t at = token.begin; at < token.end;) {
      const auto here = static_cast<std::uint32_t>(at);
      if (kind_of(next_code_point(text_, at)) != Kind::Apostrophe) continue;
      // "doesn't" is cut inside its first half, which is no word.
      if (text_.substr(at, token.end - at) == "t") return;
      part_letters(begin, text_.substr(begin, here - begin), language);
      begin = static_cast<std::uint32_t>(at);
    }
    part_letters(begin, text_.substr(begin, token.end - begin), language);
  }

  void part_letters(std::uint32_t begin, std::string_view word, Language& language) {
    const auto& limits = paragraph_.style->hyphen_limits;
    const std::size_t letters = count_code_points(word);
    if (letters < static_cast<std::size_t>(limits.word)) return;
    const auto& places = lookup(in_lower_case(word), language);
    add(begin, places, limits.before, static_cast<int>(letters) - limits.after);
  }

  /// Places are given by the letters before them; only those of `least` to `most` are taken.
  void add(std::uint32_t begin, const std::vector<std::uint8_t>& places, int least, int most) {
    std::size_t at = begin;
    std::uint8_t letter = 0;
    for (const std::uint8_t place : places) {
      if (place < least || place > most) continue;
      for (; letter < place && at < text_.size(); ++letter) next_code_point(text_, at);
      // A mark stays on its letter, whatever the dictionary knows of it.
      if (starts_with_mark(text_.substr(at))) continue;
      places_.push_back(static_cast<std::uint32_t>(at));
    }
  }

  static const std::vector<std::uint8_t>& lookup(const std::string& word, Language& language) {
    const auto known = language.words.find(word);
    if (known != language.words.end()) return known->second;
    return language.words.emplace(word, language.dictionary->places(word)).first->second;
  }

  Language* language_of(const std::string& name) {
    auto known = owner_.languages_.find(name);
    if (known == owner_.languages_.end()) {
      known = owner_.languages_.emplace(name, Language{}).first;
      const auto& dictionaries = owner_.hyphenation_->dictionaries;
      const auto found = dictionaries.find(name);
      if (found != dictionaries.end()) known->second.dictionary = found->second.get();
    }
    return known->second.dictionary == nullptr ? nullptr : &known->second;
  }

  const CharacterStyle& style_at(std::uint32_t offset) {
    const auto& runs = shaped_.runs;
    while (run_ + 1 < runs.size() && runs[run_].end <= offset) ++run_;
    return style_of(paragraph_, runs[run_]);
  }

  Hyphenator& owner_;
  const Paragraph& paragraph_;
  const ShapedParagraph& shaped_;
  std::string_view text_;
  std::vector<std::uint32_t> places_;
  std::size_t run_ = 0;
  bool starts_sentence_ = true;
};

namespace {

/// Gives the runs that may end in a hyphen its width; leaves out places where there is no room for
/// one: at a run that may not be parted, or that goes to the left.
std::vector<BreakPoint> prepare(const Paragraph& paragraph,
                                const std::vector<std::uint32_t>& places, ShapedParagraph& shaped,
                                const font::FontBook& fonts) {
  std::vector<BreakPoint> points;
  points.reserve(places.size());
  std::size_t at = 0;
  for (const std::uint32_t place : places) {
    while (at + 1 < shaped.runs.size() && shaped.runs[at].end < place) ++at;
    ShapedRun& run = shaped.runs[at];
    const CharacterStyle& style = style_of(paragraph, run);
    if (run.is_field || !style.hyphenate || (run.bidi_level & 1U) != 0) continue;
    if (run.hyphen_advance == Length{}) {
      const font::Face& face = fonts.face(run.font);
      run.hyphen_advance =
          style.size * run.scale * face.advance(face.glyph_for(visible_hyphen(face)));
    }
    points.push_back({place, BreakPoint::Kind::SoftHyphen});
  }
  return points;
}

}  // namespace

void Hyphenator::add_breaks(const Paragraph& paragraph, ShapedParagraph& shaped,
                            const font::FontBook& fonts) {
  const auto may_part = [&](const ShapedRun& run) { return style_of(paragraph, run).hyphenate; };
  if (hyphenation_ == nullptr || std::ranges::none_of(shaped.runs, may_part)) return;
  const auto places = Walk(*this, paragraph, shaped).places();
  const auto points = prepare(paragraph, places, shaped, fonts);
  if (points.empty()) return;
  std::vector<BreakPoint> all;
  all.reserve(shaped.breaks.size() + points.size());
  std::ranges::merge(shaped.breaks, points, std::back_inserter(all), {}, &BreakPoint::offset,
                     &BreakPoint::offset);
  shaped.breaks = std::move(all);
}

}  // namespace handbill::text
