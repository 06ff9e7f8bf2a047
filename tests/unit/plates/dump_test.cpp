// SPDX-License-Identifier: MIT
#include "plates/dump.h"

#include <catch2/catch.hpp>

#include "unit/plates/made_print.h"

namespace handbill::plates {
namespace {

using test::cmyk;
using test::fill;
using test::rect;
using test::spot;

/// The lines of a print of these objects, after the inks and the page.
std::string lines(std::vector<Object> objects) {
  const std::string all = dump(test::print_of(std::move(objects)));
  return all.substr(all.find('\n', all.find("page")) + 1);
}

Object whole(Paint paint) { return fill(rect(0, 0, 20, 10), std::move(paint)); }

}  // namespace

TEST_CASE("a page tells its boxes, and what is unusual about it") {
  Print print = test::print_of({});
  CHECK(dump(print) ==
        "inks \"Cyan\" \"Magenta\" \"Yellow\" \"Black\" \"Teal\"\n"
        "page \"\" trim 0 0 20 10 bleed 0 0 20 10 media 0 0 20 10\n");
  Page& page = print.pages[0];
  page.name = "out\"side";
  page.crop = rect(1, 1, 5, 5);
  page.has_trim = false;
  page.rotate = 90;
  page.user_unit = 2.5;
  page.folds = {Length::pt(7)};
  CHECK(
      dump(print) ==
      "inks \"Cyan\" \"Magenta\" \"Yellow\" \"Black\" \"Teal\"\n"
      "page \"out\\\"side\" trim 0 0 20 10 bleed 0 0 20 10 media 0 0 20 10 crop 1 1 5 5 without a "
      "trim box rotated 90 user unit 2.5 fold 7\n");
}

TEST_CASE("inks are told by what is on them, from the first to the last") {
  CHECK(lines({whole(cmyk(0, 0, 0, 0))}) == "  fill paper at 0 0 20 10\n");
  CHECK(lines({whole(cmyk(0.155, 0, 1, 0))}) == "  fill Cyan 15.5 + Yellow 100 at 0 0 20 10\n");
  CHECK(lines({whole(spot(4, 0.5))}) == "  fill Teal 50 at 0 0 20 10\n");
  Paint all;
  all.all = true;
  CHECK(lines({whole(all)}) == "  fill all plates 100 at 0 0 20 10\n");
  all.amounts = {0.3};
  CHECK(lines({whole(all)}) == "  fill all plates 30 at 0 0 20 10\n");
  Paint gray = cmyk(0, 0, 0, 0.4);
  gray.space = ColorSpace::DeviceGray;
  CHECK(lines({whole(gray)}) == "  fill Black 40 in DeviceGray at 0 0 20 10\n");
}

TEST_CASE("an object tells what it is, how it meets what lies below, and what hides it") {
  Object text = whole(cmyk(0, 0, 0, 1));
  text.kind = Kind::Text;
  text.type = TypeFacts{Length::pt(9.5), "Lato-Bold", "Call\nus"};
  CHECK(lines({text}) == "  text \"Call us\" Lato-Bold 9.5 pt Black 100 at 0 0 20 10\n");
  text.type->embedded = false;
  text.type->invisible = true;
  CHECK(lines({text}) ==
        "  text \"Call us\" Lato-Bold 9.5 pt not embedded invisible Black 100 at 0 0 20 10\n");
  Object line = whole(cmyk(1, 0, 0, 0));
  line.kind = Kind::Stroke;
  line.stroke = display::Stroke{.width = Length::pt(0.25)};
  line.overprint = true;
  line.overprint_mode = 1;
  line.opacity = 0.5;
  line.blend_mode = "Multiply";
  line.clips = {Path::rect(rect(0, 0, 1, 1))};
  line.layer = "English";
  line.step = display::ProcessingStep::Creasing;
  CHECK(lines({line}) ==
        "  stroke 0.25 pt Cyan 100 overprint mode 1 opacity 0.5 blend Multiply clipped layer "
        "\"English\" step creasing at 0 0 20 10\n");
  Object picture = whole({});
  picture.kind = Kind::Picture;
  picture.paint.space = ColorSpace::IccRgb;
  picture.picture = PictureFacts{};
  picture.picture->width = picture.picture->height = 100;
  picture.picture->bits = 8;
  picture.picture->map = Matrix::scale(36, 36);
  CHECK(lines({picture}) ==
        "  picture 100x100 8 bit 200 ppi not decoded paper in ICC RGB at 0 0 20 10\n");
  Object gradient = whole({});
  gradient.kind = Kind::Shading;
  Shading shading;
  shading.kind = display::Gradient::Kind::Radial;
  shading.stops = {{0, cmyk(1, 0, 0, 0)}, {0.5, cmyk(0, 0, 0, 0)}};
  gradient.shading = std::make_shared<const Shading>(shading);
  CHECK(lines({gradient}) == "  shading radial 0% Cyan 100, 50% paper at 0 0 20 10\n");
}

}  // namespace handbill::plates
