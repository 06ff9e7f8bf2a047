// SPDX-License-Identifier: MIT
// Colour as ink on a press: process inks, a spot ink, or registration.
#pragma once

#include <span>
#include <string>

namespace handbill::color {

/// Amounts by ink from 0 to 1, the process inks first: black as good as solid (99.5 %, one step of
/// 8 bits off) and no other ink. What is painted in it can print over all that lies below.
bool is_black_alone(std::span<const double> amounts);

/// Ink amounts from 0 (none) to 1 (solid).
struct Cmyk {
  double c = 0, m = 0, y = 0, k = 0;
  auto operator<=>(const Cmyk&) const = default;
};

/// Screen colour, sRGB encoded, 0 to 1.
struct Rgb {
  double r = 0, g = 0, b = 0;
  auto operator<=>(const Rgb&) const = default;
};

enum class InkKind {
  Process,       ///< `cmyk`, tint already applied
  Spot,          ///< `tint` of the ink `spot`; `cmyk` stands in for its solid
  Registration,  ///< `tint` of every plate ("All"); marks only
};

/// Whether what lies below stays on the plates that a colour does not print on (PDF 1.7, 8.6.7,
/// always with overprint mode 1). Auto: the press stage decides, by color, size and shop; no sink
/// ever sees it.
enum class Overprint { Auto, Off, On };

/// A final colour. Paper white is process 0 0 0 0, text black process 0 0 0 1.
struct Color {
  InkKind kind = InkKind::Process;
  Cmyk cmyk{};
  std::string spot{};
  double tint = 1;

  static Color process(Cmyk cmyk) { return {InkKind::Process, cmyk, {}, 1}; }
  static Color black() { return process({0, 0, 0, 1}); }
  static Color paper() { return process({}); }
  static Color registration() { return {InkKind::Registration, {1, 1, 1, 1}, {}, 1}; }
  static Color spot_ink(std::string name, Cmyk solid) {
    return {InkKind::Spot, solid, std::move(name), 1};
  }
  /// The same colour at `amount` (0 to 1) of its strength.
  Color tinted(double amount) const;
  /// What the process plates would get if spots were converted.
  Cmyk as_cmyk() const;
  /// Process black alone (is_black_alone).
  bool is_black() const;
  /// No ink on any plate.
  bool is_paper() const;
  bool operator==(const Color&) const = default;
};

}  // namespace handbill::color
