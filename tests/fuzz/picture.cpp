// SPDX-License-Identifier: MIT
// Any bytes as a picture, then as ink: a picture of the right size or a diagnostic, never a crash.
#include <string_view>

#include "fuzz/support/target.h"
#include "picture/read_picture.h"
#include "picture/to_press.h"

using handbill::display::Picture;
using handbill::fuzz::require;

namespace {

std::size_t bytes_of(const Picture& picture) {
  const auto width = static_cast<std::size_t>(picture.width);
  const auto height = static_cast<std::size_t>(picture.height);
  if (picture.bits == 1) return (width + 7) / 8 * height;
  const std::size_t components = picture.space == Picture::Space::Gray  ? 1
                                 : picture.space == Picture::Space::Rgb ? 3
                                                                        : 4;
  return width * height * components;
}

void check(const Picture& picture) {
  require(picture.encoding != Picture::Encoding::Raw || picture.bytes.size() == bytes_of(picture));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 16;
  constexpr int kMaxPixels = 1 << 18;  // larger ones only cost time
  if (size > kMaxSize) return 0;
  const std::string bytes = handbill::fuzz::as_bytes(data, size);
  handbill::diag::Diagnostics diags;
  const auto picture = handbill::picture::read_picture(bytes, "p", {}, diags);
  require((picture != nullptr) != diags.has_errors());
  if (!picture) return 0;
  check(*picture);
  if (picture->width * picture->height > kMaxPixels) return 0;
  const auto press = handbill::color::Preview::without_profile();
  const auto inked = handbill::picture::to_press(picture, {press}, {}, {}, diags);
  require((inked != nullptr) != diags.has_errors());
  if (inked) check(*inked);
  return 0;
}
