// SPDX-License-Identifier: MIT
// What gives way when text is to fit, in which order and how far.
//
// The levers, the least invasive first: space after paragraphs, tracking, width of glyphs, leading,
// size. A lever is moved only when those before it are used up; then those are let back as far as
// they can be. All move in small fixed steps, so that the same text always comes out the same.
// Where several styles have ranges of their own, a lever is moved in all of them, by the same part
// of its way.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "document/document.h"

namespace handbill::layout {

/// What a style is set at.
struct FitSetting {
  Length size;
  Length leading;
  Length after;
  double tracking = 0;
  double glyph_width = 1;

  bool operator==(const FitSetting&) const = default;
};

/// The levers of one style.
class FitLevers {
 public:
  static constexpr std::size_t kCount = 5;
  /// Steps each lever has been moved, 0 being the wish: the largest size, everything else as close
  /// to the style's own as its range allows.
  using Positions = std::array<int, kCount>;

  /// Both must outlive this.
  FitLevers(const document::Copyfit& fit, const text::ParagraphStyle& style);

  const text::ParagraphStyle& style() const { return style_; }
  const Positions& ends() const { return ends_; }
  FitSetting at(const Positions& positions) const;
  /// "10.6 pt (of 9.5 to 11 pt), leading 14.4 pt".
  std::string words(const FitSetting& setting) const;

 private:
  Length size_at(int position) const;
  Length wished_leading(Length size) const;

  const document::Copyfit& fit_;
  const text::ParagraphStyle& style_;
  Length size_step_;
  Length leading_step_;
  Positions ends_{};
};

/// Of several styles, in their order.
using FitSettings = std::vector<FitSetting>;

struct FitResult {
  FitSettings settings;
  bool fits = false;  ///< false: not even with all levers at their ends, as `settings` are then
};

/// What a text came to at some settings.
struct Trial {
  bool fits = false;
  /// How much of its room it takes, about; more than 1: it has too little. 0: nobody knows. Only
  /// which settings are tried next depends on it.
  double fill = 0;
};

/// Some fifty trials at most, far fewer where they tell how full the room is. The settings
/// found are those of the last trial that fitted, or of the last of all if none did.
FitResult find_fit(const std::vector<FitLevers>& styles,
                   const std::function<Trial(const FitSettings&)>& try_it);

}  // namespace handbill::layout
