// SPDX-License-Identifier: MIT
#include <cmath>
#include <utility>

#include "base/spaces.h"
#include "pdf/content.h"

namespace handbill::pdf {
namespace {

Length from_milli(Milli value) { return Length::pt(static_cast<double>(value) / 1000); }

/// Decimals of a TJ number (thousandths of an em), so that no glyph is off by more than a hundredth
/// of a point.
int adjustment_decimals(Length size) {
  if (size <= Length::pt(20)) return 0;
  return size <= Length::pt(200) ? 1 : 2;
}

/// Nothing smaller is ever written.
constexpr double kSmallestAdjustment = 0.005;

/// Thousandths of what a TJ number counts, rounded to so many decimals.
Milli rounded(double value, int decimals) {
  const Milli unit = decimals == 0 ? 1000 : decimals == 1 ? 100 : 10;
  return std::llround(value * 1000 / static_cast<double>(unit)) * unit;
}

}  // namespace

void ContentStream::begin_text() {
  if (in_text_) return;
  out_ += "BT\n";
  in_text_ = true;
  text_x_ = text_y_ = 0;
}

void ContentStream::end_text() {
  if (!in_text_) return;
  if (mark_ && mark_->in_text) end_mark();
  out_ += "ET\n";
  in_text_ = false;
}

void ContentStream::select_font(std::size_t font, Length size) {
  const auto milli = to_milli(size.pt());
  if (!milli || *milli <= 0) return fail("a font size can't be written");
  if (state_.font == font && state_.font_size == milli) return;
  use_->fonts.insert(font);
  out_ += "/F" + std::to_string(font) + ' ';
  append_milli(out_, *milli);
  out_ += " Tf\n";
  state_.font = font;
  state_.font_size = milli;
}

void ContentStream::set_glyph_width(double factor) {
  const auto percent = to_milli(factor * 100);
  if (!percent || *percent <= 0) return fail("a glyph width can't be written");
  if (state_.glyph_width == *percent) return;
  append_milli(out_, *percent);
  out_ += " Tz\n";
  state_.glyph_width = *percent;
}

/// The space that most glyphs of a run have after them beyond their width (tracked text), so that
/// not each needs a number of its own. A majority is found by votes for and against.
void ContentStream::set_character_space(const display::GlyphRun& run, const UsedFont& font) {
  Milli leader = 0;
  int lead = 0;
  for (std::size_t i = 0; i + 1 < run.glyphs.size(); ++i) {
    const display::Glyph& glyph = run.glyphs[i];
    // All widths and spaces are in the scale of Tz (PDF 1.7, 9.4.4).
    const Length natural = run.size * (font.glyph(glyph.id).width / 1000);
    const Length step = (run.glyphs[i + 1].x - glyph.x) / run.glyph_width;
    const Milli space = to_milli((step - natural).pt()).value_or(0);
    if (lead == 0) leader = space;
    lead += space == leader ? 1 : -1;
  }
  // A thousandth of a point is what rounding leaves.
  const Milli wanted = lead > 0 && std::abs(leader) > 1 && !run.right_to_left ? leader : 0;
  if (state_.character_space == wanted) return;
  append_milli(out_, wanted);
  out_ += " Tc\n";
  state_.character_space = wanted;
}

void ContentStream::draw_item(const display::GlyphRun& run) {
  if (run.glyphs.empty()) return;
  begin_text();
  set_opacity(1);
  set_overprint(run.overprint, std::nullopt);
  set_color(Paint::Fill, run.color);
  select_font(resources_->font_index(run.font), run.size);
  if (problem_) return;
  Pen pen;
  pen.font = &resources_->font(*state_.font);
  set_glyph_width(run.glyph_width);
  pen.em = run.size * run.glyph_width;
  set_character_space(run, *pen.font);
  pen.tracking = from_milli(state_.character_space) / run.size * 1000;
  move_to(run.right_to_left ? run.glyphs.back() : run.glyphs.front(), run, pen);
  PartedWords parted = parted_words(run);
  // Clusters follow each other as they are read, right to left too: then every reader gets the
  // letters in their order, without turning them round itself (PDF 1.7, 14.8.2.3.3).
  for (std::size_t done = 0; done < run.glyphs.size();) {
    const Cluster cluster = next_cluster(run, done);
    enter(cluster, run, parted, pen);
    show_cluster(cluster, run, pen);
    done += cluster.glyphs.size();
  }
  close_array(pen);
  if (!in_parted_ || !goes_on_) leave_parted(parted, pen);
}

ContentStream::PartedWords ContentStream::parted_words(const display::GlyphRun& run) const {
  if (!mark_ || !mark_->node) return {};
  PartedWords words{.node = mark_->node, .first_ends = run.parted_off};
  if (run.rest.empty()) return words;
  std::size_t begin = run.text.size();
  while (begin > run.parted_off && !is_space(run.text[begin - 1])) --begin;
  words.last_begins = begin;
  return words;
}

/// The halves of a word that follow each other are marked as one that says all of it; else each is
/// a part of an element that does.
void ContentStream::enter(const Cluster& cluster, const display::GlyphRun& run, PartedWords& words,
                          Pen& pen) {
  if (!words.node) return;
  const display::Glyph& glyph = cluster.glyphs.front();
  const bool is_hyphen = glyph.text_begin == glyph.text_end;
  const bool is_first = glyph.text_begin < words.first_ends ||
                        (is_hyphen && words.first_ends == run.text.size() && words.first_ends > 0);
  if (is_first) {
    if (!in_parted_ && !words.is_first) {
      const std::string_view half = std::string_view(run.text).substr(0, words.first_ends);
      set_owner(tree_->end_word(*words.node, half));
    }
    words.is_first = true;
    return;
  }
  if (std::exchange(words.is_first, false)) leave_parted(words, pen);
  if (!words.last_begins || glyph.text_begin < *words.last_begins) return;
  close_array(pen);
  const std::string word = run.text.substr(*words.last_begins) + run.rest;
  words.last_begins.reset();
  if (goes_on_) {
    begin_actual_text(word);
    in_parted_ = true;
  } else {
    set_owner(tree_->begin_word(*words.node, word, run.rest));
  }
}

void ContentStream::leave_parted(const PartedWords& words, Pen& pen) {
  close_array(pen);
  if (std::exchange(in_parted_, false)) end_actual_text();
  if (words.node) set_owner(*words.node);
}

bool ContentStream::reads_as_written(const Cluster& cluster, const display::GlyphRun& run,
                                     const UsedFont& font) {
  if (!is_one_for_one(cluster, run, font.face())) return false;
  for (std::size_t i = 0; i < cluster.glyphs.size(); ++i) {
    if (font.glyph(cluster.glyphs[i].id).text != text_of_glyph(cluster, run, i)) return false;
  }
  return true;
}

void ContentStream::show_cluster(const Cluster& cluster, const display::GlyphRun& run, Pen& pen) {
  if (cluster.glyphs.size() == 1 && !in_parted_) {
    const UsedGlyph& used = pen.font->glyph(cluster.glyphs[0].id);
    if (used.text == cluster.text) return show_glyph(cluster.glyphs[0], used, run, pen);
  }
  const bool spanned =
      !in_parted_ && (cluster.glyphs.size() == 1 || !reads_as_written(cluster, run, *pen.font));
  if (spanned) {
    close_array(pen);
    begin_actual_text(cluster.text);
  }
  for (std::size_t i = 0; i < cluster.glyphs.size(); ++i) {
    const display::Glyph& glyph =
        cluster.glyphs[run.right_to_left ? cluster.glyphs.size() - 1 - i : i];
    show_glyph(glyph, pen.font->glyph(glyph.id), run, pen);
  }
  if (spanned) {
    close_array(pen);
    end_actual_text();
  }
}

/// Starts a stretch of glyphs on one height, relative to the last line start.
void ContentStream::move_to(const display::Glyph& glyph, const display::GlyphRun& run, Pen& pen) {
  close_array(pen);
  const auto x = to_milli(flip_.x(run.origin.x + glyph.x).pt());
  const auto y = to_milli(flip_.y(run.origin.y + glyph.y).pt());
  if (!x || !y) return fail("text stands beyond 32,767 pt, the largest a PDF can hold");
  if (*x != text_x_ || *y != text_y_) {
    append_milli(out_, *x - text_x_);
    out_ += ' ';
    append_milli(out_, *y - text_y_);
    out_ += " Td\n";
  }
  text_x_ = *x;
  text_y_ = *y;
  pen.glyph_y = glyph.y;
  pen.start = from_milli(*x);
  pen.advanced = 0;
}

void ContentStream::show_glyph(const display::Glyph& glyph, const UsedGlyph& used,
                               const display::GlyphRun& run, Pen& pen) {
  if (glyph.y != pen.glyph_y) move_to(glyph, run, pen);
  const Length x = flip_.x(run.origin.x + glyph.x);
  if (!to_milli(x.pt())) return fail("text stands beyond 32,767 pt, the largest a PDF can hold");
  if (!pen.array_open) {
    open_mark();
    out_ += '[';
  }
  pen.array_open = true;

  // The pen is followed with the numbers as written, so that rounding never adds up.
  const double wanted = (x - pen.start) / pen.em * 1000;
  const double behind = pen.advanced - wanted;
  Milli back = 0;
  if (std::abs(behind) > kSmallestAdjustment) {
    back = rounded(behind, adjustment_decimals(run.size));
  }
  if (back != 0) {
    if (pen.string_open) out_ += ')';
    pen.string_open = false;
    append_milli(out_, back);
  }
  if (!pen.string_open) out_ += '(';
  pen.string_open = true;
  out_ += used.shown;
  pen.advanced += used.width + pen.tracking - static_cast<double>(back) / 1000;
}

void ContentStream::close_array(Pen& pen) {
  if (pen.string_open) out_ += ')';
  if (pen.array_open) out_ += "]TJ\n";
  pen.string_open = pen.array_open = false;
}

}  // namespace handbill::pdf
