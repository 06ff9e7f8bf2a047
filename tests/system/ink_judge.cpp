// SPDX-License-Identifier: MIT
#include "system/ink_judge.h"

#include <cairo.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace handbill::test {
namespace {

constexpr double kPixelsPerPoint = 2;

struct Free {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

void trace(cairo_t* cairo, const Path& path) {
  cairo_new_path(cairo);
  for (const PathStep& step : path.steps()) {
    const double x = step.end.x.pt(), y = step.end.y.pt();
    switch (step.kind) {
      case PathStep::Kind::Move:
        cairo_move_to(cairo, x, y);
        break;
      case PathStep::Kind::Line:
        cairo_line_to(cairo, x, y);
        break;
      case PathStep::Kind::Cubic:
        cairo_curve_to(cairo, step.control1.x.pt(), step.control1.y.pt(), step.control2.x.pt(),
                       step.control2.y.pt(), x, y);
        break;
      case PathStep::Kind::Close:
        cairo_close_path(cairo);
        break;
    }
  }
}

/// Pixels without soft edges; the corner of the first lies at `origin` of the page.
class Layer {
 public:
  Layer(Point origin, int width, int height)
      : width_(width),
        height_(height),
        surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)),
        cairo_(cairo_create(surface_.get())) {
    cairo_t* cairo = cairo_.get();
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
    cairo_scale(cairo, kPixelsPerPoint, kPixelsPerPoint);
    cairo_translate(cairo, -origin.x.pt(), -origin.y.pt());
  }

  void use(std::uint32_t color, double opacity = 1) {
    cairo_set_source_rgba(cairo_.get(), (color >> 16 & 255) / 255.0, (color >> 8 & 255) / 255.0,
                          (color & 255) / 255.0, opacity);
  }

  void fill(const Path& path, display::FillRule rule) {
    trace(cairo_.get(), path);
    cairo_set_fill_rule(cairo_.get(), rule == display::FillRule::EvenOdd ? CAIRO_FILL_RULE_EVEN_ODD
                                                                         : CAIRO_FILL_RULE_WINDING);
    cairo_fill(cairo_.get());
  }

  void stroke(const Path& path, const display::Stroke& stroke) {
    std::vector<double> dash;
    for (const Length each : stroke.dash) dash.push_back(each.pt());
    cairo_set_dash(cairo_.get(), dash.data(), static_cast<int>(dash.size()),
                   stroke.dash_phase.pt());
    cairo_set_line_width(cairo_.get(), stroke.width.pt());
    cairo_set_line_cap(cairo_.get(), static_cast<cairo_line_cap_t>(stroke.cap));
    cairo_set_line_join(cairo_.get(), static_cast<cairo_line_join_t>(stroke.join));
    trace(cairo_.get(), path);
    cairo_stroke(cairo_.get());
  }

  void clip(const Path& path) {
    trace(cairo_.get(), path);
    cairo_set_fill_rule(cairo_.get(), CAIRO_FILL_RULE_WINDING);
    cairo_clip(cairo_.get());
  }
  void unclip() { cairo_reset_clip(cairo_.get()); }

  int width() const { return width_; }
  int height() const { return height_; }

  std::uint32_t at(int x, int y) const {
    if (x < 0 || y < 0 || x >= width_ || y >= height_) return 0;
    const unsigned char* row =
        cairo_image_surface_get_data(surface_.get()) +
        static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface_.get());
    return reinterpret_cast<const std::uint32_t*>(row)[x] & 0xffffffU;
  }
  void flush() { cairo_surface_flush(surface_.get()); }

 private:
  int width_, height_;
  std::unique_ptr<cairo_surface_t, Free> surface_;
  std::unique_ptr<cairo_t, Free> cairo_;
};

/// What lies uppermost in a pixel: nothing, or a frame's ground, content or type.
enum class Sort : std::uint32_t { Ground = 1, Content = 2, Type = 3 };
std::uint32_t code(const display::Item& item) {
  Sort sort = item.part == display::FramePart::Ground ? Sort::Ground : Sort::Content;
  if (std::holds_alternative<display::GlyphRun>(item.content)) sort = Sort::Type;
  return (item.frame.value + 1) * 4 + static_cast<std::uint32_t>(sort);
}
int frame_of(std::uint32_t code) { return static_cast<int>(code / 4) - 1; }
bool is_sort(std::uint32_t code, Sort sort) { return code % 4 == static_cast<std::uint32_t>(sort); }

std::uint32_t color_of(const color::Color& color) {
  const color::Cmyk ink = color.as_cmyk();
  const auto part = [&](double plate) {
    return static_cast<std::uint32_t>((1 - std::min(1.0, plate)) * (1 - ink.k) * 255);
  };
  return part(ink.c) << 16 | part(ink.m) << 8 | part(ink.y);
}

/// A letter's pixels without those at its rim.
struct Letter {
  const display::Item* item = nullptr;
  std::vector<std::pair<int, int>> pixels;
};

class PageJudge {
 public:
  PageJudge(std::size_t number, const display::Page& page, const font::FontBook& fonts)
      : number_(number),
        page_(page),
        fonts_(fonts),
        colors_(page.media.origin(), pixels(page.media.width), pixels(page.media.height)),
        owners_(page.media.origin(), colors_.width(), colors_.height()),
        seen_(page.media.origin(), colors_.width(), colors_.height()) {}

