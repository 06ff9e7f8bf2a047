// SPDX-License-Identifier: MIT
#include "press/ready_pictures.h"

#include <catch2/catch.hpp>

namespace handbill::press {
namespace {

using namespace std::string_literals;
using color::Preview;
using display::Picture;

Picture red(const std::string& icc = {}) {
  Picture picture;
  picture.space = Picture::Space::Rgb;
  picture.width = picture.height = 1;
  picture.bytes = "\xff\0\0"s;
  picture.icc = icc;
  return picture;
}

display::Item placed(std::uint32_t index) {
  const Rect box{{}, {}, Length::inch(1), Length::inch(1)};
  return {display::PlacedPicture{display::PictureId{index}, box, Path::rect(box)}};
}

/// A page with the pictures `on_page` of those that the document uses.
struct Job {
  document::Document document;
  display::PageList pages;
  diag::Diagnostics diags;

  Job(const std::vector<Picture>& pictures, const std::vector<std::uint32_t>& on_page) {
    for (const Picture& each : pictures) {
      const diag::Span asked_at{{}, 10 + static_cast<std::uint32_t>(pages.pictures.size()), 20};
      pages.pictures.push_back(std::make_shared<Picture>(each));
      document.pictures.push_back({pages.pictures.back(), asked_at});
    }
    pages.pages.emplace_back();
    for (const std::uint32_t index : on_page) pages.pages[0].items.push_back(placed(index));
  }
  void for_shop(document::RgbPictures rgb, Claims standard) {
    document::Shop shop;
    shop.rgb_pictures = rgb;
    shop.standard = standard;
    document.shop = std::make_shared<document::Shop>(shop);
  }
  std::optional<display::PageList> ready() {
    return ready_pictures(document, pages, Preview::without_profile(), diags);
  }
};

}  // namespace

TEST_CASE("only pictures that stand on a page are made ready") {
  Job job({red(), red(), red()}, {2, 0, 2});
  const auto ready = job.ready();
  REQUIRE(ready);
  CHECK(ready->pictures[0]->space == Picture::Space::Cmyk);
  CHECK(ready->pictures[1] == job.pages.pictures[1]);
  CHECK(ready->pictures[2]->space == Picture::Space::Cmyk);
}

TEST_CASE("RGB is kept for shops that take it, but never in PDF/X-1a") {
  using document::RgbPictures;
  const auto space = [](RgbPictures rgb, Claims standard) {
    Job job({red()}, {0});
    job.for_shop(rgb, standard);
    return job.ready()->pictures[0]->space;
  };
  CHECK(space(RgbPictures::Keep, Claim::X4) == Picture::Space::Rgb);
  CHECK(space(RgbPictures::Keep, Claim::X1a2003) == Picture::Space::Cmyk);
  CHECK(space(RgbPictures::Convert, Claim::X4) == Picture::Space::Cmyk);
}

TEST_CASE("every picture that can't be made ready is told of where the layout names it") {
  const std::string no_profile(300, 'x');
  Job job({red(no_profile), red(), red(no_profile), red(no_profile)}, {0, 1, 3});
  CHECK_FALSE(job.ready());
  REQUIRE(job.diags.list().size() == 2);
  CHECK(job.diags.list()[0].id == diag::DiagnosticId::ProfileBroken);
  CHECK(job.diags.list()[0].span == job.document.pictures[0].asked_at);
  CHECK(job.diags.list()[1].span == job.document.pictures[3].asked_at);
}

TEST_CASE("a sign seen from afar is printed with fewer pixels, as the shop has it, but not few") {
  const auto width = [](std::optional<Length> for_distance, double metres) {
    Picture photograph;
    photograph.space = Picture::Space::Gray;
    photograph.width = photograph.height = 600;
    photograph.bytes = std::string(600 * 600, '\x40');
    Job job({photograph}, {0});
    document::Shop shop;
    shop.picture_distance = for_distance;
    job.document.shop = std::make_shared<document::Shop>(shop);
    job.document.sheet.viewing_distance = Length::cm(metres * 100);
    return job.ready()->pictures[0]->width;
  };
  const Length metre = Length::cm(100);
  for (const double near : {0.0, 0.5, 1.0}) CHECK(width(metre, near) == 300);
  CHECK(width(metre, 1.001) == 300);
  CHECK(width(metre, 3.05) == 99);  // more than the 98 that R0031 calls too few
  CHECK(width(metre, 4) == 75);
  CHECK(width(metre, 100) == 72);
  CHECK(width(std::nullopt, 100) == 300);
}

}  // namespace handbill::press
