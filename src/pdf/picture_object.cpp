// SPDX-License-Identifier: MIT
#include "pdf/picture_object.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/check.h"
#include "pdf/color_space.h"
#include "pdf/icc_profile.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

using Encoding = display::Picture::Encoding;
using Space = display::Picture::Space;

struct Raster {
  std::size_t row_bytes = 0;
  std::size_t pixel_bytes = 1;  ///< distance to the sample on the left
  std::size_t rows = 0;
};

std::size_t components(Space space) {
  switch (space) {
    case Space::Gray:
      return 1;
    case Space::Rgb:
      return 3;
    case Space::Cmyk:
      return 4;
  }
  return 1;
}

/// Gray is black ink: DeviceGray would be whatever the device makes of it.
std::string space_name(Space space) {
  switch (space) {
    case Space::Gray:
      return separation_space({"Black", {0, 0, 0, 1}});
    case Space::Rgb:
      return "/DeviceRGB";
    case Space::Cmyk:
      return "/DeviceCMYK";
  }
  return {};
}

int paeth(int left, int above, int corner) {
  const int estimate = left + above - corner;
  const int to_left = std::abs(estimate - left);
  const int to_above = std::abs(estimate - above);
  const int to_corner = std::abs(estimate - corner);
  if (to_left <= to_above && to_left <= to_corner) return left;
  return to_above <= to_corner ? above : corner;
}

/// The filters of PNG that are tried, by their numbers there (PNG 1.2, 6).
enum PngFilter : unsigned char { kSub = 1, kUp = 2, kPaeth = 4 };

unsigned char filtered(PngFilter filter, int value, int left, int above, int corner) {
  switch (filter) {
    case kSub:
      return static_cast<unsigned char>(value - left);
    case kUp:
      return static_cast<unsigned char>(value - above);
    case kPaeth:
      return static_cast<unsigned char>(value - paeth(left, above, corner));
  }
  return static_cast<unsigned char>(value);
}

/// Writes one row into `out`; gives the sum of its differences, small when it will deflate well.
std::size_t filter_row(PngFilter filter, const Raster& raster, std::string_view row,
                       std::string_view above, std::string& out) {
  const auto byte = [](std::string_view bytes, std::size_t at) {
    return static_cast<int>(static_cast<unsigned char>(bytes[at]));
  };
  out.assign(1, static_cast<char>(filter));
  out.resize(raster.row_bytes + 1);
  std::size_t sum = 0;
  for (std::size_t i = 0; i < raster.row_bytes; ++i) {
    const bool first = i < raster.pixel_bytes;
    const int left = first ? 0 : byte(row, i - raster.pixel_bytes);
    const int corner = first ? 0 : byte(above, i - raster.pixel_bytes);
    const unsigned char value = filtered(filter, byte(row, i), left, byte(above, i), corner);
    out[i + 1] = static_cast<char>(value);
    sum += std::min<std::size_t>(value, 256U - value);
  }
  return sum;
}

/// Rows as differences from their neighbours, each by the filter that leaves the least.
std::string filter_rows(const Raster& raster, std::string_view bytes) {
  std::string result;
  result.reserve((raster.row_bytes + 1) * raster.rows);
  const std::string nothing(raster.row_bytes, '\0');
  std::string_view above = nothing;
  std::string best, candidate;
  for (std::size_t y = 0; y < raster.rows; ++y) {
    const std::string_view row = bytes.substr(y * raster.row_bytes, raster.row_bytes);
    std::size_t best_sum = filter_row(kUp, raster, row, above, best);
    for (const PngFilter filter : {kSub, kPaeth}) {
      const std::size_t sum = filter_row(filter, raster, row, above, candidate);
      if (sum >= best_sum) continue;
      best_sum = sum;
      best.swap(candidate);
    }
    result += best;
    above = row;
  }
  return result;
}

/// Differences pay for photographs and gradients, not for flat art: tried on a band in the middle.
bool differences_pay(const Raster& raster, std::string_view bytes, HaruDocument& document) {
  if (document.compression() == Compression::None || raster.row_bytes < 16) return false;
  constexpr std::size_t kBand = 48;
  Raster band = raster;
  band.rows = std::min(raster.rows, kBand);
  const std::size_t start = (raster.rows - band.rows) / 2;
  const std::string_view part =
      bytes.substr(start * raster.row_bytes, band.rows * raster.row_bytes);
  return document.deflate(filter_rows(band, part)).size() < document.deflate(part).size();
}

