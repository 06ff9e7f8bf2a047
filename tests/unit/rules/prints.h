// SPDX-License-Identifier: MIT
// A small job to judge: one page that keeps all rules, and the rules of the packs.
#pragma once

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "diag/render.h"
#include "plates/print.h"
#include "rules/checks.h"
#include "rules/judge.h"
#include "rules/rule_set.h"
#include "support/paths.h"

namespace handbill::rules::test {

inline plates::Paint cmyk(double c, double m, double y, double k) {
  plates::Paint paint;
  paint.amounts = {c, m, y, k};
  paint.named = {true, true, true, true};
  return paint;
}

inline plates::Paint of_space(plates::ColorSpace space, plates::Paint paint) {
  paint.space = space;
  return paint;
}

inline Rect box(double left, double top, double width, double height) {
  return {Length::pt(left), Length::pt(top), Length::pt(width), Length::pt(height)};
}

/// Spans only tell objects apart.
inline diag::Span span(std::uint32_t at) { return {diag::FileId{0}, at, at + 1}; }

inline const plates::Paint kWhite = cmyk(0, 0, 0, 0);
inline const plates::Paint kBlack = cmyk(0, 0, 0, 1);
inline const plates::Paint kTwoInks = cmyk(0, 1, 0.8, 0);
inline const Rect kPlace = box(30, 100, 80, 10);

inline plates::Object area(const Rect& bounds, const plates::Paint& paint) {
  plates::Object object;
  object.path = Path::rect(bounds);
  object.bounds = bounds;
  object.paint = paint;
  return object;
}

inline plates::Object text(double size, const Rect& bounds, const plates::Paint& paint) {
  plates::Object object = area(bounds, paint);
  object.kind = plates::Kind::Text;
  object.type = plates::TypeFacts{Length::pt(size), "Squares", "Call us"};
  return object;
}

inline plates::Object line(double width, Point from, Point to, const plates::Paint& paint) {
  plates::Object object;
  object.kind = plates::Kind::Stroke;
  object.path = Path::segment(from, to);
  object.bounds = object.path.bounds()->outset(Length::pt(width / 2));
  object.paint = paint;
  object.stroke = display::Stroke{{}, Length::pt(width)};
  return object;
}

/// A line of 120 pt.
inline plates::Object line_of(double width, const plates::Paint& paint) {
  return line(width, {Length::pt(30), Length::pt(200)}, {Length::pt(150), Length::pt(200)}, paint);
}

inline plates::Object overprinting(plates::Object object) {
  object.overprint = true;
  object.overprint_mode = 1;
  return object;
}

inline plates::Object picture(int pixels, int bits, const Rect& bounds) {
  plates::Object object = area(bounds, {});
  object.kind = plates::Kind::Picture;
  object.picture = plates::PictureFacts{};
  object.picture->width = object.picture->height = pixels;
  object.picture->bits = bits;
  object.picture->map = Matrix::scale(bounds.width.pt(), bounds.height.pt());
  return object;
}

/// One page of 360 × 540 pt, folded in the middle, with 9 pt of bleed: a light ground, black and
/// coloured type, a line, a picture, all as they should be. The ground is the first object.
inline plates::Print good_print() {
  plates::Print print;
  for (const char* name : {"Cyan", "Magenta", "Yellow", "Black"}) print.inks.push_back({name});
  plates::Page page;
  page.name = "outside";
  page.trim = box(0, 0, 360, 540);
  page.bleed = page.media = page.crop = page.trim.outset(Length::pt(9));
  page.folds = {Length::pt(180)};
  page.objects.push_back(area(page.bleed, cmyk(0.15, 0.15, 0, 0)));
  plates::Object black = text(10, box(30, 30, 80, 10), cmyk(0, 0, 0, 1));
  black.overprint = true;
  black.overprint_mode = 1;
  page.objects.push_back(black);
  page.objects.push_back(text(10, box(30, 50, 80, 10), cmyk(0, 1, 0.8, 0)));
  page.objects.push_back(line(0.5, {Length::pt(30), Length::pt(80)},
                              {Length::pt(150), Length::pt(80)}, cmyk(0, 1, 0.8, 0)));
  page.objects.push_back(picture(600, 8, box(200, 30, 100, 100)));
  for (std::uint32_t i = 0; i < page.objects.size(); ++i) page.objects[i].span = span(i);
  print.pages.push_back(page);
  return print;
}

/// Adds it on top with a span of its own.
inline void put(plates::Print& print, plates::Object object) {
  object.span = span(100);
  print.pages.front().objects.push_back(std::move(object));
}

inline plates::Paint registration() {
  plates::Paint paint = cmyk(1, 1, 1, 1);
  paint.all = true;
  return paint;
}

/// Crop marks of 14 pt, 12 pt off the trim; of the first `count` alone.
inline void put_crop_marks(plates::Print& print, std::size_t count = 8, double off = 0,
                           double gap = 12, const plates::Paint& paint = registration()) {
  const double right = 360, bottom = 540, far = gap + 14;
  const std::array<std::pair<Point, Point>, 8> lines = {{
      {{Length::pt(off), Length::pt(-far)}, {Length::pt(off), Length::pt(-gap)}},
      {{Length::pt(right), Length::pt(-far)}, {Length::pt(right), Length::pt(-gap)}},
      {{Length::pt(0), Length::pt(bottom + gap)}, {Length::pt(0), Length::pt(bottom + far)}},
      {{Length::pt(right), Length::pt(bottom + gap)},
       {Length::pt(right), Length::pt(bottom + far)}},
      {{Length::pt(-far), Length::pt(0)}, {Length::pt(-gap), Length::pt(0)}},
      {{Length::pt(-far), Length::pt(bottom)}, {Length::pt(-gap), Length::pt(bottom)}},
      {{Length::pt(right + gap), Length::pt(0)}, {Length::pt(right + far), Length::pt(0)}},
      {{Length::pt(right + gap), Length::pt(bottom)},
       {Length::pt(right + far), Length::pt(bottom)}},
  }};
  for (std::size_t i = 0; i < count; ++i) {
    print.pages[0].objects.push_back(line(0.25, lines[i].first, lines[i].second, paint));
  }
}

inline SheetFacts good_sheet() {
  SheetFacts sheet;
  sheet.grams = 148;
  sheet.scored = true;
  sheet.bleed = Length::mm(3);
  sheet.safe = Length::pt(13.5);
  sheet.fold_safe = Length::pt(9);
  return sheet;
}

/// The house pack for a class.
inline RuleSet house_rules(const std::string& rules_class, const SheetFacts& sheet) {
  const diag::DiskFiles files({handbill::test::source_folder()});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto pack = spec::parse_rules(files, "handbill", {}, sources, diags);
  std::optional<RuleSet> set;
  if (pack) set = resolve(*pack, {rules_class}, {}, sheet, diags);
  INFO(diag::render(diags, sources, diag::Paint::Plain));
  REQUIRE(set);
  return *set;
}

/// A job to be judged by one check.
struct Job {
  plates::Print print = good_print();
  SheetFacts sheet = good_sheet();
  Limits limits{};

  void put(plates::Object object) { test::put(print, std::move(object)); }
};

inline bool finds(const char* check, const Job& job) {
  Rule rule;
  rule.id = "X";
  rule.check = find_check(check);
  REQUIRE(rule.check != nullptr);
  rule.limits = job.limits;
  diag::Diagnostics diags;
  judge(job.print, {{rule}, job.sheet, {}}, diags);
  return !diags.list().empty();
}

}  // namespace handbill::rules::test
