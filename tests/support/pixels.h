// SPDX-License-Identifier: MIT
// Pictures of pages, for tests: read what a renderer wrote, look at single pixels, compare.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::test {

using Pixel = std::array<int, 3>;  ///< red, green, blue, 0 to 255

struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<unsigned char> rgb;  ///< rows from the top, three bytes a pixel

  /// Outside the picture: {-1, -1, -1}.
  Pixel at(int x, int y) const;
  /// The share of pixels whose channels all lie within `slack` of `color`.
  double share_of(Pixel color, int slack = 8) const;
};

/// A PPM or PGM file with 8 bits a sample (P5, P6).
std::optional<Pixels> read_ppm(std::string_view bytes);
/// Any PNG file; transparency is put on white.
std::optional<Pixels> read_png(std::string_view bytes);

/// Each pixel the mean of the square `radius` around it: what is left when the edges of letters,
/// which every renderer draws its own way, are out of the picture.
Pixels softened(const Pixels& picture, int radius);

struct Tolerance {
  int channel = 48;     ///< a channel may be off by so much without counting
  double share = 0.01;  ///< the share of pixels that may count
  double mean = 2.0;    ///< the mean absolute difference of all channels
};

/// Nothing when the two look alike; else what differs, for FAIL().
std::optional<std::string> pixel_difference(const Pixels& one, const Pixels& other,
                                            const Tolerance& tolerance = {});

}  // namespace handbill::test
