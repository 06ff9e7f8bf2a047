// SPDX-License-Identifier: MIT
#include "picture/raster_work.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "picture/read_picture.h"
#include "support/golden.h"
#include "support/other_readers.h"
#include "support/paths.h"
#include "unit/picture/png_bytes.h"

namespace handbill::picture {
namespace {

using namespace std::string_literals;
using display::Picture;

bool are_same(const Picture& a, const Picture& b) {
  return a.encoding == b.encoding && a.space == b.space && a.width == b.width &&
         a.height == b.height && a.bits == b.bits && a.inverted == b.inverted &&
         a.bytes == b.bytes && a.icc == b.icc && a.alpha == b.alpha && a.name == b.name;
}

/// Four by three pixels: gray, gray with alpha, RGB with alpha, line art.
std::vector<std::string> pictures() {
  const auto rows = [](std::size_t bytes) {
    std::string row = '\0' + std::string(bytes, '\x40');
    return row + row + row;
  };
  return {test::png_file({.width = 4, .height = 3, .rows = rows(4)}),
          test::png_file({.width = 4, .height = 3, .color_type = 4, .rows = rows(8)}),
          test::png_file({.width = 4, .height = 3, .color_type = 6, .rows = rows(16)}),
          test::png_file({.width = 4, .height = 3, .depth = 1, .rows = rows(1)})};
}

/// As many pixels as it says, within the limits; or nothing, and the reader is no longer trusted.
void check_consistent(const std::string& file, const std::function<void(confined::Reply&)>& lie) {
  test::LyingReader reader(lie);
  const PictureResult result = look_at_picture(reader, file, "p");
  const auto* picture = std::get_if<std::shared_ptr<const Picture>>(&result);
  if (picture == nullptr) return;
  const Picture& made = **picture;
  CHECK((made.width > 0 && made.width <= kMaxSide && made.height > 0 && made.height <= kMaxSide));
  const std::size_t channels = made.space == Picture::Space::Gray ? 1 : 3;
  const auto width = static_cast<std::size_t>(made.width);
  const auto height = static_cast<std::size_t>(made.height);
  CHECK(made.space != Picture::Space::Cmyk);
  CHECK(made.bytes.size() ==
        (width * channels * static_cast<std::size_t>(made.bits) + 7) / 8 * height);
  CHECK((made.alpha.empty() || made.alpha.size() == width * height));
}

}  // namespace

TEST_CASE("a picture is the same whichever reader has read it") {
  const auto apart = confined::reader_apart();
  std::vector<std::string> files = pictures();
  const std::filesystem::path data =
      std::filesystem::path(test::source_folder()) / "tests/unit/picture/data";
  for (const auto& each : std::filesystem::directory_iterator(data)) {
    files.push_back(test::read_file(each.path()));
  }
  for (const std::string& file : files) {
    const PictureResult here = look_at_picture(*confined::reader_here(), file, "p");
    const PictureResult there = look_at_picture(*apart, file, "p");
    REQUIRE(here.index() == there.index());
    if (const auto* fault = std::get_if<PictureFault>(&here)) {
      CHECK(std::get<PictureFault>(there).why == fault->why);
    } else {
      CHECK(are_same(*std::get<0>(here), *std::get<0>(there)));
    }
  }
}

TEST_CASE("a reader that lies about a picture is not believed") {
  for (const std::string& file : pictures()) {
    std::size_t size = 0;
    check_consistent(file, [&](confined::Reply& reply) { size = reply.words.size(); });
    for (std::size_t at = 0; at < size; ++at) {
      for (const char value : {'\0', '\1', '\2', '\x7F', '\xFF'}) {
        check_consistent(file, [&](confined::Reply& reply) { reply.words[at] = value; });
      }
    }
  }
}

TEST_CASE("a picture has exactly the pixels it says") {
  for (const std::string& file : pictures()) {
    for (const int change : {-1, 1}) {
      test::LyingReader reader([&](confined::Reply& reply) {
        reply.file.resize(reply.file.size() + static_cast<std::size_t>(change));
      });
      const PictureResult result = look_at_picture(reader, file, "p");
      REQUIRE(std::holds_alternative<PictureFault>(result));
      CHECK(std::get<PictureFault>(result).why == "can't be read: the process that reads it lied");
      CHECK(reader.distrusted == 1);
    }
  }
}

TEST_CASE("the bytes of a JPEG are those of its file, whatever the reader says") {
  const std::string jpeg = test::read_file(std::filesystem::path(test::source_folder()) /
                                           "tests/unit/picture/data/rgb.jpg");
  test::LyingReader pixels([](confined::Reply& reply) { reply.file = "others"; });
  CHECK(std::holds_alternative<PictureFault>(look_at_picture(pixels, jpeg, "p")));
  test::LyingReader silent([](confined::Reply& reply) { reply.words.clear(); });
  CHECK(std::holds_alternative<PictureFault>(look_at_picture(silent, jpeg, "p")));
  CHECK(silent.distrusted == 1);
}

}  // namespace handbill::picture
