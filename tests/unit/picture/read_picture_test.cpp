// SPDX-License-Identifier: MIT
#include "picture/read_picture.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "display/samples.h"
#include "picture/to_press.h"
#include "png_bytes.h"
#include "support/golden.h"
#include "support/paths.h"

using namespace std::string_literals;
using handbill::color::Preview;
using handbill::diag::DiagnosticId;
using handbill::diag::Diagnostics;
using handbill::display::Picture;
using handbill::picture::read_picture;
using handbill::picture::to_press;
using handbill::picture::unpacked_bytes;
using handbill::test::big_endian;
using handbill::test::png_chunk;
using handbill::test::png_file;
using handbill::test::stored;

namespace {

std::string data(const std::string& name) {
  return handbill::test::read_file(handbill::test::source_folder() + "/tests/unit/picture/data/" +
                                   name);
}

std::shared_ptr<const Picture> read(const std::string& bytes) {
  Diagnostics diags;
  auto picture = read_picture(bytes, "p", {}, diags);
  INFO((diags.list().empty() ? "" : diags.list()[0].message));
  REQUIRE(picture);
  REQUIRE(diags.list().empty());
  return picture;
}

void check_refused(const std::string& bytes, DiagnosticId id, const std::string& message) {
  Diagnostics diags;
  const auto picture = read_picture(bytes, "p", {}, diags);
  INFO(message);
  REQUIRE_FALSE(picture);
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].id == id);
  CHECK(diags.list()[0].message == message);
}

/// The byte of the frame header's marker, with the wish to make it another kind of JPEG.
std::size_t frame_header(const std::string& jpeg) { return jpeg.find("\xFF\xC0"); }

}  // namespace

TEST_CASE("a JPEG is kept byte for byte") {
  const auto [name, space, inverted] = GENERATE(
      table<std::string, Picture::Space, bool>({{"gray.jpg", Picture::Space::Gray, false},
                                                {"rgb.jpg", Picture::Space::Rgb, false},
                                                {"progressive.jpg", Picture::Space::Rgb, false},
                                                {"cmyk.jpg", Picture::Space::Cmyk, true}}));
  CAPTURE(name);
  const auto picture = read(data(name));
  CHECK(picture->encoding == Picture::Encoding::Jpeg);
  CHECK(picture->space == space);
  CHECK(picture->inverted == inverted);
  CHECK(picture->width == 24);
  CHECK(picture->height == 16);
  CHECK(picture->bits == 8);
  CHECK(picture->name == "p");
  CHECK(picture->bytes == data(name));
}

TEST_CASE("a CMYK JPEG without Adobe's marker is not inverted") {
  std::string jpeg = data("cmyk.jpg");
  const std::size_t adobe = jpeg.find("Adobe");
  REQUIRE(adobe != std::string::npos);
  jpeg[adobe] = 'X';
  CHECK_FALSE(read(jpeg)->inverted);
}

TEST_CASE("a JPEG cut off anywhere is broken") {
  const std::string jpeg = data("rgb.jpg");
  for (std::size_t length = 3; length < jpeg.size(); length += 7) {
    Diagnostics diags;
    CAPTURE(length);
    CHECK_FALSE(read_picture(jpeg.substr(0, length), "p", {}, diags));
    REQUIRE(diags.list().size() == 1);
    CHECK(diags.list()[0].id == DiagnosticId::PictureBroken);
  }
  check_refused(jpeg.substr(0, jpeg.size() - 2), DiagnosticId::PictureBroken,
                "picture `p` ends too early");
}

TEST_CASE("the end of a thumbnail is not the end of a JPEG") {
  const std::string jpeg = data("rgb.jpg");
  const std::string thumbnail = "\xFF\xE1\0\x06\xFF\xD8\xFF\xD9"s;
  const std::string with = jpeg.substr(0, 2) + thumbnail + jpeg.substr(2);
  CHECK(read(with)->width == 24);
  check_refused(with.substr(0, with.size() - 2), DiagnosticId::PictureBroken,
                "picture `p` ends too early");
}

TEST_CASE("kinds of JPEG that presses do not take are refused") {
  std::string arithmetic = data("rgb.jpg");
  arithmetic[frame_header(arithmetic) + 1] = '\xC9';
  check_refused(arithmetic, DiagnosticId::PictureUnsupported,
                "picture `p` is JPEG with arithmetic coding");
  std::string deep = data("rgb.jpg");
  deep[frame_header(deep) + 1] = '\xC1';
  deep[frame_header(data("rgb.jpg")) + 4] = 12;
  check_refused(deep, DiagnosticId::PictureUnsupported,
                "picture `p` is JPEG with 12 bits a component");
  std::string lossless = data("rgb.jpg");
  lossless[frame_header(lossless) + 1] = '\xC3';
  check_refused(lossless, DiagnosticId::PictureUnsupported,
                "picture `p` is JPEG of a kind no printer reads");
}

