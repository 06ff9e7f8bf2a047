// SPDX-License-Identifier: MIT
#include "svg/screen_picture.h"

#include "base/check.h"
#include "display/samples.h"

namespace handbill::svg {
namespace {

using display::Picture;

std::string from_gray(std::string_view gray) {
  std::string rgb;
  rgb.reserve(gray.size() * 3);
  for (const char v : gray) rgb.append(3, v);
  return rgb;
}

}  // namespace

std::optional<ScreenPicture> to_screen(const Picture& picture, const color::Preview& preview) {
  if (picture.width <= 0 || picture.height <= 0) return std::nullopt;
  auto read = display::samples(picture);
  const std::size_t pixels =
      static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
  if (!read || (!picture.alpha.empty() && picture.alpha.size() != pixels)) return std::nullopt;
  ScreenPicture screen{static_cast<std::uint32_t>(picture.width),
                       static_cast<std::uint32_t>(picture.height),
                       {},
                       picture.alpha};
  switch (picture.space) {
    case Picture::Space::Gray:
      screen.rgb = from_gray(read->bytes);
      break;
    case Picture::Space::Rgb:
      screen.rgb = std::move(read->bytes);
      break;
    case Picture::Space::Cmyk:
      screen.rgb = preview.cmyk_to_rgb(read->bytes);
      break;
  }
  HANDBILL_CHECK(screen.rgb.size() == pixels * 3, "three bytes a pixel");
  return screen;
}

}  // namespace handbill::svg
