// SPDX-License-Identifier: MIT
#include "text/split_words.h"

#include <unicode/utext.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string_view>

#include "base/check.h"
#include "text/break_iterator.h"
#include "text/characters.h"
#include "text/hyphenate.h"
#include "text/line_widths.h"
#include "text/shape_run.h"

namespace handbill::text {
namespace {

/// Letters that stand together at either end of a word that is parted.
constexpr std::size_t kLeastPart = 2;

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

/// Offsets between the graphemes of a word, neither end included.
std::vector<std::uint32_t> grapheme_bounds(std::string_view word) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> text(
      utext_openUTF8(nullptr, word.data(), static_cast<int64_t>(word.size()), &error));
  const BreakIteratorPtr graphemes(ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &error));
  ubrk_setUText(graphemes.get(), text.get(), &error);
  HANDBILL_CHECK(U_SUCCESS(error), "ICU finds grapheme clusters");
  std::vector<std::uint32_t> bounds;
  for (int32_t at = ubrk_next(graphemes.get()); at != UBRK_DONE; at = ubrk_next(graphemes.get())) {
    if (static_cast<std::size_t>(at) < word.size()) {
      bounds.push_back(static_cast<std::uint32_t>(at));
    }
  }
  return bounds;
}

bool is_address(std::string_view word) {
  const auto has = [&](std::string_view part) { return word.find(part) != word.npos; };
  return has("://") || has("@") || has("www.") || has("/");
}

char32_t letter_before(std::string_view text, std::size_t offset) {
  std::size_t at = offset - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return next_code_point(text, at);
}

char32_t letter_after(std::string_view text, std::size_t offset) {
  return next_code_point(text, offset);
}

bool is_word_letter(char32_t c) { return c != '\'' && c != 0x2019 && is_in_words(c); }

bool is_mark_of_address(char32_t c) {
  constexpr std::u32string_view kMarks = U".-_~?=&#%,;+/:@";
  return kMarks.find(c) != kMarks.npos;
}

class WordSplitter {
 public:
  WordSplitter(ShapedParagraph& shaped, const Paragraph& paragraph, const font::FontBook& fonts)
      : shaped_(shaped), paragraph_(paragraph), fonts_(fonts), text_(shaped.text) {}

  /// Places inside the word that a line from `begin` to `end` consists of.
  void split(std::uint32_t begin, std::uint32_t end) {
    const auto word = text_.substr(begin, end - begin);
    const bool of_address = is_address(word_around(text_, begin));
    std::vector<std::uint32_t> bounds = grapheme_bounds(word);
    for (std::uint32_t& each : bounds) each += begin;
    const std::vector<std::uint32_t> good =
        of_address ? before_marks(bounds) : away_from_ends(bounds);
    // Where two letters hardly stand beside each other there is no room for a hyphen.
    const Hyphens hyphens = of_address || good.empty() ? Hyphens::None : Hyphens::BetweenLetters;
    for (const std::uint32_t each : good.empty() ? bounds : good) add(each, hyphens);
  }
  std::vector<BreakPoint> take() { return std::move(points_); }

 private:
  enum class Hyphens { None, BetweenLetters };

  std::vector<std::uint32_t> before_marks(const std::vector<std::uint32_t>& bounds) const {
    std::vector<std::uint32_t> result;
    std::ranges::copy_if(bounds, std::back_inserter(result), [&](std::uint32_t at) {
      return is_mark_of_address(letter_after(text_, at)) &&
             !is_mark_of_address(letter_before(text_, at));
    });
    return result;
  }
  static std::vector<std::uint32_t> away_from_ends(const std::vector<std::uint32_t>& bounds) {
    if (bounds.size() + 1 < 2 * kLeastPart) return {};
    return {bounds.begin() + kLeastPart - 1, bounds.end() - (kLeastPart - 1)};
  }

  void add(std::uint32_t at, Hyphens hyphens) {
    const char32_t left = letter_before(text_, at);
    const char32_t right = letter_after(text_, at);
    if (left == kObjectReplacement || right == kObjectReplacement) return;
    const bool has_hyphen = hyphens == Hyphens::BetweenLetters && is_word_letter(left) &&
                            is_word_letter(right) && give_hyphen(at);
    points_.push_back(
        {at, has_hyphen ? BreakPoint::Kind::SoftHyphen : BreakPoint::Kind::Allowed, true});
  }

  /// False: the letters at `at` take none.
  bool give_hyphen(std::uint32_t at) {
    const auto run = std::ranges::partition_point(
        shaped_.runs, [&](const ShapedRun& each) { return each.end < at; });
    if (run == shaped_.runs.end() || run->is_field || (run->bidi_level & 1U) != 0 ||
        !takes_letter_space(run->script)) {
      return false;
    }
    const font::Face& face = fonts_.face(run->font);
    run->hyphen_advance = style_of(paragraph_, *run).size * run->scale *
                          face.advance(face.glyph_for(visible_hyphen(face)));
    return true;
  }

  ShapedParagraph& shaped_;
  const Paragraph& paragraph_;
  const font::FontBook& fonts_;
  std::string_view text_;
  std::vector<BreakPoint> points_;
};

}  // namespace

std::optional<ShapedParagraph> with_split_words(const ShapedParagraph& shaped,
                                                const Paragraph& paragraph,
                                                const std::vector<LineBreak>& wide,
                                                const font::FontBook& fonts) {
  ShapedParagraph result = shaped;
  WordSplitter splitter(result, paragraph, fonts);
  for (const LineBreak& each : wide) {
    const auto end = static_cast<std::uint32_t>(hanging_start(shaped.text, each.begin, each.end));
    splitter.split(each.begin, end);
  }
  const std::vector<BreakPoint> points = splitter.take();
  if (points.empty()) return std::nullopt;
  std::vector<BreakPoint> all;
  std::ranges::merge(shaped.breaks, points, std::back_inserter(all), {}, &BreakPoint::offset,
                     &BreakPoint::offset);
  result.breaks = std::move(all);
  return result;
}

std::string word_around(std::string_view text, std::uint32_t offset) {
  const auto is_white = [&](std::size_t at) { return is_white_at(text, at); };
  std::size_t begin = offset;
  while (begin > 0) {
    std::size_t at = begin - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    if (is_white(at)) break;
    begin = at;
  }
  std::size_t end = offset;
  while (end < text.size() && !is_white(end)) next_code_point(text, end);
  return std::string(text.substr(begin, end - begin));
}

}  // namespace handbill::text
