// SPDX-License-Identifier: MIT
#include "plates/raster.h"

#include <algorithm>

#include "base/check.h"
#include "color/preview.h"
#include "display/samples.h"

namespace handbill::plates {
namespace {

using display::JpegScale;
using display::Picture;

/// How many times smaller a picture may be read and still have enough pixels.
int spare(double pixels_per_inch) {
  return static_cast<int>(std::clamp(pixels_per_inch / kEnoughPixelsPerInch, 1.0, 64.0));
}

JpegScale jpeg_scale(int spare) {
  if (spare >= 8) return JpegScale::Eighth;
  if (spare >= 4) return JpegScale::Quarter;
  return spare >= 2 ? JpegScale::Half : JpegScale::Full;
}

void to_ink(Picture::Space space, std::string samples, Raster& raster) {
  if (space == Picture::Space::Gray) {
    for (char& each : samples) each = static_cast<char>(~each);
    raster.inks = {kBlack};
    raster.bytes = std::move(samples);
    return;
  }
  raster.inks = {0, 1, 2, 3};
  raster.bytes = space == Picture::Space::Cmyk
                     ? std::move(samples)
                     : color::Preview::without_profile().rgb_to_cmyk(samples);
}

unsigned byte_of(char c) { return static_cast<unsigned char>(c); }

}  // namespace

std::shared_ptr<const Raster> read_raster(const Picture& picture, double pixels_per_inch) {
  const bool scales = picture.encoding == Picture::Encoding::Jpeg && picture.alpha.empty();
  int times = spare(pixels_per_inch);
  const JpegScale scale = scales ? jpeg_scale(times) : JpegScale::Full;
  auto samples = display::samples(picture, scale);
  const std::size_t pixels =
      samples ? std::size_t{samples->width} * samples->height : std::size_t{0};
  if (!samples || (!picture.alpha.empty() && picture.alpha.size() != pixels)) return nullptr;
  Raster raster;
  raster.width = static_cast<int>(samples->width);
  raster.height = static_cast<int>(samples->height);
  raster.alpha = picture.alpha;
  to_ink(picture.space, std::move(samples->bytes), raster);
  times /= static_cast<int>(scale);
  return std::make_shared<const Raster>(times > 1 ? shrunk(raster, times, times)
                                                  : std::move(raster));
}

Raster shrunk(const Raster& raster, int across, int down) {
  const std::size_t channels = raster.inks.size();
  Raster out;
  out.inks = raster.inks;
  out.width = (raster.width + across - 1) / across;
  out.height = (raster.height + down - 1) / down;
  const auto size = static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height);
  out.bytes.reserve(size * channels);
  if (!raster.alpha.empty()) out.alpha.reserve(size);
  std::vector<std::uint64_t> sums(channels);
  for (int y = 0; y < raster.height; y += down) {
    for (int x = 0; x < raster.width; x += across) {
      std::fill(sums.begin(), sums.end(), 0);
      std::uint64_t weight = 0, count = 0;
      for (int row = y; row < std::min(y + down, raster.height); ++row) {
        for (int column = x; column < std::min(x + across, raster.width); ++column) {
          const auto pixel =
              static_cast<std::size_t>(row) * static_cast<std::size_t>(raster.width) +
              static_cast<std::size_t>(column);
          const unsigned alpha = raster.alpha.empty() ? 255 : byte_of(raster.alpha[pixel]);
          for (std::size_t i = 0; i < channels; ++i) {
            sums[i] += std::uint64_t{alpha} * byte_of(raster.bytes[pixel * channels + i]);
          }
          weight += alpha;
          ++count;
        }
      }
      for (const std::uint64_t sum : sums) {
        out.bytes += static_cast<char>(weight == 0 ? 0 : (sum + weight / 2) / weight);
      }
      if (!raster.alpha.empty()) out.alpha += static_cast<char>((weight + count / 2) / count);
    }
  }
  return out;
}

std::vector<double> mean_amounts(const Raster& raster) {
  std::vector<double> amounts(kProcessInks, 0);
  const std::size_t channels = raster.inks.size();
  if (channels == 0 || raster.bytes.empty()) return amounts;
  const std::size_t pixels = raster.bytes.size() / channels;
  std::vector<std::uint64_t> sums(channels);
  for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
    const unsigned alpha = raster.alpha.empty() ? 255 : byte_of(raster.alpha[pixel]);
    for (std::size_t i = 0; i < channels; ++i) {
      sums[i] += std::uint64_t{alpha} * byte_of(raster.bytes[pixel * channels + i]);
    }
  }
  for (std::size_t i = 0; i < channels; ++i) {
    const std::size_t ink = raster.inks[i];
    if (ink >= amounts.size()) amounts.resize(ink + 1, 0);
    amounts[ink] = static_cast<double>(sums[i]) / (255.0 * 255.0 * static_cast<double>(pixels));
  }
  return amounts;
}

}  // namespace handbill::plates