TEST_CASE("a JPEG that Exif wants turned is refused, not printed sideways") {
  const auto with_orientation = [](char value, bool little) {
    const std::string tiff =
        little ? "II*\0\x08\0\0\0\x02\0\x0F\x01\x02\0\x01\0\0\0\0\0\0\0\x12\x01\x03\0\x01\0\0\0"s +
                     value + "\0\0\0"s
               : "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + value + "\0\0"s;
    const std::string block = "Exif\0\0"s + tiff;
    const std::string jpeg = data("rgb.jpg");
    return jpeg.substr(0, 2) + "\xFF\xE1\0"s + static_cast<char>(block.size() + 2) + block +
           jpeg.substr(2);
  };
  for (const bool little : {false, true}) {
    CHECK(read(with_orientation(1, little))->width == 24);
    CHECK(read(with_orientation(0, little))->width == 24);
    check_refused(with_orientation(6, little), DiagnosticId::PictureUnsupported,
                  "picture `p` is stored turned or mirrored, with a note (Exif) to turn it back");
  }
}

TEST_CASE("gray PNG of 1, 2, 8 and 16 bits") {
  const auto one =
      read(png_file({.width = 10, .height = 2, .depth = 1, .rows = "\0\xA5\x40\0\x5A\x80"s}));
  CHECK(one->bits == 1);
  CHECK(one->space == Picture::Space::Gray);
  CHECK(one->bytes == "\xA5\x40\x5A\x80");

  const auto two = read(png_file({.width = 4, .depth = 2, .rows = "\0\x1B"s}));
  CHECK(two->bits == 8);
  CHECK(two->bytes == "\0\x55\xAA\xFF"s);

  const auto eight = read(png_file({.width = 3, .rows = "\0\x01\x80\xFF"s}));
  CHECK(eight->bytes == "\x01\x80\xFF");
  CHECK(eight->alpha.empty());

  const auto sixteen = read(png_file({.width = 2, .depth = 16, .rows = "\0\x12\x34\xFE\xDC"s}));
  CHECK(sixteen->bits == 8);
  CHECK(sixteen->bytes == "\x12\xFE");
}

TEST_CASE("alpha stands apart, and is left out when it hides nothing") {
  const auto gray = read(png_file({.width = 2, .color_type = 4, .rows = "\0\x10\x80\x20\xFF"s}));
  CHECK(gray->space == Picture::Space::Gray);
  CHECK(gray->bytes == "\x10\x20");
  CHECK(gray->alpha == "\x80\xFF");

  const auto rgb = read(png_file(
      {.width = 1, .height = 2, .color_type = 6, .rows = "\0\x01\x02\x03\x04\0\x05\x06\x07\x08"s}));
  CHECK(rgb->space == Picture::Space::Rgb);
  CHECK(rgb->bytes == "\x01\x02\x03\x05\x06\x07");
  CHECK(rgb->alpha == "\x04\x08");

  const auto opaque = read(png_file({.color_type = 6, .rows = "\0\x01\x02\x03\xFF"s}));
  CHECK(opaque->bytes == "\x01\x02\x03");
  CHECK(opaque->alpha.empty());
}

TEST_CASE("a palette becomes RGB, its transparent entries alpha") {
  const std::string palette = png_chunk("PLTE", "\xFF\0\0\0\0\xFF"s);
  const auto plain =
      read(png_file({.width = 2, .color_type = 3, .between = palette, .rows = "\0\x01\x00"s}));
  CHECK(plain->space == Picture::Space::Rgb);
  CHECK(plain->bytes == "\0\0\xFF\xFF\0\0"s);
  CHECK(plain->alpha.empty());

  const auto clear = read(png_file({.width = 2,
                                    .color_type = 3,
                                    .between = palette + png_chunk("tRNS", "\x40"),
                                    .rows = "\0\x01\x00"s}));
  CHECK(clear->alpha == "\xFF\x40");
}

TEST_CASE("a transparent gray value becomes alpha") {
  const auto picture =
      read(png_file({.width = 2, .between = png_chunk("tRNS", "\0\x07"s), .rows = "\0\x07\x08"s}));
  CHECK(picture->space == Picture::Space::Gray);
  CHECK(picture->bytes == "\x07\x08");
  CHECK(picture->alpha == "\0\xFF"s);
}

