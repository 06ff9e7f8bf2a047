// SPDX-License-Identifier: MIT
#include "png/write_png.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/number.h"
#include "display/painted_box.h"
#include "png/draw_page.h"
#include "svg/screen_picture.h"

namespace handbill::png {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;

constexpr double kFewestPixelsPerInch = 10;
constexpr double kMostPixelsPerInch = 1200;
constexpr double kMostPixelsASide = 32'767;  // Cairo's own limit

/// Refused before any memory is asked for.
std::optional<PixelSize> pixel_size(const Rect& canvas, double per_inch, Diagnostics& diags) {
  if (!(per_inch >= kFewestPixelsPerInch && per_inch <= kMostPixelsPerInch)) {
    diags.error(DiagnosticId::BadValue, {},
                "a resolution of " + (std::isfinite(per_inch) ? format_number(per_inch, 1) : "?") +
                    " pixels per inch is outside 10 to 1200");
    return std::nullopt;
  }
  const auto pixels = [&](Length length) {
    return std::max(1.0, std::round(length.inch() * per_inch));
  };
  const double width = pixels(canvas.width), height = pixels(canvas.height);
  if (!(width * height <= kMostPixels && width <= kMostPixelsASide && height <= kMostPixelsASide)) {
    diags.error(DiagnosticId::BadValue, {},
                "a picture of " + format_number(width, 0) + " by " + format_number(height, 0) +
                    " pixels is too large: at most " + format_number(kMostPixels / 1e6, 0) +
                    " megapixels and " + format_number(kMostPixelsASide, 0) + " a side",
                {"ask for fewer pixels per inch"});
    return std::nullopt;
  }
  return PixelSize{static_cast<int>(width), static_cast<int>(height)};
}

svg::ScreenPicture pixels_of(cairo_surface_t* surface, const PixelBox& part) {
  cairo_surface_flush(surface);
  svg::ScreenPicture picture{
      static_cast<std::uint32_t>(part.width()), static_cast<std::uint32_t>(part.height()), {}, {}};
  picture.rgb.resize(std::size_t{picture.width} * picture.height * 3);
  char* out = picture.rgb.data();
  const unsigned char* rows = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = part.top; y < part.bottom; ++y) {
    const auto* row =
        reinterpret_cast<const std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = part.left; x < part.right; ++x) {
      *out++ = static_cast<char>(row[x] >> 16 & 255);
      *out++ = static_cast<char>(row[x] >> 8 & 255);
      *out++ = static_cast<char>(row[x] & 255);
    }
  }
  return picture;
}

void report_failure(const std::string& why, Diagnostics& diags) {
  diags.error(DiagnosticId::WriteFailed, {}, "the PNG picture could not be made: " + why);
}

/// What of a page is drawn, on how many pixels.
struct Drawing {
  Rect canvas;
  PixelSize size;
  PixelBox part;
  double pixels_per_inch = 0;
};

/// Nothing: it has no pixel of the picture.
std::optional<PixelBox> part_of(const PixelSize& size, const std::optional<PixelBox>& asked) {
  if (!asked) return PixelBox{0, 0, size.width, size.height};
  const PixelBox part{std::max(asked->left, 0), std::max(asked->top, 0),
                      std::min(asked->right, size.width), std::min(asked->bottom, size.height)};
  if (part.left >= part.right || part.top >= part.bottom) return std::nullopt;
  return part;
}

/// The page as pixels; all that Cairo holds is given back. Nothing: an error was added.
std::optional<svg::ScreenPicture> drawn(const display::PageList& pages, const display::Page& page,
                                        const Drawing& drawing,
                                        const std::optional<svg::GuideOverlay>& overlay,
                                        const font::FontBook& fonts, const color::Preview& preview,
                                        Diagnostics& diags) {
  const PixelSize& size = drawing.size;
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width, size.height));
  const Context context(cairo_create(surface.get()));
  // The memory of pixels that nobody touches is never asked of the system. Where Cairo cuts edges
  // off, it rounds their ends: that is best done outside of the part.
  const PixelBox& part = drawing.part;
  constexpr int kBeside = 8;
  const PixelBox seen = {std::max(part.left - kBeside, 0), std::max(part.top - kBeside, 0),
                         std::min(part.right + kBeside, size.width),
                         std::min(part.bottom + kBeside, size.height)};
  cairo_rectangle(context.get(), seen.left, seen.top, seen.width(), seen.height());
  cairo_clip(context.get());
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  const double scale = drawing.pixels_per_inch / 72;
  cairo_scale(context.get(), scale, scale);
  cairo_translate(context.get(), -drawing.canvas.left.pt(), -drawing.canvas.top.pt());

  const std::size_t errors_before = diags.error_count();
  PagePainter painter(context.get(), seen, {pages, fonts, preview}, diags);
  if (seen.width() < size.width || seen.height() < size.height) painter.skip_unseen();
  painter.add_placed(page.placed);
  painter.add_items(page.items);
  if (overlay) painter.add_guides(*overlay);
  if (diags.error_count() > errors_before) return std::nullopt;
  if (const cairo_status_t status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
    report_failure(cairo_status_to_string(status), diags);
    return std::nullopt;
  }
  return pixels_of(surface.get(), part);
}

}  // namespace

std::optional<std::string> write_png(const display::PageList& pages, std::size_t page_index,
                                     const font::FontBook& fonts, const color::Preview& preview,
                                     const PngOptions& options, Diagnostics& diags) {
  HANDBILL_CHECK(page_index < pages.pages.size(), "the page exists");
  const display::Page& page = pages.pages[page_index];
  Rect canvas = display::shown_area(page);
  std::optional<svg::GuideOverlay> overlay;
  if (options.guides) {
    overlay = svg::guide_overlay(page, fonts);
    canvas = overlay->canvas;
  }
  const auto size = pixel_size(canvas, options.pixels_per_inch, diags);
  if (!size) return std::nullopt;
  const auto part = part_of(*size, options.part);
  if (!part) {
    diags.error(DiagnosticId::BadValue, {}, "a part of a picture lies outside of it");
    return std::nullopt;
  }

  const auto picture = drawn(pages, page, {canvas, *size, *part, options.pixels_per_inch}, overlay,
                             fonts, preview, diags);
  if (!picture) return std::nullopt;
  auto png = svg::encode_png(*picture, svg::PngContent::Page, options.pixels_per_inch);
  if (!png) report_failure("out of memory", diags);
  return png;
}

}  // namespace handbill::png
