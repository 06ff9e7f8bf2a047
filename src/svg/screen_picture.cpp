// SPDX-License-Identifier: MIT
#include "svg/screen_picture.h"

#include "base/base64.h"
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

/// Browsers do not agree on CMYK in JPEG: those files are decoded here, all others left as they
/// are. A file that can't be decoded is left to the viewer too.
std::string data_uri(const Picture& picture, const color::Preview& preview) {
  const bool jpeg = picture.encoding == Picture::Encoding::Jpeg;
  std::string uri = "data:image/png;base64,";
  if (!jpeg || picture.space == Picture::Space::Cmyk || !picture.alpha.empty()) {
    const auto screen = to_screen(picture, preview);
    const auto png = screen ? encode_png(*screen, PngContent::Photograph) : std::nullopt;
    if (png) {
      append_base64(uri, *png);
      return uri;
    }
  }
  if (!jpeg) return {};
  uri = "data:image/jpeg;base64,";
  append_base64(uri, picture.bytes);
  return uri;
}

}  // namespace handbill::svg
