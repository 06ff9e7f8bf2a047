// SPDX-License-Identifier: MIT
#include "document/set_quotes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/spaces.h"
#include "document/prepare_text.h"
#include "text/characters.h"

namespace handbill::document {
namespace {

constexpr std::size_t kDeepestQuote = 8;
constexpr char32_t kApostrophe = 0x2019;
constexpr char32_t kPrime = 0x2032;
constexpr char32_t kDoublePrime = 0x2033;

/// A quote may open after these.
bool leads_in(char32_t c) {
  constexpr std::u32string_view kSigns = U"([{/-\u2010\u2011\u2013\u2014\u00A1\u00BF";
  constexpr std::u32string_view kOpening = U"\u2018\u201A\u201C\u201E\u00AB\u2039";
  return is_space(c) || kSigns.find(c) != kSigns.npos || kOpening.find(c) != kOpening.npos;
}

/// Words that have lost their start: an apostrophe stands before them.
bool is_shortened(std::u32string_view after, const std::string& language) {
  constexpr auto kEnglish = std::to_array<std::u32string_view>(
      {U"tis", U"twas", U"til", U"em", U"cause", U"n", U"round", U"bout"});
  constexpr auto kDutch = std::to_array<std::u32string_view>({U"s", U"t", U"n", U"k", U"m"});
  std::size_t size = 0;
  while (size < after.size() && is_letter(after[size])) ++size;
  const std::u32string_view word = after.substr(0, size);
  if (is_language(language, "nl")) return std::ranges::find(kDutch, word) != kDutch.end();
  return is_language(language, "en") && std::ranges::find(kEnglish, word) != kEnglish.end();
}

/// "'90s", "'24"
bool is_short_year(std::u32string_view after) {
  return after.size() >= 2 && is_digit(after[0]) && is_digit(after[1]) &&
         (after.size() == 2 || !is_digit(after[2]));
}

class QuoteSetter {
 public:
  QuoteSetter(TypedText& text, const FindMarks& marks) : text_(text), marks_(marks) {
    for (std::size_t i = 0; i < text.size(); ++i) typed_ += text.at(i);
  }

  void set_all() {
    find_last_closing();
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const char32_t c = text_.at(i);
      if ((c != '"' && c != '\'') || text_.is_address(i)) continue;
      const text::CharacterStyle& style = text_.style(i);
      if (style.quotes == text::Quotes::Straight) continue;
      if (c == '"') {
        set_double(i, style.language);
      } else {
        set_single(i, style.language);
      }
    }
    part_marks();
  }

 private:
  enum class Level { Outer, Inner };
  struct Open {
    char32_t typed = 0;
    char32_t close = 0;
    Level level = Level::Outer;
  };

  bool can_open(std::size_t i) const {
    const bool follows_open = opened_ && *opened_ + 1 == i;
    return (leads_in(text_.before(i)) || follows_open) && !is_space(text_.at(i + 1));
  }
  bool can_close(std::size_t i) const {
    return !is_space(text_.before(i)) && !is_letter(text_.at(i + 1));
  }

  void find_last_closing() {
    for (std::size_t i = text_.size(); i-- > 0;) {
      if (text_.at(i) != '\'' || !can_close(i) || can_open(i)) continue;
      last_closing_ = i;
      return;
    }
  }

  bool is_open(char32_t typed) const {
    return std::ranges::find(open_, typed, &Open::typed) != open_.end();
  }

  void set_double(std::size_t i, const std::string& language) {
    const bool opens = can_open(i);
    if (!opens && is_digit(text_.before(i)) && !is_open('"')) {
      text_.replace(i, kDoublePrime);
    } else if (opens) {
      open(i, language, open_.empty() ? Level::Outer : other_level());
    } else if (is_open('"')) {
      close(i, language);
    } else if (!is_space(text_.before(i))) {
      put_close(i, marks_(language).close, language);
    }
  }

  void set_single(std::size_t i, const std::string& language) {
    const char32_t before = text_.before(i);
    if (is_space(before) && is_space(text_.at(i + 1))) return;
    const bool opens = can_open(i) && i < last_closing_ &&
                       !is_short_year(text_.word_after(i + 1)) &&
                       !is_shortened(text_.word_after(i + 1), language);
    if (opens) {
      const bool is_nested = !open_.empty() && open_.back().typed == '"';
      open(i, language, is_nested ? other_level() : Level::Inner);
    } else if (is_digit(before) && !is_letter(text_.at(i + 1)) && !is_open('\'')) {
      text_.replace(i, kPrime);
    } else if (can_close(i) && is_open('\'')) {
      close(i, language);
    } else {
      text_.replace(i, kApostrophe);
    }
  }

  /// Of marks inside the innermost that are open.
  Level other_level() const {
    return open_.back().level == Level::Outer ? Level::Inner : Level::Outer;
  }

  void open(std::size_t i, const std::string& language, Level level) {
    const text::QuotationMarks marks = marks_(language);
    const bool is_outer = level == Level::Outer;
    if (open_.size() < kDeepestQuote) {
      open_.push_back({text_.at(i), is_outer ? marks.close : marks.inner_close, level});
    }
    opened_ = i;
    text_.replace(i, is_outer ? marks.open : marks.inner_open);
    if (text_.at(i) == 0x00AB && spaces_guillemets(language)) {
      text_.insert(i + 1, space_inside(language));
    }
  }

  /// Quotes opened since, and never closed, are forgotten.
  void close(std::size_t i, const std::string& language) {
    const char32_t typed = text_.at(i);
    while (open_.back().typed != typed) open_.pop_back();
    const char32_t mark = open_.back().close;
    open_.pop_back();
    put_close(i, mark, language);
  }

  void put_close(std::size_t i, char32_t mark, const std::string& language) {
    text_.replace(i, mark);
    if (mark == 0x00BB && spaces_guillemets(language)) text_.insert(i, space_inside(language));
  }

  bool is_mark(std::size_t i) const {
    const bool was_typed = typed_[i] == '"' || typed_[i] == '\'';
    const char32_t set = text_.at(i);
    return was_typed && set != typed_[i] && set != kPrime && set != kDoublePrime;
  }

  /// Sets two marks in a row apart, so that they do not look like one of three strokes.
  void part_marks() {
    for (std::size_t i = 1; i < typed_.size(); ++i) {
      if (!is_mark(i) || !is_mark(i - 1)) continue;
      if (typed_[i] == '\'' && typed_[i - 1] == '\'') continue;
      const bool is_spaced = spaces_guillemets(text_.style(i).language) &&
                             (text_.at(i - 1) == 0x00AB || text_.at(i) == 0x00BB);
      if (!is_spaced) text_.insert(i, kNarrowNoBreakSpace);
    }
  }

  static bool spaces_guillemets(const std::string& language) { return is_language(language, "fr"); }
  static char32_t space_inside(const std::string& language) {
    return language == "fr-CH" ? kNarrowNoBreakSpace : kNoBreakSpace;
  }

  TypedText& text_;
  const FindMarks& marks_;
  std::u32string typed_;
  std::vector<Open> open_;
  std::optional<std::size_t> opened_;  ///< the last mark that did
  std::size_t last_closing_ = 0;       ///< a single quote after it closes nothing
};

}  // namespace

void set_quotes(TypedText& text, const FindMarks& marks) { QuoteSetter(text, marks).set_all(); }

}  // namespace handbill::document
