// SPDX-License-Identifier: MIT
#include "plates/painted_cells.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "plates/shading.h"
#include "plates/stroke_outline.h"

namespace handbill::plates {
namespace {

using Cover = std::vector<float>;

/// Dots of dotted lines are small: what their polygons lack shows in the sum.
constexpr Length kStrokeTolerance = Length::pt(0.005);

bool paints(const Object& object) {
  return object.step == display::ProcessingStep::None && object.opacity > 0 &&
         !(object.type && object.type->invisible);
}

/// True when the clip leaves all of `box` as it is.
bool holds(const Path& clip, const Rect& box) {
  const auto bounds = clip.bounds();
  return bounds && clip == Path::rect(*bounds) && bounds->contains(box);
}

Cover cover_of(const Object& object, const Grid& grid, const CellBox& box) {
  Coverage area(grid, box);
  if (object.stroke) {
    area.add(stroke_outline(object.path, *object.stroke, kStrokeTolerance));
  } else {
    area.add(object.path);
  }
  Cover cover = area.cells(object.stroke ? display::FillRule::NonZero : object.fill_rule);
  for (const Path& clip : object.clips) {
    if (holds(clip, object.bounds)) continue;
    Coverage window(grid, box);
    window.add(clip);
    const Cover seen = window.cells(display::FillRule::NonZero);
    for (std::size_t i = 0; i < cover.size(); ++i) cover[i] *= seen[i];
  }
  const auto opacity = static_cast<float>(std::clamp(object.opacity, 0.0, 1.0));
  if (opacity < 1) {
    for (float& each : cover) each *= opacity;
  }
  return cover;
}

/// What ISO 32000-1, 8.6.7 says of each plate; mode 1 is for plain colours only, not for pictures
/// and shadings.
bool paints_on(std::size_t ink, const Object& object) {
  const Paint& paint = object.paint;
  if (!object.overprint || paint.all) return true;
  if (ink >= paint.named.size() || !paint.named[ink]) return false;
  const bool plain = !object.shading && !object.picture;
  const bool left_out = object.overprint_mode == 1 && paint.space == ColorSpace::DeviceCmyk;
  return !(plain && left_out && paint.amounts[ink] <= 0);
}

float amount_of(const Paint& paint, std::size_t ink) {
  if (paint.amounts.empty()) return paint.all ? 1 : 0;
  if (paint.all) return static_cast<float>(paint.amounts.front());
  return ink < paint.amounts.size() ? static_cast<float>(paint.amounts[ink]) : 0;
}

std::vector<PaintedCells::Plate> plain_plates(const Object& object, std::size_t inks) {
  std::vector<PaintedCells::Plate> plates;
  for (std::size_t ink = 0; ink < inks; ++ink) {
    if (paints_on(ink, object)) plates.push_back({ink, amount_of(object.paint, ink), {}});
  }
  return plates;
}

/// From the page to the unit square of a picture; nothing: it is flat.
std::optional<Matrix> inverse(const Matrix& m) {
  const double det = m.a * m.d - m.b * m.c;
  if (!(std::abs(det) > 1e-12) || !std::isfinite(det)) return std::nullopt;
  return Matrix{m.d / det,
                -m.b / det,
                -m.c / det,
                m.a / det,
                (m.c * m.f - m.d * m.e) / det,
                (m.b * m.e - m.a * m.f) / det};
}

/// Calls `paint(cell, its middle)` for each cell that is covered at all.
template <class Paint>
void for_each_painted(const Grid& grid, const PaintedCells& cells, Paint paint) {
  std::size_t cell = 0;
  for (int row = 0; row < cells.box.height; ++row) {
    for (int column = 0; column < cells.box.width; ++column, ++cell) {
      if (cells.cover[cell] > 0) paint(cell, middle(grid, cells.box, column, row));
    }
  }
}

unsigned char byte(char c) { return static_cast<unsigned char>(c); }

/// The mean of a few places in each cell: of as many as a cell has pixels, from 2 by 2 to 4 by 4.
class PixelMean {
 public:
  PixelMean(const Raster& raster, const PictureFacts& picture, const Matrix& to_picture,
            const Grid& grid)
      : raster_(raster), to_picture_(to_picture), sums_(raster.inks.size()) {
    const Matrix& map = picture.map;
    const double across = raster.width / std::hypot(map.a, map.b) / grid.per_point;
    const double down = raster.height / std::hypot(map.c, map.d) / grid.per_point;
    const int side = static_cast<int>(std::clamp(std::max(across, down), 2.0, 4.0));
    for (int y = 0; y < side; ++y) {
      for (int x = 0; x < side; ++x) {
        const auto off = [&](int i) { return grid.cell() * ((i + 0.5) / side - 0.5); };
        places_.push_back({off(x), off(y)});
      }
    }
  }

