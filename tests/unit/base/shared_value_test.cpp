// SPDX-License-Identifier: MIT
#include "base/shared_value.h"

#include <catch2/catch.hpp>
#include <string>

namespace handbill {

TEST_CASE("copies share a value until one is edited, which leaves the others as they were") {
  SharedValue<std::string> first(std::string("ink"));
  SharedValue<std::string> second = first;
  CHECK(&*first == &*second);
  second.edit() += "s";
  CHECK(*first == "ink");
  CHECK(*second == "inks");
}

TEST_CASE("whoever has a value alone edits it in place") {
  SharedValue<std::string> alone(std::string("ink"));
  const std::string* place = &*alone;
  alone.edit() = "dye";
  CHECK(&*alone == place);
  CHECK(alone->size() == 3);
}

TEST_CASE("values that were not given are one, and editing one leaves the others") {
  SharedValue<std::string> first, second;
  CHECK(&*first == &*second);
  first.edit() = "ink";
  CHECK(second->empty());
  CHECK(SharedValue<std::string>()->empty());
}

TEST_CASE("equal values made twice are equal") {
  const SharedValue<std::string> first(std::string("ink")), second(std::string("ink"));
  CHECK(&*first != &*second);
  CHECK(first == second);
  CHECK_FALSE(first == SharedValue<std::string>());
}

}  // namespace handbill
