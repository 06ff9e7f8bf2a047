// SPDX-License-Identifier: MIT
#include "pdf/shading.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/check.h"
#include "base/number.h"
#include "display/gradient.h"
#include "pdf/syntax.h"

namespace handbill::pdf {
namespace {

/// Offsets are counted in these, as they are written.
constexpr int kParts = 10'000;

/// "[0.2 0 1]": how much of each colorant.
std::string amounts(const color::Color& color, const Colorants& colorants) {
  std::vector<double> amounts;
  const bool process = color.kind == color::InkKind::Process;
  if (colorants.process) {
    const color::Cmyk ink = process ? color.cmyk : color::Cmyk{};
    amounts = {ink.c, ink.m, ink.y, ink.k};
  }
  const std::string name = process ? std::string() : plate_of(color)->name;
  for (const Plate& plate : colorants.plates) {
    amounts.push_back(plate.name == name ? color.tint : 0);
  }
  std::string text = "[";
  for (const double amount : amounts) {
    HANDBILL_CHECK(amount >= 0 && amount <= 1, "an ink amount is between 0 and 1");
    if (text.size() > 1) text += ' ';
    append_number(text, amount, 4);
  }
  return text + ']';
}

/// The stops' offsets in parts, so that the first and the last stay the colours beyond the ends
/// where others share their place.
std::vector<int> places(const std::vector<display::Gradient::Stop>& stops) {
  std::vector<int> places;
  for (const display::Gradient::Stop& stop : stops) {
    const double offset = stop.offset >= 0 ? std::min(stop.offset, 1.0) : 0;
    const int place = static_cast<int>(std::lround(offset * kParts));
    places.push_back(places.empty() ? place : std::max(place, places.back()));
  }
  for (std::size_t i = 1; i < places.size(); ++i) places[i] = std::max(places[i], 1);
  for (std::size_t i = 0; i + 1 < places.size(); ++i) places[i] = std::min(places[i], kParts - 1);
  return places;
}

std::string part(int place) {
  std::string text;
  append_number(text, static_cast<double>(place) / kParts, 4);
  return text;
}

/// Colours along 0 to 1: exponential interpolation (type 2) from stop to stop, stitched (type 3).
/// `amounts_of` writes a colour.
template <class AmountsOf>
std::string function(const display::Gradient& gradient, AmountsOf amounts_of) {
  const std::vector<int> offsets = places(gradient.stops);
  std::string functions, bounds, encode;
  std::size_t count = 0;
  const auto segment = [&](int end, const std::string& from, const std::string& to) {
    functions += "<</FunctionType 2/Domain[0 1]/C0" + from + "/C1" + to + "/N 1>>";
    encode += count == 0 ? "0 1" : " 0 1";
    ++count;
    if (end < kParts) bounds += (bounds.empty() ? "" : " ") + part(end);
  };
  std::string from = amounts_of(gradient.stops.front().color);
  if (offsets.front() > 0) segment(offsets.front(), from, from);
  for (std::size_t i = 1; i < offsets.size(); ++i) {
    std::string to = amounts_of(gradient.stops[i].color);
    if (offsets[i] > offsets[i - 1]) segment(offsets[i], from, to);
    from = std::move(to);
  }
  if (offsets.back() < kParts) segment(kParts, from, from);
  if (count == 1) return functions;
  return "<</FunctionType 3/Domain[0 1]/Functions[" + functions + "]/Bounds[" + bounds +
         "]/Encode[" + encode + "]>>";
}

/// Nothing: a number is beyond what a PDF can hold.
std::optional<std::string> coordinates(const display::Gradient& gradient, const Flip& flip) {
  const bool radial = gradient.kind == display::Gradient::Kind::Radial;
  std::vector<Length> lengths = {flip.x(gradient.from.x), flip.y(gradient.from.y)};
  if (radial) lengths.push_back(gradient.from_radius);
  lengths.insert(lengths.end(), {flip.x(gradient.to.x), flip.y(gradient.to.y)});
  if (radial) lengths.push_back(gradient.to_radius);
  std::string text;
  for (const Length length : lengths) {
    const auto milli = to_milli(length.pt());
    if (!milli) return std::nullopt;
    if (!text.empty()) text += ' ';
    append_milli(text, *milli);
  }
  return text;
}

template <class AmountsOf>
std::optional<std::string> entries_of(const display::Gradient& gradient,
                                      std::string_view color_space, const Flip& flip,
                                      AmountsOf amounts_of) {
  const auto coords = coordinates(gradient, flip);
  if (!coords) return std::nullopt;
  const bool radial = gradient.kind == display::Gradient::Kind::Radial;
  std::string text = radial ? "/ShadingType 3/ColorSpace" : "/ShadingType 2/ColorSpace";
  text += color_space;
  text += "/Coords[" + *coords + "]/Extend[true true]/Function";
  return text + function(gradient, amounts_of);
}

/// Ink mixes otherwise than light: with stops between, both look alike.
display::Gradient in_small_steps(const display::Gradient& gradient) {
  constexpr int kSteps = 4;
  display::Gradient fine = gradient;
  fine.stops.clear();
  for (std::size_t i = 0; i < gradient.stops.size(); ++i) {
    const display::Gradient::Stop& stop = gradient.stops[i];
    if (i > 0) {
      const display::Gradient::Stop& before = gradient.stops[i - 1];
      for (int step = 1; step < kSteps; ++step) {
        const double part = static_cast<double>(step) / kSteps;
        fine.stops.push_back({before.offset + (stop.offset - before.offset) * part,
                              display::mixed(before.color, stop.color, part)});
      }
    }
    fine.stops.push_back(stop);
  }
  return fine;
}

}  // namespace

bool is_flat(const display::Gradient& gradient) {
  const auto same = [](Length a, Length b) { return std::abs((a - b).pt()) < 0.001; };
  const bool one_place =
      same(gradient.from.x, gradient.to.x) && same(gradient.from.y, gradient.to.y);
  if (gradient.kind == display::Gradient::Kind::Linear) return one_place;
  return one_place && same(gradient.from_radius, gradient.to_radius);
}

std::optional<Colorants> colorants_of(const display::Gradient& gradient) {
  HANDBILL_CHECK(gradient.stops.size() >= 2, "a gradient has two stops or more");
  Colorants result;
  bool registration = false;
  for (const display::Gradient::Stop& stop : gradient.stops) {
    if (stop.color.is_paper()) continue;
    if (stop.color.kind == color::InkKind::Process) {
      result.process = true;
      continue;
    }
    const auto plate = plate_of(stop.color);
    if (!plate) return std::nullopt;
    registration = registration || stop.color.kind == color::InkKind::Registration;
    if (std::ranges::find(result.plates, plate->name, &Plate::name) == result.plates.end()) {
      result.plates.push_back(*plate);
    }
  }
  if (result.plates.empty()) result.process = true;
  if (registration && result.count() > 1) return std::nullopt;
  return result;
}

std::optional<std::string> shading_entries(const display::Gradient& gradient,
                                           const Colorants& colorants, std::string_view color_space,
                                           const Flip& flip) {
  return entries_of(gradient, color_space, flip,
                    [&](const color::Color& color) { return amounts(color, colorants); });
}

std::optional<std::string> screen_shading_entries(
    const display::Gradient& gradient,
    const std::function<color::Rgb(const color::Color&)>& on_screen, const Flip& flip) {
  return entries_of(in_small_steps(gradient), "/DeviceRGB", flip, [&](const color::Color& color) {
    const color::Rgb rgb = on_screen(color);
    std::string text = "[";
    for (const double light : {rgb.r, rgb.g, rgb.b}) {
      if (text.size() > 1) text += ' ';
      append_number(text, std::clamp(light, 0.0, 1.0), 4);
    }
    return text + ']';
  });
}

}  // namespace handbill::pdf
