// SPDX-License-Identifier: MIT
#include <array>
#include <cmath>
#include <utility>

#include "base/number.h"
#include "spec/parse_layout.h"

namespace handbill::spec {
namespace {

constexpr auto kUnits = std::to_array<std::pair<std::string_view, Length>>({
    {"mm", Length::mm(1)},
    {"cm", Length::cm(1)},
    {"in", Length::inch(1)},
    {"pt", Length::pt(1)},
    {"p", Length::pica(1)},
});

/// How far off people stand; no page is so large.
constexpr auto kFarUnits = std::to_array<std::pair<std::string_view, Length>>({
    {"ft", Length::inch(12)},
    {"m", Length::cm(100)},
});

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

/// "1p6": picas and points, as page designers write them.
std::optional<Length> picas_and_points(double picas, std::string_view points) {
  const auto value = parse_number(points);
  if (!value || points.starts_with('-')) return std::nullopt;
  return Length::pica(picas) + Length::pt(std::signbit(picas) ? -*value : *value);
}

}  // namespace

std::optional<Length> parse_length(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  const std::size_t digits = std::min(text.find_first_not_of("-.0123456789"), text.size());
  const auto number = parse_number(text.substr(0, digits));
  if (!number) return std::nullopt;
  const std::string_view unit = trimmed(text.substr(digits));
  if (unit.empty()) return *number == 0 ? std::optional(Length()) : std::nullopt;
  for (const auto& [name, length] : kUnits) {
    if (unit != name) continue;
    const Length result = length * *number;
    return std::isfinite(result.pt()) ? std::optional(result) : std::nullopt;
  }
  if (unit.starts_with('p')) return picas_and_points(*number, unit.substr(1));
  return std::nullopt;
}

std::optional<Length> parse_distance(std::string_view text) {
  text = trimmed(text);
  for (const auto& [unit, one] : kFarUnits) {
    if (!text.ends_with(unit)) continue;
    const auto number = parse_number(trimmed(text.substr(0, text.size() - unit.size())));
    if (number) return one * *number;
  }
  return parse_length(text);
}

bool is_viewing_distance(Length distance) {
  return distance >= Length::inch(12) && distance <= Length::cm(10'000);
}

}  // namespace handbill::spec
