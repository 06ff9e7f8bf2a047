// SPDX-License-Identifier: MIT
// The outlines of SVG's basic shapes and paths.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/path.h"

namespace handbill::picture {

enum class SvgShape { Path, Rect, Circle, Ellipse, Line, Polyline, Polygon };

inline constexpr std::size_t kMaxShapeLengths = 6;

struct SvgShapeInfo {
  std::string_view element;
  SvgShape shape{};
  /// The attributes that are lengths; unused places are empty.
  std::array<std::string_view, kMaxShapeLengths> lengths{};
  /// The attribute that is a text ("d" or "points"), or empty.
  std::string_view data;
};

/// Nothing: `element` is no shape.
const SvgShapeInfo* find_shape(std::string_view element);

/// True for lengths that must not be negative.
bool is_extent(std::string_view attribute);

/// Lengths in the order of SvgShapeInfo::lengths; absent: not written.
using SvgLengths = std::array<std::optional<double>, kMaxShapeLengths>;

/// Everything but `path`. A shape with no extent gives an empty path, as SVG draws nothing then.
/// Nothing: the points can't be read.
std::optional<Path> outline(SvgShape shape, const SvgLengths& lengths, std::string_view points);

}  // namespace handbill::picture
