// SPDX-License-Identifier: MIT
// What the readers of one file format give to read_picture.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "display/page_list.h"

namespace handbill::picture {

inline constexpr int kMaxSide = 20'000;

/// Why a picture can't be used, to stand after its name: "ends too early".
struct Broken {
  std::string why;
};
struct Unsupported {
  std::string why;
  std::string hint;
};

using RasterResult = std::variant<display::Picture, Broken, Unsupported>;

/// What the bytes hold, whatever their kind.
RasterResult read_raster(std::string_view bytes);

/// Set when the size is outside the limits.
std::optional<Unsupported> check_size(double width, double height);

/// The orientation in an Exif block ("Exif\0\0" and a TIFF file): 1 upright, up to 8. Nothing: it
/// holds none that can be read.
std::optional<int> exif_orientation(std::string_view block);

/// The ICC profile in the APP2 segments of a JPEG (ICC.1, B.4); empty: none, or parts are missing.
std::string jpeg_profile(std::string_view bytes);

bool is_jpeg(std::string_view bytes);
/// The bytes are kept as they are, but decoded once, so that none that are damaged go to press.
RasterResult read_jpeg(std::string_view bytes);

bool is_png(std::string_view bytes);
/// What its checksums say is wrong, those of the chunks and that of the pixels, to stand after its
/// name; empty: nothing. Pixels that unpack to more than `most_pixel_bytes` are damaged.
std::string png_damage(std::string_view bytes, std::uint64_t most_pixel_bytes);
RasterResult read_png(std::string_view bytes);
/// What its header says its pixels take while they are read, with alpha RGBA and the alpha by
/// itself; 0: there is none.
std::uint64_t png_unpacked_bytes(std::string_view bytes);

}  // namespace handbill::picture
