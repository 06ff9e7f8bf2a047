// SPDX-License-Identifier: MIT
// Paints a page list's page on a Cairo surface.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "color/preview.h"
#include "diag/diagnostic.h"
#include "display/page_list.h"
#include "png/cairo_handles.h"
#include "png/glyph_masks.h"
#include "png/png_options.h"
#include "svg/guide_overlay.h"
#include "svg/screen_color.h"

namespace handbill::png {

struct PixelSize {
  int width = 0;
  int height = 0;
};

/// What a page is painted from.
struct PaintSources {
  const display::PageList& pages;
  const font::FontBook& fonts;
  const color::Preview& preview;
};

class PagePainter {
 public:
  /// `context` has points as its unit already; of its surface only `seen` is looked at.
  PagePainter(cairo_t* context, PixelBox seen, const PaintSources& sources,
              diag::Diagnostics& diags)
      : cairo_(context),
        seen_(seen),
        pages_(sources.pages),
        fonts_(sources.fonts),
        preview_(sources.preview),
        diags_(diags),
        masks_(fonts_) {}

  /// Looks first which items reach the pixels that are looked at; worth it when few do.
  void skip_unseen() { skips_unseen_ = true; }

  /// Pages on the page.
  void add_placed(const std::vector<display::PlacedPage>& placed);
  /// Pictures that can't be decoded are reported once and left out.
  void add_items(const std::vector<display::Item>& items);
  void add_guides(const svg::GuideOverlay& overlay);

 private:
  bool is_seen(const display::Item& item) const;
  void add(const display::GlyphRun& run);
  void add(const display::Shape& shape);
  void add(const display::PlacedPicture& placed);
  void add_run(const display::GlyphRun& run, svg::ScreenColor color);
  void fill_run(const display::GlyphRun& run);
  void fill_glyph(const display::GlyphRun& run, const display::Glyph& glyph);
  void stamp_run(const display::GlyphRun& run, double pixels_per_em);
  void paint(const display::Shape& shape);
  void paint_stroke(const display::Stroke& stroke, svg::ScreenColor color);
  void trace(const Path& path);
  void use(svg::ScreenColor color, double opacity = 1);
  void use(const display::Gradient& gradient);
  /// Pixels from here on are not looked at, so that sums of whole pixels can't overflow.
  static constexpr double kFarAway = 1e6;

  svg::ScreenColor on_screen(const color::Color& color) const;
  cairo_surface_t* surface(display::PictureId picture);

  cairo_t* cairo_;
  PixelBox seen_;
  bool skips_unseen_ = false;
  const display::PageList& pages_;
  const font::FontBook& fonts_;
  const color::Preview& preview_;
  diag::Diagnostics& diags_;
  diag::Span at_{};  ///< of the item being painted
  GlyphMasks masks_;
  std::map<display::PictureId, Surface> surfaces_;  ///< null: could not be decoded
};

}  // namespace handbill::png
