// SPDX-License-Identifier: MIT
// What the checks without limits find, and what is nearly that; and that each check has a case.
#include <functional>
#include <set>
#include <string_view>

#include "unit/rules/prints.h"

namespace handbill::rules {
namespace {

using namespace test;  // NOLINT: the words of this file
using plates::ColorSpace;

void put_spots(Job& job, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    job.print.inks.push_back({name, {0, 1, 0, 0}});
    plates::Paint paint;
    paint.space = ColorSpace::Separation;
    paint.amounts.resize(job.print.inks.size());
    paint.amounts.back() = 1;
    job.put(area(kPlace, paint));
  }
}

plates::Object in_font(const char* font) {
  plates::Object object = text(20, kPlace, kBlack);
  object.type->font = font;
  return object;
}

plates::Object in_space(ColorSpace space) { return area(kPlace, of_space(space, kTwoInks)); }

/// A page like the first, so much wider.
void add_page(Job& job, double wider) {
  job.print.pages.push_back(job.print.pages[0]);
  job.print.pages[1].trim.width = job.print.pages[1].trim.width + Length::pt(wider);
}

void put_gray_over_picture(Job& job, const std::vector<std::string>& inks) {
  job.print.pages[0].objects.clear();
  plates::Object below = picture(600, 8, kPlace);
  below.paint.space = ColorSpace::Separation;
  below.paint.names = inks;
  job.put(below);
  job.put(overprinting(area(kPlace, of_space(ColorSpace::DeviceGray, kBlack))));
}

/// Over 250 % of ink, where 300 % is the most.
void put_overprint(Job& job, const plates::Paint& paint) {
  job.limits.ink = 3;
  job.limits.square = Length::pt(40);
  job.put(area(box(50, 200, 100, 100), cmyk(0, 0.75, 1, 0.75)));
  job.put(overprinting(area(box(50, 200, 100, 100), paint)));
}

void put_target(Job& job, double diameter, double distance) {
  plates::Object target = line(0.25, {}, {}, registration());
  const Length radius = Length::pt(diameter / 2);
  target.path =
      Path::ellipse({Length::pt(180), Length::pt(-9 - distance) - radius}, radius, radius);
  target.bounds = *target.path.bounds();
  job.print.pages[0].objects.push_back(target);
}

struct Twin {
  const char* check;
  bool found;
  std::function<void(Job&)> put;
};

const std::vector<Twin>& twins() {
  static const std::vector<Twin> all = {
      {"user-unit", true, [](Job& job) { job.print.pages[0].user_unit = 1.5; }},
      {"user-unit", false, [](Job& job) { job.print.pages[0].user_unit = 1; }},
      {"crop-box", true,
       [](Job& job) {
         job.print.pages[0].crop = job.print.pages[0].media.inset(Insets::all(Length::pt(0.1)));
       }},
      {"crop-box", false, [](Job& job) { job.print.pages[0].crop = job.print.pages[0].media; }},
      {"same-trim", true, [](Job& job) { add_page(job, 0.02); }},
      {"same-trim", true, [](Job& job) { add_page(job, -0.02); }},
      {"same-trim", false, [](Job& job) { add_page(job, 0.01); }},
      {"same-trim", true, [](Job& job) { job.print.pages[0].rotate = 180; }},
      {"empty-page", true,
       [](Job& job) {
         auto& objects = job.print.pages[0].objects;
         objects.resize(1);
         objects[0].step = display::ProcessingStep::Folding;
       }},
      {"empty-page", false, [](Job& job) { job.print.pages[0].objects.resize(1); }},
      {"empty-page", true,
       [](Job& job) {
         job.print.pages[0].objects.clear();
         job.sheet.blank_pages = {1};
       }},
      {"empty-page", false,
       [](Job& job) {
         job.print.pages[0].objects.clear();
         job.sheet.blank_pages = {0};
       }},
      {"layers", true, [](Job& job) { job.print.pages[0].objects[1].layer = "English"; }},
      {"layers", false, [](Job&) {}},
      {"white-text-overprint", true,
       [](Job& job) { job.put(overprinting(text(20, kPlace, kWhite))); }},
      {"white-text-overprint", false, [](Job& job) { job.put(text(20, kPlace, kWhite)); }},
      {"white-text-overprint", false,
       [](Job& job) { job.put(overprinting(text(20, kPlace, cmyk(0, 0.01, 0, 0)))); }},
      {"white-text-overprint", false,
       [](Job& job) { job.put(overprinting(area(kPlace, kWhite))); }},
      {"white-path-overprint", true, [](Job& job) { job.put(overprinting(area(kPlace, kWhite))); }},
      {"white-path-overprint", true, [](Job& job) { job.put(overprinting(line_of(1, kWhite))); }},
      {"white-path-overprint", false, [](Job& job) { job.put(area(kPlace, kWhite)); }},
      {"white-path-overprint", false,
       [](Job& job) { job.put(overprinting(area(kPlace, cmyk(0, 0.01, 0, 0)))); }},
      {"white-path-overprint", false,
       [](Job& job) { job.put(overprinting(text(20, kPlace, kWhite))); }},
      {"courier", true, [](Job& job) { job.put(in_font("CourierNew")); }},
      {"courier", false, [](Job& job) { job.put(in_font("MyCourier")); }},
      {"spot", true, [](Job& job) { put_spots(job, {"Gold"}); }},
      {"spot", false,
       [](Job& job) {
         job.sheet.spots = {"Gold"};
         put_spots(job, {"Gold"});
       }},
      {"spot-mixed", false, [](Job& job) { put_spots(job, {"Gold"}); }},
      {"spot-mixed", true,
       [](Job& job) {
         job.sheet.spots.emplace();
         put_spots(job, {"Gold"});
       }},
      {"spot-suffix", true,
       [](Job& job) {
         put_spots(job, {"PANTONE 185 CVC", "PANTONE 185"});
       }},
      {"spot-suffix", false,
       [](Job& job) {
         put_spots(job, {"PANTONE 185 C", "PANTONE 186 C"});
       }},
      {"spot-suffix", false,
       [](Job& job) {
         put_spots(job, {"PANTONE 185 X", "PANTONE 185"});
       }},
      {"spot-case", true,
       [](Job& job) {
         put_spots(job, {"Gold", "gold"});
       }},
      {"spot-case", false,
       [](Job& job) {
         put_spots(job, {"Gold", "golds"});
       }},
      {"spot-look-alike", true,
       [](Job& job) {
         put_spots(job, {"Gold-1", "Gold 1"});
       }},
      {"spot-look-alike", true,
       [](Job& job) {
         put_spots(job, {"Gold_1", "Gold1"});
       }},
      {"spot-look-alike", false,
       [](Job& job) {
         put_spots(job, {"Gold.1", "Gold1"});
       }},
      {"registration", true, [](Job& job) { job.put(area(kPlace, registration())); }},
      // In the bleed alone it is a mark.
      {"registration", false, [](Job& job) { job.put(area(box(-5, 100, 5, 5), registration())); }},
      {"device-independent", true, [](Job& job) { job.put(in_space(ColorSpace::CalGray)); }},
      {"device-independent", false, [](Job& job) { job.put(in_space(ColorSpace::DeviceN)); }},
      {"device-independent", false, [](Job& job) { job.put(in_space(ColorSpace::DeviceGray)); }},
      {"rgb-outside-pictures", true, [](Job& job) { job.put(in_space(ColorSpace::IccRgb)); }},
      {"rgb-outside-pictures", false,
       [](Job& job) {
         plates::Object photograph = picture(600, 8, kPlace);
         photograph.paint.space = ColorSpace::IccRgb;
         job.put(photograph);
       }},
      {"rgb-outside-pictures", true,
       [](Job& job) {
         plates::Object photograph = picture(600, 8, kPlace);
         photograph.paint.space = ColorSpace::Lab;
         job.put(photograph);
       }},
      {"untagged-rgb", true, [](Job& job) { job.put(in_space(ColorSpace::DeviceRgb)); }},
      {"untagged-rgb", false, [](Job& job) { job.put(in_space(ColorSpace::IccRgb)); }},
      {"gray-overprint", true,
       [](Job& job) {
         job.put(overprinting(area(kPlace, of_space(ColorSpace::DeviceGray, kBlack))));
       }},
      {"gray-overprint", false,
       [](Job& job) { job.put(area(kPlace, of_space(ColorSpace::DeviceGray, kBlack))); }},
      {"gray-overprint", false, [](Job& job) { job.put(overprinting(area(kPlace, kBlack))); }},
      {"gray-overprint", false,
       [](Job& job) {
         job.print.pages[0].objects.clear();
         job.put(overprinting(area(kPlace, of_space(ColorSpace::DeviceGray, kBlack))));
       }},
      // Over cyan alone it is other ink; over gray, however it is written, it is not.
      {"gray-overprint", true,
       [](Job& job) {
         job.print.pages[0].objects.clear();
         job.put(area(kPlace, cmyk(0.5, 0, 0, 0)));
         job.put(overprinting(area(kPlace, of_space(ColorSpace::DeviceGray, kBlack))));
       }},
      {"gray-overprint", false, [](Job& job) { put_gray_over_picture(job, {"Black"}); }},
      {"gray-overprint", true, [](Job& job) { put_gray_over_picture(job, {"Gold"}); }},
      {"gray-overprint", true,
       [](Job& job) {
         put_gray_over_picture(job, {"Black", "Gold"});
       }},
      // What overprints stands in for what is below it on its own plates, and adds to the others.
      {"ink-limit", false, [](Job& job) { put_overprint(job, cmyk(0, 0, 0, 0.1)); }},
      {"ink-limit", true, [](Job& job) { put_overprint(job, cmyk(0.9, 0, 0, 0)); }},
      {"ink-limit", false, [](Job& job) { put_overprint(job, cmyk(0, 0.9, 0, 0.9)); }},
      // A picture hides the ink below it.
      {"black-text-overprint", false,
       [](Job& job) {
         job.limits.size = Length::pt(12);
         plates::Object gray = picture(600, 8, kPlace.outset(Length::pt(5)));
         gray.paint.space = ColorSpace::DeviceGray;
         job.put(gray);
         job.put(text(8, kPlace, kBlack));
       }},
      // Type has ink all over its box.
      {"white-text", true,
       [](Job& job) {
         job.print.pages[0].objects.clear();
         job.limits.size = Length::pt(12);
         job.put(text(60, kPlace, kBlack));
         job.put(text(8, kPlace, kWhite));
       }},
      {"text-margin", true, [](Job& job) { job.put(text(20, box(2, 250, 50, 20), kTwoInks)); }},
      {"text-margin", false, [](Job& job) { job.put(area(box(2, 100, 50, 20), kTwoInks)); }},
      {"text-fold", true, [](Job& job) { job.put(text(20, box(160, 250, 50, 20), kTwoInks)); }},
      {"text-fold", false, [](Job& job) { job.put(area(box(160, 250, 50, 20), kTwoInks)); }},
      {"crop-marks", true, [](Job& job) { put_crop_marks(job.print, 7); }},
      {"crop-marks", false, [](Job& job) { put_crop_marks(job.print); }},
      {"mark-ink", true, [](Job& job) { put_crop_marks(job.print, 8, 0, 12, kBlack); }},
      {"mark-ink", false, [](Job& job) { put_crop_marks(job.print); }},
      {"registration-marks", true,
       [](Job& job) {
         job.sheet.registration_marks = true;
         put_target(job, 4.2, 2);  // 1.5 mm are 4.252 pt, 15 mm 42.52 pt
       }},
      {"registration-marks", false,
       [](Job& job) {
         job.sheet.registration_marks = true;
         put_target(job, 4.3, 2);
       }},
      {"registration-marks", false,
       [](Job& job) {
         job.sheet.registration_marks = true;
         put_target(job, 42.5, 2);
       }},
      {"registration-marks", true,
       [](Job& job) {
         job.sheet.registration_marks = true;
         put_target(job, 42.6, 2);
       }},
      // A tenth wider than high it is a circle still.
      {"registration-marks", false,
       [](Job& job) {
         job.sheet.registration_marks = true;
         put_target(job, 10, 2);
         job.print.pages[0].objects.back().bounds.height = Length::pt(9.01);
       }},
      {"registration-marks", true,
       [](Job& job) {
         job.sheet.registration_marks = true;
         put_target(job, 10, 2);
         job.print.pages[0].objects.back().bounds.height = Length::pt(8.99);
       }},
      // One that reaches into the bleed is a drawing.
      {"registration-marks", true,
       [](Job& job) {
         job.sheet.registration_marks = true;
         put_target(job, 10, -1);
       }},
  };
  return all;
}

}  // namespace

TEST_CASE("each check without limits finds its fault, and not what is nearly one") {
  std::set<std::string_view> shown;
  for (std::size_t i = 0; i < twins().size(); ++i) {
    const Twin& twin = twins()[i];
    Job job;
    twin.put(job);
    INFO(twin.check << ", row " << i);
    CHECK(finds(twin.check, job) == twin.found);
    if (twin.found) shown.insert(twin.check);
  }
  for (const Check& check : checks()) {
    INFO(check.name);
    const bool has_limits = !check.needs.empty();
    CHECK((check.judge == nullptr || has_limits || shown.contains(check.name)));
  }
}

}  // namespace handbill::rules
