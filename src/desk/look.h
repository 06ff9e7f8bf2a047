// SPDX-License-Identifier: MIT
// The colours that all documents share, as ink and as a screen shows it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "color/color.h"
#include "desk/session.h"

namespace handbill::desk {

using Percents = std::array<int, 4>;  ///< cyan, magenta, yellow, black, 0 to 100

struct HouseColor {
  std::string name;  ///< of the swatch: "ink"
  std::string file;  ///< that it is written in: "layouts/house.toml"
  Percents ink{};
  color::Rgb shown{};   ///< on paper, as the press prints it
  double contrast = 1;  ///< to the white of the paper, from 1 to 21 (WCAG 2.2)
};

/// Of process inks, in the order they are written: the first two are those people call their
/// colours.
std::vector<HouseColor> house_colors(const std::vector<View>& views,
                                     const diag::SourceMap& sources);

/// The ink that comes nearest to a screen colour on the press of the documents.
Percents ink_for(const std::vector<View>& views, const color::Rgb& wanted);

/// "#0b4f5c"; nothing: it is none.
std::optional<color::Rgb> read_hex(std::string_view text);
std::string as_hex(const color::Rgb& color);

/// Changes the swatch where it is written, in memory.
std::optional<Refusal> set_house_color(Session& session, const std::string& language,
                                       const std::string& name, const Percents& ink);

}  // namespace handbill::desk
