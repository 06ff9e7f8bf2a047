// SPDX-License-Identifier: MIT
#include "picture/svg_transform.h"

#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "picture/svg_scan.h"

namespace handbill::picture {
namespace {

using Arguments = std::span<const double>;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

Matrix shift(double x, double y) { return {1, 0, 0, 1, x, y}; }

Matrix rotation(Arguments v) {
  const double cos = std::cos(radians(v[0]));
  const double sin = std::sin(radians(v[0]));
  const Matrix turn{cos, sin, -sin, cos, 0, 0};
  return v.size() == 1 ? turn : shift(-v[1], -v[2]).then(turn).then(shift(v[1], v[2]));
}

struct Function {
  std::string_view name;
  std::array<std::size_t, 2> counts;  // how many numbers it takes: one or the other
  Matrix (*make)(Arguments);
};

constexpr auto kFunctions = std::to_array<Function>({
    {"matrix", {6, 6}, [](Arguments v) { return Matrix{v[0], v[1], v[2], v[3], v[4], v[5]}; }},
    {"translate", {1, 2}, [](Arguments v) { return shift(v[0], v.size() == 2 ? v[1] : 0); }},
    {"scale", {1, 2}, [](Arguments v) { return Matrix::scale(v[0], v.back()); }},
    {"rotate", {1, 3}, rotation},
    {"skewX", {1, 1}, [](Arguments v) { return Matrix{1, 0, std::tan(radians(v[0])), 1, 0, 0}; }},
    {"skewY", {1, 1}, [](Arguments v) { return Matrix{1, std::tan(radians(v[0])), 0, 1, 0, 0}; }},
});

std::optional<Matrix> parse_function(SvgScan& scan) {
  const std::string_view name = scan.word();
  scan.skip_space();
  if (!scan.take('(')) return std::nullopt;
  const std::size_t end = scan.rest().find(')');
  if (end == std::string_view::npos) return std::nullopt;
  const auto numbers = parse_svg_numbers(scan.rest().substr(0, end));
  if (!numbers) return std::nullopt;
  scan.skip_bytes(end + 1);
  for (const Function& function : kFunctions) {
    if (function.name != name) continue;
    const std::size_t count = numbers->size();
    if (count != function.counts[0] && count != function.counts[1]) return std::nullopt;
    return function.make(*numbers);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Matrix> parse_transform(std::string_view text) {
  SvgScan scan(trimmed(text));
  Matrix result;
  while (!scan.done()) {
    const auto next = parse_function(scan);
    if (!next) return std::nullopt;
    result = next->then(result);
    if (scan.skip_separator() && scan.done()) return std::nullopt;
  }
  return result;
}

}  // namespace handbill::picture
