// SPDX-License-Identifier: MIT
// What pages share: fonts, ink colour spaces, graphics states, shadings, pictures, layers and
// forms, each numbered at first use.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/claims.h"
#include "color/preview.h"
#include "display/page_list.h"
#include "pdf/color_space.h"
#include "pdf/haru_document.h"
#include "pdf/part_book.h"
#include "pdf/syntax.h"
#include "pdf/used_font.h"

namespace handbill::pdf {

/// The resources one page or form names.
struct PageUse {
  std::set<std::size_t> fonts;
  std::set<std::size_t> color_spaces;
  std::set<std::size_t> graphics_states;
  std::set<std::size_t> shadings;
  std::set<std::uint32_t> pictures;
  std::set<std::size_t> forms;
  std::set<display::ProcessingStep> layers;
  bool transparency = false;
};

class Resources {
 public:
  /// What colours become.
  struct Inks {
    Claims standard{};
    const color::Preview* screen = nullptr;  ///< shows them as sRGB; null: they stay ink
  };

  Resources(const display::PageList& pages, const font::FontBook& fonts, const Inks& inks,
            HaruDocument& document);

  Claims standard() const { return inks_.standard; }
  bool is_for_screen() const { return inks_.screen != nullptr; }
  /// The profile of all colours; only for screens.
  ObjectRef srgb() const { return srgb_.value(); }
  /// How an ink looks on a screen; only for screens.
  color::Rgb on_screen(const color::Color& ink);

  struct FontProblem {
    diag::Span span;  ///< of the first text in the font
    std::string message;
  };
  /// Subsets and writes every font that a run of the page list uses; stops at the first that can't
  /// be embedded.
  std::optional<FontProblem> write_fonts(PartBook& book);

  std::size_t font_index(font::FontId id) const { return index_of_font_.at(id); }
  const UsedFont& font(std::size_t index) const { return fonts_[index]; }

  struct ColorSpace {
    std::size_t index = 0;
    std::string problem{};  ///< why there is none; mostly empty
  };
  /// For a spot or registration ink.
  ColorSpace color_space(const color::Color& ink);
  /// What keeps the file from being a PDF/A, so far; empty: nothing.
  const std::string& archive_fault() const { return archive_fault_; }
  /// What keeps the plate out of the file: PDF/X has one colour to stand in for an ink, wherever it
  /// is used. Mostly empty.
  std::string problem_with(const Plate& plate);
  /// What mixes those colorants, as it stands in a dictionary.
  std::string mixed_color_space(const Colorants& colorants);
  /// `entries` of a graphics state parameter dictionary (PDF 1.7, 8.4.5).
  std::size_t graphics_state(std::string entries);
  std::size_t shading(const std::string& entries);

  struct PictureObject {
    std::uint32_t number = 0;
    std::string problem{};  ///< why there is none; mostly empty
  };
  /// Writes the picture when it is first asked for.
  PictureObject picture(display::PictureId id);
  bool has_alpha(display::PictureId id) const {
    return !pages_->pictures[id.index()]->alpha.empty();
  }

  void add_layer(display::ProcessingStep step);
  /// The layers so far, in order of first use.
  const std::vector<ObjectRef>& layers() const { return layer_objects_; }

  /// The next form of the page list, written.
  void add_form(ObjectRef form, bool transparency) { forms_.push_back({form, transparency}); }
  bool form_has_transparency(std::size_t index) const { return forms_.at(index).transparency; }

  /// "<</Font<</F0 5 0 R>>...>>".
  std::string dictionary(const PageUse& use) const;

 private:
  struct Form {
    ObjectRef object;
    bool transparency = false;
  };

  void add_fonts(const display::Page& page);
  ObjectRef profile(std::string_view icc);

  const display::PageList* pages_;
  const font::FontBook* book_;
  Inks inks_;
  std::map<color::Cmyk, color::Rgb> on_screen_{};
  std::string srgb_profile_;         ///< of all RGB that names none
  std::optional<ObjectRef> srgb_{};  ///< the same, written
  std::string archive_fault_;
  HaruDocument* document_;
  std::vector<UsedFont> fonts_;
  std::vector<const display::Item*> font_first_used_;
  std::vector<ObjectRef> font_objects_;
  std::map<font::FontId, std::size_t> index_of_font_;
  std::vector<Plate> plates_;
  std::map<std::string, color::Cmyk> stand_ins_;      ///< by the names of plates
  std::map<std::string, ObjectRef> tint_transforms_;  ///< by their programs
  std::vector<std::string> graphics_states_;
  std::map<std::string, std::size_t> index_of_shading_;
  std::vector<ObjectRef> shading_objects_;
  std::map<display::PictureId, ObjectRef> pictures_;
  std::map<std::string_view, ObjectRef> profiles_;
  std::map<display::ProcessingStep, ObjectRef> layers_;
  std::vector<ObjectRef> layer_objects_;
  std::vector<Form> forms_;
};

}  // namespace handbill::pdf
