// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>

#include "picture/svg_scan.h"
#include "picture/svg_style.h"

namespace handbill::picture {
namespace {

struct NamedColor {
  std::string_view name;
  std::string_view hex;
};

// CSS 2.1, 4.3.6, and the other spelling of gray.
constexpr auto kNames = std::to_array<NamedColor>({
    {"aqua", "#00ffff"},
    {"black", "#000000"},
    {"blue", "#0000ff"},
    {"fuchsia", "#ff00ff"},
    {"gray", "#808080"},
    {"green", "#008000"},
    {"grey", "#808080"},
    {"lime", "#00ff00"},
    {"maroon", "#800000"},
    {"navy", "#000080"},
    {"olive", "#808000"},
    {"orange", "#ffa500"},
    {"purple", "#800080"},
    {"red", "#ff0000"},
    {"silver", "#c0c0c0"},
    {"teal", "#008080"},
    {"white", "#ffffff"},
    {"yellow", "#ffff00"},
});

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::optional<std::string> from_hex(std::string_view digits) {
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (!std::all_of(digits.begin(), digits.end(), is_hex)) return std::nullopt;
  if (digits.size() == 6) return "#" + std::string(digits);
  if (digits.size() != 3) return std::nullopt;
  std::string result = "#";
  for (const char c : digits) result.append(2, c);
  return result;
}

/// Three numbers, or three percentages, after "rgb(".
std::optional<std::string> from_rgb(std::string_view text) {
  SvgScan scan(text);
  std::array<double, 3> values{};
  std::array<bool, 3> percent{};
  for (std::size_t i = 0; i < 3; ++i) {
    scan.skip_space();
    const auto value = scan.number();
    if (!value) return std::nullopt;
    percent[i] = scan.take('%');
    values[i] = percent[i] ? *value * 2.55 : *value;
    if (i < 2) scan.skip_separator();
  }
  scan.skip_space();
  if (!scan.take(')') || !scan.done() || percent[0] != percent[1] || percent[1] != percent[2]) {
    return std::nullopt;
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result = "#";
  for (const double value : values) {
    const auto byte = static_cast<unsigned>(std::lround(std::clamp(value, 0.0, 255.0)));
    result += kDigits[byte / 16];
    result += kDigits[byte % 16];
  }
  return result;
}

}  // namespace

std::optional<std::string> parse_svg_color(std::string_view text) {
  const std::string color = lower(trimmed(text));
  if (color == "currentcolor") return color;
  if (color.starts_with('#')) return from_hex(std::string_view(color).substr(1));
  if (color.starts_with("rgb(")) return from_rgb(std::string_view(color).substr(4));
  for (const NamedColor& named : kNames) {
    if (named.name == color) return std::string(named.hex);
  }
  return std::nullopt;
}

}  // namespace handbill::picture
