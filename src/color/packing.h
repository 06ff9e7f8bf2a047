// SPDX-License-Identifier: MIT
// Colours, sent to a reader and back.
#pragma once

#include "color/color.h"
#include "confined/packing.h"

namespace handbill::confined {

template <>
inline constexpr auto kLast<color::InkKind> = color::InkKind::Registration;
template <>
inline constexpr auto kLast<color::Overprint> = color::Overprint::On;
template <>
struct Fields<color::Cmyk> {
  static void list(auto& pack, auto& ink) { pack(ink.c, ink.m, ink.y, ink.k); }
};
template <>
struct Fields<color::Color> {
  static void list(auto& pack, auto& color) {
    pack(color.kind, color.cmyk, color.spot, color.tint);
  }
};

}  // namespace handbill::confined
