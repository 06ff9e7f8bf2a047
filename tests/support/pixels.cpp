// SPDX-License-Identifier: MIT
#include "support/pixels.h"

#include <spng.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <memory>

namespace handbill::test {
namespace {

/// The next number of a PPM header; comments run to the end of their line.
std::optional<int> header_number(std::string_view bytes, std::size_t& at) {
  while (at < bytes.size() && (std::isspace(static_cast<unsigned char>(bytes[at])) != 0)) ++at;
  while (at < bytes.size() && bytes[at] == '#') {
    at = bytes.find('\n', at);
    if (at == std::string_view::npos) return std::nullopt;
    ++at;
  }
  int value = 0;
  const std::size_t begin = at;
  while (at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9' && value < 100000) {
    value = value * 10 + (bytes[at++] - '0');
  }
  if (at == begin) return std::nullopt;
  return value;
}

}  // namespace

Pixel Pixels::at(int x, int y) const {
  if (x < 0 || y < 0 || x >= width || y >= height) return {-1, -1, -1};
  const std::size_t first = (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                             static_cast<std::size_t>(x)) *
                            3;
  return {rgb[first], rgb[first + 1], rgb[first + 2]};
}

double Pixels::share_of(Pixel color, int slack) const {
  std::size_t found = 0;
  for (std::size_t i = 0; i + 2 < rgb.size(); i += 3) {
    bool near = true;
    for (std::size_t channel = 0; channel < 3; ++channel) {
      near = near && std::abs(rgb[i + channel] - color[channel]) <= slack;
    }
    found += near ? 1 : 0;
  }
  return rgb.empty() ? 0 : 3.0 * static_cast<double>(found) / static_cast<double>(rgb.size());
}

std::optional<Pixels> read_ppm(std::string_view bytes) {
  if (!bytes.starts_with("P5") && !bytes.starts_with("P6")) return std::nullopt;
  const bool gray = bytes[1] == '5';
  std::size_t at = 2;
  const auto width = header_number(bytes, at);
  const auto height = header_number(bytes, at);
  const auto largest = header_number(bytes, at);
  if (!width || !height || largest != 255) return std::nullopt;
  ++at;  // exactly one white space ends the header
  const std::size_t count = static_cast<std::size_t>(*width) * static_cast<std::size_t>(*height);
  if (at > bytes.size() || bytes.size() - at < count * (gray ? 1 : 3)) return std::nullopt;
  Pixels pixels{*width, *height, {}};
  pixels.rgb.reserve(count * 3);
  for (std::size_t i = 0; i < count * 3; ++i) {
    pixels.rgb.push_back(static_cast<unsigned char>(bytes[at + (gray ? i / 3 : i)]));
  }
  return pixels;
}

std::optional<Pixels> read_png(std::string_view bytes) {
  const std::unique_ptr<spng_ctx, decltype(&spng_ctx_free)> png(spng_ctx_new(0), &spng_ctx_free);
  spng_ihdr header{};
  std::size_t size = 0;
  if (spng_set_png_buffer(png.get(), bytes.data(), bytes.size()) != 0 ||
      spng_get_ihdr(png.get(), &header) != 0 ||
      spng_decoded_image_size(png.get(), SPNG_FMT_RGBA8, &size) != 0) {
    return std::nullopt;
  }
  std::vector<unsigned char> rgba(size);
  if (spng_decode_image(png.get(), rgba.data(), size, SPNG_FMT_RGBA8, SPNG_DECODE_TRNS) != 0) {
    return std::nullopt;
  }
  Pixels pixels{static_cast<int>(header.width), static_cast<int>(header.height), {}};
  pixels.rgb.reserve(size / 4 * 3);
  for (std::size_t i = 0; i + 3 < size; i += 4) {
    const int alpha = rgba[i + 3];
    for (std::size_t channel = 0; channel < 3; ++channel) {
      const int value = (rgba[i + channel] * alpha + 255 * (255 - alpha) + 127) / 255;
      pixels.rgb.push_back(static_cast<unsigned char>(value));
    }
  }
  return pixels;
}

Pixels softened(const Pixels& picture, int radius) {
  Pixels result = picture;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      Pixel sum{};
      int count = 0;
      for (int v = y - radius; v <= y + radius; ++v) {
        for (int u = x - radius; u <= x + radius; ++u) {
          const Pixel at = picture.at(u, v);
          if (at[0] < 0) continue;
          for (std::size_t c = 0; c < 3; ++c) sum[c] += at[c];
          ++count;
        }
      }
      const auto base = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                             static_cast<std::size_t>(x));
      for (std::size_t c = 0; c < 3; ++c) {
        result.rgb[base + c] = static_cast<unsigned char>(sum[c] / count);
      }
    }
  }
  return result;
}

std::optional<std::string> pixel_difference(const Pixels& one, const Pixels& other,
                                            const Tolerance& tolerance) {
  const auto size = [](const Pixels& p) {
    return std::to_string(p.width) + " x " + std::to_string(p.height);
  };
  if (one.width != other.width || one.height != other.height) {
    return "sizes differ: " + size(one) + " and " + size(other);
  }
  std::size_t counted = 0;
  double sum = 0;
  std::string first;
  for (std::size_t i = 0; i + 2 < one.rgb.size(); i += 3) {
    int worst = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
      const int difference = std::abs(one.rgb[i + channel] - other.rgb[i + channel]);
      worst = std::max(worst, difference);
      sum += difference;
    }
    if (worst <= tolerance.channel) continue;
    if (counted++ == 0) {
      const std::size_t pixel = i / 3;
      const auto width = static_cast<std::size_t>(one.width);
      first = std::to_string(pixel % width) + ", " + std::to_string(pixel / width);
    }
  }
  const double channels = std::max<double>(1, static_cast<double>(one.rgb.size()));
  const double share = 3 * static_cast<double>(counted) / channels;
  const double mean = sum / channels;
  if (share <= tolerance.share && mean <= tolerance.mean) return std::nullopt;
  return std::to_string(share * 100) + " % of the pixels differ, mean difference " +
         std::to_string(mean) + ", first at " + (first.empty() ? "none" : first);
}

}  // namespace handbill::test
