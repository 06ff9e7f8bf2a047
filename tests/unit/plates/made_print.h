// SPDX-License-Identifier: MIT
// Prints made by hand: one page, objects one after the other.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "plates/print.h"
#include "support/rect.h"

namespace handbill::test {

inline plates::Paint cmyk(double c, double m, double y, double k) {
  plates::Paint paint;
  paint.amounts = {c, m, y, k};
  paint.named.assign(4, true);
  return paint;
}

inline plates::Paint spot(std::size_t ink, double tint) {
  plates::Paint paint;
  paint.space = plates::ColorSpace::Separation;
  paint.amounts.resize(ink + 1, 0);
  paint.named.resize(ink + 1, false);
  paint.amounts[ink] = tint;
  paint.named[ink] = true;
  return paint;
}

inline plates::Object fill(const Path& path, plates::Paint paint) {
  plates::Object object;
  object.path = path;
  object.bounds = path.bounds().value_or(Rect{});
  object.paint = std::move(paint);
  return object;
}

inline plates::Object fill(const Rect& box, plates::Paint paint) {
  return fill(Path::rect(box), std::move(paint));
}

/// A page of 20 by 10 points and a spot ink as the fifth.
inline plates::Print print_of(std::vector<plates::Object> objects,
                              const Rect& trim = rect(0, 0, 20, 10)) {
  plates::Print print;
  print.inks = {{"Cyan"}, {"Magenta"}, {"Yellow"}, {"Black"}, {"Teal"}};
  plates::Page page;
  page.trim = page.bleed = page.media = page.crop = trim;
  page.objects = std::move(objects);
  print.pages.push_back(std::move(page));
  return print;
}

}  // namespace handbill::test
