// SPDX-License-Identifier: MIT
#include "press/remove_opacity.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/overload.h"
#include "display/item_kinds.h"
#include "press/backdrop.h"

namespace handbill::press {
namespace {

using color::Color;
using color::InkKind;
using display::Picture;

/// `over` at `opacity` on `below`. Nothing: no single colour is on the plates of both.
std::optional<Color> blended(Color over, Color below, double opacity) {
  if (over.is_paper()) over = Color::paper();
  if (below.is_paper()) below = Color::paper();
  const auto mix = [opacity](double top, double bottom) {
    return opacity * top + (1 - opacity) * bottom;
  };
  if (over.kind == InkKind::Process && below.kind == InkKind::Process) {
    const color::Cmyk &p = over.cmyk, &q = below.cmyk;
    return Color::process({mix(p.c, q.c), mix(p.m, q.m), mix(p.y, q.y), mix(p.k, q.k)});
  }
  Color result = over.kind == InkKind::Process ? below : over;
  if (below.is_paper()) {
    result.tint = mix(over.tint, 0);
  } else if (over.is_paper()) {
    result.tint = mix(0, below.tint);
  } else if (over.kind == below.kind && over.spot == below.spot) {
    result.tint = mix(over.tint, below.tint);
  } else {
    return std::nullopt;
  }
  return result;
}

using GradientPtr = std::shared_ptr<const display::Gradient>;

/// A gradient over one colour is a gradient of what its stops are over it.
std::optional<GradientPtr> blended(const display::Gradient& over, const Color& below,
                                   double opacity) {
  auto result = std::make_shared<display::Gradient>(over);
  for (display::Gradient::Stop& stop : result->stops) {
    const auto color = blended(stop.color, below, opacity);
    if (!color) return std::nullopt;
    stop.color = *color;
  }
  return result;
}

/// False: the shape stays as it is.
bool make_opaque(display::Shape& shape, const Color& below) {
  display::Shape result = shape;
  result.opacity = 1;
  if (shape.fill) {
    result.fill = blended(*shape.fill, below, shape.opacity);
    if (!result.fill) return false;
  }
  if (shape.gradient) {
    const auto gradient = blended(*shape.gradient, below, shape.opacity);
    if (!gradient) return false;
    result.gradient = *gradient;
  }
  if (shape.stroke) {
    const auto color = blended(shape.stroke->color, below, shape.opacity);
    if (!color) return false;
    result.stroke->color = *color;
    // What it let through is in its colour now.
    result.stroke->overprint = color::Overprint::Off;
  }
  result.overprint = color::Overprint::Off;
  shape = std::move(result);
  return true;
}

std::uint8_t byte_at(const std::string& bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

/// The picture in ink (0 none) over a colour. Null: it is of a kind that is not mixed here.
std::shared_ptr<const Picture> make_opaque(const Picture& picture, const Color& below) {
  const bool is_gray = picture.space == Picture::Space::Gray;
  const std::size_t inks = is_gray ? 1 : 4;
  const bool is_plain = picture.encoding == Picture::Encoding::Raw && picture.bits == 8 &&
                        picture.space != Picture::Space::Rgb;
  if (!is_plain || below.kind != InkKind::Process ||
      picture.bytes.size() != picture.alpha.size() * inks) {
    return nullptr;
  }
  auto result = std::make_shared<Picture>(picture);
  result->space = Picture::Space::Cmyk;
  result->alpha.clear();
  result->bytes.clear();
  result->bytes.reserve(picture.alpha.size() * 4);
  const double ground[] = {below.cmyk.c * 255, below.cmyk.m * 255, below.cmyk.y * 255,
                           below.cmyk.k * 255};
  for (std::size_t pixel = 0; pixel < picture.alpha.size(); ++pixel) {
    const double opacity = byte_at(picture.alpha, pixel) / 255.0;
    for (std::size_t i = 0; i < 4; ++i) {
      double ink = 0;
      if (!is_gray) ink = byte_at(picture.bytes, pixel * 4 + i);
      if (is_gray && i == 3) ink = 255 - byte_at(picture.bytes, pixel);
      const double mixed = opacity * ink + (1 - opacity) * ground[i];
      result->bytes += static_cast<char>(static_cast<std::uint8_t>(std::lround(mixed)));
    }
  }
  return result;
}

class Flattener {
 public:
  Flattener(display::PageList& pages, diag::Diagnostics& diags) : pages_(pages), diags_(diags) {}

  void flatten(display::Page& page) {
    Backdrop backdrop;
    std::erase_if(page.items, [](const display::Item& item) {
      const auto* shape = display::shape_of(item);
      return shape != nullptr && shape->opacity <= 0;
    });
    for (display::Item& item : page.items) {
      if (is_see_through(item) && !resolve(item, backdrop)) refuse(item);
      backdrop.add(item);
    }
  }

 private:
  bool is_see_through(const display::Item& item) const {
    return std::visit(Overload{[](const display::GlyphRun&) { return false; },
                               [](const display::Shape& shape) { return shape.opacity < 1; },
                               [&](const display::PlacedPicture& placed) {
                                 return !pages_.pictures[placed.picture.index()]->alpha.empty();
                               }},
                      item.content);
  }

  /// False: what is below it is not one colour, or not one it mixes with.
  bool resolve(display::Item& item, Backdrop& backdrop) {
    const auto box = painted_box(item);
    if (!box) return true;
    const auto below = backdrop.flat_color(*box);
    if (!below) return false;
    return std::visit(
        Overload{[](const display::GlyphRun&) { return true; },
                 [&](display::Shape& shape) { return make_opaque(shape, *below); },
                 [&](display::PlacedPicture& placed) { return resolve_pixels(placed, *below); }},
        item.content);
  }

  bool resolve_pixels(display::PlacedPicture& placed, const color::Color& below) {
    const auto picture = make_opaque(*pages_.pictures[placed.picture.index()], below);
    if (!picture) return false;
    placed.picture = {static_cast<std::uint32_t>(pages_.pictures.size())};
    pages_.pictures.push_back(picture);
    return true;
  }

  void refuse(const display::Item& item) {
    if (item.span.known() && item.span == last_refused_) return;  // the shapes of one drawing
    last_refused_ = item.span;
    const bool is_picture = display::picture_of(item) != nullptr;
    diags_.error(diag::DiagnosticId::TransparencyRefused, item.span,
                 std::string(is_picture ? "the picture has transparent parts over"
                                        : "something see-through lies over") +
                     " more than one colour, and PDF/X-1a has no transparency",
                 {is_picture ? "put it on one flat colour or on paper, or cut it out without "
                               "soft edges"
                             : "put it on one flat colour or on paper, take a lighter tint of its "
                               "swatch, or send PDF/X-4"});
  }

  display::PageList& pages_;
  diag::Diagnostics& diags_;
  diag::Span last_refused_{};  ///< nothing in particular: none yet
};

}  // namespace

void remove_opacity(display::PageList& pages, diag::Diagnostics& diags) {
  Flattener flattener(pages, diags);
  for (auto* list : {&pages.pages, &pages.forms}) {
    for (display::Page& page : *list) flattener.flatten(page);
  }
}

}  // namespace handbill::press
