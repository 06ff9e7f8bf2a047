// SPDX-License-Identifier: MIT
// Any text as SVG art: art or a diagnostic, never a crash.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "diag/source_map.h"
#include "picture/read_svg.h"

using handbill::color::Color;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 16;
  std::string text(reinterpret_cast<const char*>(data), size);
  if (size > kMaxSize || handbill::find_invalid_utf8(text)) return 0;
  handbill::diag::SourceMap sources;
  const auto file = sources.add("art.svg", std::move(text));
  handbill::diag::Diagnostics diags;
  const auto swatch = [](std::string_view color) -> std::optional<Color> {
    if (color == "#ff0000") return std::nullopt;
    return Color::black();
  };
  const auto art = handbill::picture::read_svg(sources, file, swatch, diags);
  if ((art != nullptr) == diags.has_errors()) std::abort();
  if (!art) return 0;
  for (const auto& shape : art->shapes) {
    if (const auto box = shape.path.bounds(); box && !std::isfinite(box->width.pt())) std::abort();
  }
  return 0;
}
