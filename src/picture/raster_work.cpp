// SPDX-License-Identifier: MIT
#include "picture/raster_work.h"

#include "color/profile_damage.h"
#include "confined/packing.h"
#include "display/jpeg_reader.h"
#include "display/samples.h"

namespace handbill::confined {

template <>
inline constexpr auto kLast<display::Picture::Encoding> = display::Picture::Encoding::Jpeg;
template <>
inline constexpr auto kLast<display::Picture::Space> = display::Picture::Space::Cmyk;
template <>
struct Fields<picture::Broken> {
  static void list(auto& pack, auto& broken) { pack(broken.why); }
};
template <>
struct Fields<picture::Unsupported> {
  static void list(auto& pack, auto& unsupported) { pack(unsupported.why, unsupported.hint); }
};
/// Pixels are handed over beside it.
template <>
struct Fields<display::Picture> {
  static void list(auto& pack, auto& p) {
    pack(p.encoding, p.space, p.width, p.height, p.bits, p.inverted, p.icc);
  }
};

}  // namespace handbill::confined

namespace handbill::picture {
namespace {

using confined::Reply;
using display::Picture;

/// One of them is there.
struct RasterAnswer {
  std::optional<Picture> picture{};
  std::optional<Broken> broken{};
  std::optional<Unsupported> unsupported{};

  void list(auto& pack) { pack(picture, broken, unsupported); }
};

/// The pixels, without what a JPEG file has: the program keeps that.
std::string taken_pixels(RasterAnswer& answer) {
  std::string pixels;
  if (!answer.picture || answer.picture->encoding == Picture::Encoding::Jpeg) return pixels;
  pixels = std::move(answer.picture->bytes);
  pixels += answer.picture->alpha;
  return pixels;
}

Reply answer_with_raster(const confined::Task& task) {
  RasterResult result = read_raster(task.file);
  // What the program will open is opened here before; whether it is fit for use is told later.
  const auto* read = std::get_if<Picture>(&result);
  if (read != nullptr && !read->icc.empty()) color::profile_damage(read->icc);
  RasterAnswer answer;
  if (auto* picture = std::get_if<Picture>(&result)) answer.picture = std::move(*picture);
  if (auto* broken = std::get_if<Broken>(&result)) answer.broken = std::move(*broken);
  if (auto* other = std::get_if<Unsupported>(&result)) answer.unsupported = std::move(*other);
  std::string pixels = taken_pixels(answer);
  confined::Packer pack;
  answer.list(pack);
  return {std::move(pack).take(), std::move(pixels)};
}

constexpr confined::Work kReadRaster{.run = answer_with_raster};

std::uint64_t pixel_bytes(const Picture& picture) {
  const auto width = static_cast<std::uint64_t>(picture.width);
  const std::uint64_t bits =
      width * display::channels(picture.space) * static_cast<std::uint64_t>(picture.bits);
  return (bits + 7) / 8 * static_cast<std::uint64_t>(picture.height);
}

bool has_possible_size(const Picture& picture) {
  return picture.width > 0 && picture.height > 0 && !check_size(picture.width, picture.height);
}

/// Takes the pixels, and the alpha behind them. False: they are not those of the picture.
bool take_pixels(std::string pixels, Picture& picture) {
  using Space = Picture::Space;
  const bool is_line_art = picture.bits == 1 && picture.space == Space::Gray;
  if (picture.space == Space::Cmyk || picture.inverted || !(is_line_art || picture.bits == 8)) {
    return false;
  }
  const std::uint64_t size = pixel_bytes(picture);
  const std::uint64_t alpha = is_line_art ? 0 : size / display::channels(picture.space);
  if (pixels.size() != size && (alpha == 0 || pixels.size() != size + alpha)) return false;
  picture.alpha = pixels.substr(size);
  pixels.resize(size);
  picture.bytes = std::move(pixels);
  return true;
}

/// False: it is not what the file can be.
bool complete(Picture& picture, std::string pixels, std::string_view file) {
  const bool is_jpeg_file = is_jpeg(file);
  const bool is_jpeg_picture = picture.encoding == Picture::Encoding::Jpeg;
  if (!has_possible_size(picture) || is_jpeg_file != is_jpeg_picture) return false;
  if (!is_jpeg_picture) return take_pixels(std::move(pixels), picture);
  if (picture.bits != 8 || !pixels.empty()) return false;
  picture.bytes = file;
  return true;
}

}  // namespace

std::variant<RasterResult, confined::Outcome> ask_for_raster(confined::Reader& reader,
                                                             std::string_view bytes) {
  confined::Outcome outcome = reader.ask(kReadRaster, {.file = bytes});
  if (!outcome.reply) return outcome;
  RasterAnswer answer;
  confined::Unpacker unpack(outcome.reply->words);
  answer.list(unpack);
  if (!unpack.is_done()) return reader.distrust();
  if (answer.broken) return RasterResult{std::move(*answer.broken)};
  if (answer.unsupported) return RasterResult{std::move(*answer.unsupported)};
  const bool is_picture =
      answer.picture && complete(*answer.picture, std::move(outcome.reply->file), bytes);
  if (!is_picture) return reader.distrust();
  return RasterResult{std::move(*answer.picture)};
}

}  // namespace handbill::picture
