// SPDX-License-Identifier: MIT
#include "rules/find_qr.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace handbill::rules {
namespace {

/// More than the rings of the largest code could ever be: hostile paths end here.
constexpr std::size_t kMostSquares = 4096;

bool near(Length a, Length b, Length slack) { return std::abs((a - b).pt()) <= slack.pt(); }

/// The closed line from `begin` to `end` as a square whose sides run along the axes.
std::optional<Rect> as_square(const std::vector<Point>& corners) {
  if (corners.size() != 4) return std::nullopt;
  Rect box{corners[0].x, corners[0].y, {}, {}};
  for (const Point corner : corners) box = box.united({corner.x, corner.y, {}, {}});
  const Length slack = box.width * 0.01;
  if (box.width <= Length() || !near(box.width, box.height, slack)) return std::nullopt;
  for (std::size_t i = 0; i < 4; ++i) {
    const Point a = corners[i], b = corners[(i + 1) % 4];
    const bool upright = near(a.x, b.x, slack), level = near(a.y, b.y, slack);
    if (upright == level) return std::nullopt;
  }
  return box;
}

std::vector<Rect> squares_of(const Path& path) {
  std::vector<Rect> squares;
  std::vector<Point> corners;
  bool straight = true;
  const auto finish = [&] {
    if (corners.size() == 5 && corners.front() == corners.back()) corners.pop_back();
    const auto square = straight ? as_square(corners) : std::nullopt;
    if (square && squares.size() < kMostSquares) squares.push_back(*square);
    corners.clear();
    straight = true;
  };
  for (const PathStep& step : path.steps()) {
    if (step.kind == PathStep::Kind::Move) finish();
    if (step.kind == PathStep::Kind::Cubic) straight = false;
    if (step.kind != PathStep::Kind::Close && corners.size() < 6) corners.push_back(step.end);
  }
  finish();
  return squares;
}

/// Whether `inner` has the same middle as `outer` and `part` of its side.
bool is_nested(const Rect& outer, const Rect& inner, double part) {
  const Length slack = outer.width * 0.03;
  return near(inner.width, outer.width * part, slack) &&
         near(inner.left + inner.width / 2, outer.left + outer.width / 2, slack) &&
         near(inner.top + inner.height / 2, outer.top + outer.height / 2, slack);
}

std::vector<Rect> finders_of(const Path& path) {
  const std::vector<Rect> squares = squares_of(path);
  const auto holds = [&](const Rect& outer, double part) {
    return std::ranges::any_of(squares,
                               [&](const Rect& inner) { return is_nested(outer, inner, part); });
  };
  std::vector<Rect> finders;
  for (const Rect& each : squares) {
    if (holds(each, 5.0 / 7) && holds(each, 3.0 / 7)) finders.push_back(each);
  }
  return finders;
}

}  // namespace

std::vector<QrCode> find_qr_codes(const plates::Print& print) {
  // Three finders have 12 corners and three rings each: no shorter path is a code.
  constexpr std::size_t kFewestSteps = 36;
  std::vector<QrCode> codes;
  for (std::size_t page = 0; page < print.pages.size(); ++page) {
    const auto& objects = print.pages[page].objects;
    for (std::size_t i = 0; i < objects.size(); ++i) {
      const plates::Object& each = objects[i];
      if (each.kind != plates::Kind::Fill || each.path.steps().size() < kFewestSteps) continue;
      const std::vector<Rect> finders = finders_of(each.path);
      if (finders.size() != 3) continue;
      Rect box = finders[0];
      for (const Rect& finder : finders) box = box.united(finder);
      const Length module = finders[0].width / 7;
      if (near(box.width, box.height, module / 2)) codes.push_back({page, i, box, module});
    }
  }
  return codes;
}

}  // namespace handbill::rules
