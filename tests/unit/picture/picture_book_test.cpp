// SPDX-License-Identifier: MIT
#include "picture/picture_book.h"

#include <catch2/catch.hpp>

#include "support/other_readers.h"
#include "unit/picture/png_bytes.h"

namespace handbill::picture {
namespace {

using namespace std::string_literals;
using test::png_file;

}  // namespace

TEST_CASE("a picture that was read is not decoded again, one that has changed is") {
  PictureBook book;
  diag::Diagnostics diags;
  const std::string dark = png_file({.width = 1, .rows = "\0\x01"s});
  const std::string light = png_file({.width = 1, .rows = "\0\xF0"s});
  const auto first = book.read(dark, "p", {}, diags);
  REQUIRE(first);
  CHECK(book.read(std::string(dark), "p", {}, diags) == first);
  const auto second = book.read(light, "p", {}, diags);
  CHECK(second->bytes == "\xF0");
  CHECK(book.read(light, "q", {}, diags)->name == "q");
  CHECK(diags.list().empty());
}

TEST_CASE("many pixels are kept as long as a document has them, few and JPEG files for all") {
  PictureBook book;
  diag::Diagnostics diags;
  const auto is_kept = [&](std::uint32_t width, std::uint32_t height, const std::string& name) {
    const std::string row = std::string(1, '\0') + std::string(width, '\x40');
    std::string rows;
    for (std::uint32_t y = 0; y < height; ++y) rows += row;
    const std::string file = png_file({.width = width, .height = height, .rows = rows});
    auto held = book.read(file, name, {}, diags);
    CHECK(book.read(file, name, {}, diags) == held);
    const std::weak_ptr<const display::Picture> seen = held;
    held.reset();
    return !seen.expired();
  };
  CHECK(is_kept(1024, 1024, "icon"));
  CHECK_FALSE(is_kept(1024, 1025, "scan"));
  CHECK(diags.list().empty());
}

TEST_CASE("a picture that can't be read is told of each time it is asked for") {
  PictureBook book;
  const std::string broken = png_file({.width = 1, .rows = "\0\x01"s}).substr(0, 40);
  for (int document = 0; document < 2; ++document) {
    diag::Diagnostics diags;
    CHECK_FALSE(book.read(broken, "p", {}, diags));
    CHECK(diags.error_count() == 1);
  }
}

TEST_CASE("a picture over which the reader ended is told of each time, and not tried again") {
  const auto reader = std::make_shared<test::DyingReader>();
  PictureBook book(reader);
  const std::string file = png_file({.width = 1, .rows = "\0\x01"s});
  for (int document = 0; document < 2; ++document) {
    diag::Diagnostics diags;
    CHECK_FALSE(book.read(file, "layouts/p.png", {}, diags));
    REQUIRE(diags.error_count() == 1);
    CHECK(diags.list()[0].message ==
          "picture `layouts/p.png` can't be read: the process that reads it ended with a memory "
          "fault");
    CHECK(diags.list()[0].hints == std::vector<std::string>{"get the file anew"});
  }
  CHECK(reader->asked == 1);
}

}  // namespace handbill::picture
