// SPDX-License-Identifier: MIT
#include "check/box_index.h"

#include <catch2/catch.hpp>
#include <limits>
#include <random>
#include <set>

#include "support/rect.h"

namespace handbill::check {
namespace {

using test::rect;

std::multiset<std::size_t> near(const BoxIndex& index, const Rect& where) {
  std::multiset<std::size_t> found;
  index.each_near(where, [&](std::size_t i) { found.insert(i); });
  return found;
}

}  // namespace

TEST_CASE("every box that meets a place is found once, whatever their sizes") {
  std::mt19937 random(11);
  const auto pick = [&](double most) {
    return std::uniform_real_distribution<double>(0, most)(random);
  };
  const Rect window = rect(-20, -20, 640, 840);
  for (int round = 0; round < 40; ++round) {
    INFO("round " << round);
    const double largest = round % 2 == 0 ? 4 : 600;
    std::vector<Rect> boxes;
    for (int i = 0; i < 1 + round * 8; ++i) {
      // Some are flat: pieces of edges that run across or down.
      boxes.push_back(rect(pick(700) - 50, pick(900) - 50, i % 3 == 0 ? 0 : pick(largest),
                           i % 4 == 0 ? 0 : pick(largest)));
    }
    const BoxIndex index(boxes, window);
    for (int query = 0; query < 20; ++query) {
      const Rect where = rect(pick(600), pick(800), query % 2 == 0 ? 0 : pick(60), pick(60));
      std::multiset<std::size_t> expected;
      for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (meet(boxes[i], window) && meet(boxes[i], where)) expected.insert(i);
      }
      CHECK(near(index, where) == expected);
    }
  }
}

TEST_CASE("nothing is found in an empty index, nor boxes that are nowhere") {
  CHECK(near(BoxIndex(), rect(0, 0, 10, 10)).empty());
  const double nowhere = std::numeric_limits<double>::infinity();
  const BoxIndex index({rect(0, 0, nowhere, 1), rect(5, 5, 1, 1), rect(500, 0, 1, 1)},
                       rect(0, 0, 100, 100));
  CHECK(near(index, rect(-1000, -1000, 3000, 3000)) == std::multiset<std::size_t>{1});
}

TEST_CASE("a search costs what lies near") {
  const auto cost = [](int count) {
    std::vector<Rect> boxes;
    for (int i = 0; i < count * count; ++i) boxes.push_back(rect(i % count, i / count, 0.5, 0.5));
    const BoxIndex index(boxes, rect(0, 0, count, count));
    index.each_near(rect(3, 3, 2, 2), [](std::size_t) {});
    return index.looked();
  };
  CHECK(cost(10) < 40);
  CHECK(cost(100) < 40);
  // Lines from top to bottom, side by side: cells are as tall as they are.
  std::vector<Rect> lines;
  for (int i = 0; i < 10'000; ++i) lines.push_back(rect(i * 0.06, 0, 0.05, 800));
  const BoxIndex index(lines, rect(0, 0, 600, 800));
  index.each_near(rect(300, 300, 5, 10), [](std::size_t) {});
  CHECK(index.looked() < 300);
}

TEST_CASE("hairlines in a long row are found, as on a ruler") {
  std::vector<Rect> lines;
  for (int i = 0; i < 200; ++i) lines.push_back(rect(i * 3, 0, 0.01, 14));
  const BoxIndex index(lines, rect(0, 0, 600, 14));
  CHECK(near(index, rect(299, 0, 2, 1)) == std::multiset<std::size_t>{100});
  for (Rect& each : lines) each = rect(each.top.pt(), each.left.pt(), 14, 0.01);
  CHECK(near(BoxIndex(lines, rect(0, 0, 14, 600)), rect(0, 299, 1, 2)) ==
        std::multiset<std::size_t>{100});
}

}  // namespace handbill::check
