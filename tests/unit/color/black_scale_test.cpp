// SPDX-License-Identifier: MIT
#include "color/black_scale.h"

#include <catch2/catch.hpp>

namespace handbill::test {

using color::BlackScale;
using color::Preview;

TEST_CASE(
    "the black that is as light as a colour is found, paper and more than black at the ends") {
  const BlackScale scale(Preview::without_profile());
  CHECK(scale.black_for(100) == 0);
  CHECK(scale.black_for(120) == 0);
  CHECK(scale.black_for(scale.lightness(1) - 1) == 1);
  CHECK(scale.black_for(scale.lightness(1)) == Approx(1));
  for (const double black : {0.03, 0.25, 0.5, 0.77, 0.99}) {
    CHECK(scale.black_for(scale.lightness(black)) == Approx(black).margin(1e-9));
  }
  CHECK(scale.lightness(0) > 99);
  CHECK(scale.lightness(0.5) < scale.lightness(0.4));
  CHECK(scale.lightness(2) == scale.lightness(1));
}

}  // namespace handbill::test
