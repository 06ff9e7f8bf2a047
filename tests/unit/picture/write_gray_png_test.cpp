// SPDX-License-Identifier: MIT
#include "picture/write_gray_png.h"

#include <catch2/catch.hpp>

#include "picture/read_picture.h"

namespace handbill::picture {

TEST_CASE("a grey PNG is read back as it was written, however its rows came") {
  // Odd sizes, all values; 300 pixels per inch.
  constexpr int kWidth = 257, kHeight = 31;
  std::string pixels;
  for (int i = 0; i < kWidth * kHeight; ++i) pixels += static_cast<char>(i * 7 % 256);
  for (const int rows : {1, 4, kHeight}) {
    GrayPngWriter writer(kWidth, kHeight, 300);
    const auto step = static_cast<std::size_t>(kWidth * rows);
    for (std::size_t at = 0; at < pixels.size(); at += step) writer.add(pixels.substr(at, step));
    const auto png = writer.finish();
    REQUIRE(png);
    // 11,811 pixels per metre, stated in a pHYs chunk.
    CHECK(png->find(std::string("pHYs\0\0\x2e\x23\0\0\x2e\x23\1", 13)) != png->npos);
    diag::Diagnostics diags;
    const auto read = read_picture(*png, "plate.png", {}, diags);
    REQUIRE(read);
    CHECK(diags.list().empty());
    CHECK(read->space == display::Picture::Space::Gray);
    CHECK(read->width == kWidth);
    CHECK(read->height == kHeight);
    CHECK(read->bytes == pixels);
  }
}

}  // namespace handbill::picture
