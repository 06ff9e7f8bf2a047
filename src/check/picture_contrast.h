// SPDX-License-Identifier: MIT
// Type on pictures, looked at pixel by pixel. Private to this folder.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "check/page_view.h"
#include "check/text_ink.h"
#include "plates/ink_map.h"

namespace handbill::check {

/// The most contrast there is.
inline constexpr double kBlackOnWhite = 21;

/// Light as WCAG 2.2 has it ("relative luminance"): 0 black, 1 white.
double luminance(const color::Rgb& rgb);
double contrast_of(double one_luminance, double other_luminance);

/// The ink where type is printed on other ink.
color::Cmyk printed_over(const display::GlyphRun& run, const color::Cmyk& below);

/// Reads each picture once.
class PictureContrast {
 public:
  explicit PictureContrast(const PageView& view) : view_(view) {}

  /// Of a run on `things`, in the square millimetre under its glyphs where the fifth percentile of
  /// contrast is least.
  double worst(const std::vector<GlyphInk>& inks, const std::vector<std::size_t>& things);

 private:
  plates::Object with_pixels(std::size_t thing);
  /// By pixel, how type of the run stands out.
  std::vector<double> contrasts(const display::GlyphRun& run, const plates::InkMap& map) const;

  const PageView& view_;
  std::map<display::PictureId, std::shared_ptr<const plates::Raster>> rasters_;
};

}  // namespace handbill::check
