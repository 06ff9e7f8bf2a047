// SPDX-License-Identifier: MIT
#include "text/line_pieces.h"

#include <algorithm>
#include <utility>

#include "text/characters.h"
#include "text/icon.h"
#include "text/joined_runs.h"

namespace handbill::text {
namespace {

using display::GlyphRun;
using display::Item;

/// A blank to write on lies this far below the baseline, so that handwriting has its feet on it.
constexpr double kFieldDepth = 0.12;
constexpr Length kFieldWidth = Length::pt(0.5);

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c != '\x7F'; });
}

/// Gives each glyph its part of the text, cluster by cluster in logical order.
void assign_text(const LinePiece& piece, std::string_view text, GlyphRun& run) {
  const std::size_t count = piece.glyphs.size();
  const auto at = [&](std::size_t logical) {
    return piece.right_to_left() ? count - 1 - logical : logical;
  };
  // Text that is copied whole needs no look at each cluster.
  const bool as_it_is = is_plain(text.substr(piece.begin, piece.end - piece.begin));
  if (as_it_is) run.text = text.substr(piece.begin, piece.end - piece.begin);
  std::uint32_t begin = piece.begin;
  for (std::size_t i = 0; i < count;) {
    const std::uint32_t cluster = piece.glyphs[at(i)].cluster;
    std::size_t next = i + 1;
    while (next < count && piece.glyphs[at(next)].cluster == cluster) ++next;
    const std::uint32_t end = next < count ? piece.glyphs[at(next)].cluster : piece.end;
    std::uint32_t text_begin = begin - piece.begin;
    std::uint32_t text_end = end - piece.begin;
    if (!as_it_is) {
      text_begin = static_cast<std::uint32_t>(run.text.size());
      append_visible_text(run.text, text.substr(begin, end - begin));
      text_end = static_cast<std::uint32_t>(run.text.size());
    }
    for (; i < next; ++i) {
      run.glyphs[at(i)].text_begin = text_begin;
      run.glyphs[at(i)].text_end = text_end;
    }
    begin = end;
  }
}

void add_end_space(const LinePiece& piece, const font::Face& face, GlyphRun& run) {
  const font::GlyphId space = face.glyph_for(' ');
  if (space == 0) return;
  const auto begin = static_cast<std::uint32_t>(run.text.size());
  run.text += ' ';
  display::Glyph glyph{.id = space, .text_begin = begin, .text_end = begin + 1};
  if (piece.right_to_left()) {
    run.glyphs.insert(run.glyphs.begin(), glyph);
  } else {
    glyph.x = piece.width;
    run.glyphs.push_back(glyph);
  }
}

GlyphRun glyph_run(const LinePiece& piece, std::string_view text, const font::Face& face,
                   Point origin) {
  GlyphRun run{.font = piece.run->font,
               .size = piece.style->size * piece.run->scale,
               .color = piece.style->color,
               .origin = origin,
               .glyph_width = piece.glyph_width,
               .glyphs = {},
               .text = {},
               .right_to_left = piece.right_to_left(),
               .language = piece.style->language,
               .overprint = piece.style->overprint,
               .hang_left = piece.hang_left,
               .hang_right = piece.hang_right,
               .rest = piece.rest,
               .parted_off = piece.parted_off};
  run.glyphs.reserve(piece.glyphs.size() + 1);
  Length x;
  for (const ShapedGlyph& glyph : piece.glyphs) {
    run.glyphs.push_back(
        {.id = glyph.id, .x = x + glyph.x_offset, .y = glyph.y_offset, .advance = glyph.advance});
    x += glyph.advance;
  }
  run.text.reserve(piece.end - piece.begin + 1);
  assign_text(piece, text, run);
  if (piece.ends_in_space) add_end_space(piece, face, run);
  return run;
}

