// SPDX-License-Identifier: MIT
#include "base/recent.h"

#include <catch2/catch.hpp>
#include <string>

namespace handbill {
namespace {

std::shared_ptr<const int> value(int number) { return std::make_shared<const int>(number); }

}  // namespace

TEST_CASE("what is kept is found, once for each key") {
  Recent<int> recent(100);
  CHECK(recent.find("a") == nullptr);
  recent.keep("a", value(1), 10);
  recent.keep("a", value(2), 10);
  CHECK(*recent.find("a") == 1);
  CHECK(recent.bytes() == 10);
}

TEST_CASE("what is asked for stays, what is not is forgotten") {
  Recent<int> recent(100);
  recent.keep("often", value(1), 10);
  recent.keep("seldom", value(2), 10);
  for (int i = 0; i < 50; ++i) {
    recent.keep("new " + std::to_string(i), value(i), 10);
    CHECK(recent.find("often") != nullptr);
    CHECK(recent.bytes() <= 100);
  }
  CHECK(recent.find("seldom") == nullptr);
}

TEST_CASE("half of all that is kept is the largest that is") {
  Recent<int> recent(100);
  recent.keep("half", value(1), 50);
  recent.keep("more", value(2), 51);
  CHECK(recent.find("half") != nullptr);
  CHECK(recent.find("more") == nullptr);
}

}  // namespace handbill
