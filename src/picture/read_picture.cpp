// SPDX-License-Identifier: MIT
#include "picture/read_picture.h"

#include <array>
#include <utility>

#include "base/check.h"
#include "base/number.h"
#include "color/pixel_transform.h"
#include "picture/raster.h"

namespace handbill::picture {
namespace {

using diag::DiagnosticId;
using display::Picture;

struct Magic {
  std::string_view kind;
  std::string_view start;
  std::size_t offset = 0;
};

constexpr auto kOtherKinds = std::to_array<Magic>({
    {"GIF", "GIF8"},
    {"TIFF", {"II*\0", 4}},
    {"TIFF", {"MM\0*", 4}},
    {"WebP", "WEBP", 8},
    {"BMP", "BM"},
    {"PDF", "%PDF"},
    {"PostScript", "%!PS"},
    {"Photoshop", "8BPS"},
    {"HEIF or AVIF", "ftyp", 4},
    {"JPEG 2000", "jP  ", 4},
    {"SVG", "<svg"},
    {"SVG", "<?xml"},
});

std::string_view kind_of(std::string_view bytes) {
  for (const Magic& magic : kOtherKinds) {
    if (bytes.substr(std::min(magic.offset, bytes.size())).starts_with(magic.start)) {
      return magic.kind;
    }
  }
  return {};
}

RasterResult read_raster(std::string_view bytes) {
  if (is_jpeg(bytes)) return read_jpeg(bytes);
  if (is_png(bytes)) return read_png(bytes);
  if (bytes.empty()) return Broken{"is empty"};
  const std::string_view kind = kind_of(bytes);
  if (kind == "SVG") {
    return Unsupported{"is SVG, which is art, not a picture", "use `art` in place of `picture`"};
  }
  const std::string seen = kind.empty() ? "neither JPEG nor PNG" : std::string(kind);
  return Unsupported{"is " + seen, "save it as JPEG (photographs) or PNG"};
}

/// Printing presses, and the profiles for them, differ little enough that ink is better left alone.
void note_other_press(const Picture& picture, std::string_view press_icc, diag::Span asked_at,
                      diag::Diagnostics& diags) {
  if (picture.icc.empty() || press_icc.empty() || picture.icc == press_icc) return;
  const std::string name = color::profile_name(picture.icc);
  diags.add({DiagnosticId::PictureUnsupported,
             diag::Severity::Note,
             "picture `" + picture.name + "` keeps its inks, which were mixed for " +
                 (name.empty() ? "another press" : "`" + name + "`"),
             asked_at,
             {},
             {}});
}

std::shared_ptr<const Picture> separated(const Picture& picture,
                                         const color::Separation& separation) {
  auto inked = std::make_shared<Picture>();
  inked->space = Picture::Space::Cmyk;
  inked->width = picture.width;
  inked->height = picture.height;
  inked->alpha = picture.alpha;
  inked->name = picture.name;
  if (picture.encoding == Picture::Encoding::Raw) {
    inked->bytes = separation.to_ink(picture.bytes);
    return inked;
  }
  inked->bytes.reserve(static_cast<std::size_t>(picture.width) *
                       static_cast<std::size_t>(picture.height) * 4);
  const auto take_rows = [&](std::string_view rgb) { inked->bytes += separation.to_ink(rgb); };
  const std::string damage = decode_rgb_jpeg(picture.bytes, take_rows);
  HANDBILL_CHECK(damage.empty(), "read_picture has decoded it before");
  return inked;
}

}  // namespace

std::optional<Unsupported> check_size(double width, double height) {
  const std::string seen =
      "has " + format_number(width, 0) + " by " + format_number(height, 0) + " pixels";
  if (width > kMaxSide || height > kMaxSide) {
    return Unsupported{seen + " (at most " + std::to_string(kMaxSide) + " a side)",
                       "scale it down to 300 pixels an inch at the size it is printed"};
  }
  if (width * height > kMaxPixels) {
    return Unsupported{seen + " (at most 100 million)",
                       "scale it down to 300 pixels an inch at the size it is printed"};
  }
  return std::nullopt;
}

std::shared_ptr<const Picture> read_picture(std::string_view bytes, std::string name,
                                            diag::Span asked_at, diag::Diagnostics& diags) {
  RasterResult result = read_raster(bytes);
  if (const auto* broken = std::get_if<Broken>(&result)) {
    diags.error(DiagnosticId::PictureBroken, asked_at, "picture `" + name + "` " + broken->why);
    return nullptr;
  }
  if (const auto* unsupported = std::get_if<Unsupported>(&result)) {
    diags.error(DiagnosticId::PictureUnsupported, asked_at,
                "picture `" + name + "` " + unsupported->why, {unsupported->hint});
    return nullptr;
  }
  auto picture = std::make_shared<Picture>(std::get<Picture>(std::move(result)));
  picture->name = std::move(name);
  return picture;
}

std::shared_ptr<const Picture> to_press(std::shared_ptr<const Picture> picture,
                                        const PressWish& wish, diag::Span asked_at,
                                        diag::Diagnostics& diags) {
  if (!picture || picture->space == Picture::Space::Gray) return picture;
  if (picture->space == Picture::Space::Cmyk) {
    note_other_press(*picture, wish.press_icc, asked_at, diags);
    if (picture->icc.empty()) return picture;
    auto plain = std::make_shared<Picture>(*picture);
    plain->icc.clear();
    return plain;
  }
  const auto broken = [&]() -> std::shared_ptr<const Picture> {
    diags.error(DiagnosticId::ProfileBroken, asked_at,
                "picture `" + picture->name + "` has an ICC profile that can't be used",
                {"save it with the profile sRGB, or without any"});
    return nullptr;
  };
  if (wish.rgb == RgbPictures::Keep) {
    if (!picture->icc.empty()) return color::to_srgb(picture->icc) ? picture : broken();
    auto kept = std::make_shared<Picture>(*picture);
    kept->icc = color::srgb_profile();
    return kept;
  }
  const auto separation = wish.press.separation(picture->icc, wish.rendering);
  if (!separation) return broken();
  return separated(*picture, *separation);
}

}  // namespace handbill::picture