  /// Looks at the cell round `center`; gives how much of it is opaque.
  float look(Point center) {
    std::fill(sums_.begin(), sums_.end(), 0.0F);
    weight_ = 0;
    for (const Point& place : places_) {
      const std::size_t at = pixel(center + place);
      const float alpha = raster_.alpha.empty() ? 255 : byte(raster_.alpha[at]);
      weight_ += alpha;
      for (std::size_t i = 0; i < sums_.size(); ++i) {
        sums_[i] += alpha * byte(raster_.bytes[at * sums_.size() + i]);
      }
    }
    return weight_ / (255 * static_cast<float>(places_.size()));
  }

  /// Of the cell looked at last.
  float amount(std::size_t channel) const {
    return weight_ > 0 ? sums_[channel] / (255 * weight_) : 0;
  }

 private:
  std::size_t pixel(Point at) const {
    const Point in = to_picture_.apply(at);
    const auto place = [](Length where, int count) {
      const double pixel = where.pt() * count;
      return pixel > 0 ? static_cast<std::size_t>(std::min(pixel, count - 1.0)) : std::size_t{0};
    };
    return place(in.y, raster_.height) * static_cast<std::size_t>(raster_.width) +
           place(in.x, raster_.width);
  }

  const Raster& raster_;
  Matrix to_picture_;
  std::vector<Point> places_;  ///< from the middle of a cell
  std::vector<float> sums_;
  float weight_ = 0;
};

bool is_whole(const Raster& raster) {
  if (raster.width <= 0 || raster.height <= 0) return false;
  const auto pixels =
      static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height);
  return raster.bytes.size() == pixels * raster.inks.size() &&
         (raster.alpha.empty() || raster.alpha.size() == pixels);
}

void paint_picture(const Object& object, const Grid& grid, PaintedCells& out) {
  const PictureFacts& picture = *object.picture;
  const auto to_picture = inverse(picture.map);
  if (!picture.raster || !to_picture || !is_whole(*picture.raster)) return;
  const Raster& raster = *picture.raster;
  // A mask lets the current colour through: its raster is nothing but alpha.
  std::vector<std::pair<PaintedCells::Plate*, std::size_t>> varying;
  for (PaintedCells::Plate& plate : out.plates) {
    const auto channel = std::ranges::find(raster.inks, plate.ink);
    if (channel == raster.inks.end()) continue;
    plate.amounts.assign(out.cover.size(), 0);
    varying.emplace_back(&plate, static_cast<std::size_t>(channel - raster.inks.begin()));
  }
  PixelMean mean(raster, picture, *to_picture, grid);
  for_each_painted(grid, out, [&](std::size_t cell, Point center) {
    out.cover[cell] *= mean.look(center);
    for (const auto& [plate, channel] : varying) plate->amounts[cell] = mean.amount(channel);
  });
}

void paint_shading(const Shading& shading, const Grid& grid, PaintedCells& out) {
  const ShadingRamp ramp(shading);
  std::vector<PaintedCells::Plate*> varying;
  for (PaintedCells::Plate& plate : out.plates) {
    plate.amount = 0;
    if (!ramp.uses(plate.ink)) continue;
    plate.amounts.assign(out.cover.size(), 0);
    varying.push_back(&plate);
  }
  for_each_painted(grid, out, [&](std::size_t cell, Point center) {
    const auto place = ramp.place(center);
    if (!place) {
      out.cover[cell] = 0;
      return;
    }
    for (PaintedCells::Plate* plate : varying) {
      plate->amounts[cell] = ramp.amount(*place, plate->ink);
    }
  });
}

}  // namespace

PaintedCells paint_cells(const Object& object, const Grid& grid, std::size_t inks) {
  PaintedCells out;
  if (!paints(object)) return out;
  out.box = cells_of(grid, object.bounds);
  out.plates = plain_plates(object, inks);
  if (out.box.empty() || out.plates.empty()) return {};
  out.cover = cover_of(object, grid, out.box);
  if (object.shading) paint_shading(*object.shading, grid, out);
  if (object.picture) paint_picture(object, grid, out);
  return out;
}

}  // namespace handbill::plates
