// SPDX-License-Identifier: MIT
#include "picture/other_space.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "color/black_scale.h"
#include "color/pixel_transform.h"
#include "display/jpeg_writer.h"
#include "display/samples.h"

namespace handbill::picture {
namespace {

using display::Picture;
using Space = Picture::Space;

/// Of libjpeg's scale; it is decoded and coded once more, so no less than others are.
constexpr int kSecondQuality = 90;

/// Samples by samples, one byte each.
std::shared_ptr<const Picture> remade(const Picture& from, const display::Samples& size,
                                      Space space, std::string bytes) {
  auto made = std::make_shared<Picture>();
  made->encoding = from.encoding;
  made->space = space;
  made->width = static_cast<int>(size.width);
  made->height = static_cast<int>(size.height);
  made->alpha = from.alpha;
  made->name = from.name;
  if (from.encoding == Picture::Encoding::Raw) {
    made->bytes = std::move(bytes);
    return made;
  }
  display::JpegWriter writer({.space = space,
                              .width = size.width,
                              .height = size.height,
                              .chroma = display::Chroma::Coarse,
                              .quality = kSecondQuality});
  writer.write_rows(reinterpret_cast<const unsigned char*>(bytes.data()), size.height);
  made->bytes = writer.finish();
  return made;
}

/// For each light of 0 to 255 as sRGB has it in grey, what of black ink is as light.
std::array<char, 256> gray_of_light(const color::Preview& press) {
  const color::BlackScale scale(press);
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double value = static_cast<double>(i) / 255;
    const double black = scale.black_for(color::lab_of({value, value, value}).l);
    table[i] = static_cast<char>(std::lround((1 - black) * 255));
  }
  return table;
}

/// IEC 61966-2-1, and its inverse.
double light_of(double encoded) {
  return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}
double encoded(double light) {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

/// The grey of sRGB that is as light as each pixel.
std::string lights_of(const std::string& rgb) {
  std::array<double, 256> light{};
  for (std::size_t i = 0; i < light.size(); ++i) light[i] = light_of(static_cast<double>(i) / 255);
  constexpr std::size_t kSteps = 4096;
  std::array<char, kSteps + 1> code{};
  for (std::size_t i = 0; i <= kSteps; ++i) {
    code[i] = static_cast<char>(std::lround(encoded(static_cast<double>(i) / kSteps) * 255));
  }
  const auto at = [&](std::size_t i) { return light[static_cast<unsigned char>(rgb[i])]; };
  std::string gray;
  gray.reserve(rgb.size() / 3);
  for (std::size_t i = 0; i + 2 < rgb.size(); i += 3) {
    const double all = 0.2126 * at(i) + 0.7152 * at(i + 1) + 0.0722 * at(i + 2);
    gray += code[static_cast<std::size_t>(std::lround(std::clamp(all, 0.0, 1.0) * kSteps))];
  }
  return gray;
}

}  // namespace

std::shared_ptr<const Picture> as_gray(std::shared_ptr<const Picture> picture,
                                       const color::Preview& press) {
  if (!picture || picture->space == Space::Gray) return picture;
  auto read = display::samples(*picture);
  if (!read) return picture;
  std::string rgb =
      picture->space == Space::Cmyk ? press.cmyk_to_rgb(read->bytes) : std::move(read->bytes);
  const bool has_profile = picture->space == Space::Rgb && !picture->icc.empty();
  const auto to_srgb = has_profile ? color::to_srgb(picture->icc) : nullptr;
  if (to_srgb) rgb = to_srgb->apply(rgb);
  std::string gray = lights_of(rgb);
  const std::array<char, 256> table = gray_of_light(press);
  for (char& each : gray) each = table[static_cast<unsigned char>(each)];
  return remade(*picture, *read, Space::Gray, std::move(gray));
}

std::shared_ptr<const Picture> as_srgb(std::shared_ptr<const Picture> picture,
                                       const color::Preview& press) {
  if (!picture || picture->space != Space::Cmyk) return picture;
  const auto read = display::samples(*picture);
  if (!read) return picture;
  auto made = std::make_shared<Picture>(
      *remade(*picture, *read, Space::Rgb, press.cmyk_to_rgb(read->bytes)));
  made->icc = color::srgb_profile();
  return made;
}

}  // namespace handbill::picture
