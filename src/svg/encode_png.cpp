// SPDX-License-Identifier: MIT
#include <libdeflate.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <memory>

#include "base/check.h"
#include "svg/screen_picture.h"

namespace handbill::svg {
namespace {

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};

void append_u32(std::string& out, std::uint32_t value) {
  for (const int shift : {24, 16, 8, 0}) out += static_cast<char>(value >> shift & 255);
}

/// PNG, 5.3: length, type, data, checksum over type and data.
void append_chunk(std::string& out, std::string_view type, std::string_view data) {
  append_u32(out, static_cast<std::uint32_t>(data.size()));
  const std::size_t begin = out.size();
  out += type;
  out += data;
  append_u32(out, libdeflate_crc32(0, out.data() + begin, out.size() - begin));
}

std::string header(const ScreenPicture& picture) {
  std::string data;
  append_u32(data, picture.width);
  append_u32(data, picture.height);
  const char color_type = picture.alpha.empty() ? 2 : 6;
  data += {8, color_type, 0, 0, 0};
  return data;
}

std::string with_alpha(const ScreenPicture& picture) {
  std::string rgba;
  rgba.reserve(picture.alpha.size() * 4);
  for (std::size_t i = 0; i < picture.alpha.size(); ++i) {
    rgba.append(picture.rgb, i * 3, 3);
    rgba += picture.alpha[i];
  }
  return rgba;
}

/// The row as differences to the pixels above (PNG, 9.2, filter type 2).
void append_differences(std::string& out, std::string_view row, std::string_view above) {
  for (std::size_t i = 0; i < row.size(); ++i) out += static_cast<char>(row[i] - above[i]);
}

/// How far the bytes are from zero, read as signed: small sums pack well (PNG, 12.7).
std::uint64_t weight(std::string_view bytes) {
  std::uint64_t sum = 0;
  for (const char each : bytes) {
    sum += static_cast<std::uint64_t>(std::abs(static_cast<signed char>(each)));
  }
  return sum;
}

/// Rows with their filter bytes. Flat areas and sharp edges pack best as they are; photographs as
/// differences.
std::string filtered(std::string_view pixels, std::size_t row_size, PngContent content) {
  std::string rows;
  rows.reserve(pixels.size() + pixels.size() / row_size);
  std::string differences;
  for (std::size_t at = 0; at < pixels.size(); at += row_size) {
    const std::string_view row = pixels.substr(at, row_size);
    if (content == PngContent::Photograph && at > 0) {
      differences.clear();
      append_differences(differences, row, pixels.substr(at - row_size, row_size));
      if (weight(differences) < weight(row)) {
        rows += '\2';
        rows += differences;
        continue;
      }
    }
    rows += '\0';
    rows += row;
  }
  return rows;
}

std::optional<std::string> deflated(std::string_view bytes) {
  // Level 2 makes a page 3% larger than level 6 does, in two thirds of its time; a third of zlib's.
  constexpr int kLevel = 2;
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
      libdeflate_alloc_compressor(kLevel));
  if (!compressor) return std::nullopt;
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(),
                                      out.size()));
  // A chunk's length has 31 bits.
  if (out.empty() || out.size() > 0x7FFFFFFF) return std::nullopt;
  return out;
}

}  // namespace

std::optional<std::string> encode_png(const ScreenPicture& picture, PngContent content,
                                      double pixels_per_inch) {
  const std::size_t pixels = std::size_t{picture.width} * picture.height;
  HANDBILL_CHECK(pixels > 0 && picture.rgb.size() == pixels * 3, "three bytes a pixel");
  const std::string rgba = picture.alpha.empty() ? std::string() : with_alpha(picture);
  const std::string& samples = picture.alpha.empty() ? picture.rgb : rgba;
  const auto data = deflated(filtered(samples, samples.size() / picture.height, content));
  if (!data) return std::nullopt;

  std::string png = "\x89PNG\r\n\x1a\n";
  png.reserve(data->size() + 128);
  append_chunk(png, "IHDR", header(picture));
  // The colours are sRGB by construction; 1 is the relative colorimetric intent (PNG, 11.3.2.5).
  append_chunk(png, "sRGB", std::string_view("\1", 1));
  if (pixels_per_inch > 0) {
    std::string physical;
    const auto per_metre = static_cast<std::uint32_t>(std::lround(pixels_per_inch / 0.0254));
    append_u32(physical, per_metre);
    append_u32(physical, per_metre);
    physical += '\1';
    append_chunk(png, "pHYs", physical);
  }
  append_chunk(png, "IDAT", *data);
  append_chunk(png, "IEND", {});
  return png;
}

}  // namespace handbill::svg
