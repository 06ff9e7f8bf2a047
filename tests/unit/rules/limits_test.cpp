// SPDX-License-Identifier: MIT
// Each limit of each check: what lies a little below it, at it and a little above it.
#include <functional>
#include <set>

#include "rules/checks.h"
#include "unit/rules/prints.h"

namespace handbill::rules {
namespace {

using namespace test;  // NOLINT: the words of this file
using plates::ColorSpace;

/// A code of 21 modules with its upper left corner at 40, 300: its finders.
plates::Object code_of(double module, const plates::Paint& paint) {
  plates::Object object = area(box(40, 300, 21 * module, 21 * module), paint);
  object.path = Path();
  object.fill_rule = display::FillRule::EvenOdd;
  for (const auto& [x, y] : {std::pair(0, 0), std::pair(14, 0), std::pair(0, 14)}) {
    for (const int in : {0, 1, 2}) {
      const double side = (7 - 2 * in) * module;
      object.path.append(
          Path::rect(box(40 + (x + in) * module, 300 + (y + in) * module, side, side)));
    }
  }
  return object;
}

/// Text whose right edge is `distance` before a line at `x`.
plates::Object text_before(double x, double distance) {
  return text(20, box(x - distance - 50, 250, 50, 20), kTwoInks);
}

struct Row {
  const char* check;
  const char* key;  ///< of its limits; empty: one of the sheet or of its own
  double limit, step;
  const char* found;  ///< below, at and above the limit: x is found, . is not
  std::function<void(Job&, double)> put;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all = {
      {"bleed", "width", 8, 0.1, "x..",
       [](Job& job, double past) {
         job.sheet.bleed.reset();
         job.limits.width = Length::pt(8);
         job.put(area(box(-past, 200, 100, 20), kTwoInks));
       }},
      {"small-text", "size", 6, 0.02, "x..",
       [](Job& job, double size) {
         job.limits.size = Length::pt(6);
         job.put(text(size, kPlace, kBlack));
       }},
      {"white-text", "size", 8, 0.02, "x..",
       [](Job& job, double size) {
         job.limits.size = Length::pt(8);
         job.put(text(size, kPlace, kWhite));
       }},
      {"multi-ink-text", "size", 8, 0.02, "x..",
       [](Job& job, double size) {
         job.limits.size = Length::pt(8);
         job.put(text(size, kPlace, kTwoInks));
       }},
      {"rich-black-text", "ink", 2.5, 0.01, "..x",
       [](Job& job, double ink) {
         job.limits.ink = 2.5;
         job.limits.black = 0.85;
         job.put(text(60, kPlace, cmyk(0.8, 0.7, ink - 2.5, 1)));
       }},
      {"rich-black-text", "black", 0.85, 0.01, ".xx",
       [](Job& job, double black) {
         job.limits.ink = 2.5;
         job.limits.black = 0.85;
         job.put(text(60, kPlace, cmyk(0.9, 0.9, 0.9, black)));
       }},
      {"black-text-inks", "size", 50, 0.02, "x..",
       [](Job& job, double size) {
         job.limits.size = Length::pt(50);
         job.limits.black = 0.85;
         job.put(text(size, kPlace, cmyk(0.4, 0, 0, 1)));
       }},
      {"black-text-inks", "black", 0.85, 0.01, ".xx",
       [](Job& job, double black) {
         job.limits.size = Length::pt(50);
         job.limits.black = 0.85;
         job.put(text(20, kPlace, cmyk(0.4, 0, 0, black)));
       }},
      {"black-text-overprint", "size", 12, 0.02, "x..",
       [](Job& job, double size) {
         job.limits.size = Length::pt(12);
         job.put(text(size, kPlace, kBlack));
       }},
      {"black-over-picture", "size", 36, 0.02, "..x",
       [](Job& job, double size) {
         job.limits.size = Length::pt(36);
         job.put(picture(1300, 8, box(20, 200, 300, 300)));
         plates::Object type = text(size, box(30, 220, 80, 36), kBlack);
         type.overprint = true;
         job.put(type);
       }},
      {"gray-text", "size", 12, 0.02, "x..",
       [](Job& job, double size) {
         job.limits.size = Length::pt(12);
         job.put(text(size, kPlace, of_space(ColorSpace::DeviceGray, kBlack)));
       }},
      {"hairline", "width", 0.125, 0.005, "x..",
       [](Job& job, double width) {
         job.limits.width = Length::pt(0.125);
         job.put(line_of(width, kBlack));
       }},
      {"white-line", "width", 0.5, 0.005, "x..",
       [](Job& job, double width) {
         job.limits.width = Length::pt(0.5);
         job.put(line_of(width, kWhite));
       }},
      {"multi-ink-line", "width", 0.25, 0.005, "x..",
       [](Job& job, double width) {
         job.limits.width = Length::pt(0.25);
         job.put(line_of(width, kTwoInks));
       }},
      {"tint-line", "width", 0.25, 0.005, "x..",
       [](Job& job, double width) {
         job.limits.width = Length::pt(0.25);
         job.limits.tint = 0.9;
         job.put(line_of(width, cmyk(0, 0.8, 0, 0)));
       }},
      {"tint-line", "tint", 0.9, 0.01, "x..",
       [](Job& job, double tint) {
         job.limits.width = Length::pt(0.25);
         job.limits.tint = 0.9;
         job.put(line_of(0.2, cmyk(0, tint, 0, 0)));
       }},
      {"black-line-overprint", "width", 2, 0.01, "x..",
       [](Job& job, double width) {
         job.limits.width = Length::pt(2);
         job.put(line_of(width, kBlack));
       }},
      {"gray-line", "width", 2, 0.01, "x..",
       [](Job& job, double width) {
         job.limits.width = Length::pt(2);
         job.put(line_of(width, of_space(ColorSpace::DeviceGray, kBlack)));
       }},
      // The map of ink counts whole hundredths.
      {"ink-limit", "ink", 2.8, 0.02, "..x",
       [](Job& job, double ink) {
         job.limits.ink = 2.8;
         job.limits.square = Length::pt(40);
         job.put(area(box(50, 200, 100, 100), cmyk(0.8, 0.8, 0.8, ink - 2.4)));
       }},
      {"ink-limit", "square", 60, 3, "xx.",
       [](Job& job, double square) {
         job.limits.ink = 2.99;
         job.limits.square = Length::pt(square);
         job.put(area(box(50, 200, 60, 60), cmyk(0.8, 0.8, 0.8, 0.7)));
       }},
      {"faint-tint", "tint", 0.15, 0.001, "x..",
       [](Job& job, double tint) {
         job.limits.tint = 0.15;
         job.limits.ink = 0.3;
         job.put(area(kPlace, cmyk(tint, 0.14, 0.14, 0)));
       }},
      {"faint-tint", "ink", 0.3, 0.001, "x..",
       [](Job& job, double ink) {
         job.limits.tint = 0.15;
         job.limits.ink = 0.3;
         job.put(area(kPlace, cmyk(0.2, ink - 0.2, 0, 0)));
       }},
      {"picture-ppi", "ppi", 224, 1, "xx.",
       [](Job& job, double ppi) {
         job.limits.ppi = 224;
         job.put(picture(static_cast<int>(ppi), 8, box(200, 200, 72, 72)));
       }},
      {"picture-ppi", "distance", 1000, 10, "xx.",
       [](Job& job, double millimetres) {
         job.limits.ppi = 299;
         job.limits.distance = Length::mm(1000);
         job.sheet.viewing_distance = Length::mm(millimetres);
         job.put(picture(298, 8, box(200, 200, 72, 72)));
       }},
      {"line-art-ppi", "ppi", 800, 1, "xx.",
       [](Job& job, double ppi) {
         job.limits.ppi = 800;
         job.put(picture(static_cast<int>(ppi), 1, box(200, 200, 72, 72)));
       }},
      {"line-art-ppi", "distance", 1000, 10, "xx.",
       [](Job& job, double millimetres) {
         job.limits.ppi = 800;
         job.limits.distance = Length::mm(1000);
         job.sheet.viewing_distance = Length::mm(millimetres);
         job.put(picture(798, 1, box(200, 200, 72, 72)));
       }},
      {"solid-fold", "ink", 1, 0.01, ".xx",
       [](Job& job, double ink) {
         job.sheet.scored = false;
         job.limits.ink = 1;
         job.limits.size = Length::pt(72);
         job.limits.grams = 115;
         job.put(area(box(100, 100, 160, 80), cmyk(0.5, ink - 0.5, 0, 0)));
       }},
      {"solid-fold", "size", 72, 0.1, ".xx",
       [](Job& job, double height) {
         job.sheet.scored = false;
         job.limits.ink = 1;
         job.limits.size = Length::pt(72);
         job.limits.grams = 115;
         job.put(area(box(100, 100, 160, height), kTwoInks));
       }},
      {"solid-fold", "grams", 115, 1, "..x",
       [](Job& job, double grams) {
         job.sheet.scored = false;
         job.sheet.grams = grams;
         job.limits.ink = 1;
         job.limits.size = Length::pt(72);
         job.limits.grams = 115;
         job.put(area(box(100, 100, 160, 80), kTwoInks));
       }},
      {"unscored-fold", "grams", 115, 1, "..x",
       [](Job& job, double grams) {
         job.sheet.scored = false;
         job.sheet.grams = grams;
         job.limits.grams = 115;
       }},
      {"qr-module", "width", 1.5, 0.02, "x..",
       [](Job& job, double module) {
         job.limits.width = Length::pt(1.5);
         job.put(code_of(module, kBlack));
       }},
      {"qr-width", "distance", 630, 1, "..x",
       [](Job& job, double distance) {
         job.limits.distance = Length::pt(distance);
         job.put(code_of(3, kBlack));
       }},
      // Half a module of slack: what touches the zone is not in it.
      {"qr-quiet-zone", "modules", 3.5, 0.1, "x..",
       [](Job& job, double modules) {
         job.limits.modules = 4;
         job.put(area(box(40 + 63 + 3 * modules, 310, 20, 10), kTwoInks));
         job.put(code_of(3, kBlack));
       }},
      {"qr-quiet-zone", "", 10.5, 0.1, "x..",
       [](Job& job, double left) {
         job.limits.modules = 4;
         job.print.pages[0].trim = box(40 - left, 0, 330, 540);
         job.put(code_of(3, kBlack));
       }},
      {"qr-contrast", "black", 0.9, 0.01, "x..",
       [](Job& job, double black) {
         job.limits.black = 0.9;
         job.limits.ink = 0.3;
         job.put(code_of(3, cmyk(0, 0, 0, black)));
       }},
      {"qr-contrast", "ink", 0.3, 0.01, "..x",
       [](Job& job, double ink) {
         job.limits.black = 0.9;
         job.limits.ink = 0.3;
         job.put(area(box(20, 280, 150, 150), cmyk(0.1, ink - 0.1, 0, 0)));
         job.put(code_of(3, kBlack));
       }},
      // Letters may hang out of the safe area by half a point.
      {"text-margin", "", 13, 0.1, "x..",
       [](Job& job, double distance) { job.put(text_before(360, distance)); }},
      {"text-fold", "", 8.5, 0.1, "x..",
       [](Job& job, double distance) { job.put(text_before(180, distance)); }},
      {"text-fold", "", 8.5, 0.1, "x..",
       [](Job& job, double distance) {
         job.put(text(20, box(180 + distance, 250, 50, 20), kTwoInks));
       }},
      {"crop-marks", "", 0.1, 0.01, "..x",
       [](Job& job, double off) { put_crop_marks(job.print, 8, Length::mm(off).pt()); }},
      {"crop-marks", "", 9, 0.1, "x..",
       [](Job& job, double gap) {
         job.sheet.bleed = Length::pt(9);
         put_crop_marks(job.print, 8, 0, gap);
       }},
      // Four lines in the places of crop marks are meant as such.
      {"crop-marks", "", 4, 1, ".xx",
       [](Job& job, double count) {
         job.print.pages[0].folds.clear();
         put_crop_marks(job.print, static_cast<std::size_t>(count));
       }},
  };
  return all;
}

bool finds(const Row& row, double value) {
  Job job;
  row.put(job, value);
  return finds(row.check, job);
}

}  // namespace

TEST_CASE("each check draws its line where the limit says, below, at and above it") {
  for (const Row& row : rows()) {
    std::string found;
    for (const double value : {row.limit - row.step, row.limit, row.limit + row.step}) {
      found += finds(row, value) ? 'x' : '.';
    }
    INFO(row.check << " " << row.key << " around " << row.limit);
    CHECK(found == row.found);
  }
}

TEST_CASE("each limit that a check takes has a row") {
  std::set<std::pair<std::string_view, std::string_view>> shown;
  for (const Row& row : rows()) shown.emplace(row.check, row.key);
  for (const Check& check : checks()) {
    if (check.judge == nullptr) continue;
    for (const auto& keys : {check.needs, check.may_have}) {
      for (const std::string_view key : keys) {
        INFO(check.name << " " << key);
        // Of pictures an error instead of a warning: what `ppi` finds, more of it.
        CHECK((key == "ppi_error" || shown.contains({check.name, key})));
      }
    }
  }
}

}  // namespace handbill::rules
