// SPDX-License-Identifier: MIT
// Runs the content of a page and notes what it paints (PDF 1.7, 8 and 9).
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "plates/print.h"
#include "preflight/content_lexer.h"
#include "preflight/graphics_state.h"
#include "preflight/layers.h"
#include "preflight/raster.h"
#include "preflight/tagged_content.h"
#include "preflight/uses.h"

namespace handbill::preflight {

/// What the tile of a pattern, or the group of a soft mask, is made of.
struct Tile {
  std::vector<double> amounts;  ///< the most it puts on each plate
  std::vector<plates::PictureFacts> pictures;
};

/// What all pages of a file share.
struct Reading {
  Reading(plates::Print& into, const Handle& catalog, Pictures wanted, const Budget& whole)
      : print(into),
        pictures(wanted),
        budget(whole),
        inks(print.inks),
        spaces(inks, budget),
        layers(catalog) {}

  plates::Print& print;
  Pictures pictures;
  Glyphs glyphs = Glyphs::Boxes;
  Budget budget;
  Inks inks;
  SpaceReader spaces;
  Layers layers;
  Uses uses{};
  TaggedContent tagged{};
  std::map<std::uint64_t, std::shared_ptr<const PdfFont>> fonts{};
  std::map<std::uint64_t, std::shared_ptr<const plates::Raster>> rasters{};
  std::map<std::uint64_t, std::string> picture_faults{};
  std::set<std::uint64_t> procedures{};  ///< glyphs of Type 3 fonts that have been looked into
  std::map<std::uint64_t, Tile> tiles{};
};

/// Marked content that is open, or a form or picture of a layer.
struct Marked {
  Layer layer{};  ///< most without a name
  Mark mark{};
};

/// Of a form or picture that may be in the structure as a whole (PDF 1.7, 14.7.4.3).
Mark mark_of(const Handle& object);

/// The numbers of an operator; 0 for those that are missing or of another type.
class Args {
 public:
  explicit Args(const std::vector<Operand>& operands) : operands_(operands) {}
  double number(std::size_t i) const;
  int integer(std::size_t i) const;
  const std::string& text(std::size_t i) const;  ///< of a name or string
  Matrix matrix() const;
  std::vector<double> numbers() const;
  std::size_t size() const { return operands_.size(); }
  const Operand* at(std::size_t i) const { return i < operands_.size() ? &operands_[i] : nullptr; }

 private:
  const std::vector<Operand>& operands_;
};

class Interpreter {
 public:
  /// `base` maps default user space to the page; `number` counts from 1.
  Interpreter(Reading& reading, plates::Page& page, std::size_t number, const Matrix& base);

  void run_page(const Handle& page, const Handle& resources);
  /// The appearance of a note, put into its rectangle (PDF 1.7, 12.5.5).
  void run_annotation(const Handle& appearance, const UserRect& place);

 private:
  using Handler = void (Interpreter::*)(const Args&);
  struct Entry;
  static const Entry* find(std::string_view op);

  void run(std::string_view content, const Handle& resources);
  void run_form(const Handle& form);
  void run_stream(const Handle& stream);
  /// Its place, and the box that all its content stays in.
  void enter_form(const Handle& form);
  /// What it is mixed in, if it says so.
  void note_group(const Handle& group);

  // interpreter.cpp: state
  void save(const Args&);
  void restore(const Args&);
  void concat(const Args&);
  void set_line_width(const Args&);
  void set_cap(const Args&);
  void set_join(const Args&);
  void set_miter(const Args&);
  void set_dash(const Args&);
  void set_extended(const Args&);
  void apply_extended(const Handle& state);
  void apply_transparency(const Handle& state);
  void find_mask_pictures(const Handle& group);
  void begin_marked(const Args&);
  void begin_tagged(const Args&);
  void end_marked(const Args&);
  void nothing(const Args&) {}
  /// A fault in the grammar of the content.
  void note_content(const std::string& what);

  // mark_content.cpp
  /// What the marked content is that has just begun.
  void set_mark(Mark::Kind kind, int number = 0);
  void note_painted(const plates::Object& object);
  void note_characters(const PdfGlyph& glyph, const Rect& box);

