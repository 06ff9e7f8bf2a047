// SPDX-License-Identifier: MIT
#include "confined/packing.h"

#include <catch2/catch.hpp>
#include <limits>

namespace handbill::confined {
namespace {

enum class Fruit { Apple, Pear, Plum };

struct Basket {
  Fruit fruit = Fruit::Apple;
  int count = 0;
  bool is_full = false;
  double weight = 0;
  std::string label{};
  std::vector<std::string> tags{};
  std::map<std::string, Length> sizes{};
  std::optional<Point> at{};
  std::shared_ptr<const Rect> box{};
  Path path{};
  bool operator==(const Basket& other) const {
    return fruit == other.fruit && count == other.count && is_full == other.is_full &&
           weight == other.weight && label == other.label && tags == other.tags &&
           sizes == other.sizes && at == other.at && (box != nullptr) == (other.box != nullptr) &&
           (!box || *box == *other.box) && path == other.path;
  }
};

Basket full_basket() {
  Path path = Path::ellipse({}, Length::pt(3), Length::pt(4));
  path.append(Path::segment({}, {Length::pt(1), Length::pt(2)}));
  return {Fruit::Plum,
          -7,
          true,
          0.1,
          std::string("a\0b", 3),
          {"", "red"},
          {{"a", Length::pt(1.5)}},
          Point{Length::pt(1), Length::pt(2)},
          std::make_shared<const Rect>(Rect{{}, {}, Length::pt(5), Length::pt(6)}),
          path};
}

}  // namespace

template <>
inline constexpr Fruit kLast<Fruit> = Fruit::Plum;
template <>
struct Fields<Basket> {
  static void list(auto& pack, auto& b) {
    pack(b.fruit, b.count, b.is_full, b.weight, b.label, b.tags, b.sizes, b.at, b.box, b.path);
  }
};

TEST_CASE("What is packed is unpacked the same") {
  CHECK(unpacked<Basket>(packed(Basket{})) == Basket{});
  CHECK(unpacked<Basket>(packed(full_basket())) == full_basket());
}

TEST_CASE("No beginning of the bytes is a value, and nothing may follow them") {
  const std::string bytes = packed(full_basket());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(unpacked<Basket>(bytes.substr(0, size)));
  }
  CHECK_FALSE(unpacked<Basket>(bytes + "x"));
}

TEST_CASE("Whatever stands in one byte, unpacking ends in a value or in nothing") {
  const std::string bytes = packed(full_basket());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
      std::string wrong = bytes;
      wrong[at] = static_cast<char>(value);
      const auto basket = unpacked<Basket>(wrong);
      if (basket) CHECK(basket->fruit <= Fruit::Plum);
    }
  }
}

TEST_CASE("A list that says it is longer than its bytes takes no memory") {
  const std::string lie = packed(std::numeric_limits<std::uint64_t>::max());
  CHECK_FALSE(unpacked<std::string>(lie));
  CHECK_FALSE(unpacked<std::vector<std::string>>(lie));
  CHECK_FALSE(unpacked<Path>(lie));
  CHECK_FALSE((unpacked<std::map<std::string, int>>(lie)));
}

TEST_CASE("Numbers are finite, and enumerators exist") {
  CHECK(unpacked<double>(packed(1e300)) == 1e300);
  CHECK_FALSE(unpacked<double>(packed(std::numeric_limits<double>::infinity())));
  CHECK_FALSE(unpacked<Length>(packed(std::numeric_limits<double>::quiet_NaN())));
  CHECK(unpacked<Fruit>(packed(std::uint32_t{2})) == Fruit::Plum);
  CHECK_FALSE(unpacked<Fruit>(packed(std::uint32_t{3})));
}

}  // namespace handbill::confined
