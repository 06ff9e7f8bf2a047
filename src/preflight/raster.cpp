// SPDX-License-Identifier: MIT
#include "preflight/raster.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace handbill::preflight {
namespace {

constexpr int kMostSide = 100'000;

/// Samples of 1 to 16 bits, rows padded to whole bytes.
class Samples {
 public:
  Samples(std::string_view bytes, std::size_t per_row, int bits)
      : bytes_(bytes), stride_((per_row * static_cast<std::size_t>(bits) + 7) / 8), bits_(bits) {}

  bool holds(std::size_t rows) const {
    return bytes_.size() / std::max<std::size_t>(1, stride_) >= rows;
  }
  unsigned at(std::size_t row, std::size_t i) const {
    const char* from = bytes_.data() + row * stride_;
    const auto byte = [&](std::size_t n) { return static_cast<unsigned char>(from[n]); };
    if (bits_ == 8) return byte(i);
    if (bits_ == 16) return byte(2 * i) * 256U + byte(2 * i + 1);
    const auto width = static_cast<std::size_t>(bits_), bit = i * width;
    return (byte(bit / 8) >> (8 - width - bit % 8)) & ((1U << width) - 1);
  }

 private:
  std::string_view bytes_;
  std::size_t stride_;
  int bits_;
};

char as_byte(double share) {
  return static_cast<char>(
      static_cast<unsigned char>(std::lround(std::clamp(share, 0.0, 1.0) * 255)));
}

std::vector<double> usual_decode(const Space& space, int bits) {
  if (space.indexed) return {0, std::pow(2.0, bits) - 1};
  if (space.kind == plates::ColorSpace::Lab && space.range.size() == 4) {
    return {0, 100, space.range[0], space.range[1], space.range[2], space.range[3]};
  }
  std::vector<double> decode;
  for (std::size_t i = 0; i < space.components; ++i) decode.insert(decode.end(), {0.0, 1.0});
  return decode;
}

/// The amounts of a pixel's samples; each colour is worked out once as long as there are not too
/// many of them.
class Converter {
 public:
  Converter(const PictureSource& source, const SpaceReader& spaces)
      : space_(*source.space),
        spaces_(spaces),
        decode_(source.decode),
        most_(std::pow(2.0, source.bits) - 1) {
    if (decode_.size() != 2 * space_.components) decode_ = usual_decode(space_, source.bits);
  }

  const std::string& amounts(const std::vector<unsigned>& samples, std::size_t plates) {
    if (const auto known = known_.find(samples); known != known_.end()) return known->second;
    std::vector<double> values(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i) {
      values[i] = decode_[2 * i] + samples[i] / most_ * (decode_[2 * i + 1] - decode_[2 * i]);
    }
    const plates::Paint paint = spaces_.paint(space_, values);
    std::string bytes(plates, '\0');
    for (std::size_t i = 0; i < std::min(plates, paint.amounts.size()); ++i) {
      bytes[i] = as_byte(paint.amounts[i]);
    }
    constexpr std::size_t kMostKnown = 1U << 16U;
    if (known_.size() >= kMostKnown) known_.clear();
    return known_.emplace(samples, std::move(bytes)).first->second;
  }

