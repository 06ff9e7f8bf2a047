// SPDX-License-Identifier: MIT
#include "check/picture_contrast.h"

#include <algorithm>
#include <cmath>

#include "display/item_kinds.h"
#include "plates/ink_map.h"
#include "plates/raster.h"

namespace handbill::check {
namespace {

using color::Cmyk;

constexpr double kPixelsPerInch = 152.4;  // six a millimetre
constexpr Length kSquare = Length::mm(1);

double light_of(double encoded) {
  return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

/// The value that a twentieth of them lie below.
double fifth_percentile(std::vector<double>& values) {
  const auto rank = static_cast<std::size_t>(std::ceil(0.05 * static_cast<double>(values.size())));
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
  std::ranges::nth_element(values, at);
  return *at;
}

/// The squares of a map, and which of them lie under glyphs.
class Squares {
 public:
  Squares(const plates::InkMap& map, const std::vector<GlyphInk>& inks) : map_(map) {
    side_ = std::max(1, static_cast<int>(std::lround(kSquare / map.cell())));
    columns_ = (map.width + side_ - 1) / side_;
    rows_ = (map.height + side_ - 1) / side_;
    wanted_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
    for (const GlyphInk& each : inks) want(each.box);
  }

  double worst(const std::vector<double>& contrasts) const {
    double worst = kBlackOnWhite;
    std::vector<double> values;
    for (int i = 0; i < columns_ * rows_; ++i) {
      if (!wanted_[static_cast<std::size_t>(i)]) continue;
      values.clear();
      collect(i % columns_ * side_, i / columns_ * side_, contrasts, values);
      if (!values.empty()) worst = std::min(worst, fifth_percentile(values));
    }
    return worst;
  }

 private:
  void want(const Rect& box) {
    const Length square = map_.cell() * side_;
    const auto place = [&](Length at, Length start, int count) {
      return static_cast<int>(std::clamp((at - start) / square, 0.0, count - 1.0));
    };
    const int right = place(box.right(), map_.area.left, columns_);
    const int bottom = place(box.bottom(), map_.area.top, rows_);
    for (int y = place(box.top, map_.area.top, rows_); y <= bottom; ++y) {
      for (int x = place(box.left, map_.area.left, columns_); x <= right; ++x) {
        wanted_[static_cast<std::size_t>(y * columns_ + x)] = true;
      }
    }
  }

  void collect(int left, int top, const std::vector<double>& contrasts,
               std::vector<double>& values) const {
    for (int y = top; y < std::min(top + side_, map_.height); ++y) {
      for (int x = left; x < std::min(left + side_, map_.width); ++x) {
        values.push_back(
            contrasts[static_cast<std::size_t>(y) * static_cast<std::size_t>(map_.width) +
                      static_cast<std::size_t>(x)]);
      }
    }
  }

  const plates::InkMap& map_;
  int side_ = 1, columns_ = 0, rows_ = 0;
  std::vector<bool> wanted_;
};

}  // namespace

double luminance(const color::Rgb& rgb) {
  return 0.2126 * light_of(rgb.r) + 0.7152 * light_of(rgb.g) + 0.0722 * light_of(rgb.b);
}

double contrast_of(double one_luminance, double other_luminance) {
  const auto [darker, lighter] = std::minmax(one_luminance, other_luminance);
  return (lighter + 0.05) / (darker + 0.05);
}

Cmyk printed_over(const display::GlyphRun& run, const Cmyk& below) {
  const Cmyk own = run.color.as_cmyk();
  if (run.overprint != color::Overprint::On) return own;
  // Overprint mode 1: plates that get nothing stay as they are. A spot ink comes on top of all.
  const bool is_process = run.color.kind == color::InkKind::Process;
  const auto plate = [&](double above, double under) {
    if (!is_process) return std::min(1.0, above + under);
    return above > 0 ? above : under;
  };
  return {plate(own.c, below.c), plate(own.m, below.m), plate(own.y, below.y),
          plate(own.k, below.k)};
}

plates::Object PictureContrast::with_pixels(std::size_t thing) {
  plates::Object object = view_.ground.object(thing);
  const auto* placed = display::picture_of(view_.ground.item(thing));
  if (placed == nullptr || !object.picture) return object;
  const auto [entry, fresh] = rasters_.try_emplace(placed->picture);
  if (fresh) {
    entry->second = plates::read_raster(*view_.pages.pictures.at(placed->picture.index()),
                                        object.picture->pixels_per_inch());
  }
  object.picture->raster = entry->second;
  return object;
}

std::vector<double> PictureContrast::contrasts(const display::GlyphRun& run,
                                               const plates::InkMap& map) const {
  const std::size_t count = map.plates.front().size();
  std::string below, above;
  std::vector<double> amounts(map.plates.size());
  const auto append = [](const Cmyk& ink, std::string& bytes) {
    for (const double each : {ink.c, ink.m, ink.y, ink.k}) {
      bytes += static_cast<char>(static_cast<unsigned char>(std::lround(each * 255)));
    }
  };
  for (std::size_t cell = 0; cell < count; ++cell) {
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      amounts[i] = static_cast<unsigned char>(map.plates[i][cell]) / 255.0;
    }
    const Cmyk ink = as_cmyk(amounts, view_.drawings.inks);
    append(ink, below);
    append(printed_over(run, ink), above);
  }
  const std::string lights[] = {view_.screen.cmyk_to_rgb(below), view_.screen.cmyk_to_rgb(above)};
  const auto light = [&](const std::string& rgb, std::size_t cell) {
    const auto part = [&](std::size_t i) {
      return static_cast<unsigned char>(rgb[cell * 3 + i]) / 255.0;
    };
    return luminance({part(0), part(1), part(2)});
  };
  std::vector<double> result;
  for (std::size_t cell = 0; cell < count; ++cell) {
    result.push_back(contrast_of(light(lights[0], cell), light(lights[1], cell)));
  }
  return result;
}

double PictureContrast::worst(const std::vector<GlyphInk>& inks,
                              const std::vector<std::size_t>& things) {
  Rect box = inks.front().box;
  for (const GlyphInk& each : inks) box = box.united(each.box);
  plates::Page page;
  page.media = box;
  for (const std::size_t thing : things) page.objects.push_back(with_pixels(thing));
  const plates::InkMap map =
      plates::map_ink({view_.drawings.inks, {std::move(page)}}, 0, kPixelsPerInch);
  if (map.plates.empty()) return kBlackOnWhite;
  return Squares(map, inks).worst(contrasts(*inks.front().run, map));
}

}  // namespace handbill::check
