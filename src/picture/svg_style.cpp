// SPDX-License-Identifier: MIT
#include "picture/svg_style.h"

#include <algorithm>
#include <array>

#include "picture/svg_limits.h"
#include "picture/svg_scan.h"

namespace handbill::picture {
namespace {

using display::Cap;
using display::FillRule;
using display::Join;

/// Where a property goes.
struct Target {
  SvgStyle& style;
  SvgOpacity& opacity;
  diag::Span span;
};

SvgValue set_paint(std::optional<SvgPaint>& paint, std::string_view value, diag::Span span) {
  if (value == "none") {
    paint.reset();
    return SvgValue::Good;
  }
  auto color = parse_svg_color(value);
  if (color) {
    paint = SvgPaint{std::move(*color), span};
    return SvgValue::Good;
  }
  // Words and functions may be good CSS; only a bad # colour is surely a slip.
  return value.starts_with('#') && value.size() != 5 && value.size() != 9 ? SvgValue::Malformed
                                                                          : SvgValue::Unsupported;
}

/// The id in "url(#id)", with or without quotes; what stands after it is for viewers that can't
/// paint it. Empty: it is no such reference.
std::string_view reference(std::string_view value) {
  if (!value.starts_with("url(")) return {};
  value = trimmed(value.substr(4, value.find(')') - std::min<std::size_t>(4, value.find(')'))));
  for (const char quote : {'"', '\''}) {
    if (value.size() > 1 && value.front() == quote && value.back() == quote) {
      value = value.substr(1, value.size() - 2);
    }
  }
  return value.starts_with('#') ? value.substr(1) : std::string_view();
}

SvgValue set_fill(std::optional<SvgPaint>& paint, std::string_view value, diag::Span span) {
  const std::string_view id = reference(value);
  if (id.empty()) return set_paint(paint, value, span);
  paint = SvgPaint{{}, span, std::string(id)};
  return SvgValue::Good;
}

SvgValue set_opacity(double& opacity, std::string_view value) {
  const bool percent = value.ends_with('%');
  if (percent) value.remove_suffix(1);
  const auto number = parse_svg_number(value);
  if (!number) return SvgValue::Malformed;
  opacity = std::clamp(percent ? *number / 100 : *number, 0.0, 1.0);
  return SvgValue::Good;
}

SvgValue failed_length(std::string_view value) {
  SvgScan scan(value);
  return scan.number() ? SvgValue::Unsupported : SvgValue::Malformed;
}

SvgValue set_length(double& length, std::string_view value) {
  const auto number = parse_user_units(value);
  if (!number) return failed_length(value);
  length = *number;
  return SvgValue::Good;
}

SvgValue set_positive(double& length, std::string_view value, double least) {
  double number = 0;
  const SvgValue result = set_length(number, value);
  if (result != SvgValue::Good) return result;
  if (number < least) return SvgValue::Malformed;
  length = number;
  return SvgValue::Good;
}

SvgValue set_dash(std::vector<double>& dash, std::string_view value) {
  dash.clear();
  if (value == "none") return SvgValue::Good;
  auto lengths = parse_svg_numbers(value);
  if (!lengths) return failed_length(value);
  // Every shape keeps a copy.
  if (lengths->size() > kMaxDashes) return SvgValue::Unsupported;
  if (std::any_of(lengths->begin(), lengths->end(), [](double d) { return d < 0; })) {
    return SvgValue::Malformed;
  }
  // All zero means a solid line, an odd count is said twice (SVG 1.1, 11.4).
  if (std::all_of(lengths->begin(), lengths->end(), [](double d) { return d == 0; })) {
    return SvgValue::Good;
  }
  dash = *lengths;
  if (dash.size() % 2 != 0) dash.insert(dash.end(), lengths->begin(), lengths->end());
  return SvgValue::Good;
}

template <class Enum, std::size_t n>
SvgValue set_word(Enum& target, std::string_view value,
                  const std::array<std::pair<std::string_view, Enum>, n>& words) {
  for (const auto& [word, meaning] : words) {
    if (word != value) continue;
    target = meaning;
    return SvgValue::Good;
  }
  return SvgValue::Unsupported;
}

constexpr std::array<std::pair<std::string_view, FillRule>, 2> kFillRules{
    {{"nonzero", FillRule::NonZero}, {"evenodd", FillRule::EvenOdd}}};
constexpr std::array<std::pair<std::string_view, Cap>, 3> kCaps{
    {{"butt", Cap::Butt}, {"round", Cap::Round}, {"square", Cap::Square}}};
constexpr std::array<std::pair<std::string_view, Join>, 3> kJoins{
    {{"miter", Join::Miter}, {"round", Join::Round}, {"bevel", Join::Bevel}}};

struct Property {
  std::string_view name;
  SvgValue (*set)(Target&, std::string_view value);
};

constexpr auto kProperties = std::to_array<Property>({
    {"fill", [](Target& t, std::string_view v) { return set_fill(t.style.fill, v, t.span); }},
    {"fill-opacity",
     [](Target& t, std::string_view v) { return set_opacity(t.style.fill_opacity, v); }},
    {"fill-rule",
     [](Target& t, std::string_view v) { return set_word(t.style.fill_rule, v, kFillRules); }},
    // Without clip paths it does nothing, and drawing programs write it beside every fill-rule.
    {"clip-rule",
     [](Target&, std::string_view v) {
       FillRule unused{};
       return set_word(unused, v, kFillRules);
     }},
    {"opacity",
     [](Target& t, std::string_view v) {
       t.opacity.span = t.span;
       return set_opacity(t.opacity.value, v);
     }},
    {"stroke", [](Target& t, std::string_view v) { return set_paint(t.style.stroke, v, t.span); }},
    {"stroke-dasharray", [](Target& t, std::string_view v) { return set_dash(t.style.dash, v); }},
    {"stroke-dashoffset",
     [](Target& t, std::string_view v) { return set_length(t.style.dash_offset, v); }},
    {"stroke-linecap",
     [](Target& t, std::string_view v) { return set_word(t.style.cap, v, kCaps); }},
    {"stroke-linejoin",
     [](Target& t, std::string_view v) { return set_word(t.style.join, v, kJoins); }},
    {"stroke-miterlimit",
     [](Target& t, std::string_view v) { return set_positive(t.style.miter_limit, v, 1); }},
    {"stroke-opacity",
     [](Target& t, std::string_view v) { return set_opacity(t.style.stroke_opacity, v); }},
    {"stroke-width",
     [](Target& t, std::string_view v) { return set_positive(t.style.stroke_width, v, 0); }},
});

}  // namespace

std::optional<double> parse_user_units(std::string_view text) {
  text = trimmed(text);
  if (text.ends_with("px")) text.remove_suffix(2);
  return parse_svg_number(text);
}

SvgValue set_property(std::string_view name, std::string_view value, diag::Span span,
                      SvgStyle& style, SvgOpacity& opacity) {
  for (const Property& property : kProperties) {
    if (property.name != name) continue;
    Target target{style, opacity, span};
    return property.set(target, trimmed(value));
  }
  return SvgValue::UnknownProperty;
}

}  // namespace handbill::picture
