// SPDX-License-Identifier: MIT
// What stands on a line, in the order in which it is seen.
#include <algorithm>

#include "text/characters.h"
#include "text/line_setter.h"
#include "text/line_widths.h"

namespace handbill::text {

void LineSetter::collect(const LineBreak& line, std::uint32_t visible_end) {
  pieces_.clear();
  const auto& runs = shaped_.runs;
  while (run_ < runs.size() && runs[run_].end <= line.begin) ++run_;
  for (std::size_t i = run_; i < runs.size() && runs[i].begin < visible_end; ++i) {
    const ShapedRun& run = runs[i];
    LinePiece piece{.run = &run,
                    .style = &style_of(paragraph_, run),
                    .begin = std::max(line.begin, run.begin),
                    .end = std::min(visible_end, run.end),
                    .glyphs = {}};
    if (run.is_field) {
      piece.width = run.field_width;
    } else {
      const bool hyphen = line.hyphen && piece.end == visible_end;
      piece.glyphs = cut_glyphs(
          {run, shaped_.text, *piece.style, fonts_.face(run.font)}, piece.begin, piece.end,
          hyphen ? RunShaper::Ending::Hyphen : RunShaper::Ending::Plain, shaper_);
    }
    pieces_.push_back(std::move(piece));
  }
  const bool is_end = line.end == shaped_.text.size();
  if (!pieces_.empty() && visible_end < line.end && !is_end) pieces_.back().ends_in_space = true;
}

/// Of the word that goes on at `offset`, as far as it stands in the same inline.
std::uint32_t LineSetter::end_of_word(std::uint32_t offset) const {
  const auto run =
      std::ranges::find_if(shaped_.runs, [&](const ShapedRun& each) { return offset < each.end; });
  if (run == shaped_.runs.end() || run->is_field) return offset;
  std::uint32_t end = offset;
  for (auto at = run; at != shaped_.runs.end() && at->inline_index == run->inline_index; ++at) {
    while (end < at->end && !is_white_at(shaped_.text, end)) ++end;
    if (end < at->end) break;
  }
  return end;
}

/// The first half of a parted word says all of it. Halves in different inlines, which may be of
/// different elements, tell what they are.
void LineSetter::join_parted_words(const LineBreak& line) {
  const auto visible = [&](std::uint32_t begin, std::uint32_t end) {
    std::string text;
    append_visible_text(text, std::string_view(shaped_.text).substr(begin, end - begin));
    return text;
  };
  for (LinePiece& each : pieces_) {
    const std::uint32_t end = std::min(each.end, told_until_);
    if (each.begin < end) {
      each.parted_off = static_cast<std::uint32_t>(visible(each.begin, end).size());
    }
  }
  if (!line.hyphen || pieces_.empty() || told_until_ > line.end) return;
  const auto next = std::ranges::find_if(
      shaped_.runs, [&](const ShapedRun& each) { return line.end < each.end; });
  const bool goes_on =
      next != shaped_.runs.end() && next->inline_index == pieces_.back().run->inline_index;
  if (!goes_on) return;
  told_until_ = end_of_word(line.end);
  pieces_.back().rest = visible(line.end, told_until_);
}

/// UAX 9, L2: from the highest level down to the lowest odd one, reverse what is at it or above.
void LineSetter::arrange() {
  visual_.resize(pieces_.size());
  std::uint8_t highest = 0;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    visual_[i] = i;
    highest = std::max(highest, pieces_[i].run->bidi_level);
  }
  for (std::uint8_t level = highest; level > 0; --level) {
    const auto is_below = [&](std::size_t i) { return pieces_[i].run->bidi_level < level; };
    for (auto at = visual_.begin(); at != visual_.end();) {
      if (is_below(*at)) {
        ++at;
        continue;
      }
      const auto end = std::find_if(at, visual_.end(), is_below);
      std::reverse(at, end);
      at = end;
    }
  }
}

void LineSetter::cut_last_tracking() {
  for (auto at = visual_.rbegin(); at != visual_.rend(); ++at) {
    LinePiece& piece = pieces_[*at];
    if (piece.run->is_field) return;
    if (piece.glyphs.empty()) continue;
    piece.glyphs.back().advance -= piece.style->size * piece.style->tracking;
    return;
  }
}

/// The white that full-width punctuation and ideographs have beside them only inside a line.
void LineSetter::trim_ends() {
  if (shaped_.right_to_left || pieces_.empty()) return;
  auto& start = pieces_.front().glyphs;
  if (!start.empty() && start.front().trim_start > Length{}) {
    start.front().advance -= start.front().trim_start;
    start.front().x_offset -= start.front().trim_start;
  }
  auto& end = pieces_.back().glyphs;
  if (!end.empty()) end.back().advance -= end.back().trim_end;
}

Length LineSetter::width() const {
  Length sum;
  for (const LinePiece& piece : pieces_) {
    if (piece.run->is_field) sum += piece.width;
    for (const ShapedGlyph& glyph : piece.glyphs) sum += glyph.advance;
  }
  return sum;
}

/// How far the first and last glyph stand out. Where margins are optical, the first piece in
/// reading order stands first, and the last last (OpticalMargins).
void LineSetter::protrude(std::uint32_t visible_end) {
  start_protrusion_ = end_protrusion_ = {};
  if (pieces_.empty()) return;
  LinePiece& first = pieces_.front();
  LinePiece& last = pieces_.back();
  if (!first.glyphs.empty()) {
    start_protrusion_ = Length::pt(margins_.start(*first.run, first.glyphs.front()));
    first.hang_left = start_protrusion_;
  }
  if (!last.glyphs.empty()) {
    end_protrusion_ = Length::pt(margins_.end(*last.run, last.glyphs.back(), visible_end));
    last.hang_right = end_protrusion_;
  }
}

void LineSetter::place_pieces() {
  Length x;
  for (const std::size_t i : visual_) {
    LinePiece& piece = pieces_[i];
    piece.x = x;
    if (!piece.run->is_field) {
      piece.width = {};
      for (const ShapedGlyph& glyph : piece.glyphs) piece.width += glyph.advance;
    }
    x += piece.width;
  }
}

}  // namespace handbill::text