/// Bytes [begin, end) of its text, which glyphs that stand for letters on both sides belong to when
/// they begin there.
GlyphRun part_of_run(const GlyphRun& whole, std::size_t begin, std::size_t end) {
  GlyphRun part = whole;
  const bool is_last = end == whole.text.size();
  std::erase_if(part.glyphs, [&](const display::Glyph& each) {
    return each.text_begin < begin || (each.text_begin >= end && !is_last);
  });
  part.text = whole.text.substr(begin, end - begin);
  for (display::Glyph& each : part.glyphs) {
    each.text_end = static_cast<std::uint32_t>(std::min<std::size_t>(each.text_end, end) - begin);
    each.text_begin -= static_cast<std::uint32_t>(begin);
  }
  const std::size_t parted_off = std::clamp<std::size_t>(whole.parted_off, begin, end) - begin;
  part.parted_off = static_cast<std::uint32_t>(parted_off);
  if (!is_last) part.rest.clear();
  if (begin > 0) part.hang_left = {};
  if (!is_last) part.hang_right = {};
  return part;
}

/// The words of a piece, where several inlines are one each for itself.
void add_words(const LinePiece& piece, const ShapedParagraph& shaped, const Paragraph& paragraph,
               GlyphRun words, const PartPlaces& places, Line& line) {
  std::size_t index = piece.run->inline_index;
  const auto add = [&](GlyphRun run) {
    const Run& source = std::get<Run>(paragraph.inlines[index]);
    line.items.push_back(Item{std::move(run), source.span, places.of(source.part)});
  };
  if (!goes_on_in_next(paragraph, index)) return add(std::move(words));
  std::size_t end = 0;  // of the inline, in the text of the paragraph
  for (std::size_t i = 0; i <= index; ++i) end += size_of(paragraph.inlines[i]);
  std::size_t done = 0;
  for (; end < piece.end && goes_on_in_next(paragraph, index); ++index) {
    std::string before;
    if (end > piece.begin) {
      append_visible_text(before,
                          std::string_view(shaped.text).substr(piece.begin, end - piece.begin));
    }
    if (before.size() > done) add(part_of_run(words, done, before.size()));
    done = std::max(done, before.size());
    end += size_of(paragraph.inlines[index + 1]);
  }
  add(done == 0 ? std::move(words) : part_of_run(words, done, words.text.size()));
}

display::Shape field_line(const LinePiece& piece, Point start) {
  const Length y = start.y + piece.style->size * kFieldDepth;
  display::Stroke stroke;
  stroke.color = piece.style->color;
  stroke.width = kFieldWidth;
  stroke.overprint = piece.style->overprint;
  display::Shape shape;
  shape.path = Path::segment({start.x, y}, {start.x + piece.width, y});
  shape.stroke = stroke;
  return shape;
}

display::Shape underline(const LinePiece& piece, const font::Face& face, Point start) {
  const font::Metrics& metrics = face.metrics();
  const Length size = piece.style->size * piece.run->scale;
  display::Shape shape;
  shape.path = Path::rect({start.x, start.y - size * metrics.underline_position, piece.width,
                           size * metrics.underline_thickness});
  shape.fill = piece.style->color;
  shape.overprint = piece.style->overprint;
  return shape;
}

/// One box for neighbouring pieces of one inline.
void add_link(const LinePiece& piece, display::Link link, const font::Face& face, Point start,
              const LinePiece* before, Line& line) {
  const font::Metrics& metrics = face.metrics();
  const Length size = piece.style->size * piece.run->scale;
  const Rect box = Rect::from_edges(start.x, start.y - size * metrics.ascender,
                                    start.x + piece.width, start.y - size * metrics.descender);
  if (before != nullptr && before->run->inline_index == piece.run->inline_index &&
      !line.links.empty()) {
    line.links.back().box = line.links.back().box.united(box);
    return;
  }
  link.box = box;
  line.links.push_back(std::move(link));
}

/// Empty: the page list tells where a note is.
std::string address_of(const Part& part) {
  return part.kind == Part::Kind::Reference ? std::string() : part.target;
}

