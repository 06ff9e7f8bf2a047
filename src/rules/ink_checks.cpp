// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "base/number.h"
#include "plates/ink_map.h"
#include "rules/check_functions.h"
#include "rules/content.h"

namespace handbill::rules {
namespace {

/// Areas are exact at any resolution: this one leaves eleven cells a side of 15 mm.
constexpr double kCellsPerInch = 18;
constexpr std::size_t kMostHeavy = 8;  // squares told of a page

/// More than the inks of a page can sum to anywhere: what knocks out is as heavy as its paint, and
/// what overprints or is seen through adds up. Spares the map of pages without heavy colours.
double most_possible(const plates::Print& print, const plates::Page& page) {
  double knocked_out = 0;
  std::vector<double> added(print.inks.size());
  for (const plates::Object& object : page.objects) {
    if (!has_paint(object)) return static_cast<double>(print.inks.size());
    const bool knocks_out = !object.overprint && object.opacity >= 1;
    if (knocks_out) {
      knocked_out = std::max(knocked_out, object.paint.sum());
      continue;
    }
    for (std::size_t i = 0; i < object.paint.amounts.size() && i < added.size(); ++i) {
      added[i] = std::max(added[i], object.paint.amounts[i]);
    }
  }
  for (const double amount : added) knocked_out += amount;
  return knocked_out;
}

}  // namespace

void ink_limit(const CheckInputs& scope, Findings& findings) {
  const Limits& limits = scope.rule.limits;
  const double limit = scope.sheet.ink_limit > 0 ? scope.sheet.ink_limit : limits.ink;
  for (std::size_t i = 0; i < scope.print.pages.size(); ++i) {
    const plates::Page& page = scope.print.pages[i];
    if (most_possible(scope.print, page) <= limit) continue;
    scope.work.spend(plates::map_work(scope.print, i, kCellsPerInch));
    const plates::InkMap map =
        plates::cropped(plates::map_ink(scope.print, i, kCellsPerInch), page.trim);
    for (const plates::InkSquare& heavy :
         plates::heaviest_squares(map, limits.square, kMostHeavy)) {
      // A cell's byte is rounded.
      constexpr double kRounding = 0.01;
      if (heavy.percent / 100 <= limit + kRounding) break;
      Finding finding{.page = i, .box = heavy.box, .message = {}};
      const auto shares = plates::shares_of_ink(scope.print, i, heavy.box);
      if (!shares.empty()) finding.span = page.objects[shares.front().object].span;
      finding.message = "a square of " + format_number(limits.square.mm(), 0) + " mm has " +
                        percent(heavy.percent / 100) + " of ink: " + percent(limit) +
                        " is the most that dries";
      finding.hint = "take a lighter colour; `handbill plates` shows where the ink is";
      finding.excess = heavy.percent;
      findings.add(std::move(finding));
    }
  }
}

}  // namespace handbill::rules
