// SPDX-License-Identifier: MIT
// What comes out of the press: every painted thing with its amounts by plate. Made from a page list
// before a byte is written, or read back from any PDF; the press rules and the ink map see nothing
// else. Coordinates: points, origin at the top left corner of the trim box, y down.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/path.h"
#include "color/color.h"
#include "diag/span.h"
#include "display/page_list.h"

namespace handbill::plates {

/// A plate. The first four are always cyan, magenta, yellow and black; spot inks follow in order of
/// first use.
struct Ink {
  std::string name;
  color::Cmyk solid{};  ///< what stands in for it
};
inline constexpr std::size_t kProcessInks = 4;
inline constexpr std::size_t kBlack = 3;

/// How a colour is said (PDF 1.7, 8.6).
enum class ColorSpace {
  DeviceGray,
  DeviceRgb,
  DeviceCmyk,
  Separation,
  DeviceN,
  CalGray,
  CalRgb,
  Lab,
  IccGray,
  IccRgb,
  IccCmyk,
  Pattern  ///< a tiling; its paint is not known plate by plate
};

struct Paint {
  ColorSpace space = ColorSpace::DeviceCmyk;
  /// Amounts from 0 to 1 by ink, without regard to overprint; inks beyond its end get 0. Of colours
  /// of no plate (RGB, Lab) what they are converted to. Of "All" the tint of every plate. Of a
  /// picture the mean of its raster, of a shading the stop with the most ink.
  std::vector<double> amounts;
  /// By ink, as long as `amounts`: the colour space names the plate. DeviceCMYK names the first
  /// four, a Separation its own. With overprint a plate that is not named stays as it is; with
  /// overprint mode 1 one that DeviceCMYK names with 0 does too (PDF 1.7, 8.6.7).
  std::vector<bool> named;
  bool all = false;                ///< the Separation "All"
  std::vector<std::string> names;  ///< of a Separation or DeviceN, as written
  double sum() const;              ///< of the amounts: 2.4 is 240 %
  double process_sum() const;
  /// How many plates get something.
  std::size_t ink_count() const;
  bool is_paper() const { return ink_count() == 0 && !all; }
};

/// Paints that run into each other; see display::Gradient.
struct Shading {
  display::Gradient::Kind kind = display::Gradient::Kind::Linear;
  Point from{}, to{};
  Length from_radius{}, to_radius{};
  struct Stop {
    double offset = 0;
    Paint paint;
  };
  std::vector<Stop> stops;
};

struct TypeFacts {
  Length size;       ///< of an em on the page, all scaling done
  std::string font;  ///< PostScript name, without a subset's tag
  std::string text;  ///< what it reads; may be empty in files of others
  bool embedded = true;
  bool invisible = false;  ///< text render mode 3
};

/// Rows of 8-bit amounts, 0 no ink, plates next to each other.
struct Raster {
  int width = 0, height = 0;
  std::vector<std::size_t> inks;  ///< what each sample of a pixel prints on
  std::string bytes;
  std::string alpha;  ///< empty, or 8 bits a pixel
};

struct PictureFacts {
  int width = 0, height = 0;  ///< in pixels
  int bits = 8;               ///< per component
  bool mask = false;          ///< painted through in the current colour
  /// From the unit square, y down (0, 0 the top left corner of the picture), to the page.
  Matrix map{};
  /// The smaller of across and down (GWG 2022, R0031).
  double pixels_per_inch() const;
  std::shared_ptr<const Raster> raster;  ///< null: not decoded
};

enum class Kind { Text, Fill, Stroke, Picture, Shading };

struct Object {
  Kind kind = Kind::Fill;
  /// Text: the outlines of the glyphs. Fill: the area. Stroke: its middle. Picture: its corners.
  /// Shading: what it fills.
  Path path;
  display::FillRule fill_rule = display::FillRule::NonZero;
  std::vector<Path> clips;  ///< nothing outside of any of them is painted
  Rect bounds{};            ///< of what is painted: width of strokes and clips counted
  Paint paint;
  std::optional<display::Stroke> stroke{};  ///< width, caps, joins, dashes; its colour is `paint`
  std::shared_ptr<const Shading> shading{};
  std::optional<TypeFacts> type{};
  std::optional<PictureFacts> picture{};
  std::vector<PictureFacts> inside{};  ///< pictures of its pattern and soft masks
  bool overprint = false;
  int overprint_mode = 0;
  double opacity = 1;
  std::string blend_mode = "Normal";
  bool soft_mask = false;
  std::string layer{};  ///< optional content it belongs to; empty: always there
  display::ProcessingStep step = display::ProcessingStep::None;  ///< such things print nowhere
  diag::Span span{};                                             ///< unknown in files
  std::size_t item = 0;  ///< of page lists only: its place in display::Page::items
};

struct Page {
  std::string name;  ///< of the side; in files "page 1"
  Rect trim{}, bleed{}, media{}, crop{};
  bool has_trim = true, has_bleed = true;  ///< a file may leave the boxes out
  int rotate = 0;
  double user_unit = 1;
  std::vector<Length> folds;    ///< known of page lists only: their places across the page
  std::vector<Object> objects;  ///< in paint order
};

struct Print {
  std::vector<Ink> inks;  ///< at least the four process inks
  std::vector<Page> pages;
};

}  // namespace handbill::plates
