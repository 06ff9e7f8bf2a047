// SPDX-License-Identifier: MIT
#include "plates/from_pages.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/check.h"
#include "base/overload.h"
#include "plates/raster.h"
#include "plates/rectangle.h"
#include "plates/stroke_outline.h"

namespace handbill::plates {
namespace {

/// What becomes of lengths that have no direction.
double scale_of(const Matrix& map) { return std::sqrt(std::abs(map.a * map.d - map.b * map.c)); }

Rect intersection(const Rect& a, const Rect& b) {
  return Rect::from_edges(std::max(a.left, b.left), std::max(a.top, b.top),
                          std::min(a.right(), b.right()), std::min(a.bottom(), b.bottom()));
}

std::optional<Rect> bounds_of(const std::vector<Polyline>& lines) {
  std::optional<Rect> bounds;
  for (const Polyline& line : lines) {
    for (const Point& point : line.points) {
      const Rect at = {point.x, point.y, {}, {}};
      bounds = bounds ? bounds->united(at) : at;
    }
  }
  return bounds;
}

enum class Contents { All, Drawings };

/// A box that the stroke does not leave, found without its outline.
std::optional<Rect> roughly(const Path& path, const display::Stroke& stroke) {
  const auto bounds = path.bounds();
  if (!bounds) return std::nullopt;
  const bool has_right_angles = as_rect(path) || path.steps().size() == 2;
  const bool is_sharp = stroke.join == display::Join::Miter && !has_right_angles;
  constexpr double kCorner = 1.4142135623730951;
  const double reach = is_sharp                             ? std::max(stroke.miter_limit, kCorner)
                       : stroke.cap == display::Cap::Square ? kCorner
                                                            : 1;
  return bounds->outset(stroke.width / 2 * reach);
}

/// Of what the object paints; nothing: it paints nothing.
std::optional<Rect> bounds_of(const Object& object, Contents contents) {
  std::optional<Rect> bounds;
  if (!object.stroke) {
    bounds = object.path.bounds();
  } else if (contents == Contents::Drawings) {
    bounds = roughly(object.path, *object.stroke);
  } else {
    bounds = bounds_of(stroke_outline(object.path, *object.stroke, kTolerance));
  }
  for (const Path& clip : object.clips) {
    const auto window = clip.bounds();
    if (!bounds || !window) return std::nullopt;
    bounds = intersection(*bounds, *window);
    if (bounds->width < Length() || bounds->height < Length()) return std::nullopt;
  }
  return bounds;
}

/// Registration is known to be on all plates only when all are known.
void spread(Paint& paint, std::size_t inks) {
  if (!paint.all || paint.amounts.empty()) return;
  paint.amounts.assign(inks, paint.amounts.front());
  paint.named.assign(inks, true);
}

class Maker {
 public:
  Maker(const display::PageList& list, const font::FontBook& fonts, Contents contents)
      : list_(list), fonts_(fonts), contents_(contents) {
    print_.inks = {{"Cyan", {1, 0, 0, 0}},
                   {"Magenta", {0, 1, 0, 0}},
                   {"Yellow", {0, 0, 1, 0}},
                   {"Black", {0, 0, 0, 1}}};
  }

  Print make() {
    for (const display::Page& page : list_.pages) add_page(page);
    for (Page& page : print_.pages) {
      for (Object& object : page.objects) finish(object);
    }
    return std::move(print_);
  }

 private:
  /// Where the items that are being added stand.
  struct Place {
    Matrix map{};
    std::optional<Path> clip{};
  };

  void add_page(const display::Page& from) {
    Page page;
    page.name = from.name;
    page.trim = {{}, {}, from.trim.width, from.trim.height};
    page.bleed = from.bleed;
    page.media = page.crop = from.media;
    objects_ = &page.objects;
    for (const display::PlacedPage& placed : from.placed) {
      place_ = {placed.map, placed.clip};
      for (const display::Item& item : list_.forms.at(placed.form).items) add_item(item);
    }
    place_ = {};
    for (item_ = 0; item_ < from.items.size(); ++item_) add_item(from.items[item_]);
    print_.pages.push_back(std::move(page));
  }

  void add_item(const display::Item& item) {
    std::visit([&](const auto& content) { add_content(content, item); }, item.content);
  }

