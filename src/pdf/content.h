// SPDX-License-Identifier: MIT
// The contents of one page: drawn things as operators (PDF 1.7, 8 and 9), with what is set already
// not set again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "display/page_list.h"
#include "pdf/clusters.h"
#include "pdf/flip.h"
#include "pdf/resources.h"
#include "pdf/structure_tree.h"
#include "pdf/syntax.h"

namespace handbill::pdf {

/// What is wrong with a coordinate that to_milli refuses.
inline constexpr const char* kTooFar =
    "a coordinate is beyond 32,767 pt, the largest a PDF can hold";

class ContentStream {
 public:
  /// `tree` may be null: nothing is marked. Else all is, as content of an element or as artifact.
  ContentStream(const display::Page& page, Resources& resources, PageUse& use, StructureTree* tree);

  /// `form` is the page of the list that stands there, already written.
  void draw(const display::PlacedPage& placed, const display::Page& form);
  /// `next` is what is drawn after it; null: nothing is.
  void draw(const display::Item& item, const display::Item* next);
  /// What could not be written since this was last asked: "a coordinate is ...".
  std::optional<std::string> problem();
  std::string finish();

 private:
  enum class Paint { Fill, Stroke };

  /// PDF's graphics state as far as it is used here; empty: not set yet.
  struct State {
    std::optional<color::Color> fill, stroke;
    std::optional<Milli> line_width, miter_limit, font_size;
    std::optional<std::size_t> font;
    Milli character_space = 0;
    Milli glyph_width = 100'000;  ///< percent
    display::Cap cap = display::Cap::Butt;
    display::Join join = display::Join::Miter;
    std::string dash = "[]0 d\n";
    Milli opacity = 1000;
    bool fill_overprints = false, stroke_overprints = false;
  };

  /// Where the reader's pen is while a run is shown.
  struct Pen {
    Length glyph_y{};     ///< of the glyphs of this stretch
    Length start{};       ///< x of the text matrix, as written
    double advanced = 0;  ///< thousandths of an em from there
    double tracking = 0;  ///< thousandths of an em after each glyph
    Length em{};          ///< as wide as glyphs are set
    const UsedFont* font = nullptr;
    bool array_open = false;
    bool string_open = false;
  };

  /// What is painted now belongs to.
  struct Mark {
    std::optional<display::StructId> node{};  ///< nothing: an artifact
    bool in_text = false;                     ///< it ends with the text object it began in
    std::string language{};                   ///< if it is another than the document's
    display::FrameId frame{};
    bool is_open = false;                             ///< else the next that is painted opens it
    display::Running running = display::Running::No;  ///< of an artifact

    bool continues(const Mark& before) const;
  };

  void draw_item(const display::GlyphRun& run);
  void draw_item(const display::Shape& shape);
  void draw_item(const display::PlacedPicture& placed);

  void number(Length value) { number(value.pt()); }
  void number(double value);
  void point(Point at);
  void op(std::string_view name);
  void fail(std::string what);

  void set_color(Paint paint, const color::Color& color);
  void set_opacity(double opacity);
  void set_overprint(std::optional<color::Overprint> fill, std::optional<color::Overprint> stroke);
  void set_graphics_state(std::string entries);
  void set_stroke(const display::Stroke& stroke);
  void set_dash(const display::Stroke& stroke);
  void set_layer(display::ProcessingStep step);
  void set_clip(const std::optional<Path>& clip);
  void append_path(const Path& path);
  std::optional<std::string> shading_of(const display::Gradient& gradient);
  void paint_gradient(const display::Shape& shape, const display::Gradient& gradient);
  bool append_rectangle(const std::vector<PathStep>& steps, std::size_t first);

  Mark wanted_mark(const display::Item& item) const;
  void set_mark(const display::Item& item);
  void set_owner(display::StructId node);
  void open_mark();
  void end_mark();
  void begin_actual_text(std::string_view text);
  void end_actual_text();
  void begin_text();
  void end_text();
  void select_font(std::size_t font, Length size);
  void set_glyph_width(double factor);
  void set_character_space(const display::GlyphRun& run, const UsedFont& font);
  /// The words of a run that hyphens part, in bytes of its text.
  struct PartedWords {
    std::optional<display::StructId> node{};   ///< of the run; nothing: none is looked at
    std::size_t first_ends = 0;                ///< the end of a word of the line before
    std::optional<std::size_t> last_begins{};  ///< one that the next line goes on with
    bool is_first = false;                     ///< what is shown is of the first
  };
  PartedWords parted_words(const display::GlyphRun& run) const;
  void enter(const Cluster& cluster, const display::GlyphRun& run, PartedWords& words, Pen& pen);
  void leave_parted(const PartedWords& words, Pen& pen);
  void show_cluster(const Cluster& cluster, const display::GlyphRun& run, Pen& pen);
  void show_glyph(const display::Glyph& glyph, const UsedGlyph& used, const display::GlyphRun& run,
                  Pen& pen);
  void move_to(const display::Glyph& glyph, const display::GlyphRun& run, Pen& pen);
  void close_array(Pen& pen);
  static bool reads_as_written(const Cluster& cluster, const display::GlyphRun& run,
                               const UsedFont& font);

  Flip flip_;
  Resources* resources_;
  PageUse* use_;
  std::string out_;
  std::optional<std::string> problem_;
  State state_;
  /// The layer items are drawn on now.
  display::ProcessingStep layer_ = display::ProcessingStep::None;
  /// The clip items are drawn in now, and the state to go back to behind it.
  std::optional<Path> clip_;
  State outside_clip_;
  StructureTree* tree_;
  std::optional<Mark> mark_{};
  bool goes_on_ = false;    ///< the next item follows this one in the same mark
  bool in_parted_ = false;  ///< a word has begun that the next item ends
  bool in_text_ = false;
  Milli text_x_ = 0, text_y_ = 0;  ///< of the text line matrix
};

}  // namespace handbill::pdf
