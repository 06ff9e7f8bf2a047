// SPDX-License-Identifier: MIT
// What pages share: fonts, ink colour spaces, opacities and pictures, each numbered at first use.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "display/page_list.h"
#include "pdf/haru_document.h"
#include "pdf/syntax.h"
#include "pdf/used_font.h"

namespace handbill::pdf {

/// The resources one page names.
struct PageUse {
  std::set<std::size_t> fonts;
  std::set<std::size_t> color_spaces;
  std::set<std::size_t> opacities;
  std::set<std::uint32_t> pictures;
  bool transparency = false;
};

class Resources {
 public:
  Resources(const display::PageList& pages, const font::FontBook& fonts, HaruDocument& document);

  struct FontProblem {
    diag::Span span;  ///< of the first text in the font
    std::string message;
  };
  /// Subsets and writes every font that a run of the page list uses; stops at the first that can't
  /// be embedded.
  std::optional<FontProblem> write_fonts();

  std::size_t font_index(font::FontId id) const { return index_of_font_.at(id); }
  const UsedFont& font(std::size_t index) const { return fonts_[index]; }

  /// For a spot or registration ink; nothing when its name can't be a plate's.
  std::optional<std::size_t> color_space(const color::Color& ink);
  std::size_t opacity(Milli opacity);
  /// Writes the picture when it is first asked for; nothing: its data do not fit its size.
  std::optional<std::uint32_t> picture(display::PictureId id);
  bool has_alpha(display::PictureId id) const {
    return !pages_->pictures[id.index()]->alpha.empty();
  }

  /// "<</Font<</F0 5 0 R>>...>>".
  std::string dictionary(const PageUse& use) const;

 private:
  struct Ink {
    std::string name;  ///< as the PDF names the plate
    color::Cmyk solid;
  };

  const display::PageList* pages_;
  const font::FontBook* book_;
  HaruDocument* document_;
  std::vector<UsedFont> fonts_;
  std::vector<const display::Item*> font_first_used_;
  std::vector<ObjectRef> font_objects_;
  std::map<font::FontId, std::size_t> index_of_font_;
  std::vector<Ink> inks_;
  std::vector<Milli> opacities_;
  std::map<display::PictureId, ObjectRef> pictures_;
};

}  // namespace handbill::pdf
