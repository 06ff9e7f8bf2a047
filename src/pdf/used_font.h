// SPDX-License-Identifier: MIT
// One face as a PDF document uses it: which glyphs, which text each stands for, and the Type0 font
// made of them. Filled first from every run of the document, then closed, then asked.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "display/page_list.h"
#include "font/subset.h"
#include "pdf/haru_document.h"
#include "pdf/part_book.h"

namespace handbill::pdf {

struct UsedGlyph {
  std::string_view text;   ///< what the ToUnicode table says; empty: nothing
  double width = 0;        ///< thousandths of an em, exactly as the /W array has it
  std::uint32_t code = 0;  ///< the number the document knows the glyph by
  std::string shown;       ///< that number as it stands between the brackets of a literal string
};

class UsedFont {
 public:
  explicit UsedFont(const font::Face& face);

  /// The run must outlive this object: its text is pointed at.
  void add(const display::GlyphRun& run);
  /// Chooses the text of each glyph and cuts the subset. Gives what is wrong with the font, if
  /// anything is.
  std::optional<std::string> close(PartBook& book);

  const font::Face& face() const { return *face_; }
  /// A glyph that a run was added with; once closed.
  const UsedGlyph& glyph(font::GlyphId id) const { return glyphs_[slot_of_glyph_[id]]; }

  /// Adds the font's objects, once closed.
  ObjectRef write(HaruDocument& document) const;

 private:
  struct Meaning {
    std::string_view text;
    std::uint32_t count = 0;
  };
  struct Count {
    font::GlyphId glyph = 0;
    std::vector<Meaning> meanings;
    std::string_view share{};  ///< of the text that it shows together with others
  };

  Count& count_of(font::GlyphId glyph);
  void add_meaning(font::GlyphId glyph, std::string_view text);
  std::string widths() const;
  std::string to_unicode() const;
  ObjectRef write_descriptor(HaruDocument& document) const;

  const font::Face* face_;
  std::vector<std::uint32_t> slot_of_glyph_;  ///< into counts_, once closed into glyphs_
  std::vector<Count> counts_;                 ///< in order of first use; the first is .notdef
  std::vector<UsedGlyph> glyphs_;             ///< by code
  std::shared_ptr<const font::Subset> subset_;
  std::string name_;  ///< "/ABCDEF+Lato-Regular"
};

}  // namespace handbill::pdf
