// SPDX-License-Identifier: MIT
#include "build/pdf_drawing.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace handbill::build {
namespace {

/// Amounts of all inks as the four of the process: what stands in for spot inks is added.
color::Cmyk process_of(const std::vector<double>& amounts, const std::vector<plates::Ink>& inks) {
  color::Cmyk sum{};
  double* const parts[] = {&sum.c, &sum.m, &sum.y, &sum.k};
  for (std::size_t i = 0; i < std::min(amounts.size(), inks.size()); ++i) {
    if (i < plates::kProcessInks) {
      *parts[i] += amounts[i];
      continue;
    }
    sum.c += amounts[i] * inks[i].solid.c;
    sum.m += amounts[i] * inks[i].solid.m;
    sum.y += amounts[i] * inks[i].solid.y;
    sum.k += amounts[i] * inks[i].solid.k;
  }
  for (double* part : parts) *part = std::clamp(*part, 0.0, 1.0);
  return sum;
}

color::Color color_of(const plates::Paint& paint, const std::vector<plates::Ink>& inks) {
  if (paint.all) {
    const double tint = paint.amounts.empty() ? 1 : paint.amounts.front();
    return color::Color::black().tinted(std::clamp(tint, 0.0, 1.0));
  }
  return color::Color::process(process_of(paint.amounts, inks));
}

std::shared_ptr<const display::Gradient> gradient_of(const plates::Shading& shading,
                                                     const std::vector<plates::Ink>& inks) {
  if (shading.stops.size() < 2) return nullptr;
  display::Gradient gradient;
  gradient.kind = shading.kind;
  gradient.from = shading.from;
  gradient.to = shading.to;
  gradient.from_radius = shading.from_radius;
  gradient.to_radius = shading.to_radius;
  for (const auto& stop : shading.stops) {
    gradient.stops.push_back({stop.offset, color_of(stop.paint, inks)});
  }
  return std::make_shared<const display::Gradient>(std::move(gradient));
}

/// The pixels in the inks of the process.
std::shared_ptr<const display::Picture> picture_of(const plates::Raster& raster,
                                                   const std::vector<plates::Ink>& inks) {
  const auto pixels =
      static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height);
  const std::size_t channels = raster.inks.size();
  if (channels == 0 || raster.bytes.size() < pixels * channels) return nullptr;
  auto picture = std::make_shared<display::Picture>();
  picture->space = display::Picture::Space::Cmyk;
  picture->width = raster.width;
  picture->height = raster.height;
  picture->bytes.reserve(pixels * plates::kProcessInks);
  std::vector<double> amounts(inks.size());
  for (std::size_t i = 0; i < pixels; ++i) {
    for (std::size_t c = 0; c < channels; ++c) {
      const auto sample = static_cast<unsigned char>(raster.bytes[i * channels + c]);
      if (raster.inks[c] < amounts.size()) amounts[raster.inks[c]] = sample / 255.0;
    }
    const color::Cmyk ink = process_of(amounts, inks);
    for (const double part : {ink.c, ink.m, ink.y, ink.k}) {
      picture->bytes += static_cast<char>(std::lround(part * 255));
    }
  }
  if (raster.alpha.size() == pixels) picture->alpha = raster.alpha;
  return picture;
}

bool is_upright(const Matrix& map) {
  const double along = std::abs(map.a) + std::abs(map.d),
               across = std::abs(map.b) + std::abs(map.c);
  return map.a > 0 && map.d > 0 && across < along * 1e-3;
}

/// Of several clips the part that all boxes share; the last that is no box is kept as it is.
std::optional<Path> clip_of(const std::vector<Path>& clips) {
  if (clips.empty()) return std::nullopt;
  std::optional<Rect> shared;
  for (const Path& clip : clips) {
    const auto box = clip.bounds();
    if (!box) return Path();
    shared = !shared ? *box
                     : Rect::from_edges(std::max(shared->left, box->left),
                                        std::max(shared->top, box->top),
                                        std::min(shared->right(), box->right()),
                                        std::min(shared->bottom(), box->bottom()));
  }
  const bool is_box = clips.back().steps().size() <= 6;
  return is_box ? Path::rect(*shared) : clips.back();
}

class Drawing {
 public:
  explicit Drawing(const std::vector<plates::Ink>& inks) : inks_(inks) {}

  display::PageList draw(const plates::Page& page) {
    list_.pages.emplace_back();
    for (const plates::Object& each : page.objects) {
      if (each.step == display::ProcessingStep::None) add(each);
    }
    display::Page& drawn = list_.pages.front();
    drawn.trim = page.trim.size();
    drawn.bleed = drawn.media = {{}, {}, page.trim.width, page.trim.height};
    return std::move(list_);
  }

 private:
  void add(const plates::Object& object) {
    const bool is_unseen = object.type && object.type->invisible;
    if (is_unseen || object.path.empty()) return;
    if (object.kind == plates::Kind::Picture && object.picture && add_picture(object)) return;
    display::Shape shape;
    shape.path = object.path;
    shape.fill_rule = object.fill_rule;
    shape.opacity = object.opacity;
    const color::Color color = color_of(object.paint, inks_);
    if (object.kind == plates::Kind::Stroke && object.stroke) {
      shape.stroke = object.stroke;
      shape.stroke->color = color;
      shape.stroke->overprint = color::Overprint::Off;
    } else {
      shape.fill = color;
      if (object.shading) shape.gradient = gradient_of(*object.shading, inks_);
    }
    add(std::move(shape), object);
  }

  void add(display::Content content, const plates::Object& object) {
    display::Item item{std::move(content)};
    item.clip = clip_of(object.clips);
    list_.pages.front().items.push_back(std::move(item));
  }

  /// False: it is turned, or its pixels are not known; its mean colour stands for it.
  bool add_picture(const plates::Object& object) {
    const plates::PictureFacts& facts = *object.picture;
    if (!facts.raster || !is_upright(facts.map)) return false;
    auto picture = picture_of(*facts.raster, inks_);
    if (!picture) return false;
    const display::PictureId id{static_cast<std::uint32_t>(list_.pictures.size())};
    list_.pictures.push_back(std::move(picture));
    const Rect box{Length::pt(facts.map.e), Length::pt(facts.map.f), Length::pt(facts.map.a),
                   Length::pt(facts.map.d)};
    add(display::PlacedPicture{id, box, clip_of(object.clips).value_or(Path::rect(box))}, object);
    return true;
  }

  const std::vector<plates::Ink>& inks_;
  display::PageList list_;
};

}  // namespace

display::PageList drawing_of(const plates::Page& page, const std::vector<plates::Ink>& inks) {
  return Drawing(inks).draw(page);
}

}  // namespace handbill::build