TEST_CASE("an interlaced PNG is put in order") {
  const auto picture = read(data("interlaced.png"));
  REQUIRE(picture->width == 5);
  REQUIRE(picture->bytes.size() == 5 * 3 * 3);
  // Drawn as red 255 - 40 (x + y), green 20 (x + y), blue 51 x + 25 y.
  CHECK(picture->bytes.substr(0, 3) == "\xFF\0\0"s);
  CHECK(picture->bytes.substr((5 + 3) * 3, 3) == "\x5F\x50\xB2");
  CHECK(picture->bytes.substr((10 + 4) * 3, 3) == "\x0F\x78\xFE");
}

TEST_CASE("a PNG cut off or damaged is broken") {
  const std::string png = png_file({.width = 3, .rows = "\0\x01\x80\xFF"s});
  for (std::size_t length = 4; length < png.size() - 16; ++length) {
    Diagnostics diags;
    CAPTURE(length);
    CHECK_FALSE(read_picture(png.substr(0, length), "p", {}, diags));
    REQUIRE(diags.list().size() == 1);
    CHECK(diags.list()[0].id == DiagnosticId::PictureBroken);
  }
  std::string wrong = png;
  wrong[50] = static_cast<char>(wrong[50] + 1);
  Diagnostics diags;
  CHECK_FALSE(read_picture(wrong, "p", {}, diags));
}

TEST_CASE("one wrong byte anywhere in a PNG is told, in its checksums too") {
  const std::string header = png_file({.width = 3, .height = 2});
  const std::string zlib = stored("\0\x01\x80\xFF\0\x02\x03\x04"s);
  // The checksum of the pixels may stand in a chunk of its own.
  for (const std::size_t cut : {zlib.size(), zlib.size() - 4, zlib.size() - 2}) {
    const std::string png = header.substr(0, 33) + png_chunk("IDAT", zlib.substr(0, cut)) +
                            png_chunk("IDAT", zlib.substr(cut)) + png_chunk("tEXt", "a\0b"s) +
                            png_chunk("IEND", "");
    CHECK(read(png)->width == 3);
    for (std::size_t at = 8; at < png.size(); ++at) {
      std::string wrong = png;
      wrong[at] = static_cast<char>(wrong[at] ^ 0x04);
      Diagnostics diags;
      CAPTURE(cut, at);
      CHECK_FALSE(read_picture(wrong, "p", {}, diags));
      CHECK(diags.error_count() == 1);
    }
    for (std::size_t length = 8; length < png.size(); ++length) {
      Diagnostics diags;
      CAPTURE(cut, length);
      CHECK_FALSE(read_picture(png.substr(0, length), "p", {}, diags));
    }
  }
}

