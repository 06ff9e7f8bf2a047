// SPDX-License-Identifier: MIT
#include "plates/rectangle.h"

#include <cmath>

namespace handbill::plates {
namespace {

bool is_same(Length a, Length b) { return std::abs((a - b).pt()) < 1e-6; }

}  // namespace

std::optional<Rect> as_rect(const Path& path) {
  using Kind = PathStep::Kind;
  const auto& steps = path.steps();
  if (steps.size() != 5 || steps[0].kind != Kind::Move || steps[4].kind != Kind::Close) {
    return std::nullopt;
  }
  for (std::size_t i = 1; i < 4; ++i) {
    if (steps[i].kind != Kind::Line) return std::nullopt;
  }
  const auto is_across = [&](std::size_t from) {
    return is_same(steps[from].end.y, steps[(from + 1) % 4].end.y);
  };
  const auto is_down = [&](std::size_t from) {
    return is_same(steps[from].end.x, steps[(from + 1) % 4].end.x);
  };
  const bool turns = (is_across(0) && is_down(1) && is_across(2) && is_down(3)) ||
                     (is_down(0) && is_across(1) && is_down(2) && is_across(3));
  return turns ? path.bounds() : std::nullopt;
}

}  // namespace handbill::plates
