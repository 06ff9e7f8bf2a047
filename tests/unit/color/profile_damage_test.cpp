// SPDX-License-Identifier: MIT
#include "color/profile_damage.h"

#include <catch2/catch.hpp>

#include "color/pixel_transform.h"
#include "support/golden.h"
#include "support/paths.h"

namespace {

using handbill::color::profile_damage;

std::string small() {
  return handbill::test::read_file(handbill::test::source_folder() + "/tests/profiles/small.icc");
}

}  // namespace

TEST_CASE("profiles that can be used have no damage") {
  CHECK(profile_damage(small()).empty());
  CHECK(profile_damage(handbill::color::srgb_profile()).empty());
}

TEST_CASE("a profile that is cut, scrambled or none is damaged") {
  const std::string whole = small();
  CHECK(profile_damage("") == "is no ICC profile");
  CHECK(profile_damage(std::string(5000, 'x')) == "is no ICC profile");
  CHECK(profile_damage(whole.substr(0, whole.size() - 1)) == "is cut off");
  std::string far = whole;
  far.replace(128 + 4 + 4, 4, "\x7f\0\0\0", 4);
  CHECK(profile_damage(far) == "is cut off");
  std::string blank = whole;
  blank.replace(blank.find("mft1") + 48 + 4 * 256, 48, 48, '\0');
  CHECK(profile_damage(blank) == "has damaged tables");
  std::string nameless = whole;
  for (auto at = nameless.find("A2B"); at != nameless.npos; at = nameless.find("A2B")) {
    nameless.replace(at, 3, "xxx");
  }
  CHECK(profile_damage(nameless) == "has no tables that can be read");
}
