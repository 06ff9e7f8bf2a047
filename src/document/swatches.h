// SPDX-License-Identifier: MIT
// Swatches: colours by name.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/context.h"
#include "picture/art_work.h"

namespace handbill::document {

class Swatches {
 public:
  /// Checks every [swatch.NAME]. "paper", "black" and "registration" are built in; a layout may
  /// mix the first two anew.
  explicit Swatches(const Context& context);

  /// Reports unknown-swatch; black stands in.
  color::Color color(const spec::ColorSpec& wanted) const;

  /// The swatches for colours of SVG art: by their `screen` colour; #000000 is black and #ffffff
  /// paper, unless a swatch has that; "currentcolor" is `current`.
  picture::ScreenColors for_art(const color::Color& current) const;

 private:
  void add(const spec::Named<spec::SwatchSpec>& swatch);
  color::Color full_strength(const spec::Named<spec::SwatchSpec>& swatch);
  void check_stand_in(const spec::Named<spec::SwatchSpec>& swatch, const color::Cmyk& ink);
  void add_screen(const spec::Named<spec::SwatchSpec>& swatch, const color::Color& color);

  struct ScreenColor {
    color::Color color;
    std::string swatch;
    diag::Span span;
  };
  struct SpotInk {
    color::Cmyk ink;
    std::string swatch;
    diag::Span span;
  };
  const Context& context_;
  std::map<std::string, SpotInk> spots_;  ///< by the ink's name
  std::map<std::string, color::Color, std::less<>> colors_;
  std::map<std::string, ScreenColor, std::less<>> by_screen_;  ///< "#0b4f5c"
};

}  // namespace handbill::document
