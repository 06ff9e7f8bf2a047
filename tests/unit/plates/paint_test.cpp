// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "plates/print.h"

namespace handbill::plates {
namespace {

TEST_CASE("a paint tells its inks and their sum, and those of the process alone") {
  Paint paint;
  paint.amounts = {0.4, 0, 0, 1, 0.5};
  CHECK(paint.sum() == Approx(1.9));
  CHECK(paint.process_sum() == Approx(1.4));
  CHECK(paint.ink_count() == 3);
  CHECK_FALSE(paint.is_paper());
  CHECK(Paint{}.is_paper());
}

TEST_CASE("the resolution of a picture is the smaller of across and down") {
  PictureFacts picture;
  picture.width = 600;
  picture.height = 300;
  picture.map = Matrix::scale(144, 144);
  CHECK(picture.pixels_per_inch() == Approx(150));
  SECTION("turned as well") {
    picture.map = {0, 144, -144, 0, 10, 20};
    CHECK(picture.pixels_per_inch() == Approx(150));
  }
}

}  // namespace
}  // namespace handbill::plates
