// SPDX-License-Identifier: MIT
#include "picture/to_press.h"

#include "color/pixel_transform.h"
#include "picture/pixel_plan.h"
#include "picture/remake.h"

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

/// Without the profile, which is that of another press or this one.
std::shared_ptr<const Picture> in_its_inks(const std::shared_ptr<const Picture>& picture) {
  if (picture->icc.empty()) return picture;
  auto plain = std::make_shared<Picture>(*picture);
  plain->icc.clear();
  return plain;
}

/// Null: its profile can't be used.
std::shared_ptr<const Picture> in_rgb(const std::shared_ptr<const Picture>& picture) {
  if (!picture->icc.empty()) return color::to_srgb(picture->icc) ? picture : nullptr;
  auto kept = std::make_shared<Picture>(*picture);
  kept->icc = color::srgb_profile();
  return kept;
}

std::shared_ptr<const Picture> with_pixels(const std::shared_ptr<const Picture>& picture,
                                           const PixelPlan& plan) {
  return picture && plan.is_smaller() ? remake(*picture, plan, nullptr) : picture;
}

std::shared_ptr<const Picture> rgb_to_press(const std::shared_ptr<const Picture>& picture,
                                            const PressWish& wish, const PixelPlan& plan) {
  if (wish.rgb == RgbPictures::Keep) {
    const bool is_kept =
        picture->encoding == Picture::Encoding::Jpeg && wish.jpeg == KeptJpeg::AsItIs;
    return is_kept ? in_rgb(picture) : with_pixels(in_rgb(picture), plan);
  }
  const auto separation = wish.press.separation(picture->icc, wish.rendering);
  return separation ? remake(*picture, plan, &*separation) : nullptr;
}

}  // namespace

std::shared_ptr<const Picture> to_press(std::shared_ptr<const Picture> picture,
                                        const PressWish& wish, const Size& printed,
                                        diag::Span asked_at, diag::Diagnostics& diags) {
  if (!picture) return picture;
  const PixelPlan plan = plan_pixels(*picture, printed, wish.ppi);
  if (picture->space == Picture::Space::Gray) return with_pixels(picture, plan);
  if (picture->space == Picture::Space::Cmyk) {
    note_other_press(*picture, wish.press_icc, asked_at, diags);
    return with_pixels(in_its_inks(picture), plan);
  }
  auto pressed = rgb_to_press(picture, wish, plan);
  if (!pressed) {
    diags.error(DiagnosticId::ProfileBroken, asked_at,
                "picture `" + picture->name + "` has an ICC profile that can't be used",
                {"save it with the profile sRGB, or without any"});
  }
  return pressed;
}

}  // namespace handbill::picture
