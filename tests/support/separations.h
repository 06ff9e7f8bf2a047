// SPDX-License-Identifier: MIT
// What Ghostscript puts on each plate.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::test {

/// How much of one ink, 0 to 255, rows from the top.
struct PlatePixels {
  int width = 0;
  int height = 0;
  std::vector<unsigned char> ink;

  /// Outside the picture: -1.
  int at(int x, int y) const;
};

/// A TIFF file as tiffsep writes it: grey, 8 bits, not compressed.
std::optional<PlatePixels> read_plate(std::string_view tiff);

/// The plates of the first page by name, "Cyan" to "Black" and the spot inks, with overprint as the
/// file asks for it. Nothing when Ghostscript fails or says anything.
std::optional<std::map<std::string, PlatePixels>> separations(const std::string& pdf,
                                                              int pixels_per_inch);

}  // namespace handbill::test
