// SPDX-License-Identifier: MIT
#include "preview/booklet_pictures.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <tuple>

#include "support/document_values.h"

namespace handbill::test {
namespace {

display::PageList pictures(std::size_t count, bool right_to_left = false) {
  document::Document document;
  document.sheet.trim = {Length::inch(4), Length::inch(6)};
  document.right_to_left = right_to_left;
  display::PageList pages;
  for (std::size_t i = 0; i < count; ++i) {
    pages.pages.emplace_back().trim = document.sheet.trim;
  }
  const font::FontBook fonts({});
  return preview::booklet_pictures(document, std::move(pages), fonts);
}

std::vector<std::string> names(const display::PageList& list) {
  std::vector<std::string> result;
  for (const display::Page& page : list.pages) result.push_back(page.name);
  return result;
}

/// The pages of a picture, row by row from the left: "2 3". Those of `count` are forms.
std::string shown(const display::PageList& list, std::size_t picture, std::size_t count) {
  std::vector<std::tuple<double, double, std::size_t>> found;
  for (const display::PlacedPage& placed : list.pages.at(picture).placed) {
    if (placed.form >= count) continue;
    const Rect box = placed.clip->bounds().value();
    found.emplace_back(std::round(box.bottom().pt() / 20), box.left.pt(), placed.form + 1);
  }
  std::sort(found.begin(), found.end());
  std::string text;
  for (const auto& [row, left, page] : found) {
    text += (text.empty() ? "" : " ") + std::to_string(page);
  }
  return text;
}

}  // namespace

TEST_CASE("a booklet is shown closed, spread by spread, and with a leaf on its way") {
  CHECK(names(pictures(8)) == std::vector<std::string>{"spreads", "cover", "pages-2-3", "pages-4-5",
                                                       "pages-6-7", "reading", "turning"});
  // One leaf round another has none that could be turned between spreads.
  CHECK(names(pictures(4)) == std::vector<std::string>{"spreads", "cover", "pages-2-3", "reading"});
}

TEST_CASE("the pages of a spread lie as the booklet is read") {
  const display::PageList list = pictures(8);
  CHECK(shown(list, 0, 8) == "1 2 3 4 5 6 7 8");
  CHECK(shown(list, 1, 8) == "1 8");
  CHECK(shown(list, 2, 8) == "2 3");
  CHECK(shown(list, 4, 8) == "6 7");
  const display::PageList mirrored = pictures(8, true);
  CHECK(shown(mirrored, 0, 8) == "5 4 3 2 1 8 7 6");
  CHECK(shown(mirrored, 2, 8) == "3 2");
}

TEST_CASE("the leaf that is turned shows its back over the page before it") {
  const auto order = [](bool right_to_left) {
    const display::PageList list = pictures(8, right_to_left);
    std::string text;
    for (const display::PlacedPage& placed : list.pages.back().placed) {
      if (placed.form < 8) text += std::to_string(placed.form + 1);
    }
    return text;
  };
  CHECK(order(false) == "254");
  CHECK(order(true) == "524");
}

}  // namespace handbill::test
