// SPDX-License-Identifier: MIT
#include "color/mix_ink.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/check.h"
#include "color/delta_e.h"

namespace handbill::color {
namespace {

using Percents = std::array<int, 4>;  // cyan, magenta, yellow, black

int sum(const Percents& ink) { return ink[0] + ink[1] + ink[2] + ink[3]; }

Cmyk cmyk(const Percents& ink) {
  return {ink[0] / 100.0, ink[1] / 100.0, ink[2] / 100.0, ink[3] / 100.0};
}

/// What the tables of the profile say, or a formula without one.
Percents separated(const Preview& press, const ScreenColor& wanted) {
  const auto separation = press.separation({}, Rendering::RelativeColorimetric);
  HANDBILL_CHECK(separation, "a press profile takes sRGB, or it would not have been opened");
  const std::string bytes = separation->to_ink(std::string(wanted.begin(), wanted.end()));
  Percents ink{};
  for (std::size_t i = 0; i < ink.size(); ++i) {
    ink[i] = static_cast<int>(std::lround(static_cast<std::uint8_t>(bytes[i]) / 2.55));
  }
  return ink;
}

/// The colours give way, all in proportion; black keeps its drawing.
void keep_limit(Percents& ink, int limit) {
  ink[3] = std::min(ink[3], limit);
  const int colors = sum(ink) - ink[3], room = limit - ink[3];
  if (colors <= room) return;
  for (std::size_t i = 0; i < 3; ++i) ink[i] = ink[i] * room / colors;
}

}  // namespace

MixedInk mix_ink(const Preview& press, const ScreenColor& wanted, double ink_limit) {
  if (wanted == ScreenColor{0, 0, 0}) return {{0, 0, 0, 1}, 0};
  if (wanted == ScreenColor{255, 255, 255}) return {};
  const Lab aim = lab_of({wanted[0] / 255.0, wanted[1] / 255.0, wanted[2] / 255.0});
  const auto away = [&](const Percents& ink) {
    return delta_e(lab_of(press.to_rgb(Color::process(cmyk(ink)))), aim);
  };
  const int limit = static_cast<int>(std::floor(ink_limit));
  Percents best = separated(press, wanted);
  keep_limit(best, limit);
  double nearest = away(best);
  // Whole percents, and what gave way to the limit, are made good by single steps of the colours.
  for (int step = 8; step > 0;) {
    const Percents before = best;
    for (std::size_t i = 0; i < 3; ++i) {
      for (const int by : {-step, step}) {
        Percents tried = before;
        tried[i] = std::clamp(tried[i] + by, 0, 100);
        if (sum(tried) > limit && by > 0) continue;
        const double distance = away(tried);
        if (distance >= nearest) continue;
        nearest = distance;
        best = tried;
      }
    }
    if (best == before) step /= 2;
  }
  return {cmyk(best), nearest};
}

}  // namespace handbill::color
