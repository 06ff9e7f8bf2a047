// SPDX-License-Identifier: MIT
#include "press/targets.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace handbill::press {
namespace {

constexpr Length kLargestPatch = Length::mm(5);
constexpr Length kSmallestPatch = Length::mm(2);
/// Between a mark and the colour bar.
constexpr Length kClear = Length::mm(3);
constexpr double kCircleShare = 0.3;  ///< of the band's width: the radius of a target

void add_line(display::Page& page, Point from, Point to, Length width) {
  display::Stroke stroke{.color = color::Color::registration(), .width = width};
  display::Shape shape{.path = Path::segment(from, to), .stroke = std::move(stroke)};
  page.items.push_back({.content = std::move(shape)});
}

void add_target(display::Page& page, Point center, const MarkBand& band) {
  const Length arm = band.length / 2, radius = band.length * kCircleShare;
  add_line(page, center - Point{arm, {}}, center + Point{arm, {}}, band.width);
  add_line(page, center - Point{{}, arm}, center + Point{{}, arm}, band.width);
  display::Stroke stroke{.color = color::Color::registration(), .width = band.width};
  display::Shape circle{.path = Path::ellipse(center, radius, radius), .stroke = std::move(stroke)};
  page.items.push_back({.content = std::move(circle)});
}

/// The middle, or the nearest place to its right that keeps clear of `marks`.
Length free_middle(Length whole, const std::vector<Length>& marks, Length room) {
  Length at = whole / 2;
  for (const Length mark : marks) {
    const Length distance = at > mark ? at - mark : mark - at;
    if (distance < room) at = mark + room;
  }
  return at;
}

std::vector<Length> all_of(const std::vector<Length>& a, const std::vector<Length>& b) {
  std::vector<Length> all = a;
  all.insert(all.end(), b.begin(), b.end());
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<color::Color> patches(const std::vector<color::Color>& spots) {
  const auto ink = [](double c, double m, double y, double k) {
    return color::Color::process({c, m, y, k});
  };
  std::vector<color::Color> result = {
      ink(1, 0, 0, 0),   ink(0, 1, 0, 0),   ink(0, 0, 1, 0),   ink(0, 0, 0, 1),
      ink(0, 1, 1, 0),   ink(1, 0, 1, 0),   ink(1, 1, 0, 0),   ink(0.5, 0, 0, 0),
      ink(0, 0.5, 0, 0), ink(0, 0, 0.5, 0), ink(0, 0, 0, 0.5), ink(0.5, 0.4, 0.4, 0),
  };
  for (const color::Color& spot : spots) {
    result.push_back(spot);
    result.push_back(spot.tinted(0.5));
  }
  return result;
}

std::size_t patches_between(Length left, Length right, Length side) {
  const double count = std::floor((right - left - kClear * 2 + kTolerance) / side);
  return count > 0 ? static_cast<std::size_t>(count) : 0;
}

/// As large as leaves room for each colour once; the smallest where there is none.
Length patch_side(const std::vector<Length>& marks, const MarkBand& band, std::size_t colors) {
  constexpr int kSteps = 6;
  const Length largest = std::max(kSmallestPatch, std::min(kLargestPatch, band.length));
  for (int step = 0; step < kSteps; ++step) {
    const Length side = largest + (kSmallestPatch - largest) * (step / (kSteps - 1.0));
    std::size_t all = 0;
    for (std::size_t i = 1; i < marks.size(); ++i) {
      all += patches_between(marks[i - 1], marks[i], side);
    }
    if (all >= colors) return side;
  }
  return kSmallestPatch;
}

}  // namespace

void add_registration_targets(display::Page& page, const MarkPlaces& places, const MarkBand& band) {
  const Length out = band.offset + band.length / 2, room = band.length;
  const Length x =
      free_middle(page.trim.width, all_of(places.cuts_across, places.folds_across), room);
  const Length y = free_middle(page.trim.height, all_of(places.cuts_down, places.folds_down), room);
  for (const Point center : {Point{x, -out}, Point{x, page.trim.height + out}, Point{-out, y},
                             Point{page.trim.width + out, y}}) {
    add_target(page, center, band);
  }
}

void add_color_bar(display::Page& page, const std::vector<color::Color>& spots,
                   const MarkPlaces& places, const MarkBand& band) {
  std::vector<Length> marks = all_of(places.cuts_across, places.folds_across);
  // A target stands in the middle.
  const Length middle = free_middle(page.trim.width, marks, band.length);
  for (const Length edge : {middle - band.length / 2, middle + band.length / 2}) {
    marks.push_back(edge);
  }
  std::sort(marks.begin(), marks.end());
  const std::vector<color::Color> colors = patches(spots);
  const Length side = patch_side(marks, band, colors.size());
  // One after the other through all gaps and from the start again, so that every ink zone of the
  // press has some.
  std::size_t next = 0;
  for (std::size_t i = 1; i < marks.size(); ++i) {
    const std::size_t count = patches_between(marks[i - 1], marks[i], side);
    Rect patch{marks[i - 1] + kClear, -band.offset - side, side, side};
    for (std::size_t k = 0; k < count; ++k) {
      display::Shape shape{.path = Path::rect(patch), .fill = colors[next++ % colors.size()]};
      page.items.push_back({.content = std::move(shape)});
      patch = patch.moved({side, {}});
    }
  }
}

}  // namespace handbill::press
