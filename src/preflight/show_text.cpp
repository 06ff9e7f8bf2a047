// SPDX-License-Identifier: MIT
// Text (PDF 1.7, 9): a box for each glyph, from the widths and heights that its font states.
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/spaces.h"
#include "preflight/interpreter.h"

namespace handbill::preflight {
namespace {

/// Where a glyph draws in text space; nothing: it draws nothing. `width` is its advance.
std::optional<Rect> box_of(const PdfGlyph& glyph, const TextState& t, double width) {
  if (glyph.ink) {
    if (glyph.ink->empty()) return std::nullopt;
    const double across = t.size * t.scale;
    return Rect::from_edges(
        Length::pt(glyph.ink->left * across), Length::pt(t.rise + glyph.ink->bottom * t.size),
        Length::pt(glyph.ink->right * across), Length::pt(t.rise + glyph.ink->top * t.size));
  }
  const bool blank = glyph.text == " " || glyph.text == kNoBreakSpaceText ||
                     (glyph.is_space && glyph.text.empty());
  if (blank || width == 0) return std::nullopt;
  const double left = t.font->vertical() ? -width / 2 : 0;
  const double shift = t.rise + (t.font->vertical() ? -t.font->ascent() * t.size : 0);
  return Rect::from_edges(Length::pt(left), Length::pt(shift + t.font->descent() * t.size),
                          Length::pt(left + width), Length::pt(shift + t.font->ascent() * t.size));
}

/// In text space.
Path outline_of(const PdfFont& font, std::uint32_t index, const TextState& t) {
  return font.program()->outline(index).transformed({t.size * t.scale, 0, 0, t.size, 0, t.rise});
}

}  // namespace

void Interpreter::begin_text(const Args&) {
  if (in_text_) note_content("`BT` within `BT`");
  in_text_ = true;
  text_map_ = line_map_ = {};
  text_clip_ = {};
}

void Interpreter::end_text(const Args&) {
  if (!in_text_) note_content("`ET` without `BT`");
  in_text_ = false;
  if (!text_clip_.empty()) clip_to(text_clip_);
  text_clip_ = {};
}

void Interpreter::set_character_space(const Args& args) {
  state_.text.character_space = args.number(0);
}
void Interpreter::set_word_space(const Args& args) { state_.text.word_space = args.number(0); }
void Interpreter::set_text_scale(const Args& args) { state_.text.scale = args.number(0) / 100; }
void Interpreter::set_leading(const Args& args) { state_.text.leading = args.number(0); }
void Interpreter::set_render(const Args& args) { state_.text.render = args.integer(0); }
void Interpreter::set_rise(const Args& args) { state_.text.rise = args.number(0); }

void Interpreter::set_font(const Args& args) {
  const Handle font = entry(entry(resources_, "/Font"), ("/" + args.text(0)).c_str());
  if (!is_dictionary(font)) {
    reading_.uses.note(Used::UnknownFont, "/" + args.text(0), number_, page_.trim);
  }
  use_font(font, args.number(1));
}

void Interpreter::use_font(const Handle& font, double size) {
  state_.text.size = size;
  state_.text.is_set = true;
  const std::uint64_t id = identity(font);
  const auto known = reading_.fonts.find(id);
  if (id != 0 && known != reading_.fonts.end()) {
    state_.text.font = known->second;
    return;
  }
  state_.text.font = is_dictionary(font) ? PdfFont::read(font, reading_.budget) : nullptr;
  if (id != 0) reading_.fonts.emplace(id, state_.text.font);
}

void Interpreter::move_text(const Args& args) {
  line_map_ = Matrix{1, 0, 0, 1, args.number(0), args.number(1)}.then(line_map_);
  text_map_ = line_map_;
}

void Interpreter::move_text_leading(const Args& args) {
  state_.text.leading = -args.number(1);
  move_text(args);
}

void Interpreter::set_text_matrix(const Args& args) { text_map_ = line_map_ = args.matrix(); }

void Interpreter::next_line(const Args&) {
  line_map_ = Matrix{1, 0, 0, 1, 0, -state_.text.leading}.then(line_map_);
  text_map_ = line_map_;
}

void Interpreter::show(const Args& args) {
  Path boxes;
  std::string text;
  const Matrix start = text_map_;
  add_glyphs(args.text(args.size() == 0 ? 0 : args.size() - 1), boxes, text);
  paint_text(std::move(boxes), std::move(text), start);
}

void Interpreter::show_spaced(const Args& args) {
  const Operand* array = args.at(0);
  if (array == nullptr) return;
  Path boxes;
  std::string text;
  const Matrix start = text_map_;
  for (const Operand& item : array->items) {
    if (item.kind == Operand::Kind::String) {
      add_glyphs(item.text, boxes, text);
    } else if (item.kind == Operand::Kind::Number) {
      const bool vertical = state_.text.font && state_.text.font->vertical();
      advance(-item.number / 1000 * state_.text.size * (vertical ? 1 : state_.text.scale));
    }
  }
  paint_text(std::move(boxes), std::move(text), start);
}

void Interpreter::show_next_line(const Args& args) {
  next_line(args);
  show(args);
}

void Interpreter::show_next_line_spaced(const Args& args) {
  state_.text.word_space = args.number(0);
  state_.text.character_space = args.number(1);
  show_next_line(args);
}

void Interpreter::advance(double along) {
  const bool vertical = state_.text.font && state_.text.font->vertical();
  text_map_ = Matrix{1, 0, 0, 1, vertical ? 0 : along, vertical ? along : 0}.then(text_map_);
}

void Interpreter::add_glyphs(std::string_view bytes, Path& boxes, std::string& text) {
  const TextState& t = state_.text;
  if (!in_text_) note_content("text outside of `BT` and `ET`");
  if (!t.font) {
    if (!state_.text.is_set) note_content("text without a font");
    return;
  }
  Budget& budget = reading_.budget;
  if (!budget.take(budget.operators, bytes.size(), "it has too much text")) return;
  for (const PdfGlyph& glyph : t.font->glyphs(bytes)) {
    const Matrix map = text_map_.then(state_.map);
    text += glyph.text;
    if (glyph.fault != GlyphFault::None) note_glyph(glyph, map);
    if (t.font->is_type3()) look_into_glyph(glyph, map);
    const double width = t.font->vertical() ? t.size : glyph.width * t.size * t.scale;
    if (const auto box = box_of(glyph, t, width)) {
      const bool is_drawn = reading_.glyphs == Glyphs::Outlines && glyph.index;
      boxes.append(is_drawn ? outline_of(*t.font, *glyph.index, t).transformed(map)
                            : Path::rect(*box).transformed(map));
      note_characters(glyph, *box);
    }
    const double space = t.character_space + (glyph.is_space ? t.word_space : 0);
    advance(t.font->vertical() ? -t.size + space : width + space * t.scale);
  }
}

void Interpreter::look_into_glyph(const PdfGlyph& glyph, const Matrix& map) {
  const PdfFont& font = *state_.text.font;
  const Handle procedure = font.procedure(glyph.code);
  const bool is_new = reading_.procedures.insert(identity(procedure)).second;
  if (!is_new || !is_stream(procedure)) return;
  const double size = state_.text.size;
  const Matrix text = text_map_, line = line_map_;
  const Path clip = std::exchange(text_clip_, {});
  const Handle outer =
      is_dictionary(font.resources()) ? std::exchange(resources_, font.resources()) : resources_;
  run_aside(procedure, font.type3_map().then(Matrix::scale(size, size)).then(map));
  resources_ = outer;
  text_clip_ = clip;
  text_map_ = text;
  line_map_ = line;
}

void Interpreter::note_glyph(const PdfGlyph& glyph, const Matrix& map) {
  const TextState& t = state_.text;
  const bool invisible = t.render == 3 || t.render == 7;
  if (invisible) return;
  const Used what = glyph.fault == GlyphFault::NoGlyph   ? Used::NoGlyph
                    : glyph.fault == GlyphFault::Damaged ? Used::BadGlyph
                                                         : Used::BadWidth;
  const Path box = Path::rect(Rect::from_edges({}, Length::pt(t.font->descent() * t.size),
                                               Length::pt(glyph.width * t.size),
                                               Length::pt(t.font->ascent() * t.size)));
  reading_.uses.note(what, t.font->name(), number_,
                     box.transformed(map).bounds().value_or(page_.trim));
}

void Interpreter::note_font(const PdfFont& font, const Rect& box) {
  if (!font.embedded()) reading_.uses.note(Used::MissingFont, font.name(), number_, box);
  if (!font.fault().empty()) {
    reading_.uses.note(Used::BadFont, font.name() + " " + font.fault(), number_, box);
  }
  const FontProgram* program = font.program();
  if (program == nullptr || program->fault().empty()) return;
  reading_.uses.note(Used::BadProgram, font.name() + " " + program->fault(), number_, box);
}

void Interpreter::paint_text(Path boxes, std::string text, const Matrix& start) {
  const TextState& t = state_.text;
  if (!t.font || boxes.empty()) return;
  const Matrix map = start.then(state_.map);
  plates::TypeFacts type;
  // The height of an em across its base line, whatever the slant.
  const double base = std::hypot(map.a, map.b);
  const double area = std::abs(map.a * map.d - map.b * map.c);
  type.size = Length::pt(base > 0 ? std::abs(t.size) * area / base : 0);
  type.font = t.font->name();
  type.text = std::move(text);
  type.embedded = t.font->embedded();
  type.invisible = t.render == 3 || t.render == 7;
  if (!type.invisible) note_font(*t.font, boxes.bounds().value_or(page_.trim));
  if (t.render >= 4) text_clip_.append(boxes);
  plates::Object object;
  object.kind = plates::Kind::Text;
  object.path = std::move(boxes);
  object.type = std::move(type);
  const bool strokes_only = t.render == 1 || t.render == 5;
  const bool strokes = strokes_only || t.render == 2 || t.render == 6;
  if (strokes) object.stroke = stroke_style();
  object.overprint = strokes_only ? state_.overprint_stroke : state_.overprint_fill;
  fill_area(std::move(object), strokes_only ? state_.stroke : state_.fill);
}

}  // namespace handbill::preflight
