// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>

#include "display/move_item.h"
#include "text/check_box.h"
#include "text/leaders.h"
#include "text/line_setter.h"
#include "text/line_widths.h"
#include "text/marker.h"
#include "text/split_words.h"

namespace handbill::text {
namespace {

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

}  // namespace

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

namespace {

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
  if (paragraph.role == display::Role::Note && places.marker) {
    set.links.push_back({.box = {left, -set.ascent, set.width, set.ascent + set.descent},
                         .target = {},
                         .span = marker.run.span,
                         .structure = places.marker});
  }
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
