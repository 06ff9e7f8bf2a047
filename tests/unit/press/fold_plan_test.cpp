// SPDX-License-Identifier: MIT
// Which pages stand on which sheet of a book.
#include "press/fold_plan.h"

#include <catch2/catch.hpp>

namespace handbill::press {
namespace {

/// "8 1 / 2 7": left and right page of each front, then of its back.
std::string plan(std::size_t pages, const document::Binding& binding,
                 BindingEdge edge = BindingEdge::Left) {
  std::string text;
  for (const BoundSheet& sheet : fold_plan(pages, binding, edge)) {
    text += (text.empty() ? "" : " | ") + std::to_string(sheet.front[0] + 1) + " " +
            std::to_string(sheet.front[1] + 1) + " / " + std::to_string(sheet.back[0] + 1) + " " +
            std::to_string(sheet.back[1] + 1);
  }
  return text;
}

}  // namespace

TEST_CASE("reader's spreads become printer's spreads") {
  CHECK(plan(4, {}) == "4 1 / 2 3");
  CHECK(plan(8, {}) == "8 1 / 2 7 | 6 3 / 4 5");
  CHECK(plan(8, {}, BindingEdge::Right) == "1 8 / 7 2 | 3 6 / 5 4");
  CHECK(plan(12, {.signature = 4}) == "4 1 / 2 3 | 8 5 / 6 7 | 12 9 / 10 11");
  CHECK(plan(12, {.has_cover = true}) == "12 1 / 2 11 | 10 3 / 4 9 | 8 5 / 6 7");
  CHECK(plan(12, {.signature = 4, .has_cover = true}) == "12 1 / 2 11 | 6 3 / 4 5 | 10 7 / 8 9");
}

TEST_CASE("a short section stands between longer ones, where there are two") {
  using Sizes = std::vector<std::size_t>;
  CHECK(section_sizes(16, 0) == Sizes{16});
  CHECK(section_sizes(12, 16) == Sizes{12});
  CHECK(section_sizes(16, 16) == Sizes{16});
  CHECK(section_sizes(20, 16) == Sizes{16, 4});
  CHECK(section_sizes(40, 16) == Sizes{16, 8, 16});
  CHECK(section_sizes(48, 16) == Sizes{16, 16, 16});
}

}  // namespace handbill::press