/// The icon, and the area of what it leads to with the words around it.
void add_icon(const LinePiece& piece, const Icon& icon, const Paragraph& paragraph,
              const PartPlaces& places, Point start, Line& line) {
  for (Item& each : icon_items(icon, start, piece.width, places.of(icon.part))) {
    line.items.push_back(std::move(each));
  }
  const auto leading = leading_part(paragraph, icon);
  if (!leading) return;
  const Length height = piece.width * (icon.art->size.height / icon.art->size.width);
  line.links.push_back({{start.x, start.y - height, piece.width, height},
                        address_of(paragraph.parts.at(leading->index())),
                        icon.span,
                        places.of(leading)});
}

/// Fallbacks count with what they paint: their own metrics leave room for marks that few words
/// have, and would push the lines of a table apart.
void grow_by_ink(Line& line, const LinePiece& piece, const font::Face& face) {
  const Length size = piece.style->size * piece.run->scale;
  for (const ShapedGlyph& glyph : piece.glyphs) {
    const auto ink = face.ink_box(glyph.id);
    if (!ink) continue;
    const Length shift = glyph.y_offset - piece.style->baseline_shift;
    line.ascent = std::max(line.ascent, size * -ink->top.pt() - shift);
    line.descent = std::max(line.descent, size * ink->bottom().pt() + shift);
  }
}

void grow(Line& line, const CharacterStyle& style, Length size, const font::Face& face) {
  const font::Metrics& metrics = face.metrics();
  line.ascent = std::max(line.ascent, size * metrics.ascender + style.baseline_shift);
  line.descent = std::max(line.descent, size * -metrics.descender - style.baseline_shift);
}

}  // namespace

void append_visible_text(std::string& out, std::string_view text) {
  if (is_plain(text)) {
    out += text;
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (is_left_out_of_text(c)) continue;
    out += c == '\t' ? std::string_view(" ") : text.substr(begin, at - begin);
  }
}

void emit_pieces(const std::vector<LinePiece>& pieces, const ShapedParagraph& shaped,
                 const Paragraph& paragraph, const font::FontBook& fonts, const PartPlaces& places,
                 Line& line) {
  const LinePiece* before = nullptr;
  for (const LinePiece& piece : pieces) {
    const Point start{line.left + piece.x, -piece.style->baseline_shift};
    const Inline& source = paragraph.inlines[piece.run->inline_index];
    if (piece.run->is_field) {
      if (!piece.style->fonts.empty()) {
        grow(line, *piece.style, piece.style->size, fonts.face(piece.style->fonts[0]));
      }
      if (const Icon* icon = std::get_if<Icon>(&source)) {
        add_icon(piece, *icon, paragraph, places, start, line);
      } else {
        const Field& field = std::get<Field>(source);
        line.items.push_back(Item{field_line(piece, start), field.span, places.of(field.part)});
      }
    } else if (!piece.glyphs.empty()) {
      const Run& run = std::get<Run>(source);
      const font::Face& face = fonts.face(piece.run->font);
      const font::FontId own = piece.style->fonts.front();
      grow(line, *piece.style, piece.style->size, fonts.face(own));
      if (piece.run->font != own) grow_by_ink(line, piece, face);
      if (piece.style->underline) {
        line.items.push_back(Item{underline(piece, face, start), run.span, places.of(run.part)});
      }
      add_words(piece, shaped, paragraph, glyph_run(piece, shaped.text, face, start), places, line);
      if (const auto leading = leading_part(paragraph, run)) {
        std::string target = address_of(paragraph.parts.at(leading->index()));
        add_link(piece, {{}, std::move(target), run.span, places.of(leading)}, face, start, before,
                 line);
      }
    }
    before = &piece;
  }
  const CharacterStyle& own = paragraph.style->text;
  if (line.items.empty() && !own.fonts.empty()) {
    grow(line, own, own.size, fonts.face(own.fonts[0]));
  }
}

}  // namespace handbill::text
