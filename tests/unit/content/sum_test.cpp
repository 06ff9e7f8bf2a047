// SPDX-License-Identifier: MIT
#include "content/sum.h"

#include <catch2/catch.hpp>

namespace handbill::content {
namespace {

/// "too large" when one of them can't be added.
std::string sum_of(const std::vector<Decimal>& numbers) {
  Sum sum;
  for (const Decimal& each : numbers) {
    if (!sum.add(each)) return "too large";
  }
  return sum.text();
}

}  // namespace

TEST_CASE("numbers are summed as they are written, without a loss") {
  CHECK(sum_of({}) == "0");
  CHECK(sum_of({"0.1", "0.2"}) == "0.3");
  CHECK(sum_of({"12.50", "7.5"}) == "20.00");
  CHECK(sum_of({"1", "2.25", "-0.75"}) == "2.50");
  CHECK(sum_of({"0.999999999", "0.000000001"}) == "1.000000000");
  CHECK(sum_of({"-0.5", "-0.75"}) == "-1.25");
  CHECK(sum_of({"2", "-2.5"}) == "-0.5");
  CHECK(sum_of({"-2", "2.5"}) == "0.5");
  CHECK(sum_of({"-0.5", "0.5"}) == "0.0");
  CHECK(sum_of({"007"}) == "7");
}

TEST_CASE("a number that is summed has twelve digits and nine decimals at most") {
  CHECK(sum_of({"999999999999"}) == "999999999999");
  CHECK(sum_of({"1000000000000"}) == "too large");
  CHECK(sum_of({"000999999999999"}) == "999999999999");
  CHECK(sum_of({"0.123456789"}) == "0.123456789");
  CHECK(sum_of({"0.1234567890"}) == "too large");
  CHECK(sum_of({"999999999999", "999999999999"}) == "1999999999998");
}

}  // namespace handbill::content
