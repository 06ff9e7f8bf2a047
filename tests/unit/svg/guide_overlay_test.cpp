// SPDX-License-Identifier: MIT
#include "svg/guide_overlay.h"

#include <catch2/catch.hpp>

#include "unit/svg/sample_pages.h"

namespace {

using handbill::Length;
using handbill::Path;
using handbill::display::Guide;
using handbill::display::GuideKind;
using handbill::display::Page;
using handbill::svg::guide_overlay;
using handbill::svg::guide_style;
using handbill::svg::GuideLabel;
using handbill::svg::GuideOverlay;

constexpr std::array kKinds = {GuideKind::Trim,   GuideKind::Bleed,   GuideKind::Safe,
                               GuideKind::Panel,  GuideKind::Fold,    GuideKind::Frame,
                               GuideKind::Column, GuideKind::Baseline};

Page page_with(std::vector<Guide> guides) {
  Page page = handbill::test::blank_page(200, 100);
  page.guides = std::move(guides);
  return page;
}

}  // namespace

TEST_CASE("no two kinds of guides share a colour, a dash or a name") {
  for (const GuideKind one : kKinds) {
    for (const GuideKind other : kKinds) {
      if (one == other) continue;
      CHECK(guide_style(one).name != guide_style(other).name);
      CHECK_FALSE(guide_style(one).color == guide_style(other).color);
      CHECK(guide_style(one).dash != guide_style(other).dash);
    }
  }
}

TEST_CASE("guides are drawn with labels, and a legend below the page names their kinds") {
  handbill::font::FontBook fonts({});
  handbill::test::open_squares(fonts);
  std::vector<Guide> guides;
  for (const GuideKind kind : kKinds) {
    guides.push_back({kind, Path::rect(handbill::test::box(10, 10, 50, 50)), "AB"});
  }
  const Page page = page_with(guides);
  const GuideOverlay overlay = guide_overlay(page, fonts);
  CHECK(overlay.lines.size() == 2 * kKinds.size());
  CHECK(overlay.labels.size() == 2 * kKinds.size());
  CHECK(overlay.canvas.top == page.media.top);
  CHECK(overlay.canvas.width == page.media.width);
  CHECK(overlay.canvas.bottom() > page.media.bottom() + Length::pt(8));
  for (std::size_t i = 0; i < overlay.labels.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      INFO(overlay.labels[i].run.text << " over " << overlay.labels[j].run.text);
      CHECK_FALSE(overlay.labels[i].ground.intersects(overlay.labels[j].ground));
    }
    CHECK(overlay.labels[i].ground.bottom() < overlay.canvas.bottom());
  }
}

TEST_CASE("a label has one glyph a character and never more than forty") {
  handbill::font::FontBook fonts({});
  handbill::test::open_squares(fonts);
  const Path path = Path::rect(handbill::test::box(0, 0, 20, 20));
  const auto label = [&](const std::string& text) {
    return guide_overlay(page_with({{GuideKind::Frame, path, text}}), fonts).labels.front().run;
  };
  CHECK(label("ABC").glyphs.size() == 3);
  CHECK(label("ABC").glyphs[2].x == Length::pt(12));
  CHECK(label(std::string(5000, 'A')).glyphs.size() == 40);
}

TEST_CASE("without a font there are lines, but no labels and no legend") {
  const handbill::font::FontBook fonts({});
  const Page page =
      page_with({{GuideKind::Fold,
                  Path::segment({Length::pt(50), {}}, {Length::pt(50), Length::pt(100)}), "fold"}});
  const GuideOverlay overlay = guide_overlay(page, fonts);
  CHECK(overlay.lines.size() == 1);
  CHECK(overlay.labels.empty());
  CHECK(overlay.canvas == page.media);
}

TEST_CASE("thousands of labels in one place take no time") {
  handbill::font::FontBook fonts({});
  handbill::test::open_squares(fonts);
  std::vector<Guide> guides;
  for (int i = 0; i < 2000; ++i) {
    guides.push_back({GuideKind::Frame, Path::rect(handbill::test::box(1, 1, 9, 9)), "A"});
  }
  CHECK(guide_overlay(page_with(guides), fonts).labels.size() == 2001);
}
