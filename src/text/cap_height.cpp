// SPDX-License-Identifier: MIT
#include "text/cap_height.h"

namespace handbill::text {

Length cap_height(const CharacterStyle& style, const font::FontBook& fonts) {
  constexpr double kUsual = 0.7;  // of a style whose fonts are not known
  if (style.fonts.empty()) return style.size * kUsual;
  return style.size * fonts.face(style.fonts.front()).metrics().cap_height;
}

}  // namespace handbill::text
