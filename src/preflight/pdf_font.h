// SPDX-License-Identifier: MIT
// Fonts of a file (PDF 1.7, 9.5 to 9.8): how wide and high their glyphs are, what they read, and
// whether the file brings them in a state that prints. A glyph is a box: that of its outline where
// the file brings one, else its width by the height of the font.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "preflight/cmap.h"
#include "preflight/font_program.h"
#include "preflight/pdf_object.h"

namespace handbill::preflight {

struct PdfGlyph {
  double width = 0;       ///< its advance, in ems
  bool is_space = false;  ///< a single byte 32: word spacing counts
  std::string text{};
  std::uint32_t code = 0;
  GlyphFault fault = GlyphFault::None;
  std::optional<GlyphBox> ink{};         ///< of its outline, where the file brings one
  std::optional<std::uint32_t> index{};  ///< in the program, of one that has an outline
};

class PdfFont {
 public:
  static std::shared_ptr<const PdfFont> read(const Handle& font, Budget& budget);

  std::vector<PdfGlyph> glyphs(std::string_view bytes) const;
  const std::string& name() const { return name_; }
  bool embedded() const { return embedded_; }
  /// Null when the file brings none.
  const FontProgram* program() const { return program_.get(); }
  /// What is wrong with its dictionary: "has no encoding"; empty: nothing.
  const std::string& fault() const { return fault_; }
  /// Glyphs are content of their own; the file always brings them.
  bool is_type3() const { return type3_; }
  /// The content that draws a glyph of a Type 3 font; null: there is none.
  Handle procedure(std::uint32_t code) const;
  const Handle& resources() const { return resources_; }
  const Matrix& type3_map() const { return type3_map_; }
  /// It brings a map to Unicode, or needs none (ISO 14289-1, 7.21.7).
  bool has_unicode() const { return unicode_.has_text(); }
  bool is_read_by_itself() const { return read_by_itself_; }
  /// A CID font of TrueType outlines that leaves open which glyph a CID is.
  bool lacks_cid_map() const { return lacks_cid_map_; }
  bool vertical() const { return vertical_; }
  /// Of its highest and lowest glyphs, in ems.
  double ascent() const { return ascent_; }
  double descent() const { return descent_; }
  /// How many units of its own make an em: 1000, or what a Type 3 font says.
  double unit() const { return unit_; }

 private:
  void find_fault(const Handle& font);
  void read_simple(const Handle& font);
  void read_names(const Handle& encoding);
  void read_cid_map(const Handle& descendant, Budget& budget);
  void read_composite(const Handle& font, Budget& budget);
  bool needs_no_unicode(const Handle& font) const;
  void read_widths(const Handle& array);
  void read_descriptor(const Handle& descriptor);
  std::string text_of_code(std::uint32_t code) const;
  PdfGlyph simple_glyph(std::uint32_t code) const;
  PdfGlyph composite_glyph(std::uint32_t code, std::size_t length) const;
  /// Nothing where there is no telling.
  std::optional<std::uint32_t> index_of_code(std::uint32_t code) const;
  std::optional<std::uint32_t> index_of_cid(std::uint32_t cid) const;
  /// Looks at it in the program. `width`: nothing when the file states none.
  void look_at(std::optional<std::uint32_t> index, std::optional<double> width,
               PdfGlyph& glyph) const;

  std::string name_, fault_;
  bool embedded_ = false, type3_ = false, vertical_ = false, composite_ = false;
  bool read_by_itself_ = false, lacks_cid_map_ = false;
  bool reads_latin_ = false;  ///< codes are characters, near enough
  double ascent_ = 0.75, descent_ = -0.25, unit_ = 0.001;
  std::vector<double> widths_;  ///< of a simple font, from first_
  std::uint32_t first_ = 0;
  std::map<std::uint32_t, double> glyph_widths_;  ///< of a composite font
  double other_width_ = 0.5;
  CMap codes_, unicode_;
  std::shared_ptr<const FontProgram> program_;
  std::map<std::uint32_t, std::string> names_;  ///< of codes, in the Differences
  bool own_encoding_ = false;                   ///< codes are those of the program
  bool known_codes_ = true;             ///< false with a map of Adobe's that is not in the file
  std::optional<std::string> cid_map_;  ///< two bytes a CID
  Matrix type3_map_{};                  ///< from glyphs of a Type 3 font to ems
  Handle resources_ = Handle::newNull();
  Handle procedures_ = Handle::newNull();            ///< of a Type 3 font, by name
  mutable std::map<std::uint32_t, PdfGlyph> known_;  ///< of a simple font, those shown so far
};

}  // namespace handbill::preflight
