// SPDX-License-Identifier: MIT
#include "picture/to_press.h"

#include "base/check.h"
#include "color/pixel_transform.h"
#include "picture/raster.h"

namespace handbill::picture {
namespace {

using diag::DiagnosticId;
using display::Picture;

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
