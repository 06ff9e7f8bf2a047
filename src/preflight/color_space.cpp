// SPDX-License-Identifier: MIT
#include "preflight/color_space.h"

#include <algorithm>
#include <cmath>

namespace handbill::preflight {
namespace {

using plates::ColorSpace;

constexpr int kDeepestColorSpace = 6;
constexpr std::size_t kMostColorants = 32;

double value_at(const std::vector<double>& values, std::size_t i) {
  return i < values.size() ? values[i] : 0;
}

double part(double value) { return std::clamp(value, 0.0, 1.0); }

/// All black that three inks share is printed in black (PDF 1.7, 10.3.4, black generation k).
color::Cmyk from_rgb(double r, double g, double b) {
  const double c = 1 - part(r), m = 1 - part(g), y = 1 - part(b);
  const double k = std::min({c, m, y});
  return {c - k, m - k, y - k, k};
}

double gamma_encoded(double linear) {
  const double v = part(linear);
  return v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

/// D50, to sRGB by the usual (Bradford) matrix.
color::Cmyk from_lab(double l, double a, double b) {
  const double fy = (l + 16) / 116, fx = fy + a / 500, fz = fy - b / 200;
  const auto cube = [](double f) { return f > 6.0 / 29 ? f * f * f : (f - 4.0 / 29) * 108 / 841; };
  const double x = 0.9642 * cube(fx), y = cube(fy), z = 0.8249 * cube(fz);
  return from_rgb(gamma_encoded(3.1339 * x - 1.6169 * y - 0.4906 * z),
                  gamma_encoded(-0.9788 * x + 1.9161 * y + 0.0335 * z),
                  gamma_encoded(0.0719 * x - 0.2290 * y + 1.4052 * z));
}

std::shared_ptr<Space> make(ColorSpace kind, std::size_t components) {
  auto space = std::make_shared<Space>();
  space->kind = kind;
  space->components = components;
  return space;
}

/// By more than a profile's rounding.
bool differ(const color::Cmyk& a, const color::Cmyk& b) {
  const double most = std::max(
      {std::abs(a.c - b.c), std::abs(a.m - b.m), std::abs(a.y - b.y), std::abs(a.k - b.k)});
  return most > 0.01;
}

std::vector<double> looked_up(const Space& space, double value) {
  const std::size_t n = space.base->components;
  const auto at = static_cast<std::size_t>(std::max(0.0, value)) * n;
  std::vector<double> colors(n, 0.0);
  for (std::size_t i = 0; i < n && at + i < space.table.size(); ++i) {
    const double share = static_cast<unsigned char>(space.table[at + i]) / 255.0;
    const bool lab = space.base->kind == ColorSpace::Lab;
    if (lab && i > 0 && space.base->range.size() == 4) {
      const double low = space.base->range[2 * i - 2], high = space.base->range[2 * i - 1];
      colors[i] = low + share * (high - low);
    } else {
      colors[i] = lab ? share * 100 : share;
    }
  }
  return colors;
}

}  // namespace

Inks::Inks(std::vector<plates::Ink>& inks) : inks_(inks) {
  if (inks_.empty()) {
    inks_ = {{"Cyan", {1, 0, 0, 0}},
             {"Magenta", {0, 1, 0, 0}},
             {"Yellow", {0, 0, 1, 0}},
             {"Black", {0, 0, 0, 1}}};
  }
  for (std::size_t i = 0; i < inks_.size(); ++i) by_name_[inks_[i].name] = i;
}

std::size_t Inks::find(const std::string& name, const color::Cmyk& solid) {
  const auto [it, is_new] = by_name_.try_emplace(name, inks_.size());
  if (is_new) inks_.push_back({name, solid});
  return it->second;
}

void Inks::compare(std::size_t plate, const color::Cmyk& solid) {
  const bool is_spot = plate >= plates::kProcessInks && plate < inks_.size();
  if (is_spot && differ(inks_[plate].solid, solid)) ambiguous_.insert(inks_[plate].name);
}

std::vector<double> Space::first_color() const {
  std::vector<double> values(components, 0.0);
  if (kind == ColorSpace::Separation || kind == ColorSpace::DeviceN) {
    if (!indexed) std::ranges::fill(values, 1.0);
  }
  if ((kind == ColorSpace::DeviceCmyk || kind == ColorSpace::IccCmyk) && !indexed) values[3] = 1;
  return values;
}

const char* pdf_name(ColorSpace space) {
  switch (space) {
    case ColorSpace::DeviceGray:
      return "DeviceGray";
    case ColorSpace::DeviceRgb:
      return "DeviceRGB";
    case ColorSpace::DeviceCmyk:
      return "DeviceCMYK";
    case ColorSpace::Separation:
      return "Separation";
    case ColorSpace::DeviceN:
      return "DeviceN";
    case ColorSpace::CalGray:
      return "CalGray";
    case ColorSpace::CalRgb:
      return "CalRGB";
    case ColorSpace::Lab:
      return "Lab";
    case ColorSpace::IccGray:
      return "ICCBased gray";
    case ColorSpace::IccRgb:
      return "ICCBased RGB";
    case ColorSpace::IccCmyk:
      return "ICCBased CMYK";
    case ColorSpace::Pattern:
      return "Pattern";
  }
  return "";
}

color::Cmyk process_colors(const Space& space, const std::vector<double>& values) {
  if (space.indexed && space.base) {
    return process_colors(*space.base, looked_up(space, value_at(values, 0)));
  }
  const auto v = [&](std::size_t i) { return value_at(values, i); };
  switch (space.kind) {
    case ColorSpace::DeviceGray:
    case ColorSpace::CalGray:
    case ColorSpace::IccGray:
      return {0, 0, 0, 1 - part(v(0))};
    case ColorSpace::DeviceRgb:
    case ColorSpace::CalRgb:
    case ColorSpace::IccRgb:
      return from_rgb(v(0), v(1), v(2));
    case ColorSpace::DeviceCmyk:
    case ColorSpace::IccCmyk:
      return {part(v(0)), part(v(1)), part(v(2)), part(v(3))};
    case ColorSpace::Lab:
      return from_lab(v(0), v(1), v(2));
    case ColorSpace::Separation:
    case ColorSpace::DeviceN:
      if (space.base && space.tint) return process_colors(*space.base, (*space.tint)(values));
      return {0, 0, 0, part(v(0))};
    case ColorSpace::Pattern:
      return {};
  }
  return {};
}

SpacePtr SpaceReader::read(const Handle& object, const Handle& resources) {
  return read(object, resources, 0);
}

SpacePtr SpaceReader::device(ColorSpace kind, const Handle& resources) {
  const char* default_key = kind == ColorSpace::DeviceGray  ? "/DefaultGray"
                            : kind == ColorSpace::DeviceRgb ? "/DefaultRGB"
                                                            : "/DefaultCMYK";
  const Handle other = entry(entry(resources, "/ColorSpace"), default_key);
  if (count(other) > 0) {
    if (auto space = read(other, Handle::newNull(), 1)) return space;
  }
  return make(kind, kind == ColorSpace::DeviceGray ? 1 : kind == ColorSpace::DeviceRgb ? 3 : 4);
}

SpacePtr SpaceReader::read(const Handle& object, const Handle& resources, int depth) {
  if (depth > kDeepestColorSpace) return nullptr;
  if (is_name(object)) return read_named(name_of(object), resources, depth);
  const std::uint64_t id = identity(object);
  if (const auto found = known_.find(id); id != 0 && found != known_.end()) return found->second;
  auto space = read_array(object, resources, depth);
  if (id != 0) known_.emplace(id, space);
  return space;
}

SpacePtr SpaceReader::read_named(const std::string& name, const Handle& resources, int depth) {
  if (name == "DeviceGray" || name == "G") return device(ColorSpace::DeviceGray, resources);
  if (name == "DeviceRGB" || name == "RGB") return device(ColorSpace::DeviceRgb, resources);
  if (name == "DeviceCMYK" || name == "CMYK") return device(ColorSpace::DeviceCmyk, resources);
  if (name == "Pattern") return make(ColorSpace::Pattern, 0);
  const Handle named = entry(entry(resources, "/ColorSpace"), ("/" + name).c_str());
  return read(named, resources, depth + 1);
}

SpacePtr SpaceReader::read_array(const Handle& array, const Handle& resources, int depth) {
  const std::string family = name_of(element(array, 0));
  if (family == "ICCBased") return read_icc(array, resources, depth);
  if (family == "Separation" || family == "DeviceN") return read_colorants(array, resources, depth);
  if (family == "Indexed" || family == "I") return read_indexed(array, resources, depth);
  if (family == "Pattern") return read_pattern(array, resources, depth);
  if (family == "CalGray") return make(ColorSpace::CalGray, 1);
  if (family == "CalRGB") return make(ColorSpace::CalRgb, 3);
  if (family == "Lab") {
    auto lab = make(ColorSpace::Lab, 3);
    lab->range = numbers(entry(element(array, 1), "/Range"), 4);
    if (lab->range.size() != 4) lab->range = {-100, 100, -100, 100};
    return lab;
  }
  if (family.empty()) return nullptr;
  return read_named(family, resources, depth);
}

SpacePtr SpaceReader::read_icc(const Handle& array, const Handle& resources, int depth) {
  const Handle profile = element(array, 1);
  switch (integer_or(entry(profile, "/N"), 0)) {
    case 1:
      return make(ColorSpace::IccGray, 1);
    case 3: {
      const auto alternate = read(entry(profile, "/Alternate"), resources, depth + 1);
      if (!alternate || alternate->kind != ColorSpace::Lab) return make(ColorSpace::IccRgb, 3);
      return alternate;
    }
    case 4:
      return make(ColorSpace::IccCmyk, 4);
    default:
      return nullptr;
  }
}

SpacePtr SpaceReader::read_colorants(const Handle& array, const Handle& resources, int depth) {
  const bool single = name_of(element(array, 0)) == "Separation";
  auto space = make(single ? ColorSpace::Separation : ColorSpace::DeviceN, 1);
  space->names = names_of(element(array, 1));
  if (space->names.empty() || space->names.size() > kMostColorants) return nullptr;
  if (single) space->names.resize(1);
  space->components = space->names.size();
  space->base = read(element(array, 2), resources, depth + 1);
  space->tint = Function::read(element(array, 3), budget_);
  space->all = single && space->names[0] == "All";
  for (std::size_t i = 0; i < space->names.size(); ++i) {
    const std::string& name = space->names[i];
    if (name == "None" || name == "All") {
      space->plates.push_back(Space::kNoPlate);
      continue;
    }
    std::vector<double> solid(space->names.size(), 0.0);
    solid[i] = 1;
    const color::Cmyk color = process_colors(*space, solid);
    space->plates.push_back(inks_.find(name, color));
    // What a DeviceN has for one of its inks alone need not be that ink's own colour.
    if (single) inks_.compare(space->plates.back(), color);
  }
  return space;
}

SpacePtr SpaceReader::read_indexed(const Handle& array, const Handle& resources, int depth) {
  auto base = read(element(array, 1), resources, depth + 1);
  if (!base || base->indexed || base->components == 0) return nullptr;
  auto space = make(base->kind, 1);
  space->indexed = true;
  space->names = base->names;
  space->base = std::move(base);
  const Handle table = element(array, 3);
  if (is_stream(table)) {
    space->table = decoded(table, Decode::Data, budget_).value_or("");
  } else {
    space->table = bytes_of(table);
  }
  return space;
}

SpacePtr SpaceReader::read_pattern(const Handle& array, const Handle& resources, int depth) {
  auto space = make(ColorSpace::Pattern, 0);
  if (count(array) > 1) {
    space->base = read(element(array, 1), resources, depth + 1);
    if (space->base) space->components = space->base->components;
  }
  return space;
}

plates::Paint SpaceReader::paint(const Space& space, const std::vector<double>& values) const {
  if (space.indexed && space.base) {
    return paint(*space.base, looked_up(space, value_at(values, 0)));
  }
  plates::Paint paint;
  paint.space = space.kind;
  paint.names = space.names;
  paint.all = space.all;
  if (space.kind == ColorSpace::Pattern) return paint;
  if (space.kind != ColorSpace::Separation && space.kind != ColorSpace::DeviceN) {
    const color::Cmyk cmyk = process_colors(space, values);
    paint.amounts = {cmyk.c, cmyk.m, cmyk.y, cmyk.k};
    paint.named.assign(plates::kProcessInks, true);
    return paint;
  }
  if (space.all) {
    const double tint = part(value_at(values, 0));
    paint.amounts.assign(plates::kProcessInks, tint);
    paint.named.assign(plates::kProcessInks, true);
    return paint;
  }
  for (std::size_t i = 0; i < space.plates.size(); ++i) {
    const std::size_t plate = space.plates[i];
    if (plate == Space::kNoPlate) continue;
    if (paint.amounts.size() <= plate) {
      paint.amounts.resize(plate + 1, 0.0);
      paint.named.resize(plate + 1, false);
    }
    paint.amounts[plate] = part(value_at(values, i));
    paint.named[plate] = true;
  }
  return paint;
}

}  // namespace handbill::preflight
