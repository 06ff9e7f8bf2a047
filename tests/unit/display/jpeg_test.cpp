// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "display/jpeg_reader.h"
#include "display/jpeg_writer.h"
#include "display/samples.h"

namespace {

using namespace handbill::display;

/// Waves in each component, of wavelengths that differ.
std::string waves(const JpegShape& shape) {
  std::string bytes;
  for (std::uint32_t y = 0; y < shape.height; ++y) {
    for (std::uint32_t x = 0; x < shape.width; ++x) {
      for (std::size_t i = 0; i < channels(shape.space); ++i) {
        const int step = static_cast<int>((x * (i + 1) + y * (3 - i % 3)) % 128);
        bytes += static_cast<char>(64 + (step < 64 ? step : 127 - step) * 2);
      }
    }
  }
  return bytes;
}

std::string written(const JpegShape& shape, const std::string& samples) {
  JpegWriter writer(shape);
  const auto* rows = reinterpret_cast<const unsigned char*>(samples.data());
  REQUIRE(samples.size() == writer.row_size() * shape.height);
  const std::size_t half = shape.height / 2;
  writer.write_rows(rows, half);
  writer.write_rows(rows + half * writer.row_size(), shape.height - half);
  return writer.finish();
}

double mean_difference(const std::string& a, const std::string& b) {
  REQUIRE(a.size() == b.size());
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sum += std::abs(static_cast<unsigned char>(a[i]) - static_cast<unsigned char>(b[i]));
  }
  return sum / static_cast<double>(a.size());
}

/// What a file holds, read in pieces of seven rows.
std::string read(const std::string& file, int eighths) {
  JpegReader reader(file);
  REQUIRE(reader.read_header());
  REQUIRE(reader.start(eighths));
  std::string all, rows(reader.row_size() * 7, '\0');
  while (const std::size_t count =
             reader.read_rows(reinterpret_cast<unsigned char*>(rows.data()), 7)) {
    all += rows.substr(0, count * reader.row_size());
  }
  CHECK(reader.finish());
  CHECK(all.size() == reader.row_size() * reader.height());
  return all;
}

}  // namespace

TEST_CASE("JPEGs that are written are read back, and nearly the same") {
  const auto space = GENERATE(Picture::Space::Gray, Picture::Space::Rgb, Picture::Space::Cmyk);
  const auto chroma = GENERATE(Chroma::Fine, Chroma::Coarse);
  const JpegShape shape{space, 150, 90, chroma, 92};
  const std::string samples = waves(shape);
  const std::string file = written(shape, samples);
  CHECK(jpeg_damage(file).empty());
  CHECK(file == written(shape, samples));
  JpegReader reader(file);
  REQUIRE(reader.read_header());
  CHECK(static_cast<std::size_t>(reader.channels()) == channels(space));
  CHECK(reader.has_adobe_marker() == (space == Picture::Space::Cmyk));
  CHECK(reader.has_coarse_chroma() == (chroma == Chroma::Coarse && space != Picture::Space::Gray));
  CHECK(mean_difference(read(file, 8), samples) < (chroma == Chroma::Fine ? 2 : 6));
}

TEST_CASE("a JPEG may be read at some eighths of its size, rounded up") {
  const JpegShape shape{Picture::Space::Rgb, 37, 21, Chroma::Fine, 95};
  const std::string file = written(shape, std::string(37 * 21 * 3, '\x50'));
  for (const int eighths : {1, 2, 4, 5, 8}) {
    JpegReader reader(file);
    REQUIRE(reader.read_header());
    REQUIRE(reader.start(eighths));
    CAPTURE(eighths);
    CHECK(static_cast<int>(reader.width()) == (37 * eighths + 7) / 8);
    CHECK(static_cast<int>(reader.height()) == (21 * eighths + 7) / 8);
    const std::string samples = read(file, eighths);
    CHECK(std::ranges::all_of(samples, [](char c) { return std::abs(c - 0x50) <= 1; }));
  }
}

TEST_CASE("a JPEG that is too large for memory is not decoded to find damage") {
  const JpegShape shape{Picture::Space::Gray, 8, 8, Chroma::Fine, 90};
  std::string file = written(shape, std::string(64, '\x50'));
  const std::size_t header = file.find("\xFF\xC0");
  REQUIRE(header != std::string::npos);
  CHECK(jpeg_damage(file).empty());
  file.replace(header + 5, 4, "\x20\x08\x20\x08");  // 67 megapixels, of which one block is there
  CHECK(jpeg_damage(file) == "has damaged data (data are missing)");
  file.replace(header + 5, 4, "\x40\x08\x40\x08");
  CHECK(jpeg_damage(file).empty());
}
