// SPDX-License-Identifier: MIT
// Swatches: colours by name.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/shades.h"
#include "document/shop.h"
#include "document/teller.h"
#include "picture/art_work.h"
#include "spec/layout_spec.h"

namespace handbill::document {

class Swatches {
 public:
  Swatches() = default;
  /// Checks every [swatch.NAME]. "paper", "black" and "registration" are built in; a layout may
  /// mix the first two anew. Screen colours are mixed for the press of `shop`, or for coated paper
  /// when there is none, and what of is told (ink-mixed).
  Swatches(const spec::LayoutSpec& layout, const Shop* shop, const Teller& teller);

  /// A swatch, or one in a tint or shade: "light teal", "dark teal", "teal dark 30%", where no
  /// swatch is called so. Reports unknown-swatch; black stands in.
  color::Color color(const spec::ColorSpec& wanted, const Teller& teller) const;

  /// The swatches for colours of SVG art: by their `screen` colour; #000000 is black and #ffffff
  /// paper, unless a swatch has that; "currentcolor" is `current`.
  picture::ScreenColors for_art(const color::Color& current) const;

 private:
  class Reader;

  color::Color shaded(const spec::ColorSpec& written, const Shade& shade,
                      const Teller& teller) const;

  struct ScreenColor {
    color::Color color;
    std::string swatch;
    diag::Span span;
  };
  std::map<std::string, color::Color, std::less<>> colors_;
  std::map<std::string, ScreenColor, std::less<>> by_screen_;  ///< "#0b4f5c"
};

/// Auto unless something else is written.
color::Overprint overprint_of(const std::optional<spec::Text>& written);

}  // namespace handbill::document