 private:
  const Space& space_;
  const SpaceReader& spaces_;
  std::vector<double> decode_;
  double most_;
  std::map<std::vector<unsigned>, std::string> known_;
};

bool is_plain_cmyk(const PictureSource& source) {
  const auto kind = source.space->kind;
  const bool cmyk = kind == plates::ColorSpace::DeviceCmyk || kind == plates::ColorSpace::IccCmyk;
  const std::vector<double> usual = {0, 1, 0, 1, 0, 1, 0, 1};
  return cmyk && !source.space->indexed && source.bits == 8 &&
         (source.decode.empty() || source.decode == usual);
}

void convert_pixels(const PictureSource& source, const Samples& samples, const SpaceReader& spaces,
                    plates::Raster& raster) {
  Converter convert(source, spaces);
  std::vector<unsigned> pixel(source.space->components), last;
  const std::string* amounts = nullptr;
  const std::size_t inks = raster.inks.size();
  const auto width = static_cast<std::size_t>(raster.width);
  raster.bytes.reserve(width * static_cast<std::size_t>(raster.height) * inks);
  for (std::size_t y = 0; y < static_cast<std::size_t>(raster.height); ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      for (std::size_t i = 0; i < pixel.size(); ++i) pixel[i] = samples.at(y, x * pixel.size() + i);
      // Neighbours are often alike.
      if (amounts == nullptr || pixel != last) amounts = &convert.amounts(pixel, inks);
      last = pixel;
      raster.bytes += *amounts;
    }
  }
}

std::string decode_alpha(const Handle& mask, int width, int height, Budget& budget) {
  if (integer_or(entry(mask, "/Width"), 0) != width ||
      integer_or(entry(mask, "/Height"), 0) != height ||
      integer_or(entry(mask, "/BitsPerComponent"), 0) != 8) {
    return {};
  }
  auto bytes = decoded(mask, Decode::Pictures, budget);
  const std::size_t pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  if (!bytes || bytes->size() < pixels) return {};
  bytes->resize(pixels);
  return *bytes;
}

}  // namespace

PictureSource read_picture(const Handle& picture, const Handle& resources, SpaceReader& spaces) {
  PictureSource source;
  source.stream = picture;
  source.width = std::clamp(integer_or(entry(picture, "/Width"), 0), 0, kMostSide);
  source.height = std::clamp(integer_or(entry(picture, "/Height"), 0), 0, kMostSide);
  source.mask = is_true(entry(picture, "/ImageMask"));
  source.bits = source.mask ? 1 : integer_or(entry(picture, "/BitsPerComponent"), 8);
  source.decode = numbers(entry(picture, "/Decode"), 64);
  const Handle space = entry(picture, "/ColorSpace");
  if (!is_null(space)) source.space = spaces.read(space, resources);
  const Handle mask = entry(picture, "/SMask");
  if (is_stream(mask)) source.soft_mask = mask;
  return source;
}

std::shared_ptr<const plates::Raster> decode_picture(const PictureSource& source,
                                                     const SpaceReader& spaces, Budget& budget) {
  const Space& space = *source.space;
  const int bits = source.bits;
  const bool known_bits = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
  const auto width = static_cast<std::size_t>(source.width),
             height = static_cast<std::size_t>(source.height);
  if (!known_bits || width == 0 || height == 0 || space.components == 0) return nullptr;
  const plates::Paint sample = spaces.paint(space, space.first_color());
  const std::size_t inks = sample.amounts.size();
  // Not an error of the file: an ink map without the largest pictures is still worth having.
  if (inks > 0 && width * height > budget.raster_bytes / (inks + 1)) budget.skip_pixels();
  if (inks == 0 || width * height > budget.raster_bytes / (inks + 1)) return nullptr;
  auto bytes = source.bytes ? source.bytes : decoded(source.stream, Decode::Pictures, budget);
  if (!bytes) return nullptr;
  const Samples samples(*bytes, width * space.components, bits);
  if (!samples.holds(height)) return nullptr;
  budget.raster_bytes -= width * height * (inks + 1);

  auto raster = std::make_shared<plates::Raster>();
  raster->width = source.width;
  raster->height = source.height;
  for (std::size_t i = 0; i < inks; ++i) raster->inks.push_back(i);
  if (is_plain_cmyk(source)) {
    // As most pictures for a press are.
    raster->bytes = bytes->substr(0, width * height * inks);
  } else {
    convert_pixels(source, samples, spaces, *raster);
  }
  if (!is_null(source.soft_mask)) {
    raster->alpha = decode_alpha(source.soft_mask, source.width, source.height, budget);
  }
  return raster;
}

}  // namespace handbill::preflight
