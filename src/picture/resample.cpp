// SPDX-License-Identifier: MIT
#include "picture/resample.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <vector>

#include "base/check.h"

namespace handbill::picture {
namespace {

constexpr double kLobes = 3;
/// Weights are whole numbers, so that every machine adds up the same: this is 1.
constexpr int kOneBits = 14;
/// Samples between the two passes have this many more bits.
constexpr int kMoreBits = 6;
/// The second pass goes along so many rows side by side, the lanes of a vector register.
constexpr std::size_t kLanes = 8;
/// The first pass sums up so many samples of a row at once, in registers too.
constexpr std::size_t kBlock = 16;

double lanczos(double x) {
  if (std::abs(x) < 1e-9) return 1;
  if (std::abs(x) >= kLobes) return 0;
  const double angle = std::numbers::pi * x;
  return kLobes * std::sin(angle) * std::sin(angle / kLobes) / (angle * angle);
}

/// What one new pixel is made of.
struct Window {
  std::size_t first = 0;
  std::vector<std::int16_t> weights;  ///< sum up to 1
};

Window window_at(double center, double reach, std::size_t count) {
  const double scale = std::max(1.0, reach);
  const auto most = static_cast<double>(count);
  const auto begin = static_cast<std::size_t>(
      std::clamp(std::floor(center - kLobes * scale + 0.5), 0.0, most - 1));
  const auto end = static_cast<std::size_t>(
      std::clamp(std::floor(center + kLobes * scale + 0.5), static_cast<double>(begin) + 1, most));
  std::vector<double> exact;
  double sum = 0;
  for (std::size_t i = begin; i < end; ++i) {
    exact.push_back(lanczos((static_cast<double>(i) + 0.5 - center) / scale));
    sum += exact.back();
  }
  Window window{begin, {}};
  const int one = 1 << kOneBits;
  int left = one;
  for (const double each : exact) {
    window.weights.push_back(static_cast<std::int16_t>(std::lround(each / sum * one)));
    left -= window.weights.back();
  }
  // What rounding lost goes where it shows least.
  auto largest = std::max_element(window.weights.begin(), window.weights.end());
  *largest = static_cast<std::int16_t>(*largest + left);
  return window;
}

std::vector<Window> windows(std::uint32_t from, std::uint32_t to, double extent) {
  const double whole = extent > 0 ? extent : from;
  const double step = whole / to;
  std::vector<Window> result;
  result.reserve(to);
  for (std::uint32_t i = 0; i < to; ++i) {
    result.push_back(window_at((i + 0.5) * step, step, from));
  }
  return result;
}

unsigned char as_byte(std::int32_t sum) {
  constexpr int kShift = kOneBits + kMoreBits;
  const std::int32_t value = (sum + (1 << (kShift - 1))) >> kShift;
  return static_cast<unsigned char>(std::clamp(value, 0, 255));
}

}  // namespace

struct Resampler::Impl {
  ResampleSize size;
  TakeRows take;
  std::vector<Window> across, down;
  std::size_t row_size, padded;        ///< of a row that comes in; with room for a whole block
  std::vector<unsigned char> kept;     ///< the last rows that came in, as a ring
  std::size_t ring = 0, received = 0;  ///< rows in the ring, and all so far
  std::size_t next = 0;                ///< of the new rows, the one to make
  std::vector<std::int16_t> lanes;  ///< rows between the passes, a sample of each beside the other
  std::size_t in_lanes = 0;
  std::vector<unsigned char> made;

  Impl(const ResampleSize& wanted, TakeRows taker)
      : size(wanted),
        take(std::move(taker)),
        across(windows(size.width, size.new_width, size.extent_width)),
        down(windows(size.height, size.new_height, size.extent_height)),
        row_size(std::size_t{size.width} * size.channels),
        padded((row_size + kBlock - 1) / kBlock * kBlock) {
    for (const Window& each : down) ring = std::max(ring, each.weights.size());
    kept.resize(ring * padded);
    lanes.resize(padded * kLanes);
    made.resize(std::size_t{size.new_width} * size.channels * kLanes);
  }

  void push(const unsigned char* row) {
    std::memcpy(kept.data() + received % ring * padded, row, row_size);
    ++received;
    while (next < down.size() && down[next].first + down[next].weights.size() <= received) {
      sum_down(down[next++]);
      if (in_lanes == kLanes || next == down.size()) sum_across();
    }
  }

  /// One new row, still of the old width, into the next lane.
  void sum_down(const Window& window) {
    std::vector<const unsigned char*> rows;
    for (std::size_t i = 0; i < window.weights.size(); ++i) {
      rows.push_back(kept.data() + (window.first + i) % ring * padded);
    }
    constexpr int kShift = kOneBits - kMoreBits;
    for (std::size_t x = 0; x < padded; x += kBlock) {
      std::int32_t sums[kBlock];
      for (std::int32_t& each : sums) each = 1 << (kShift - 1);
      for (std::size_t t = 0; t < rows.size(); ++t) {
        const unsigned char* row = rows[t] + x;
        const std::int32_t weight = window.weights[t];
        for (std::size_t i = 0; i < kBlock; ++i) sums[i] += weight * row[i];
      }
      std::int16_t* lane = lanes.data() + x * kLanes + in_lanes;
      for (std::size_t i = 0; i < kBlock; ++i) {
        lane[i * kLanes] = static_cast<std::int16_t>(sums[i] >> kShift);
      }
    }
    ++in_lanes;
  }

  /// The rows that stand in the lanes, to the new width.
  void sum_across() {
    const std::size_t channels = size.channels, made_row = across.size() * channels;
    for (std::size_t x = 0; x < across.size(); ++x) {
      const Window& window = across[x];
      for (std::size_t c = 0; c < channels; ++c) {
        const std::int16_t* from = lanes.data() + (window.first * channels + c) * kLanes;
        std::int32_t sums[kLanes] = {};
        for (const std::int16_t weight : window.weights) {
          for (std::size_t i = 0; i < kLanes; ++i) sums[i] += std::int32_t{weight} * from[i];
          from += channels * kLanes;
        }
        unsigned char* to = made.data() + x * channels + c;
        for (std::size_t i = 0; i < in_lanes; ++i) to[i * made_row] = as_byte(sums[i]);
      }
    }
    take(made.data(), in_lanes);
    in_lanes = 0;
  }
};

Resampler::Resampler(const ResampleSize& size, TakeRows take) {
  HANDBILL_CHECK(size.new_width > 0 && size.new_width <= size.width && size.new_height > 0 &&
                     size.new_height <= size.height && size.channels > 0,
                 "pictures are only made smaller");
  impl_ = std::make_unique<Impl>(size, std::move(take));
}
Resampler::~Resampler() = default;

void Resampler::push(const unsigned char* rows, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) impl_->push(rows + i * impl_->row_size);
}

}  // namespace handbill::picture