  // set_color.cpp
  void set_fill_space(const Args&);
  void set_stroke_space(const Args&);
  void set_fill_color(const Args&);
  void set_stroke_color(const Args&);
  void set_fill_gray(const Args&);
  void set_stroke_gray(const Args&);
  void set_fill_rgb(const Args&);
  void set_stroke_rgb(const Args&);
  void set_fill_cmyk(const Args&);
  void set_stroke_cmyk(const Args&);
  void set_space(Brush& brush, const Args& args);
  void set_color(Brush& brush, const Args& args);
  void set_device(Brush& brush, plates::ColorSpace space, const Args& args);

  // paint_paths.cpp
  void move_to(const Args&);
  void line_to(const Args&);
  void curve_to(const Args&);
  void curve_from_here(const Args&);
  void curve_to_there(const Args&);
  void close_path(const Args&);
  void rectangle(const Args&);
  void stroke(const Args&);
  void close_stroke(const Args&);
  void fill(const Args&);
  void fill_even_odd(const Args&);
  void fill_stroke(const Args&);
  void fill_stroke_even_odd(const Args&);
  void close_fill_stroke(const Args&);
  void close_fill_stroke_even_odd(const Args&);
  void end_path(const Args&);
  void clip(const Args&);
  void clip_even_odd(const Args&);
  Point to_page(double x, double y) const;
  void paint_fill(display::FillRule rule);
  void paint_stroke();
  void finish_path();
  void clip_to(const Path& path);
  display::Stroke stroke_style() const;

  // fill_area.cpp
  void fill_area(plates::Object object, const Brush& brush);
  void fill_with_shading(plates::Object object, const Handle& shading, const Matrix& map);
  /// By value: a brush of the state, which changes meanwhile, may hold the pattern.
  Tile tile_of(Handle pattern);
  /// Runs a form aside: nothing of it is painted on the page.
  Tile run_aside(const Handle& form, const Matrix& base);
  void paint_shading(const Args&);
  void note_space(const Space& space, const Rect& box);
  /// Adds clips, bounds, layer, opacity; what is outside of all clips is left out.
  void emit(plates::Object object, double alpha);

  // show_text.cpp
  void begin_text(const Args&);
  void end_text(const Args&);
  void set_character_space(const Args&);
  void set_word_space(const Args&);
  void set_text_scale(const Args&);
  void set_leading(const Args&);
  void set_font(const Args&);
  void use_font(const Handle& font, double size);
  void set_render(const Args&);
  void set_rise(const Args&);
  void move_text(const Args&);
  void move_text_leading(const Args&);
  void set_text_matrix(const Args&);
  void next_line(const Args&);
  void show(const Args&);
  void show_spaced(const Args&);
  void show_next_line(const Args&);
  void show_next_line_spaced(const Args&);
  /// Runs the content that draws a glyph, to see what it makes use of.
  void look_into_glyph(const PdfGlyph& glyph, const Matrix& map);
  void note_glyph(const PdfGlyph& glyph, const Matrix& map);
  void note_font(const PdfFont& font, const Rect& box);
  void add_glyphs(std::string_view bytes, Path& boxes, std::string& text);
  void paint_text(Path boxes, std::string text, const Matrix& start);
  void advance(double along);

  // draw_objects.cpp
  void draw(const Args&);
  void draw_picture(const Handle& picture);
  void draw_inline(ContentLexer& lexer);
  void emit_picture(const PictureSource& source);
  void note_damage(const PictureSource& source, const Rect& box);

  Reading& reading_;
  plates::Page& page_;
  std::size_t number_;
  Handle resources_ = Handle::newNull();
  GraphicsState state_;
  std::vector<GraphicsState> saved_;
  Path path_;
  Point current_{}, start_{};
  bool clip_pending_ = false;
  Matrix text_map_{}, line_map_{};
  Path text_clip_;
  std::vector<Marked> marked_;
  std::size_t marked_floor_ = 0;  ///< how many were open when the stream began
  std::set<std::uint64_t> open_;  ///< forms that are running
  std::uint64_t stream_ = 0;      ///< identity of the page or form that runs
  bool is_note_ = false;          ///< it runs a note, which is in the structure as a whole
  int depth_ = 0;
  bool in_text_ = false;
};

}  // namespace handbill::preflight
