// SPDX-License-Identifier: MIT
#include "plates/ink_map.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "plates/painted_cells.h"

namespace handbill::plates {
namespace {

using Plane = std::vector<float>;

/// All plates of a whole map together.
constexpr double kMostCells = 16e6;
/// All plates of a band together, a float each: what the processor has near at hand.
constexpr std::size_t kBandCells = 1U << 20U;
/// What all objects of a page may paint, cells times plates: about a second.
constexpr double kMostWork = 1e9;
constexpr double kLongestSide = 30'000;  // cells

double square_inches(const Rect& r) {
  return std::max(0.0, r.width.inch()) * std::max(0.0, r.height.inch());
}

/// Square inches, of clips too.
double painted_area(const Page& page) {
  double area = 0;
  for (const Object& object : page.objects) {
    const Rect box = Rect::from_edges(std::max(object.bounds.left, page.media.left),
                                      std::max(object.bounds.top, page.media.top),
                                      std::min(object.bounds.right(), page.media.right()),
                                      std::min(object.bounds.bottom(), page.media.bottom()));
    area += square_inches(box) * static_cast<double>(1 + object.clips.size());
  }
  return area;
}

/// The finest resolution, up to the one that is wanted, within the limits.
double affordable(const Page& page, std::size_t inks, double wanted, double most_cells) {
  const auto plates = static_cast<double>(inks);
  double most = wanted;
  const auto within = [&](double limit) {
    if (limit < most) most = limit;
  };
  within(std::sqrt(most_cells / (square_inches(page.media) * plates)));
  within(std::sqrt(kMostWork / (painted_area(page) * plates)));
  within(kLongestSide / std::max(page.media.width.inch(), page.media.height.inch()));
  return most;
}

/// Finite, and with an area.
bool has_area(const Rect& r) {
  return std::isfinite(r.left.pt() + r.top.pt() + r.width.pt() + r.height.pt()) &&
         r.width > Length() && r.height > Length();
}

/// Cells from the corner of the trim, so that the trim begins with a whole one.
Grid grid_over(const Rect& area, double pixels_per_inch) {
  Grid grid;
  grid.per_point = pixels_per_inch / 72;
  const auto first = [&](Length at) { return std::floor(at.pt() * grid.per_point + 1e-6); };
  const auto count = [&](Length end, double from) {
    return std::max(1, static_cast<int>(std::ceil(end.pt() * grid.per_point - 1e-6) - from));
  };
  const double left = first(area.left), top = first(area.top);
  grid.origin = {grid.cell() * left, grid.cell() * top};
  grid.width = count(area.right(), left);
  grid.height = count(area.bottom(), top);
  return grid;
}

enum class Blend { Normal, Multiply, Screen, Darken, Lighten };

Blend blend_of(const std::string& name) {
  if (name == "Multiply") return Blend::Multiply;
  if (name == "Screen") return Blend::Screen;
  if (name == "Darken") return Blend::Darken;
  return name == "Lighten" ? Blend::Lighten : Blend::Normal;
}

/// ISO 32000-1, 11.3.5.2, in ink, which is the complement of light.
float blended(Blend blend, float below, float above) {
  switch (blend) {
    case Blend::Normal:
      return above;
    case Blend::Multiply:
      return below + above - below * above;
    case Blend::Screen:
      return below * above;
    case Blend::Darken:
      return std::max(below, above);
    case Blend::Lighten:
      return std::min(below, above);
  }
  return above;
}

/// The plates of a page while objects are laid on them.
class Plates {
 public:
  Plates(const Grid& grid, std::size_t inks) : grid_(grid), planes_(inks) {}

  void lay(const PaintedCells& painted, Blend blend) {
    for (const PaintedCells::Plate& plate : painted.plates) {
      Plane& plane = planes_[plate.ink];
      if (plane.empty()) {
        // Nothing to knock out.
        if (plate.amounts.empty() && plate.amount <= 0) continue;
        plane.resize(static_cast<std::size_t>(grid_.width) *
                     static_cast<std::size_t>(grid_.height));
      }
      lay(painted, plate, blend, plane);
    }
  }

  std::vector<std::string> take() {
    const auto size =
        static_cast<std::size_t>(grid_.width) * static_cast<std::size_t>(grid_.height);
    std::vector<std::string> bytes;
    for (Plane& plane : planes_) {
      std::string& plate = bytes.emplace_back(size, '\0');
      for (std::size_t i = 0; i < plane.size(); ++i) {
        plate[i] = static_cast<char>(
            static_cast<unsigned char>(std::clamp(plane[i] * 255 + 0.5F, 0.0F, 255.0F)));
      }
      plane = {};
    }
    return bytes;
  }

