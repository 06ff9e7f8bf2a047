// SPDX-License-Identifier: MIT
// One call to HarfBuzz: a stretch of text in one font, style, script and direction.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "font/font_book.h"
#include "text/font_notes.h"
#include "text/shape.h"
#include "text/style.h"

namespace handbill::text {

class RunShaper {
 public:
  RunShaper();
  ~RunShaper();
  RunShaper(const RunShaper&) = delete;
  RunShaper& operator=(const RunShaper&) = delete;

  enum class Ending { Plain, Hyphen };
  struct Job {
    std::string_view text;  ///< of the whole paragraph; what stands around is context
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    const CharacterStyle& style;
    const font::Face& face;
    std::uint32_t script = 0;
    bool right_to_left = false;
    double scale = 1;               ///< ShapedRun::scale
    Ending ending = Ending::Plain;  ///< Hyphen: one more glyph, of cluster `end`
  };
  /// Appends the glyphs in visual order; clusters are offsets in `text`. What a broken font makes
  /// of the text is not taken: each character then has the glyph of its own, or none.
  FontTrouble shape(const Job& job, std::vector<ShapedGlyph>& glyphs);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// True for scripts whose letters stand apart: those may stand further apart.
bool takes_letter_space(std::uint32_t script);

/// The character that shows a soft hyphen at a line end.
char32_t visible_hyphen(const font::Face& face);

}  // namespace handbill::text
