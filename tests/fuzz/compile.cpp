// SPDX-License-Identifier: MIT
// Any two texts as a layout and its content: a page list and its dump, or an error, never a crash.
// A line "=== content" stands between the two.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "base/utf8.h"
#include "compile.h"
#include "diag/render.h"
#include "display/dump.h"

namespace {

namespace diag = handbill::diag;

void require(bool condition) {
  if (!condition) std::abort();
}

constexpr const char* kFonts = R"(
[family."Squares"]
package = "none"
licence = "MIT"
faces = [{ weight = 400, file = "squares.ttf" }]
)";

constexpr const char* kHouse = R"(
[font.text]
family = "Squares"
[style.body]
font = "text"
size = "10 pt"
leading = "12 pt"
)";

constexpr const char* kShop = R"(
title = "any"
bleed = "0.125 in"
marks = { draw = ["crop", "fold", "slug"] }
)";

constexpr const char* kArt =
    R"(<svg viewBox="0 0 10 10"><path d="M0 0h10v10z" fill="#000000"/></svg>)";

std::string squares() {
  std::ifstream in(HANDBILL_SOURCE_DIR "/tests/fonts/squares.ttf", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 1 << 14;
  constexpr std::string_view kBetween = "\n=== content\n";
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (size > kMaxSize || handbill::find_invalid_utf8(text)) return 0;
  const std::size_t between = std::min(text.find(kBetween), text.size());
  const std::size_t rest = std::min(between + kBetween.size(), text.size());
  const diag::MemoryFiles files({{"layouts/any.toml", text.substr(0, between)},
                                 {"layouts/house.toml", kHouse},
                                 {"layouts/shops/any.toml", kShop},
                                 {"layouts/art/any.svg", kArt},
                                 {"content/en/any.toml", text.substr(rest)},
                                 {"fonts/fonts.toml", kFonts},
                                 {"fonts/squares.ttf", squares()}});
  const auto press = handbill::color::Preview::without_profile();
  handbill::font::FontBook fonts({});
  handbill::text::HyphenBook hyphens({});
  handbill::document::ShopBook shops({});
  handbill::picture::PictureBook pictures;
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto compiled = handbill::compile(
      {files, "layouts/any.toml", {}, press, hyphens, shops, pictures}, fonts, sources, diags);
  require(compiled.pages.has_value() != diags.has_errors());
  if (compiled.pages) {
    require(!handbill::display::dump(*compiled.pages, fonts).empty());
    for (const auto& page : compiled.pages->pages) require(std::isfinite(page.trim.width.pt()));
  }
  require(diags.list().empty() == diag::render(diags, sources, diag::Paint::Plain).empty());
  return 0;
}
