// SPDX-License-Identifier: MIT
#include "color/color.h"

namespace handbill::color {
namespace {

Cmyk scaled(Cmyk ink, double amount) {
  return {ink.c * amount, ink.m * amount, ink.y * amount, ink.k * amount};
}

}  // namespace

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

}  // namespace handbill::color