ObjectRef write_rows(std::string entries, const Raster& raster, std::size_t colors, int bits,
                     std::string_view bytes, HaruDocument& document) {
  if (bits < 8 || !differences_pay(raster, bytes, document)) {
    return document.add_stream(std::move(entries), bytes);
  }
  entries += "/DecodeParms<</Predictor 15/Colors " + std::to_string(colors) + "/BitsPerComponent " +
             std::to_string(bits) + "/Columns " +
             std::to_string(raster.row_bytes / raster.pixel_bytes) + ">>";
  return document.add_stream(std::move(entries), filter_rows(raster, bytes));
}

std::string image_entries(const display::Picture& picture, std::string_view space, int bits) {
  std::string text = "/Type/XObject/Subtype/Image/Width " + std::to_string(picture.width);
  text += "/Height " + std::to_string(picture.height) + "/ColorSpace";
  text += space;
  text += "/BitsPerComponent " + std::to_string(bits);
  return text;
}

Raster raster_of(const display::Picture& picture) {
  const auto width = static_cast<std::size_t>(picture.width);
  const std::size_t pixel_bits = components(picture.space) * static_cast<std::size_t>(picture.bits);
  return {(width * pixel_bits + 7) / 8, std::max<std::size_t>(1, pixel_bits / 8),
          static_cast<std::size_t>(picture.height)};
}

bool data_fit_size(const display::Picture& picture) {
  if (picture.width <= 0 || picture.height <= 0 || picture.bytes.empty()) return false;
  const auto pixels =
      static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
  if (!picture.alpha.empty() && picture.alpha.size() != pixels) return false;
  const Raster raster = raster_of(picture);
  return picture.encoding == Encoding::Jpeg ||
         picture.bytes.size() == raster.row_bytes * raster.rows;
}

std::string color_space(const display::Picture& picture, std::optional<ObjectRef> profile) {
  if (!profile) return space_name(picture.space);
  std::string text = "[/ICCBased ";
  append_reference(text, profile->number);
  return text + ']';
}

ObjectRef write_soft_mask(const display::Picture& picture, HaruDocument& document) {
  const Raster raster{static_cast<std::size_t>(picture.width), 1,
                      static_cast<std::size_t>(picture.height)};
  return write_rows(image_entries(picture, "/DeviceGray", 8), raster, 1, 8, picture.alpha,
                    document);
}

}  // namespace

std::optional<std::string> problem_with(const display::Picture& picture, Claims standard) {
  if (!data_fit_size(picture)) return "the data of a picture do not fit its size";
  const std::string name = "picture `" + picture.name + "` ";
  if (!standard.takes_transparency() && !picture.alpha.empty()) {
    return name + "is transparent in places; PDF/X-1a knows no transparency";
  }
  if (picture.space != Space::Rgb) return std::nullopt;
  if (!standard.takes_rgb()) return name + "is RGB; PDF/X-1a takes ink only";
  if (picture.icc.empty()) {
    if (!standard.is_pdfx()) return std::nullopt;
    return name + "is RGB without an ICC profile; PDF/X-4 asks for one";
  }
  if (!is_icc_profile(picture.icc, "RGB ")) return name + "has an ICC profile that is not for RGB";
  return std::nullopt;
}

ObjectRef write_picture(const display::Picture& picture, std::optional<ObjectRef> profile,
                        HaruDocument& document) {
  HANDBILL_CHECK(data_fit_size(picture), "pictures are checked before they are written");
  std::string entries = image_entries(picture, color_space(picture, profile), picture.bits);
  if (!picture.alpha.empty()) {
    entries += "/SMask ";
    append_reference(entries, write_soft_mask(picture, document).number);
  }
  const std::size_t colors = components(picture.space);
  // Of light 0 is none, of ink it is white.
  if (picture.inverted || picture.space == Space::Gray) {
    entries += "/Decode[";
    for (std::size_t i = 0; i < colors; ++i) entries += i == 0 ? "1 0" : " 1 0";
    entries += ']';
  }
  if (picture.encoding == Encoding::Jpeg) {
    return document.add_packed_stream(std::move(entries) + "/Filter/DCTDecode",
                                      std::string_view(picture.bytes));
  }
  return write_rows(std::move(entries), raster_of(picture), colors, picture.bits, picture.bytes,
                    document);
}

}  // namespace handbill::pdf