  /// With all that is the same for every kind; `path` and the item's clip are in its coordinates.
  Object object(Kind kind, const Path& path, const display::Item& item) const {
    Object object;
    object.kind = kind;
    object.path = path.transformed(place_.map);
    if (place_.clip) object.clips.push_back(*place_.clip);
    if (item.clip) object.clips.push_back(item.clip->transformed(place_.map));
    object.step = item.step;
    object.span = item.span;
    object.item = item_;
    return object;
  }

  void add(Object object) {
    const auto bounds = bounds_of(object, contents_);
    if (!bounds) return;
    object.bounds = *bounds;
    objects_->push_back(std::move(object));
  }

  void add_content(const display::GlyphRun& run, const display::Item& item) {
    if (contents_ == Contents::Drawings) return;
    Path path;
    const double size = run.size.pt();
    for (const display::Glyph& glyph : run.glyphs) {
      const Point at = run.origin + Point{glyph.x, glyph.y};
      path.append(outline(run.font, glyph.id)
                      .transformed({size * run.glyph_width, 0, 0, size, at.x.pt(), at.y.pt()}));
    }
    if (path.empty()) return;
    Object text = object(Kind::Text, path, item);
    text.paint = paint(run.color);
    text.type = TypeFacts{run.size * scale_of(place_.map), fonts_.face(run.font).postscript_name(),
                          run.text};
    set_overprint(run.overprint, text);
    add(std::move(text));
  }

  void add_content(const display::Shape& shape, const display::Item& item) {
    if (shape.fill || shape.gradient) {
      Object fill = object(shape.gradient ? Kind::Shading : Kind::Fill, shape.path, item);
      fill.fill_rule = shape.fill_rule;
      fill.opacity = shape.opacity;
      if (shape.gradient) {
        fill.shading = shading(*shape.gradient);
        fill.paint = heaviest(*fill.shading);
      } else {
        fill.paint = paint(*shape.fill);
      }
      set_overprint(shape.overprint, fill);
      add(std::move(fill));
    }
    if (!shape.stroke) return;
    Object line = object(Kind::Stroke, shape.path, item);
    const double scale = scale_of(place_.map);
    line.stroke = shape.stroke;
    line.stroke->width = line.stroke->width * scale;
    line.stroke->dash_phase = line.stroke->dash_phase * scale;
    for (Length& dash : line.stroke->dash) dash = dash * scale;
    line.opacity = shape.opacity;
    line.paint = paint(shape.stroke->color);
    set_overprint(shape.stroke->overprint, line);
    add(std::move(line));
  }

  void add_content(const display::PlacedPicture& placed, const display::Item& item) {
    const display::Picture& picture = *list_.pictures.at(placed.picture.index());
    const Rect& box = placed.box;
    Object object = this->object(Kind::Picture, Path::rect(box), item);
    if (!placed.clip.empty() && placed.clip != Path::rect(box)) {
      object.clips.push_back(placed.clip.transformed(place_.map));
    }
    PictureFacts facts;
    facts.width = picture.width;
    facts.height = picture.height;
    facts.bits = picture.bits;
    facts.map =
        Matrix{box.width.pt(), 0, 0, box.height.pt(), box.left.pt(), box.top.pt()}.then(place_.map);
    if (contents_ == Contents::All) {
      facts.raster = raster(placed.picture, facts.pixels_per_inch());
    }
    object.paint = paint(picture, facts.raster.get());
    object.soft_mask = !picture.alpha.empty();
    object.picture = std::move(facts);
    add(std::move(object));
  }

  static void set_overprint(color::Overprint overprint, Object& object) {
    HANDBILL_CHECK(overprint != color::Overprint::Auto, "the press stage decides what overprints");
    object.overprint = overprint == color::Overprint::On;
    object.overprint_mode = object.overprint ? 1 : 0;
  }

  std::size_t ink(const color::Color& spot) {
    const auto known = std::ranges::find(print_.inks, spot.spot, &Ink::name);
    const auto index = static_cast<std::size_t>(known - print_.inks.begin());
    if (known == print_.inks.end()) print_.inks.push_back({spot.spot, spot.cmyk});
    return index;
  }

