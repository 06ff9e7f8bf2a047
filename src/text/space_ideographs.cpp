// SPDX-License-Identifier: MIT
#include "text/space_ideographs.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "text/line_widths.h"
#include "text/scripts.h"

namespace handbill::text {
namespace {

constexpr double kGap = 0.25;       // em, between ideographs and Latin
constexpr double kFullWidth = 0.9;  // em; a glyph this wide fills its square
constexpr double kHalf = 0.5;
constexpr double kInkTolerance = 0.06;  // em of ink that may reach over the middle

enum class Kind { Other, Ideograph, Western, Opening, Closing };

/// Signs that are read with the digits or letters beside them: 50%, $20, 38°, #5.
constexpr std::u32string_view kWesternSigns = U"%#@&\u00B0\u2030\u2032\u2033";

Kind kind_of(char32_t c) {
  constexpr std::u32string_view kStops = U"、。，．：；！？";
  if (kStops.find(c) != kStops.npos) return Kind::Closing;
  if (kWesternSigns.find(c) != kWesternSigns.npos) return Kind::Western;
  UErrorCode error = U_ZERO_ERROR;
  const auto code = static_cast<UChar32>(c);
  switch (u_charType(code)) {
    case U_START_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
      return Kind::Opening;
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return Kind::Closing;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_CURRENCY_SYMBOL:
      return c < 0x3000 ? Kind::Western : Kind::Other;
    case U_OTHER_NUMBER:
      // Raised and lowered figures and fractions; those in circles are as wide as ideographs.
      return c < 0x2160 ? Kind::Western : Kind::Other;
    default:
      break;
  }
  switch (uscript_getScript(code, &error)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
      return Kind::Ideograph;
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
      return c < 0xFF00 ? Kind::Western : Kind::Other;
    default:
      return Kind::Other;
  }
}

/// The glyphs of one cluster, in a run from left to right.
struct SpacedCluster {
  Kind kind = Kind::Other;
  char32_t character = 0;
  ShapedGlyph* first = nullptr;
  ShapedGlyph* last = nullptr;
  Length em;
  bool is_among_ideographs = false;  ///< of a run of their script, such as the figures in it
};

class Spacer {
 public:
  Spacer(ShapedParagraph& shaped, const Paragraph& paragraph, const font::FontBook& fonts)
      : shaped_(shaped), paragraph_(paragraph), fonts_(fonts) {}

  void space() {
    SpacedCluster before;
    for (ShapedRun& run : shaped_.runs) {
      if (run.is_field || (run.bidi_level & 1U) != 0) {
        before = {};
        continue;
      }
      for (std::size_t i = 0; i < run.glyphs.size();) {
        std::size_t next = i + 1;
        while (next < run.glyphs.size() && run.glyphs[next].cluster == run.glyphs[i].cluster) {
          ++next;
        }
        const SpacedCluster here = measured(run, i, next);
        meet(before, here);
        before = here;
        i = next;
      }
    }
  }

 private:
  SpacedCluster measured(ShapedRun& run, std::size_t begin, std::size_t end) const {
    std::size_t at = run.glyphs[begin].cluster;
    const char32_t character = next_code_point(shaped_.text, at);
    SpacedCluster cluster{kind_of(character),
                          character,
                          &run.glyphs[begin],
                          &run.glyphs[end - 1],
                          style_of(paragraph_, run).size * run.scale,
                          is_ideographic(run.script)};
    const bool is_mark = cluster.kind == Kind::Opening || cluster.kind == Kind::Closing;
    if (!is_mark || end - begin != 1) return cluster;
    ShapedGlyph& glyph = run.glyphs[begin];
    if (glyph.advance < cluster.em * kFullWidth) {
      cluster.kind = Kind::Other;
      return cluster;
    }
    const auto ink = fonts_.face(run.font).ink_box(glyph.id);
    if (!ink) return cluster;
    const double left = ink->left.pt() + kInkTolerance;
    const double right = ink->right().pt() - kInkTolerance;
    if (cluster.kind == Kind::Opening && left >= kHalf) glyph.trim_start = cluster.em * kHalf;
    if (cluster.kind == Kind::Closing && right <= kHalf) glyph.trim_end = cluster.em * kHalf;
    return cluster;
  }

  static bool is_mark(const SpacedCluster& cluster) {
    return cluster.kind == Kind::Opening || cluster.kind == Kind::Closing;
  }

  /// JLReq 3.1.10: brackets and stops stay with what they belong to, dashes and dots in one line.
  static bool is_inseparable(const SpacedCluster& before, const SpacedCluster& here) {
    constexpr std::u32string_view kLines = U"\u2014\u2015\u2025\u2026";
    return before.kind == Kind::Opening || here.kind == Kind::Closing ||
           (before.character == here.character && kLines.find(here.character) != kLines.npos);
  }

  /// What fills a square: the white that lines put between ideographs stands on either side of it.
  static bool is_square(const SpacedCluster& cluster) {
    return cluster.kind == Kind::Ideograph || is_mark(cluster) ||
           is_full_width_form(cluster.character) ||
           cluster.last->advance >= cluster.em * kFullWidth;
  }

  static void meet(const SpacedCluster& before, const SpacedCluster& here) {
    if (before.last == nullptr) return;
    // Figures and what stands among them keep together like the letters of a word.
    here.first->is_tight = is_inseparable(before, here) ||
                           (here.is_among_ideographs && !is_square(before) && !is_square(here));
    if (is_mark(before) && is_mark(here)) {
      if (before.last->trim_end > Length{}) {
        before.last->advance -= before.last->trim_end;
        before.last->trim_end = {};
      } else if (before.kind == Kind::Opening && here.first->trim_start > Length{}) {
        here.first->advance -= here.first->trim_start;
        here.first->x_offset -= here.first->trim_start;
        here.first->trim_start = {};
      }
      return;
    }
    const bool to_western = before.kind == Kind::Ideograph && here.kind == Kind::Western;
    const bool from_western = before.kind == Kind::Western && here.kind == Kind::Ideograph;
    if (!to_western && !from_western) return;
    const Length gap = (to_western ? before.em : here.em) * kGap;
    before.last->advance += gap;
    before.last->trim_end += gap;
  }

  ShapedParagraph& shaped_;
  const Paragraph& paragraph_;
  const font::FontBook& fonts_;
};

}  // namespace

void space_ideographs(ShapedParagraph& shaped, const Paragraph& paragraph,
                      const font::FontBook& fonts) {
  const bool has_ideographs = std::ranges::any_of(
      shaped.runs, [](const ShapedRun& run) { return is_ideographic(run.script); });
  if (has_ideographs) Spacer(shaped, paragraph, fonts).space();
}

}  // namespace handbill::text