TEST_CASE("pictures too large to handle are refused before anything is decoded") {
  check_refused(png_file({.width = 20'001, .height = 1, .rows = "\0"s}),
                DiagnosticId::PictureUnsupported, "picture `p` has more than 20000 pixels a side");
  check_refused(png_file({.width = 20'000, .height = 20'000, .rows = "\0"s}),
                DiagnosticId::PictureUnsupported,
                "picture `p` has 20000 by 20000 pixels (at most 100 million)");
  std::string jpeg = data("rgb.jpg");
  jpeg.replace(frame_header(jpeg) + 5, 4, "\xFF\xDC\xFF\xDC");
  check_refused(jpeg, DiagnosticId::PictureUnsupported,
                "picture `p` has 65500 by 65500 pixels (at most 20000 a side)");
}

TEST_CASE("pictures as large as may be are read, unless their pixels take too much memory") {
  const auto gray = [](std::uint32_t width, std::uint32_t height, int depth = 8, int type = 0) {
    return png_file({.width = width, .height = height, .depth = depth, .color_type = type});
  };
  // What is within the limits is looked into, and then found to have no pixels.
  const auto check_taken = [](const std::string& png) {
    check_refused(png, DiagnosticId::PictureBroken, "picture `p` ends too early");
  };
  check_taken(gray(20'000, 5'000));
  check_refused(gray(20'000, 5'001), DiagnosticId::PictureUnsupported,
                "picture `p` has 20000 by 5001 pixels (at most 100 million)");
  check_taken(gray(9459, 9459, 8, 2));
  check_refused(gray(9460, 9460, 8, 2), DiagnosticId::PictureUnsupported,
                "picture `p` takes 257 MiB of memory (at most 256 MiB)");
  check_taken(gray(7327, 7327, 8, 6));
  check_refused(gray(7328, 7328, 16, 6), DiagnosticId::PictureUnsupported,
                "picture `p` takes 257 MiB of memory (at most 256 MiB)");
  check_refused(gray(9460, 9460, 16), DiagnosticId::PictureUnsupported,
                "picture `p` takes 257 MiB of memory (at most 256 MiB)");
  check_taken(gray(20'000, 5'000, 1));
  CHECK(unpacked_bytes(gray(9, 2, 1)) == 4);
  CHECK(unpacked_bytes(gray(9, 2, 8)) == 18);
  CHECK(unpacked_bytes(gray(9, 2, 8, 3)) == 54);
  CHECK(unpacked_bytes(gray(9, 2, 8, 4)) == 90);
  CHECK(unpacked_bytes(data("rgb.jpg")) == data("rgb.jpg").size());
  CHECK(unpacked_bytes("\x89PNG") == 0);
}

TEST_CASE("other files are refused by what they are") {
  check_refused("GIF89a", DiagnosticId::PictureUnsupported, "picture `p` is GIF");
  check_refused("II*\0abcd"s, DiagnosticId::PictureUnsupported, "picture `p` is TIFF");
  check_refused("RIFF1234WEBP", DiagnosticId::PictureUnsupported, "picture `p` is WebP");
  check_refused("<svg/>", DiagnosticId::PictureUnsupported,
                "picture `p` is SVG, which is art, not a picture");
  check_refused("hello", DiagnosticId::PictureUnsupported, "picture `p` is neither JPEG nor PNG");
  check_refused("", DiagnosticId::PictureBroken, "picture `p` is empty");
}

TEST_CASE("on press RGB becomes ink and everything else stays") {
  const Preview press = Preview::without_profile();
  Diagnostics diags;
  const auto gray = read(data("gray.jpg"));
  CHECK(to_press(gray, {press}, {}, {}, diags) == gray);
  const auto cmyk = read(data("cmyk.jpg"));
  CHECK(to_press(cmyk, {press}, {}, {}, diags) == cmyk);

  const auto raw =
      read(png_file({.width = 2, .color_type = 6, .rows = "\0\xFF\xFF\xFF\x01\x30\x20\x10\x02"s}));
  const auto inked = to_press(raw, {press}, {}, {}, diags);
  REQUIRE(inked);
  CHECK(inked->space == Picture::Space::Cmyk);
  CHECK(inked->encoding == Picture::Encoding::Raw);
  CHECK(inked->bytes == press.rgb_to_cmyk(raw->bytes));
  CHECK(inked->bytes.substr(0, 4) == "\0\0\0\0"s);
  CHECK(inked->alpha == "\x01\x02");
  CHECK(inked->name == "p");
  CHECK_FALSE(inked->inverted);
  CHECK(diags.list().empty());
}

TEST_CASE("an RGB JPEG is one in ink for the press") {
  const auto name = GENERATE(as<std::string>{}, "rgb.jpg", "progressive.jpg");
  CAPTURE(name);
  const Preview press = Preview::without_profile();
  Diagnostics diags;
  const auto inked = to_press(read(data(name)), {press}, {}, {}, diags);
  REQUIRE(inked);
  CHECK(inked->encoding == Picture::Encoding::Jpeg);
  CHECK(inked->bytes.find("Adobe") != std::string::npos);
  CHECK(inked->space == Picture::Space::Cmyk);
  CHECK_FALSE(inked->inverted);
  const auto samples = handbill::display::samples(*inked);
  REQUIRE((samples && samples->bytes.size() == 24 * 16 * 4));
  // The pixel at 20, 10 was drawn as red 200, green 150, blue 180.
  const std::string expected = press.rgb_to_cmyk("\xC8\x96\xB4");
  for (std::size_t i = 0; i < 4; ++i) {
    const int seen = static_cast<unsigned char>(samples->bytes[(10 * 24 + 20) * 4 + i]);
    CHECK(std::abs(seen - static_cast<unsigned char>(expected[i])) <= 16);
  }
}

TEST_CASE("a JPEG with damaged data is broken, whatever its colours") {
  const auto name =
      GENERATE(as<std::string>{}, "gray.jpg", "rgb.jpg", "cmyk.jpg", "progressive.jpg");
  CAPTURE(name);
  const std::string jpeg = data(name);
  const std::size_t scan = jpeg.find("\xFF\xDA") + 14;
  const auto broken = [&](const std::string& bytes, const std::string& why) {
    check_refused(bytes, DiagnosticId::PictureBroken, "picture `p` " + why);
  };
  const std::string part = jpeg.substr(0, scan + 2);
  broken(part, "ends too early");
  broken(part + "\xFF\xD9", "has damaged data (data are missing)");
  std::string more = jpeg;
  more.insert(jpeg.size() - 2, 40, 'x');
  broken(more, "has damaged data (bytes that belong nowhere)");
}

TEST_CASE("what follows the end of a JPEG is no damage") {
  CHECK(read(data("rgb.jpg") + "a camera's preview")->width == 24);
}