  std::set<Meeting> judge() {
    colors_.use(0xffffff);
    colors_.fill(Path::rect(page_.media), display::FillRule::NonZero);
    for (const display::Item& item : page_.items) draw(item);
    seen_.flush();
    for (const Letter& each : letters_) look_at_seen(each);
    return std::move(found_);
  }

 private:
  static int pixels(Length side) { return static_cast<int>(side.pt() * kPixelsPerPoint) + 1; }

  void draw(const display::Item& item) {
    if (item.step != display::ProcessingStep::None) return;
    if (const auto* run = std::get_if<display::GlyphRun>(&item.content)) {
      draw(item, *run);
      return;
    }
    for (Layer* layer : {&colors_, &owners_, &seen_}) {
      if (item.clip) layer->clip(*item.clip);
      if (const auto* shape = std::get_if<display::Shape>(&item.content)) {
        draw(item, *shape, *layer);
      } else {
        const auto& picture = std::get<display::PlacedPicture>(item.content);
        use(item, 0x7a5b3c + item.frame.value, 1, *layer);
        if (!picture.clip.empty()) layer->clip(picture.clip);
        layer->fill(Path::rect(picture.box), display::FillRule::NonZero);
      }
      layer->unclip();
    }
  }

  void use(const display::Item& item, std::uint32_t color, double opacity, Layer& layer) {
    if (&layer == &colors_) {
      layer.use(color, opacity);
    } else {
      layer.use(code(item));
    }
  }

  void draw(const display::Item& item, const display::Shape& shape, Layer& layer) {
    if (shape.opacity <= 0) return;
    if (shape.fill || shape.gradient) {
      use(item, color_of(shape.fill ? *shape.fill : shape.gradient->stops.front().color),
          shape.opacity, layer);
      layer.fill(shape.path, shape.fill_rule);
    }
    if (!shape.stroke) return;
    use(item, color_of(shape.stroke->color), shape.opacity, layer);
    layer.stroke(shape.path, *shape.stroke);
  }

  void draw(const display::Item& item, const display::GlyphRun& run) {
    colors_.flush();
    owners_.flush();
    seen_.use(code(item));
    const double size = run.size.pt(), across = size * run.glyph_width;
    for (const display::Glyph& glyph : run.glyphs) {
      const Point at = run.origin + Point{glyph.x, glyph.y};
      const Path outline = fonts_.face(run.font).outline(glyph.id).transformed(
          {across, 0, 0, size, at.x.pt(), at.y.pt()});
      if (outline.empty()) continue;
      seen_.fill(outline, display::FillRule::NonZero);
      letters_.push_back({&item, inner_pixels(outline)});
      look_below(letters_.back());
    }
  }

  /// Those whose neighbours are of the letter as well: half a point of each is its rim.
  std::vector<std::pair<int, int>> inner_pixels(const Path& outline) const {
    const Rect bounds = *outline.bounds();
    const int left = pixels(bounds.left - page_.media.left) - 2;
    const int top = pixels(bounds.top - page_.media.top) - 2;
    const Point origin = page_.media.origin() + Point{Length::pt(left / kPixelsPerPoint),
                                                      Length::pt(top / kPixelsPerPoint)};
    Layer mask(origin, pixels(bounds.width) + 4, pixels(bounds.height) + 4);
    mask.use(0xffffff);
    mask.fill(outline, display::FillRule::NonZero);
    mask.flush();
    std::vector<std::pair<int, int>> inner;
    for (int y = 0; y < mask.height(); ++y) {
      for (int x = 0; x < mask.width(); ++x) {
        const bool whole = mask.at(x, y) != 0 && mask.at(x - 1, y) != 0 && mask.at(x + 1, y) != 0 &&
                           mask.at(x, y - 1) != 0 && mask.at(x, y + 1) != 0;
        if (whole) inner.emplace_back(left + x, top + y);
      }
    }
    return inner;
  }

  /// All inner pixels of a letter stand on one colour.
  void look_below(const Letter& letter) {
    std::set<std::uint32_t> colors, owners;
    const std::uint32_t own = (letter.item->frame.value + 1) * 4;
    for (const auto& [x, y] : letter.pixels) {
      const std::uint32_t owner = owners_.at(x, y);
      if (owner == own + static_cast<std::uint32_t>(Sort::Content)) continue;
      colors.insert(colors_.at(x, y));
      owners.insert(owner);
    }
    if (colors.size() < 2) return;
    for (const std::uint32_t each : owners) note(letter, each);
  }

  void look_at_seen(const Letter& letter) {
    for (const auto& [x, y] : letter.pixels) {
      const std::uint32_t owner = seen_.at(x, y);
      const bool own = frame_of(owner) == static_cast<int>(letter.item->frame.value);
      if (!own || is_sort(owner, Sort::Ground)) note(letter, owner);
    }
  }

  void note(const Letter& letter, std::uint32_t owner) {
    found_.insert({number_, static_cast<int>(letter.item->frame.value), frame_of(owner)});
  }

  std::size_t number_;
  const display::Page& page_;
  const font::FontBook& fonts_;
  Layer colors_;  ///< what is painted below the next type
  Layer owners_;  ///< whose it is
  Layer seen_;    ///< whose ink is seen, type and all
  std::vector<Letter> letters_;
  std::set<Meeting> found_;
};

}  // namespace

std::set<Meeting> meetings(const display::PageList& pages, const font::FontBook& fonts) {
  std::set<Meeting> all;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    all.merge(PageJudge(i, pages.pages[i], fonts).judge());
  }
  return all;
}

}  // namespace handbill::test
