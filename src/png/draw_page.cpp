// SPDX-License-Identifier: MIT
#include "png/draw_page.h"

#include <algorithm>
#include <cstdint>

#include "base/check.h"
#include "display/painted_box.h"
#include "svg/screen_gradient.h"
#include "svg/screen_picture.h"

namespace handbill::png {
namespace {

using display::GlyphRun;
using display::Item;
using display::PlacedPicture;
using display::Shape;
using display::Stroke;

cairo_line_cap_t cap(display::Cap cap) {
  switch (cap) {
    case display::Cap::Butt:
      return CAIRO_LINE_CAP_BUTT;
    case display::Cap::Round:
      return CAIRO_LINE_CAP_ROUND;
    case display::Cap::Square:
      return CAIRO_LINE_CAP_SQUARE;
  }
  return CAIRO_LINE_CAP_BUTT;
}

cairo_line_join_t join(display::Join join) {
  switch (join) {
    case display::Join::Miter:
      return CAIRO_LINE_JOIN_MITER;
    case display::Join::Round:
      return CAIRO_LINE_JOIN_ROUND;
    case display::Join::Bevel:
      return CAIRO_LINE_JOIN_BEVEL;
  }
  return CAIRO_LINE_JOIN_MITER;
}

/// Cairo takes a dash of zeros or negative lengths for an error that ends all drawing.
std::vector<double> usable_dash(const std::vector<Length>& dash) {
  std::vector<double> points;
  double sum = 0;
  for (const Length each : dash) {
    if (each < Length()) return {};
    points.push_back(each.pt());
    sum += each.pt();
  }
  if (sum <= 0) points.clear();
  return points;
}

/// Cairo's pixels: 32 bits in the machine's order, colour multiplied by alpha.
Surface make_surface(const svg::ScreenPicture& picture) {
  const int width = static_cast<int>(picture.width), height = static_cast<int>(picture.height);
  const bool opaque = picture.alpha.empty();
  Surface surface(
      cairo_image_surface_create(opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width, height));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
  unsigned char* rows = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  std::size_t pixel = 0;
  for (int y = 0; y < height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < width; ++x, ++pixel) {
      const std::uint32_t alpha = opaque ? 255U : static_cast<std::uint8_t>(picture.alpha[pixel]);
      const auto channel = [&](std::size_t i) {
        return (static_cast<std::uint8_t>(picture.rgb[pixel * 3 + i]) * alpha + 127) / 255;
      };
      row[x] = alpha << 24 | channel(0) << 16 | channel(1) << 8 | channel(2);
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

}  // namespace

svg::ScreenColor PagePainter::on_screen(const color::Color& color) const {
  return svg::to_screen(preview_.to_rgb(color));
}

void PagePainter::use(svg::ScreenColor color, double opacity) {
  cairo_set_source_rgba(cairo_, color.r / 255.0, color.g / 255.0, color.b / 255.0, opacity);
}

void PagePainter::use(const display::Gradient& gradient) {
  const Point from = gradient.from, to = gradient.to;
  const bool is_linear = gradient.kind == display::Gradient::Kind::Linear;
  const Pattern pattern(
      is_linear ? cairo_pattern_create_linear(from.x.pt(), from.y.pt(), to.x.pt(), to.y.pt())
                : cairo_pattern_create_radial(from.x.pt(), from.y.pt(), gradient.from_radius.pt(),
                                              to.x.pt(), to.y.pt(), gradient.to_radius.pt()));
  for (const svg::ScreenStop& stop : svg::screen_stops(gradient, preview_)) {
    cairo_pattern_add_color_stop_rgb(pattern.get(), stop.offset, stop.color.r / 255.0,
                                     stop.color.g / 255.0, stop.color.b / 255.0);
  }
  cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);
  cairo_set_source(cairo_, pattern.get());
}

void PagePainter::trace(const Path& path) {
  cairo_new_path(cairo_);
  for (const PathStep& step : path.steps()) {
    const double x = step.end.x.pt(), y = step.end.y.pt();
    switch (step.kind) {
      case PathStep::Kind::Move:
        cairo_move_to(cairo_, x, y);
        break;
      case PathStep::Kind::Line:
        cairo_line_to(cairo_, x, y);
        break;
      case PathStep::Kind::Cubic:
        cairo_curve_to(cairo_, step.control1.x.pt(), step.control1.y.pt(), step.control2.x.pt(),
                       step.control2.y.pt(), x, y);
        break;
      case PathStep::Kind::Close:
        cairo_close_path(cairo_);
        break;
    }
  }
}

void PagePainter::add_placed(const std::vector<display::PlacedPage>& placed) {
  for (const display::PlacedPage& each : placed) {
    HANDBILL_CHECK(each.form < pages_.forms.size(), "a placed page is in the list");
    cairo_save(cairo_);
    if (each.clip) {
      trace(*each.clip);
      cairo_clip(cairo_);
    }
    const Matrix& m = each.map;
    cairo_matrix_t map;
    cairo_matrix_init(&map, m.a, m.b, m.c, m.d, m.e, m.f);
    cairo_transform(cairo_, &map);
    add_items(pages_.forms[each.form].items);
    cairo_restore(cairo_);
  }
}

bool PagePainter::is_seen(const Item& item) const {
  const auto box = display::painted_box(item, fonts_);
  if (!box) return false;
  double x1 = box->left.pt(), y1 = box->top.pt(), x2 = box->right().pt(), y2 = box->bottom().pt();
  cairo_user_to_device(cairo_, &x1, &y1);
  cairo_user_to_device(cairo_, &x2, &y2);
  // Pages on pages may be turned. Rasters of glyphs reach further by less than two pixels.
  constexpr double kMore = 2;
  return std::max(x1, x2) + kMore > seen_.left && std::min(x1, x2) - kMore < seen_.right &&
         std::max(y1, y2) + kMore > seen_.top && std::min(y1, y2) - kMore < seen_.bottom;
}

void PagePainter::add_items(const std::vector<Item>& items) {
  for (const Item& item : items) {
    // For finishing machines only.
    if (item.step != display::ProcessingStep::None) continue;
    if (skips_unseen_ && !is_seen(item)) continue;
    at_ = item.span;
    cairo_save(cairo_);
    if (item.clip) {
      trace(*item.clip);
      cairo_clip(cairo_);
    }
    std::visit([this](const auto& content) { add(content); }, item.content);
    cairo_restore(cairo_);
  }
}

void PagePainter::add(const GlyphRun& run) { add_run(run, on_screen(run.color)); }

void PagePainter::add(const Shape& shape) {
  if (!shape.fill && !shape.gradient && !shape.stroke) return;
  if (shape.opacity >= 1) return paint(shape);
  // Fill and stroke fade as one, as SVG's opacity does it.
  cairo_push_group(cairo_);
  paint(shape);
  cairo_pop_group_to_source(cairo_);
  cairo_paint_with_alpha(cairo_, std::max(0.0, shape.opacity));
}

void PagePainter::paint(const Shape& shape) {
  trace(shape.path);
  if (shape.fill || shape.gradient) {
    if (shape.gradient) {
      use(*shape.gradient);
    } else {
      use(on_screen(*shape.fill));
    }
    cairo_set_fill_rule(cairo_, shape.fill_rule == display::FillRule::EvenOdd
                                    ? CAIRO_FILL_RULE_EVEN_ODD
                                    : CAIRO_FILL_RULE_WINDING);
    cairo_fill_preserve(cairo_);
  }
  if (shape.stroke) paint_stroke(*shape.stroke, on_screen(shape.stroke->color));
  cairo_new_path(cairo_);
}

void PagePainter::paint_stroke(const Stroke& stroke, svg::ScreenColor color) {
  use(color);
  cairo_set_line_width(cairo_, std::max(0.0, stroke.width.pt()));
  cairo_set_line_cap(cairo_, cap(stroke.cap));
  cairo_set_line_join(cairo_, join(stroke.join));
  cairo_set_miter_limit(cairo_, std::max(1.0, stroke.miter_limit));
  const std::vector<double> dash = usable_dash(stroke.dash);
  cairo_set_dash(cairo_, dash.data(), static_cast<int>(dash.size()), stroke.dash_phase.pt());
  cairo_stroke_preserve(cairo_);
}

cairo_surface_t* PagePainter::surface(display::PictureId picture) {
  HANDBILL_CHECK(picture.index() < pages_.pictures.size(), "a placed picture is in the list");
  const auto [entry, fresh] = surfaces_.try_emplace(picture);
  if (fresh) {
    const display::Picture& source = *pages_.pictures[picture.index()];
    if (const auto screen = svg::to_screen(source, preview_)) entry->second = make_surface(*screen);
    if (!entry->second) {
      diags_.error(diag::DiagnosticId::PictureBroken, at_,
                   "picture `" + source.name + "` can't be decoded");
    }
  }
  return entry->second.get();
}

void PagePainter::add(const PlacedPicture& placed) {
  cairo_surface_t* image = surface(placed.picture);
  if (image == nullptr) return;
  cairo_save(cairo_);
  if (!placed.clip.empty()) {
    trace(placed.clip);
    cairo_clip(cairo_);
  }
  const double width = cairo_image_surface_get_width(image);
  const double height = cairo_image_surface_get_height(image);
  cairo_translate(cairo_, placed.box.left.pt(), placed.box.top.pt());
  cairo_scale(cairo_, placed.box.width.pt() / width, placed.box.height.pt() / height);
  const Pattern pattern(cairo_pattern_create_for_surface(image));
  cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_GOOD);
  // Without it, the outermost pixels would fade into nothing.
  cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);
  cairo_set_source(cairo_, pattern.get());
  cairo_rectangle(cairo_, 0, 0, width, height);
  cairo_fill(cairo_);
  cairo_restore(cairo_);
}

void PagePainter::add_guides(const svg::GuideOverlay& overlay) {
  for (const svg::GuideLine& line : overlay.lines) {
    const svg::GuideStyle style = svg::guide_style(line.kind);
    trace(line.path);
    paint_stroke({.color = {}, .width = style.width, .dash = style.dash}, style.color);
    cairo_new_path(cairo_);
  }
  for (const svg::GuideLabel& label : overlay.labels) {
    trace(Path::rect(label.ground));
    use(svg::kPaper, svg::kGuideGroundOpacity);
    cairo_fill(cairo_);
    add_run(label.run, label.color);
  }
}

}  // namespace handbill::png
