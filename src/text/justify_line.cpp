// SPDX-License-Identifier: MIT
// A line stretches or shrinks: its blanks, its letters, its word spaces.
#include <algorithm>
#include <cmath>
#include <limits>

#include "text/characters.h"
#include "text/line_setter.h"

namespace handbill::text {
namespace {

constexpr double kUnlimited = std::numeric_limits<double>::infinity();
/// A glyph width has four decimals.
constexpr double kWidthSteps = 10'000;

}  // namespace

/// Blanks that fill their line share what its words leave. False: there are none.
bool LineSetter::fill_blanks(Length room) {
  std::vector<LinePiece*> blanks;
  for (LinePiece& piece : pieces_) {
    const auto* field = std::get_if<Field>(&paragraph_.inlines[piece.run->inline_index]);
    if (field != nullptr && field->fills) blanks.push_back(&piece);
  }
  if (blanks.empty()) return false;
  const Length left = std::max(room - width(), Length());
  for (LinePiece* each : blanks) each->width += left / static_cast<double>(blanks.size());
  return true;
}

/// Space between letters and width of glyphs give first: within their limits nobody sees it, and
/// word spaces that differ everybody does.
void LineSetter::justify(Length room, const LineBreak& line, std::uint32_t visible_end) {
  set_wished(visible_end);
  Length missing = room - width();
  const bool is_chosen_full = line.ratio > 0;  // the last line of balanced text
  if (missing > Length{} && ends_freely(line) && !is_chosen_full) return;
  const auto& [smallest, wished, largest] = elasticity_.word_space;
  // JLReq 3.8.4: between ideographs comes what word spaces leave.
  if (missing > Length{} && has_ideographs()) stretch_spaces(missing, 0, largest - wished);
  missing = room - width();
  const Elastic letters = letter_give();
  const double give = missing > Length{} ? letters.stretch : letters.shrink;
  // A lone word that can't fill its line stays as it is.
  if (spaces_.empty() && missing.pt() > give + kTolerance.pt()) return;
  if (give > 0) stretch_letters(std::clamp(missing.pt() / give, -1.0, 1.0));
  stretch_spaces(room - width(), smallest - wished, kUnlimited);
}

void LineSetter::set_by_ratio(Length room, double ratio, std::uint32_t visible_end) {
  set_wished(visible_end);
  stretch_letters(ratio);
  const auto& [smallest, wished, largest] = elasticity_.word_space;
  const double change = (ratio > 0 ? largest - wished : wished - smallest) * ratio;
  for (const Space& space : spaces_) space.glyph->advance += space.own * change;
  // Glyphs at the ends of a chosen line may turn out a little wider.
  if (width() > room) stretch_spaces(room - width(), smallest - wished - change, 0.0);
}

/// All by the same part of their own width, from `least` to `most` of it.
void LineSetter::stretch_spaces(Length by, double least, double most) {
  Length sum;
  for (const Space& space : spaces_) sum += space.own;
  if (sum <= Length{}) return;
  const double change = std::clamp(by / sum, least, most);
  for (const Space& space : spaces_) space.glyph->advance += space.own * change;
}

bool LineSetter::has_ideographs() const {
  return std::ranges::any_of(
      pieces_, [](const LinePiece& each) { return is_ideographic(each.run->script); });
}

/// True where the next piece goes on with letters as if it were the same: both are ideographs.
bool LineSetter::is_joint(std::size_t piece) const {
  return piece + 1 < pieces_.size() && !pieces_[piece].right_to_left() &&
         is_ideographic(pieces_[piece].run->script) &&
         is_ideographic(pieces_[piece + 1].run->script);
}

void LineSetter::find_parts(std::uint32_t visible_end) {
  parts_.clear();
  const ShapedGlyph* before = nullptr;  // a letter that this one may follow
  for (std::size_t p = 0; p < pieces_.size(); ++p) {
    for (const ShapedGlyph& glyph : pieces_[p].glyphs) {
      if (is_white(glyph, shaped_.text, visible_end)) {
        parts_.push_back(Part::White);
        before = nullptr;
        continue;
      }
      if (before != nullptr && is_gap(*before, glyph)) parts_.back() = Part::LetterAndGap;
      parts_.push_back(Part::Letter);
      before = &glyph;
    }
    if (pieces_[p].glyphs.empty() || !is_joint(p)) before = nullptr;
  }
}

/// Word spaces, letters and glyphs as wide as the style likes them best.
void LineSetter::set_wished(std::uint32_t visible_end) {
  find_parts(visible_end);
  spaces_.clear();
  const Part* part = parts_.data();
  for (LinePiece& piece : pieces_) {
    const Length tracking = piece.style->size * piece.style->tracking;
    for (std::size_t i = 0; i < piece.glyphs.size(); ++i) {
      ShapedGlyph& glyph = piece.glyphs[i];
      if (part[i] != Part::White || !is_word_space(shaped_.text, glyph.cluster)) continue;
      spaces_.push_back({&glyph, glyph.advance - tracking});
      glyph.advance += spaces_.back().own * (elasticity_.word_space[1] - 1);
    }
    stretch_piece(piece,
                  {elasticity_.letter_space[1], elasticity_.ideograph_space[1],
                   elasticity_.cluster_space[1], elasticity_.glyph_width[1]},
                  part);
    part += piece.glyphs.size();
  }
}

Elastic LineSetter::letter_give() const {
  Elastic sum;
  const Part* part = parts_.data();
  for (const LinePiece& piece : pieces_) {
    double gaps = 0;
    Length width;
    for (const ShapedGlyph& glyph : piece.glyphs) {
      // The advance has the wished width and space in it; both are small next to it.
      if (*part != Part::White) width += glyph.advance;
      if (*part == Part::LetterAndGap) ++gaps;
      ++part;
    }
    const RunElasticity run_elasticity(elasticity_, *piece.style, piece.run->script);
    sum += run_elasticity.glyph(width.pt());
    sum += run_elasticity.gap * gaps;
  }
  return sum;
}

/// By `amount` of what they can, from -1 to 1, in addition to what was wished.
void LineSetter::stretch_letters(double amount) {
  const auto at = [&](const std::array<double, 3>& part) {
    return (amount > 0 ? part[2] - part[1] : part[1] - part[0]) * amount;
  };
  // Rounded so that no sink has to round it again.
  const double wished = elasticity_.glyph_width[1];
  const double width =
      std::round((wished + at(elasticity_.glyph_width)) * kWidthSteps) / kWidthSteps;
  const Part* part = parts_.data();
  for (LinePiece& piece : pieces_) {
    stretch_piece(piece,
                  {at(elasticity_.letter_space), at(elasticity_.ideograph_space),
                   at(elasticity_.cluster_space), width / piece.glyph_width},
                  part);
    part += piece.glyphs.size();
  }
}

/// `part`: of its first glyph.
void LineSetter::stretch_piece(LinePiece& piece, LetterStretch by, const Part* part) {
  const double em = by.gap(piece.run->script);
  if (piece.run->is_field || (em == 0 && by.width == 1)) return;
  const Length space = piece.style->size * em;
  for (ShapedGlyph& glyph : piece.glyphs) {
    glyph.x_offset = glyph.x_offset * by.width;
    if (*part != Part::White) glyph.advance = glyph.advance * by.width;
    if (*part == Part::LetterAndGap) glyph.advance += space;
    ++part;
  }
  piece.glyph_width *= by.width;
}

bool LineSetter::ends_freely(const LineBreak& line) const {
  const auto at = std::ranges::lower_bound(shaped_.breaks, line.end, {}, &BreakPoint::offset);
  return at == shaped_.breaks.end() || at->kind == BreakPoint::Kind::Forced;
}

}  // namespace handbill::text
