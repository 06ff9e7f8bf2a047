// SPDX-License-Identifier: MIT
#include "picture/resample.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

namespace {

using handbill::picture::Resampler;
using handbill::picture::ResampleSize;

/// Rows of samples by a function of column, row and channel.
template <class Sample>
std::string picture(const ResampleSize& size, Sample sample) {
  std::string bytes;
  for (std::uint32_t y = 0; y < size.height; ++y) {
    for (std::uint32_t x = 0; x < size.width; ++x) {
      for (std::size_t c = 0; c < size.channels; ++c) {
        bytes += static_cast<char>(static_cast<unsigned char>(sample(x, y, c)));
      }
    }
  }
  return bytes;
}

std::string resampled(const ResampleSize& size, const std::string& bytes, std::size_t piece = 5) {
  std::string result;
  const std::size_t new_row = size.new_width * size.channels, row = size.width * size.channels;
  Resampler resampler(size, [&](const unsigned char* rows, std::size_t count) {
    result.append(reinterpret_cast<const char*>(rows), count * new_row);
  });
  for (std::size_t y = 0; y < size.height; y += piece) {
    resampler.push(reinterpret_cast<const unsigned char*>(bytes.data()) + y * row,
                   std::min<std::size_t>(piece, size.height - y));
  }
  REQUIRE(result.size() == new_row * size.new_height);
  return result;
}

int at(const std::string& bytes, const ResampleSize& size, std::size_t x, std::size_t y,
       std::size_t c = 0) {
  return static_cast<unsigned char>(bytes[(y * size.new_width + x) * size.channels + c]);
}

}  // namespace

TEST_CASE("a flat picture stays exactly as it is, at the edges too") {
  for (const std::size_t channels : {1, 3, 4}) {
    const ResampleSize size{97, 53, 31, 17, channels};
    const auto flat = [](std::size_t, std::size_t, std::size_t c) { return 40 + 60 * c; };
    const std::string result = resampled(size, picture(size, flat));
    for (std::size_t i = 0; i < result.size(); ++i) {
      REQUIRE(static_cast<unsigned char>(result[i]) == 40 + 60 * (i % channels));
    }
  }
}

TEST_CASE("the same size gives the same pixels") {
  const ResampleSize size{20, 30, 20, 30, 3};
  const std::string bytes =
      picture(size, [](auto x, auto y, auto c) { return (x * 37 + y * 91 + c * 13) % 256; });
  CHECK(resampled(size, bytes) == bytes);
}

TEST_CASE("it does not matter in how many pieces rows come") {
  const ResampleSize size{64, 48, 40, 29, 4};
  const std::string bytes =
      picture(size, [](auto x, auto y, auto c) { return (x * x + y * 7 + c) % 256; });
  CHECK(resampled(size, bytes, 1) == resampled(size, bytes, 48));
}

TEST_CASE("a slope keeps its place and its steepness") {
  const ResampleSize size{200, 8, 80, 4, 1};
  const std::string result = resampled(size, picture(size, [](auto x, auto, auto) { return x; }));
  // A pixel in the middle of 2.5 old ones.
  for (std::size_t x = 4; x < 76; ++x) {
    CHECK(at(result, size, x, 1) == Approx((static_cast<double>(x) + 0.5) * 2.5 - 0.5).margin(1));
  }
}

TEST_CASE("the picture may end within its last pixel") {
  // Of 21 columns the last one is only half in it: 20.5 become 10.
  const ResampleSize size{21, 4, 10, 4, 1, 20.5, 4};
  const std::string result =
      resampled(size, picture(size, [](auto x, auto, auto) { return x * 10; }));
  CHECK(at(result, size, 4, 1) == Approx((4.5 * 2.05 - 0.5) * 10).margin(1));
}

TEST_CASE("what is finer than the new pixels is gone, not folded back") {
  // Stripes of 2.2 pixels, to two fifths: 0.9 new pixels wide.
  const ResampleSize size{440, 440, 176, 176, 1};
  const auto wave = [](double x) {
    return std::lround(127.5 + 120 * std::cos(x * 2 * 3.14159265 / 2.2));
  };
  const std::string across =
      resampled(size, picture(size, [&](auto x, auto, auto) { return wave(x); }));
  const std::string down =
      resampled(size, picture(size, [&](auto, auto y, auto) { return wave(y); }));
  for (std::size_t i = 10; i < 166; ++i) {
    CHECK(std::abs(at(across, size, i, 80) - 128) <= 6);
    CHECK(std::abs(at(down, size, 80, i) - 128) <= 6);
  }
}

TEST_CASE("an edge stays sharp: it is black and white two pixels off") {
  const ResampleSize size{100, 100, 40, 40, 1};
  const std::string result =
      resampled(size, picture(size, [](auto x, auto, auto) { return x < 50 ? 0 : 255; }));
  CHECK(at(result, size, 17, 20) <= 12);
  CHECK(at(result, size, 22, 20) >= 243);
}