 private:
  void lay(const PaintedCells& painted, const PaintedCells::Plate& plate, Blend blend,
           Plane& plane) const {
    const CellBox& box = painted.box;
    const auto width = static_cast<std::size_t>(box.width);
    for (int row = 0; row < box.height; ++row) {
      const std::size_t from = static_cast<std::size_t>(row) * width;
      float* to =
          &plane[static_cast<std::size_t>(box.top + row) * static_cast<std::size_t>(grid_.width) +
                 static_cast<std::size_t>(box.left)];
      const float* cover = &painted.cover[from];
      if (plate.amounts.empty() && blend == Blend::Normal) {
        const float amount = plate.amount;
        for (std::size_t i = 0; i < width; ++i) to[i] += (amount - to[i]) * cover[i];
        continue;
      }
      for (std::size_t i = 0; i < width; ++i) {
        to[i] += (blended(blend, to[i], plate.at(from + i)) - to[i]) * cover[i];
      }
    }
  }

  Grid grid_;
  std::vector<Plane> planes_;  ///< empty: no ink yet
};

}  // namespace

namespace {

/// Without plates; no cells where the page has no area.
InkMap sized(const Print& print, std::size_t page_index, double pixels_per_inch,
             double most_cells) {
  const Page& page = print.pages.at(page_index);
  InkMap map;
  if (!has_area(page.media)) return map;
  map.pixels_per_inch = affordable(page, print.inks.size(), pixels_per_inch, most_cells);
  const Grid grid = grid_over(page.media, map.pixels_per_inch);
  map.width = grid.width;
  map.height = grid.height;
  map.area =
      Rect::from_edges(grid.origin.x, grid.origin.y, page.media.right(), page.media.bottom());
  return map;
}

/// The rows of `whole` from `top` on.
InkMap band_of(const InkMap& whole, int top, int rows) {
  InkMap band = whole;
  band.height = std::min(rows, whole.height - top);
  band.area.top = whole.area.top + whole.cell() * top;
  const Length end = band.area.top + whole.cell() * band.height;
  band.area.height = std::min(end, whole.area.bottom()) - band.area.top;
  return band;
}

void fill_bands(const Print& print, const Page& page, const InkMap& whole,
                const std::function<void(const InkMap& band)>& take) {
  if (whole.width == 0) return;
  const std::size_t inks = print.inks.size();
  const std::size_t row_cells =
      static_cast<std::size_t>(whole.width) * std::max<std::size_t>(inks, 1);
  const int rows = static_cast<int>(std::max<std::size_t>(kBandCells / row_cells, 1));
  for (int top = 0; top < whole.height; top += rows) {
    InkMap band = band_of(whole, top, rows);
    const Grid grid = {band.area.origin(), whole.pixels_per_inch / 72, band.width, band.height};
    Plates plates(grid, inks);
    for (const Object& object : page.objects) {
      if (!object.bounds.intersects(band.area)) continue;
      plates.lay(paint_cells(object, grid, inks), blend_of(object.blend_mode));
    }
    band.plates = plates.take();
    take(band);
  }
}

}  // namespace

InkMap ink_map_size(const Print& print, std::size_t page, double pixels_per_inch) {
  return sized(print, page, pixels_per_inch, std::numeric_limits<double>::infinity());
}

void map_ink_by_bands(const Print& print, std::size_t page, double pixels_per_inch,
                      const std::function<void(const InkMap& band)>& take) {
  const InkMap whole = ink_map_size(print, page, pixels_per_inch);
  fill_bands(print, print.pages.at(page), whole, take);
}

std::uint64_t map_work(const Print& print, std::size_t page, double pixels_per_inch) {
  const double ppi =
      affordable(print.pages.at(page), print.inks.size(), pixels_per_inch, kMostCells);
  const double cells = painted_area(print.pages.at(page)) * ppi * ppi;
  return static_cast<std::uint64_t>(cells * static_cast<double>(print.inks.size()));
}

InkMap map_ink(const Print& print, std::size_t page, double pixels_per_inch) {
  InkMap map = sized(print, page, pixels_per_inch, kMostCells);
  map.plates.resize(map.width > 0 ? print.inks.size() : 0);
  fill_bands(print, print.pages.at(page), map, [&](const InkMap& band) {
    for (std::size_t ink = 0; ink < map.plates.size(); ++ink) map.plates[ink] += band.plates[ink];
  });
  return map;
}

InkMap cropped(const InkMap& map, const Rect& box) {
  const Grid grid = {map.area.origin(), map.pixels_per_inch / 72, map.width, map.height};
  // A hundredth of a cell more would not be worth a cell.
  const CellBox cells = cells_of(grid, box.outset(-map.cell() * 0.01));
  InkMap out;
  out.pixels_per_inch = map.pixels_per_inch;
  out.width = std::max(0, cells.width);
  out.height = std::max(0, cells.height);
  const Point corner = grid.origin + Point{grid.cell() * cells.left, grid.cell() * cells.top};
  out.area = Rect::from_edges(corner.x, corner.y, std::min(box.right(), map.area.right()),
                              std::min(box.bottom(), map.area.bottom()));
  for (const std::string& plate : map.plates) {
    std::string& rows = out.plates.emplace_back();
    for (int row = 0; row < out.height; ++row) {
      const auto from =
          static_cast<std::size_t>(cells.top + row) * static_cast<std::size_t>(map.width) +
          static_cast<std::size_t>(cells.left);
      rows.append(plate, from, static_cast<std::size_t>(out.width));
    }
  }
  return out;
}

std::vector<double> mean_coverage(const InkMap& map) {
  const auto share = [](Length end, Length start, Length cell, int index) {
    return std::clamp((end - start - cell * index) / cell, 0.0, 1.0);
  };
  std::vector<double> means;
  double area = 0;
  std::vector<double> across, down;
  for (int x = 0; x < map.width; ++x) {
    across.push_back(share(map.area.right(), map.area.left, map.cell(), x));
  }
  for (int y = 0; y < map.height; ++y) {
    down.push_back(share(map.area.bottom(), map.area.top, map.cell(), y));
  }
  for (const double x : across) area += x;
  double rows = 0;
  for (const double y : down) rows += y;
  area *= rows;
  for (const std::string& plate : map.plates) {
    double sum = 0;
    std::size_t cell = 0;
    for (const double y : down) {
      for (const double x : across) sum += x * y * static_cast<unsigned char>(plate[cell++]);
    }
    means.push_back(area > 0 ? sum / (255 * area) : 0);
  }
  return means;
}

std::vector<InkShare> shares_of_ink(const Print& print, std::size_t page_index, const Rect& box) {
  const Page& page = print.pages.at(page_index);
  const std::size_t inks = print.inks.size();
  // About 30 cells a side are enough to tell who it is.
  const double side = std::max({box.width.pt(), box.height.pt(), 1e-3});
  Grid grid = {box.origin(), 30 / side, 0, 0};
  grid.width = std::max(1, static_cast<int>(std::ceil(box.width.pt() * grid.per_point - 1e-6)));
  grid.height = std::max(1, static_cast<int>(std::ceil(box.height.pt() * grid.per_point - 1e-6)));
  const CellBox all = {0, 0, grid.width, grid.height};
  // By ink and cell: how much of what is painted there shows through what lies above.
  std::vector<Plane> seen(inks, Plane(all.count(), 1));
  std::vector<InkShare> shares;
  for (std::size_t index = page.objects.size(); index-- > 0;) {
    if (!page.objects[index].bounds.intersects(box)) continue;
    const PaintedCells painted = paint_cells(page.objects[index], grid, inks);
    const auto width = static_cast<std::size_t>(std::max(1, painted.box.width));
    double sum = 0;
    for (const PaintedCells::Plate& plate : painted.plates) {
      for (std::size_t i = 0; i < painted.cover.size(); ++i) {
        float& light = seen[plate.ink][(static_cast<std::size_t>(painted.box.top) + i / width) *
                                           static_cast<std::size_t>(grid.width) +
                                       static_cast<std::size_t>(painted.box.left) + i % width];
        sum += static_cast<double>(light * painted.cover[i] * plate.at(i));
        light *= 1 - painted.cover[i];
      }
    }
    const double percent = sum * 100 / static_cast<double>(all.count());
    if (percent > 0) shares.push_back({index, percent});
  }
  std::ranges::stable_sort(shares, std::greater{}, &InkShare::percent);
  return shares;
}

}  // namespace handbill::plates
