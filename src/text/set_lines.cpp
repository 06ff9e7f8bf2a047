// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "display/move_item.h"
#include "text/break_lines.h"
#include "text/characters.h"
#include "text/check_box.h"
#include "text/elastic.h"
#include "text/leaders.h"
#include "text/line_pieces.h"
#include "text/line_widths.h"
#include "text/marker.h"
#include "text/optical_margins.h"
#include "text/scripts.h"
#include "text/shape_run.h"
#include "text/split_words.h"

namespace handbill::text {
namespace {

constexpr double kUnlimited = std::numeric_limits<double>::infinity();
/// A glyph width has four decimals.
constexpr double kWidthSteps = 10'000;

/// Sets the lines of one paragraph, one after the other.
class LineSetter {
 public:
  LineSetter(const ShapedParagraph& shaped, const Paragraph& paragraph, Measure measure,
             const font::FontBook& fonts, const PartPlaces& places)
      : shaped_(shaped),
        paragraph_(paragraph),
        measure_(measure),
        fonts_(fonts),
        places_(places),
        margins_(shaped, paragraph, fonts),
        elasticity_(Elasticity::of(shaped, paragraph)),
        told_until_(paragraph.begins_in_word ? end_of_word(0) : 0) {}

  Line set(const LineBreak& line);

 private:
  /// Where a part of the text stands in its line.
  struct Place {
    LineInset inset;
    Align align = Align::Start;
    Length taken{};        ///< of the room, by what stands at the other end
    bool may_fill = true;  ///< blanks that ask for it take the room that is left
  };
  Line set_part(const LineBreak& line, const Place& place);
  void lead(Length start, Length end, const LineInset& inset, Line& line);
  void collect(const LineBreak& line, std::uint32_t visible_end);
  std::uint32_t end_of_word(std::uint32_t offset) const;
  void join_parted_words(const LineBreak& line);
  void cut_last_tracking();
  void trim_ends();
  void arrange();
  /// Spreads or narrows the line to fill `room`; a last line only narrows.
  void justify(Length room, const LineBreak& line, std::uint32_t visible_end);
  bool fill_blanks(Length room);
  /// Stretches or narrows a line that need not fill `room`.
  void set_by_ratio(Length room, double ratio, std::uint32_t visible_end);
  void find_parts(std::uint32_t visible_end);
  bool is_joint(std::size_t piece) const;
  void set_wished(std::uint32_t visible_end);
  Elastic letter_give() const;
  void stretch_letters(double amount);
  bool has_ideographs() const;
  /// What a glyph is to justification: space may come behind a letter that another follows.
  enum class Part : std::uint8_t { White, Letter, LetterAndGap };
  struct LetterStretch {
    double letters = 0;     // em
    double ideographs = 0;  // em
    double clusters = 0;    // em
    double width = 1;

    double gap(std::uint32_t script) const {
      if (is_ideographic(script)) return ideographs;
      if (is_spaced_by_clusters(script)) return clusters;
      return takes_letter_space(script) ? letters : 0;
    }
  };
  void stretch_piece(LinePiece& piece, LetterStretch by, const Part* part);
  void stretch_spaces(Length by, double least, double most);
  void protrude(std::uint32_t visible_end);
  Length width() const;
  bool ends_freely(const LineBreak& line) const;
  Length left_edge(const Place& place, Length room, Length first, Length width) const;
  void place_pieces();

