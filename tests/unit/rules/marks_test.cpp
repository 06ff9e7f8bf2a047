// SPDX-License-Identifier: MIT
// Crop and registration marks of files.
#include "support/find_text.h"
#include "unit/rules/prints.h"

namespace handbill::rules {
namespace {

using namespace test;  // NOLINT: the words of this file
using plates::Print;

/// Each finding as "H019: message".
std::string messages_of(const Print& print, const SheetFacts& sheet = good_sheet()) {
  diag::Diagnostics diags;
  judge(print, house_rules("sheetfed-cmyk", sheet), diags);
  std::string all;
  for (const diag::Diagnostic& each : diags.list())
    all += each.rule->id + ": " + each.message + "\n";
  return all;
}

}  // namespace

TEST_CASE("crop marks are judged by where they stand and by their ink") {
  const auto said = [](std::size_t count, double off, double gap, const plates::Paint& paint) {
    Print print = good_print();
    put_crop_marks(print, count, off, gap, paint);
    return messages_of(print);
  };
  const plates::Paint right = registration();
  CHECK(said(8, 0, 12, right) == "");
  // 3 mm of bleed are 8.504 pt; 0.1 mm are 0.283 pt.
  CHECK(said(8, 0.28, 8.51, right) == "");
  CHECK(said(8, 0.57, 12, right) ==
        "H019: the crop mark above the left edge is 0.57 pt off the edge of the trim\n");
  CHECK(handbill::test::contains(said(8, 0, 8.4, right), "it keeps off the bleed of 0.12 in"));
  CHECK(said(4, 0, 12, right) == "H019: 4 of the 8 crop marks are missing\n");
  // So few lines may be anything.
  CHECK(said(3, 0, 12, right) == "");
  CHECK(
      handbill::test::contains(said(8, 0, 12, cmyk(1, 1, 1, 1)), "H020: a crop mark is in 4 inks"));
  CHECK(
      handbill::test::contains(said(8, 0, 12, kBlack), "H020: a crop mark is in black ink alone"));
}

TEST_CASE("crop marks may be figures of one path, or thin boxes") {
  Print print = good_print();
  put_crop_marks(print);
  auto& objects = print.pages[0].objects;
  plates::Object all = objects.back();
  all.path = Path();
  Path boxes;
  for (std::size_t i = objects.size() - 8; i < objects.size(); ++i) {
    all.path.append(objects[i].path);
    boxes.append(Path::rect(objects[i].path.bounds()->outset(Length::pt(0.1))));
  }
  all.bounds = *all.path.bounds();
  objects.resize(objects.size() - 8);
  SheetFacts sheet = good_sheet();
  sheet.crop_marks = true;
  CHECK(messages_of(print, sheet) == "H019: there are no crop marks\n");
  objects.push_back(all);
  CHECK(messages_of(print, sheet) == "");
  objects.back().kind = plates::Kind::Fill;
  objects.back().stroke.reset();
  objects.back().path = boxes;
  CHECK(messages_of(print, sheet) == "");
}

TEST_CASE("marks that a shop asks for are missed") {
  SheetFacts sheet = good_sheet();
  sheet.crop_marks = sheet.registration_marks = true;
  Print print = good_print();
  CHECK(messages_of(print, sheet) ==
        "H019: there are no crop marks\nH021: there are no registration marks\n");
  Print tile = good_print();
  tile.pages[0].media = tile.pages[0].crop = tile.pages[0].trim;
  CHECK(messages_of(tile, sheet) == "");
  put_crop_marks(print);
  plates::Object target = line(0.25, {}, {}, registration());
  target.path = Path::ellipse({Length::pt(180), Length::pt(-20)}, Length::pt(4), Length::pt(4));
  target.bounds = *target.path.bounds();
  print.pages[0].objects.push_back(target);
  CHECK(messages_of(print, sheet) == "");
  print.pages[0].objects.back().paint = kBlack;
  CHECK(handbill::test::contains(messages_of(print, sheet),
                                 "a registration mark is in black ink alone"));
}

}  // namespace handbill::rules
