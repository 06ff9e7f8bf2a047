// SPDX-License-Identifier: MIT
// One face as a PDF document uses it: which glyphs, which text each stands for, and the Type0 font
// made of them. Filled first from every run of the document, then closed, then asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "display/page_list.h"
#include "font/subset.h"
#include "pdf/haru_document.h"

namespace handbill::pdf {

class UsedFont {
 public:
  explicit UsedFont(const font::Face& face);

  /// The run must outlive this object: its text is pointed at.
  void add(const display::GlyphRun& run);
  /// Chooses the text of each glyph and cuts the subset. Gives what is wrong with the font, if
  /// anything is.
  std::optional<std::string> close();

  const font::Face& face() const { return *face_; }
  /// The two bytes that show a glyph, as they stand between the brackets of a literal string.
  const std::string& shown(font::GlyphId glyph) const { return use(glyph).shown; }
  /// Thousandths of an em, exactly as the /W array has it.
  double width(font::GlyphId glyph) const { return use(glyph).width; }
  /// What the ToUnicode table says; empty: nothing.
  std::string_view text(font::GlyphId glyph) const { return use(glyph).text; }

  /// Adds the font's objects, once closed.
  ObjectRef write(HaruDocument& document) const;

 private:
  struct Meaning {
    std::string_view text;
    std::uint32_t count = 0;
  };
  struct Use {
    std::vector<Meaning> meanings;
    std::string_view text;
    double width = 0;
    std::uint32_t code = 0;  ///< the number the document knows the glyph by
    font::GlyphId glyph = 0;
    std::string shown;
  };

  Use& use_for_writing(font::GlyphId glyph);
  const Use& use(font::GlyphId glyph) const { return uses_[slot_of_glyph_[glyph]]; }
  static void count(Use& use, std::string_view text);
  std::string name() const;
  std::string widths() const;
  std::string to_unicode() const;
  ObjectRef write_descriptor(HaruDocument& document) const;

  const font::Face* face_;
  std::vector<std::uint32_t> slot_of_glyph_;
  std::vector<Use> uses_;  ///< in order of first use; the first is .notdef; by code once closed
  font::Subset subset_;
};

}  // namespace handbill::pdf