  const ShapedParagraph& shaped_;
  const Paragraph& paragraph_;
  Measure measure_;
  const font::FontBook& fonts_;
  const PartPlaces& places_;
  RunShaper shaper_;
  std::size_t count_ = 0;          // of the lines set
  std::size_t run_ = 0;            // the first that can have something on the line
  std::vector<LinePiece> pieces_;  // logical order
  std::vector<std::size_t> visual_;
  std::vector<Part> parts_;  // of all glyphs, piece by piece
  OpticalMargins margins_;
  Elasticity elasticity_;
  struct Space {
    ShapedGlyph* glyph = nullptr;
    Length own;
  };
  std::vector<Space> spaces_;
  Length start_protrusion_;
  Length end_protrusion_;
  /// Up to here the text is told with the first half of a word that hyphens part.
  std::uint32_t told_until_;
};

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

/// Where a line starts from the left, `first` being its own indent.
Length LineSetter::left_edge(const Place& place, Length room, Length first, Length width) const {
  const ParagraphStyle& style = paragraph_.style;
  const Length left = place.inset.left + (shaped_.right_to_left ? style.indent_end + place.taken
                                                                : style.indent_start + first);
  const Length rest = room - width;
  Align align = along_lines(place.align, shaped_.right_to_left);
  // What is too wide sticks out at its end, so that its start can be read.
  if (rest < Length{} || align == Align::Justify) align = Align::Start;
  if (align == Align::Center) return left + rest / 2;
  const bool at_left = (align == Align::Start) != shaped_.right_to_left;
  return at_left ? left : left + rest;
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

/// What stands at the start of a line, and what stands at its end, as one line.
Line join_ends(Line start, Line end) {
  const Length left = std::min(start.left, end.left);
  const Length right = std::max(start.left + start.width, end.left + end.width);
  start.items.insert(start.items.end(), std::make_move_iterator(end.items.begin()),
                     std::make_move_iterator(end.items.end()));
  start.links.insert(start.links.end(), end.links.begin(), end.links.end());
  start.left = left;
  start.width = right - left;
  start.overrun = std::max(start.overrun, end.overrun);
  start.shortfall = {};
  start.ascent = std::max(start.ascent, end.ascent);
  start.descent = std::max(start.descent, end.descent);
  start.text += " " + end.text;
  return start;
}

/// Fills the white between `start`, where the words before it end in the direction of the line, and
/// `end`.
void LineSetter::lead(Length start, Length end, const LineInset& inset, Line& line) {
  const ParagraphStyle& style = paragraph_.style;
  const bool leftwards = shaped_.right_to_left;
  const Length edge =
      leftwards ? inset.left + style.indent_end : measure_.width - inset.right - style.indent_end;
  auto item =
      leader(paragraph_, {leftwards ? end : start, leftwards ? start : end, edge}, fonts_, shaper_);
  if (item) line.items.push_back(std::move(*item));
}

Line LineSetter::set(const LineBreak& line) {
  const LineInset inset = measure_.inset(count_++);
  const bool is_parted = line.begin < line.flush_end && line.flush_end < line.end;
  const bool leftwards = shaped_.right_to_left;
  const auto start_of = [&](const Line& each) {
    return leftwards ? each.left + each.width : each.left;
  };
  const auto end_of = [&](const Line& each) {
    return leftwards ? each.left : each.left + each.width;
  };
  if (!is_parted) {
    Line whole = set_part(line, {inset, line.is_flush() ? Align::End : paragraph_.style->align});
    const Length indent = inset.left + paragraph_.style->indent_start;
    if (line.is_flush() && line.begin > 0) {
      lead(leftwards ? measure_.width - inset.right - paragraph_.style->indent_start : indent,
           start_of(whole), inset, whole);
    }
    return whole;
  }
  LineBreak start = line, end = line;
  start.end = end.begin = line.flush_end;
  end.ratio = 0;
  const std::size_t run = run_;
  Line at_end = set_part(end, {inset, Align::End, {}, false});
  run_ = run;
  const Length taken = at_end.width + paragraph_.style->flush_gap;
  const Align align = paragraph_.style->align == Align::Justify ? Align::Justify : Align::Start;
  Line at_start = set_part(start, {inset, align, taken});
  const Length from = end_of(at_start);
  const Length to = start_of(at_end);
  Line joined = join_ends(std::move(at_start), std::move(at_end));
  lead(from, to, inset, joined);
  return joined;
}

Line LineSetter::set_part(const LineBreak& line, const Place& place) {
  const ParagraphStyle& style = paragraph_.style;
  const Length first = line.begin == 0 ? style.indent_first : Length{};
  const Length room = measure_.width - place.inset.left - place.inset.right - style.indent_start -
                      style.indent_end - first - place.taken;
  const auto visible_end =
      static_cast<std::uint32_t>(hanging_start(shaped_.text, line.begin, line.end));
  collect(line, visible_end);
  join_parted_words(line);
  arrange();
  cut_last_tracking();
  trim_ends();
  protrude(visible_end);
  const Length full = room + start_protrusion_ + end_protrusion_;
  if (place.may_fill && fill_blanks(full)) {
    // As the font has it: nothing is left to share among letters and spaces.
  } else if (place.align == Align::Justify) {
    justify(full, line, visible_end);
  } else if (line.ratio != 0) {
    set_by_ratio(full, line.ratio, visible_end);
  } else if (elasticity_.glyph_width[1] != 1) {
    set_wished(visible_end);
  }
  place_pieces();

  Line result;
  result.width = width();
  result.left = left_edge(place, full, first, result.width) - start_protrusion_;
  result.ratio = line.ratio;
  if (!fits(result.width, full)) result.overrun = result.width - full;
  // What a word leaves that is parted by force is told with it.
  const bool is_to_fill = place.align == Align::Justify && !ends_freely(line) && !line.splits_word;
  if (is_to_fill) result.shortfall = std::max(full - result.width, Length());
  append_visible_text(result.text,
                      std::string_view(shaped_.text).substr(line.begin, visible_end - line.begin));
  if (line.hyphen) result.text += '-';
  if (line.splits_word) result.split_word = word_around(shaped_.text, line.end);
  emit_pieces(pieces_, shaped_, paragraph_, fonts_, places_, result);
  return result;
}

/// Hangs the marker in the indent of the first line.
void add_marker(const ShapedParagraph& shaped, const Paragraph& paragraph, Measure measure,
                const font::FontBook& fonts, const PartPlaces& places, Line& line) {
  const Marker& marker = *paragraph.marker;
  const Paragraph as_paragraph = marker_paragraph(paragraph);
  const ShapedParagraph& shaped_marker = shaped.marker.front();
  const auto end = static_cast<std::uint32_t>(shaped_marker.text.size());
  const LineInset inset = measure.inset(0);
  const Length width = measure.width - inset.left - inset.right;
  Line set = marker.sign == Marker::Sign::Text
                 ? LineSetter(shaped_marker, as_paragraph, {width}, fonts, {}).set({.end = end})
                 : check_box(marker, fonts);
  const ParagraphStyle& style = paragraph.style;
  const Length from_start = marker.hang == Marker::Hang::FlushStart
                                ? marker.start
                                : style.indent_start + style.indent_first - marker.gap - set.width;
  const Length left =
      inset.left + (shaped.right_to_left ? width - from_start - set.width : from_start);
  for (display::Item& item : set.items) {
    display::move_item(item, {left - set.left, {}});
    item.structure = places.marker;
  }
  for (display::Link& link : set.links) link.box = link.box.moved({left - set.left, {}});
  line.items.insert(line.items.begin(), std::make_move_iterator(set.items.begin()),
                    std::make_move_iterator(set.items.end()));
  line.links.insert(line.links.begin(), set.links.begin(), set.links.end());
  line.ascent = std::max(line.ascent, set.ascent);
  line.descent = std::max(line.descent, set.descent);
}

}  // namespace

std::vector<Line> set_lines(const ShapedParagraph& shaped, const Paragraph& paragraph,
                            const std::vector<LineBreak>& breaks, Measure measure,
                            const font::FontBook& fonts, const PartPlaces& places) {
  std::vector<Line> lines;
  lines.reserve(breaks.size());
  LineSetter setter(shaped, paragraph, measure, fonts, places);
  for (const LineBreak& line : breaks) lines.push_back(setter.set(line));
  if (!shaped.marker.empty() && paragraph.marker && !lines.empty()) {
    add_marker(shaped, paragraph, measure, fonts, places, lines.front());
  }
  return lines;
}

}  // namespace handbill::text
