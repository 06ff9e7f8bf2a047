// SPDX-License-Identifier: MIT
// Font files: found through the catalogue of fonts.toml, checked with FreeType, opened with
// HarfBuzz. A FontBook is filled while a document is resolved and only read afterwards.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/length.h"
#include "base/path.h"
#include "confined/reader.h"
#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "diag/span.h"
#include "font/report.h"

struct hb_font_t;
struct hb_face_t;

namespace handbill::font {

using FontId = Id<struct FontTag>;
using GlyphId = std::uint32_t;

enum class Slant { Upright, Italic };

/// A place on an axis of a variable font: {"wght", 450}.
struct AxisValue {
  std::string tag;
  double value = 0;
  bool operator==(const AxisValue&) const = default;
};

/// One file of a family, as fonts.toml names it.
struct CatalogFace {
  std::string family;
  int weight = 400;  ///< CSS scale, 1 to 1000
  Slant slant = Slant::Upright;
  std::string
      file;       ///< "Lato-Regular.ttf": looked for in the project's fonts/, then on the machine
  int index = 0;  ///< of the face in a collection (.ttc)
  std::string package;  ///< the Debian package that brings it, for hints
  /// ISO 15924 codes ("Arab", "Hans"): as a fallback, the family sets these alone. Empty: any.
  std::vector<std::string> scripts{};
  /// BCP 47: it is meant to have every letter of these.
  std::vector<std::string> languages{};
  /// As a fallback it is set this many times the size of the style's own font.
  double size_adjust = 1;
  std::string licence{};  ///< SPDX name, as fonts.toml has it
  Length drawn_for{};     ///< the size of type its shapes are drawn for; 0: any
  /// Size of the type it is opened for: where a variable font has an axis `opsz` that `axes` does
  /// not name, it follows this. 0: as the font has it.
  Length set_at{};
  /// Of a variable font; an axis that is not named follows the weight and slant, or stays where the
  /// font has it.
  std::vector<AxisValue> axes{};
  diag::Span span{};
};

struct Catalog {
  std::vector<CatalogFace> faces;
  /// Families asked, in order, when a style's own fonts lack a character.
  std::vector<std::string> fallback_families;

  std::vector<std::string> families() const;
  /// The face of a family nearest in slant, then weight (CSS Fonts 4, 5.2), then in the size it is
  /// drawn for; null: no such family.
  const CatalogFace* find(std::string_view family, int weight, Slant slant, Length size = {}) const;
};

/// Lengths in em (fractions of the font size), y upwards from the baseline.
struct Metrics {
  double ascender = 0;    ///< above the baseline
  double descender = 0;   ///< below it, negative
  double cap_height = 0;  ///< of H
  double x_height = 0;    ///< of x
  double italic_angle = 0;
  double underline_position = 0;  ///< negative: below
  double underline_thickness = 0;
};

/// The white at the left and right edges of a glyph, in em.
struct Whites {
  struct Side {
    double bearing = 0;  ///< from the edge of the advance to the ink
    /// How much the edge seems to stand back behind that of a straight letter (n, H): what a glyph
    /// may stand out over the edge of its lines so that the edge looks straight.
    double optical = 0;
  };
  Side left;
  Side right;
};

enum class Outlines { TrueType, Cff };

/// One opened face. Not copyable; owned by the FontBook; safe to read from several threads.
class Face {
 public:
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;
  ~Face();

  const std::string& family() const;
  const std::string& file() const;  ///< its name, as fonts.toml has it
  const std::string& postscript_name() const;
  int weight() const;
  Slant slant() const;
  Outlines outlines() const;
  double size_adjust() const;  ///< CatalogFace::size_adjust
  /// Of a variable font, all of them in the font's order; else empty.
  const std::vector<AxisValue>& axes() const;
  const Metrics& metrics() const;
  double units_per_em() const;
  std::uint32_t glyph_count() const;
  /// 0 when the font has no glyph for it.
  GlyphId glyph_for(char32_t code_point) const;
  /// True when it has the OpenType feature (GSUB or GPOS) in some script.
  bool has_feature(std::string_view tag) const;
  /// True when the feature (GSUB) turns the glyph into another.
  bool has_alternate(std::string_view tag, GlyphId glyph) const;
  /// Advance in em.
  double advance(GlyphId glyph) const;
  /// The outline in em, y downwards (so that it can be placed on a page as it is), origin on the
  /// baseline.
  Path outline(GlyphId glyph) const;
  /// The box round what a glyph paints, as outline(); nothing: it paints nothing.
  std::optional<Rect> ink_box(GlyphId glyph) const;
  /// What a glyph leaves white at its edges; measured from its outline on first use.
  Whites whites(GlyphId glyph) const;
  std::string_view bytes() const;  ///< of the whole file, of a collection too
  int index() const;               ///< in a collection
  /// A table of the font ("head"), as long as the face lives; empty when it has none.
  std::string_view table(std::string_view tag) const;
  hb_font_t* hb_font() const;  ///< scaled to units per em
  hb_face_t* hb_face() const;

 private:
  friend class FontBook;
  struct Impl;
  explicit Face(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

class FontBook {
 public:
  /// `machine_folders`: where packages put fonts, for files that are not in the project's fonts/.
  /// Those of the project are tried by `reader` before they are opened, if that is apart.
  explicit FontBook(std::vector<std::string> machine_folders,
                    std::shared_ptr<confined::Reader> reader = confined::reader_here());
  ~FontBook();

  /// Opens a face once, however often asked for. Reports font-missing (with the package to
  /// install), font-broken or font-embedding at `asked_at`.
  std::optional<FontId> open(const CatalogFace& wanted, const diag::FileReader& project,
                             diag::Span asked_at, diag::Diagnostics& diags);
  /// Opens font bytes from memory (tests, fuzzing).
  std::optional<FontId> open_bytes(std::string bytes, const CatalogFace& described_as,
                                   diag::Diagnostics& diags);
  const Face& face(FontId id) const;
  std::size_t size() const;

  /// What the file of a face says about itself; nothing: it is not on this machine. Opens no face.
  std::optional<FontReport> report(const CatalogFace& wanted, const diag::FileReader& project);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The folders fonts are installed in on this kind of machine.
std::vector<std::string> machine_font_folders();

}  // namespace handbill::font
