// SPDX-License-Identifier: MIT
#include "png/load_png.h"

#include <catch2/catch.hpp>

#include "support/run_program.h"
#include "unit/svg/sample_pages.h"

namespace {

using handbill::color::Preview;
using handbill::diag::DiagnosticId;
using handbill::diag::Diagnostics;
using handbill::font::FontBook;
using handbill::test::TempFolder;

/// The picture, or the messages.
std::string by(const std::vector<std::string>& folders) {
  FontBook fonts({});
  const auto font = handbill::test::open_squares(fonts);
  handbill::display::Page page = handbill::test::blank_page(60, 30);
  page.items.push_back({handbill::test::glyph_run(fonts, font, "AB", 9, 5, 12), {}, {}, {}});
  const auto pages = handbill::test::one_page(page);
  Diagnostics diags;
  const Preview preview = Preview::without_profile();
  const auto png = handbill::png::write_png_by(folders, {pages, 0, fonts, preview, {}, diags});
  CHECK(png.has_value() == diags.list().empty());
  if (png) return *png;
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].id == DiagnosticId::ModuleMissing);
  return diags.list()[0].message;
}

}  // namespace

TEST_CASE("the module draws what the library draws") {
  const std::string once = by({"/no/such/folder", HANDBILL_PNG_FOLDER});
  CHECK(once.starts_with("\x89PNG"));
  CHECK(by({HANDBILL_PNG_FOLDER}) == once);
}

TEST_CASE("without its module nothing is drawn") {
  CHECK(by({}) ==
        "`handbill_png.so`, which draws PNG pictures, is not beside the program or in "
        "`../lib/handbill`");
}

TEST_CASE("beside a program without its module, writing reports a failure") {
  const FontBook fonts({});
  const auto pages = handbill::test::one_page(handbill::test::blank_page(6, 3));
  Diagnostics diags;
  CHECK_FALSE(handbill::png::write_png(pages, 0, fonts, Preview::without_profile(), {}, diags));
  REQUIRE(diags.list().size() == 1);
  CHECK(diags.list()[0].id == DiagnosticId::ModuleMissing);
}