  Paint paint(const color::Color& color) {
    Paint paint;
    if (color.kind == color::InkKind::Process) {
      paint.amounts = {color.cmyk.c, color.cmyk.m, color.cmyk.y, color.cmyk.k};
      paint.named.assign(kProcessInks, true);
      return paint;
    }
    paint.space = ColorSpace::Separation;
    if (color.kind == color::InkKind::Registration) {
      paint.all = true;
      paint.amounts = {color.tint};
      paint.named = {true};
      paint.names = {"All"};
      return paint;
    }
    const std::size_t plate = ink(color);
    paint.amounts.resize(plate + 1, 0);
    paint.named.resize(plate + 1, false);
    paint.amounts[plate] = color.tint;
    paint.named[plate] = true;
    paint.names = {color.spot};
    return paint;
  }

  static Paint paint(const display::Picture& picture, const Raster* raster) {
    Paint paint;
    switch (picture.space) {
      case display::Picture::Space::Gray:
        paint.space = ColorSpace::DeviceGray;
        break;
      case display::Picture::Space::Rgb:
        paint.space = picture.icc.empty() ? ColorSpace::DeviceRgb : ColorSpace::IccRgb;
        break;
      case display::Picture::Space::Cmyk:
        break;
    }
    paint.amounts = raster != nullptr ? mean_amounts(*raster) : std::vector<double>(kProcessInks);
    paint.named.assign(paint.amounts.size(), paint.space != ColorSpace::DeviceGray);
    paint.named[kBlack] = true;
    return paint;
  }

  std::shared_ptr<const Shading> shading(const display::Gradient& from) {
    Shading to;
    to.kind = from.kind;
    to.from = place_.map.apply(from.from);
    to.to = place_.map.apply(from.to);
    const double scale = scale_of(place_.map);
    to.from_radius = from.from_radius * scale;
    to.to_radius = from.to_radius * scale;
    for (const auto& stop : from.stops) to.stops.push_back({stop.offset, paint(stop.color)});
    return std::make_shared<const Shading>(std::move(to));
  }

  static Paint heaviest(const Shading& shading) {
    const auto less = [](const Shading::Stop& a, const Shading::Stop& b) {
      return a.paint.sum() < b.paint.sum();
    };
    const auto most = std::max_element(shading.stops.begin(), shading.stops.end(), less);
    return most == shading.stops.end() ? Paint{} : most->paint;
  }

  const Path& outline(font::FontId font, font::GlyphId glyph) {
    const auto [entry, fresh] = outlines_.try_emplace({font, glyph});
    if (fresh) entry->second = fonts_.face(font).outline(glyph);
    return entry->second;
  }

  /// Placed twice in about the same size, a picture is read once.
  std::shared_ptr<const Raster> raster(display::PictureId id, double pixels_per_inch) {
    const int fineness = static_cast<int>(std::min(pixels_per_inch / kEnoughPixelsPerInch, 64.0));
    const auto [entry, fresh] = rasters_.try_emplace({id, fineness});
    if (fresh) entry->second = read_raster(*list_.pictures[id.index()], pixels_per_inch);
    return entry->second;
  }

  void finish(Object& object) const {
    const std::size_t inks = print_.inks.size();
    spread(object.paint, inks);
    if (!object.shading) return;
    const auto& stops = object.shading->stops;
    if (std::ranges::none_of(stops, [](const auto& stop) { return stop.paint.all; })) return;
    Shading spread_shading = *object.shading;
    for (Shading::Stop& stop : spread_shading.stops) spread(stop.paint, inks);
    object.shading = std::make_shared<const Shading>(std::move(spread_shading));
  }

  const display::PageList& list_;
  const font::FontBook& fonts_;
  Contents contents_;
  Print print_;
  std::vector<Object>* objects_ = nullptr;
  Place place_;
  std::size_t item_ = 0;
  std::map<std::pair<font::FontId, font::GlyphId>, Path> outlines_;
  std::map<std::pair<display::PictureId, int>, std::shared_ptr<const Raster>> rasters_;
};

}  // namespace

Print from_pages(const display::PageList& pages, const font::FontBook& fonts) {
  return Maker(pages, fonts, Contents::All).make();
}

Print drawings(const display::PageList& pages, const font::FontBook& fonts) {
  return Maker(pages, fonts, Contents::Drawings).make();
}

}  // namespace handbill::plates
