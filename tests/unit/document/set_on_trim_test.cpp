// SPDX-License-Identifier: MIT
#include "document/set_on_trim.h"

#include <catch2/catch.hpp>

namespace handbill::document {
namespace {

spec::LayoutSpec placard() {
  spec::LayoutSpec layout;
  layout.sheet.emplace();
  layout.sheet->trim = spec::Text{"letter landscape"};
  layout.sheet->bleed = spec::Spanned<Length>{Length::pt(9)};
  spec::Named<spec::StyleSpec> style{.name = "sign"};
  style.value.text.size = spec::Spanned<Length>{Length::pt(40)};
  style.value.leading = spec::Spanned<Length>{Length::pt(48)};
  layout.styles.push_back(style);
  spec::FrameSpec frame;
  frame.box.emplace();
  frame.box->left = spec::EdgeSpec{{{.length = Length::pt(10)}}};
  frame.table.emplace().row_gap = spec::GapSpec{{Length::pt(2)}, {Length::pt(6)}};
  layout.sides.emplace_back().frames.push_back(frame);
  return layout;
}

std::string size_on(const std::string& trim) {
  diag::Diagnostics diags;
  const spec::LayoutSpec layout = set_on_trim(placard(), trim, diags);
  CHECK_FALSE(diags.has_errors());
  const auto& size = *layout.sheet->size;
  return std::to_string(std::lround(size[0].value.pt())) + " x " +
         std::to_string(std::lround(size[1].value.pt()));
}

}  // namespace

TEST_CASE("a sheet of another size lies as the layout's own does, unless it says how") {
  CHECK(size_on("tabloid") == "1224 x 792");
  CHECK(size_on("A3") == "1191 x 842");
  CHECK(size_on("a4 portrait") == "595 x 842");
  CHECK(size_on("ledger") == "1224 x 792");
  CHECK(size_on("24 x 36 in") == "1728 x 2592");
  CHECK(size_on("36 x 24 in") == "2592 x 1728");
}

TEST_CASE("a sheet without a name is reported") {
  diag::Diagnostics diags;
  set_on_trim(placard(), "tabloit", diags);
  REQUIRE(diags.error_count() == 1);
  CHECK(diags.list()[0].message == "`tabloit` is no sheet size that has a name");
  CHECK(diags.list()[0].hints == std::vector<std::string>{"did you mean `tabloid`?"});
}

TEST_CASE("measures without a unit are no sheet, and the message shows how to write them") {
  diag::Diagnostics diags;
  set_on_trim(placard(), "24 x 36", diags);
  REQUIRE(diags.error_count() == 1);
  CHECK(diags.list()[0].hints == std::vector<std::string>{"give width and height: `24 x 36 in`"});
}

TEST_CASE("lengths follow the trim when the layout says what they are meant for") {
  diag::Diagnostics diags;
  spec::LayoutSpec layout = placard();
  CHECK(set_on_trim(layout, "tabloid", diags).styles[0].value.text.size->value.pt() == Approx(40));

  layout.sheet->design = spec::Text{"letter landscape"};
  layout = set_on_trim(std::move(layout), "tabloid", diags);
  const double ratio = 792.0 / 612;  // of the heights: that of the widths is more
  CHECK(layout.scale == Approx(ratio));
  CHECK(layout.styles[0].value.text.size->value.pt() == Approx(40 * ratio));
  CHECK(layout.styles[0].value.leading->value.pt() == Approx(48 * ratio));
  const spec::FrameSpec& frame = layout.sides[0].frames[0];
  CHECK(frame.box->left->terms[0].length.pt() == Approx(10 * ratio));
  CHECK(frame.table->row_gap->least.value.pt() == Approx(2 * ratio));
  CHECK(frame.table->row_gap->most.value.pt() == Approx(6 * ratio));
  // What the press asks for stays.
  CHECK(layout.sheet->bleed->value.pt() == Approx(9));
  CHECK((*layout.sheet->size)[0].value.pt() == Approx(1224));
  CHECK_FALSE(diags.has_errors());
}

}  // namespace handbill::document
