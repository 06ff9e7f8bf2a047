// SPDX-License-Identifier: MIT
#include "color/usual_profile.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "color/preview.h"
#include "color/profile_damage.h"

using namespace handbill::color;

namespace {

double apart(const Rgb& a, const Rgb& b) {
  return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
}

}  // namespace

TEST_CASE("the usual profile is whole, small and always the same") {
  const std::string icc = usual_profile();
  CHECK(profile_damage(icc).empty());
  CHECK(icc.size() < 4000);
  CHECK(icc.substr(12, 8) == "prtrCMYK");
  CHECK(icc == usual_profile());
}

TEST_CASE("through the usual profile ink looks as it does without one") {
  const auto profile = Preview::from_profile(usual_profile());
  REQUIRE(profile);
  const Preview model = Preview::without_profile();
  double worst = 0;
  for (const double c : {0.0, 0.3, 1.0}) {
    for (const double m : {0.0, 0.5, 1.0}) {
      for (const double y : {0.0, 0.2, 0.8, 1.0}) {
        for (const double k : {0.0, 0.4, 1.0}) {
          const Color ink = Color::process({c, m, y, k});
          worst = std::max(worst, apart(profile->to_rgb(ink), model.to_rgb(ink)));
        }
      }
    }
  }
  CHECK(worst < 0.07);
}

TEST_CASE("colours of a screen become ink by the usual profile nearly as they do without one") {
  const auto profile = Preview::from_profile(usual_profile());
  REQUIRE(profile);
  const Preview model = Preview::without_profile();
  const std::string rgb = "\xFF\xFF\xFF\x80\x80\x80\xC0\x40\x20\x20\x60\xA0";
  const std::string by_profile = profile->rgb_to_cmyk(rgb), by_model = model.rgb_to_cmyk(rgb);
  REQUIRE(by_profile.size() == by_model.size());
  for (std::size_t i = 0; i < by_model.size(); ++i) {
    INFO(i);
    const auto byte = [&](const std::string& bytes) {
      return static_cast<int>(static_cast<unsigned char>(bytes[i]));
    };
    CHECK(std::abs(byte(by_profile) - byte(by_model)) <= 16);
  }
}
