// SPDX-License-Identifier: MIT
// Type. Cairo 1.16 would move glyphs to whole pixels, which ruins the spacing of small type, and
// filling outlines costs it 14 microseconds a glyph (3,500 glyphs at 150 pixels per inch: 48 ms).
// So small type is put together from FreeType's rasters at quarters of a pixel (6 ms); large type,
// and type on pages that are turned, is filled.
#include <algorithm>
#include <cmath>
#include <limits>

#include "png/draw_page.h"

namespace handbill::png {
namespace {

/// Above this, glyphs are few and an eighth of a pixel could be seen.
constexpr double kLargestRaster = 64;

struct Stamp {
  const GlyphMask* mask = nullptr;
  int x = 0;
  int y = 0;
};

/// Of no pixel, to be widened.
constexpr PixelBox kNoPixels = {std::numeric_limits<int>::max(), std::numeric_limits<int>::max(),
                                std::numeric_limits<int>::min(), std::numeric_limits<int>::min()};

/// A position as whole pixels and the nearest quarter.
struct Placed {
  int pixel;
  int phase;
};
Placed split(double pixels) {
  const auto quarters = static_cast<int>(std::lround(pixels * kPhases));
  const int phase = ((quarters % kPhases) + kPhases) % kPhases;
  return {(quarters - phase) / kPhases, phase};
}

void stamp(const Stamp& each, const PixelBox& box, unsigned char* rows, int stride) {
  for (int row = 0; row < each.mask->height; ++row) {
    const int y = each.y + row;
    if (y < box.top || y >= box.bottom) continue;
    const std::uint8_t* from =
        each.mask->coverage.data() + static_cast<std::ptrdiff_t>(row) * each.mask->width;
    unsigned char* to = rows + static_cast<std::ptrdiff_t>(y - box.top) * stride;
    const int first = std::max(0, box.left - each.x);
    const int last = std::min(each.mask->width, box.right - each.x);
    for (int i = first; i < last; ++i) {
      unsigned char& out = to[each.x + i - box.left];
      out = static_cast<unsigned char>(std::min(255, out + from[i]));
    }
  }
}

/// All stamps on one mask, so that Cairo colours and clips them at once. Null: nothing is seen.
Surface stamped(const std::vector<Stamp>& stamps, const PixelBox& box) {
  Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_A8, box.right - box.left, box.bottom - box.top));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
  unsigned char* rows = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (const Stamp& each : stamps) stamp(each, box, rows, stride);
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

}  // namespace

void PagePainter::add_run(const display::GlyphRun& run, svg::ScreenColor color) {
  if (run.glyphs.empty() || run.size <= Length()) return;
  cairo_matrix_t map;
  cairo_get_matrix(cairo_, &map);
  const double pixels_per_em = run.size.pt() * map.xx;
  // Rasters are made upright and as wide as they are high.
  const bool is_upright = map.xx > 0 && map.xx == map.yy && map.xy == 0 && map.yx == 0;
  use(color);
  if (!is_upright || pixels_per_em > kLargestRaster) {
    fill_run(run);
  } else {
    stamp_run(run, pixels_per_em);
  }
}

void PagePainter::fill_run(const display::GlyphRun& run) {
  for (const display::Glyph& glyph : run.glyphs) fill_glyph(run, glyph);
}

void PagePainter::fill_glyph(const display::GlyphRun& run, const display::Glyph& glyph) {
  const Matrix placed = Matrix::scale(run.size.pt() * run.glyph_width, run.size.pt())
                            .then(Matrix::translate(run.origin + Point{glyph.x, glyph.y}));
  cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_WINDING);
  trace(fonts_.face(run.font).outline(glyph.id).transformed(placed));
  cairo_fill(cairo_);
}

void PagePainter::stamp_run(const display::GlyphRun& run, double pixels_per_em) {
  std::vector<Stamp> stamps;
  stamps.reserve(run.glyphs.size());
  PixelBox box = kNoPixels;
  for (const display::Glyph& glyph : run.glyphs) {
    double x = (run.origin.x + glyph.x).pt(), y = (run.origin.y + glyph.y).pt();
    cairo_user_to_device(cairo_, &x, &y);
    if (!(std::abs(x) < kFarAway && std::abs(y) < kFarAway)) continue;
    const Placed across = split(x), down = split(y);
    const GlyphMask& mask = masks_.mask({run.font, glyph.id, pixels_per_em, run.glyph_width},
                                        {across.phase, down.phase});
    if (mask.is_vast) fill_glyph(run, glyph);
    if (mask.coverage.empty()) continue;
    const Stamp each{&mask, across.pixel + mask.left, down.pixel + mask.top};
    box.left = std::min(box.left, each.x);
    box.top = std::min(box.top, each.y);
    box.right = std::max(box.right, each.x + mask.width);
    box.bottom = std::max(box.bottom, each.y + mask.height);
    stamps.push_back(each);
  }
  box.left = std::max(box.left, seen_.left);
  box.top = std::max(box.top, seen_.top);
  box.right = std::min(box.right, seen_.right);
  box.bottom = std::min(box.bottom, seen_.bottom);
  if (box.left >= box.right || box.top >= box.bottom) return;
  const Surface mask = stamped(stamps, box);
  if (!mask) return;
  cairo_save(cairo_);
  cairo_identity_matrix(cairo_);
  cairo_mask_surface(cairo_, mask.get(), box.left, box.top);
  cairo_restore(cairo_);
}

}  // namespace handbill::png
