// SPDX-License-Identifier: MIT
// Any text as SVG art: art or a diagnostic, never a crash.
#include <cmath>

#include "diag/source_map.h"
#include "fuzz/support/target.h"
#include "picture/read_svg.h"

using handbill::color::Color;
using handbill::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 16;
  const auto text = handbill::fuzz::as_text(data, size, kMaxSize);
  if (!text) return 0;
  handbill::diag::SourceMap sources;
  const auto file = sources.add("art.svg", *text);
  handbill::diag::Diagnostics diags;
  const auto swatch = [](std::string_view color) -> std::optional<Color> {
    if (color == "#ff0000") return std::nullopt;
    return Color::black();
  };
  const auto art = handbill::picture::read_svg(sources, file, swatch, diags);
  require((art != nullptr) != diags.has_errors());
  if (!art) return 0;
  for (const auto& shape : art->shapes) {
    const auto box = shape.path.bounds();
    require(!box || std::isfinite(box->width.pt()));
  }
  return 0;
}
