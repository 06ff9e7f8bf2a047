// SPDX-License-Identifier: MIT
#include "color/color.h"

#include <algorithm>
#include <array>

namespace handbill::color {
namespace {

Cmyk scaled(Cmyk ink, double amount) {
  return {ink.c * amount, ink.m * amount, ink.y * amount, ink.k * amount};
}

}  // namespace

bool is_black_alone(std::span<const double> amounts) {
  constexpr std::size_t kBlack = 3;
  constexpr double kSolid = 0.995;
  if (amounts.size() <= kBlack || amounts[kBlack] < kSolid) return false;
  return std::ranges::count_if(amounts, [](double amount) { return amount > 0; }) == 1;
}

Color Color::tinted(double amount) const {
  Color result = *this;
  if (kind == InkKind::Process) {
    result.cmyk = scaled(cmyk, amount);
  } else {
    result.tint = tint * amount;
  }
  return result;
}

Cmyk Color::as_cmyk() const { return kind == InkKind::Process ? cmyk : scaled(cmyk, tint); }

bool Color::is_black() const {
  return kind == InkKind::Process && is_black_alone(std::array{cmyk.c, cmyk.m, cmyk.y, cmyk.k});
}

bool Color::is_paper() const { return kind == InkKind::Process ? cmyk == Cmyk{} : tint <= 0; }

}  // namespace handbill::color
