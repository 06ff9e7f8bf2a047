// SPDX-License-Identifier: MIT
// The drawings that come with the layouts keep to the subset and to the house's swatches.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "diag/render.h"
#include "picture/read_svg.h"
#include "support/golden.h"
#include "support/paths.h"

namespace diag = handbill::diag;
using handbill::color::Color;

namespace {

/// The values of `screen = "#…"` in the house layout.
std::set<std::string, std::less<>> screen_colors(const std::string& toml) {
  std::set<std::string, std::less<>> colors = {"currentcolor", "#ffffff"};
  const std::string key = "screen = \"";
  for (std::size_t at = toml.find(key); at != std::string::npos; at = toml.find(key, at + 1)) {
    colors.insert(toml.substr(at + key.size(), 7));
  }
  return colors;
}

}  // namespace

TEST_CASE("every drawing of the layouts can be printed in the house's swatches") {
  const std::filesystem::path layouts =
      std::filesystem::path(handbill::test::source_folder()) / "layouts";
  const auto colors = screen_colors(handbill::test::read_file(layouts / "house.toml"));
  REQUIRE(colors.count("#00384f") == 1);
  const auto swatch = [&](std::string_view color) -> std::optional<Color> {
    if (colors.find(color) == colors.end()) return std::nullopt;
    return Color::black();
  };
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(layouts / "art")) {
    if (entry.path().extension() != ".svg") continue;
    ++count;
    diag::SourceMap sources;
    const auto file =
        sources.add(entry.path().filename().string(), handbill::test::read_file(entry.path()));
    diag::Diagnostics diags;
    const auto art = handbill::picture::read_svg(sources, file, swatch, diags);
    INFO(diag::render(diags, sources, diag::Paint::Plain));
    REQUIRE(art);
    CHECK_FALSE(art->shapes.empty());
    const bool icon = entry.path().filename().string().starts_with("icon-");
    if (icon)
      CHECK(art->size == handbill::Size{handbill::Length::pt(32), handbill::Length::pt(32)});
    // Nothing but what leaves the page sticks out of the view box.
    const auto name = entry.path().filename();
    if (name == "face.svg" || name == "disc-corner.svg" || name == "disc-band.svg") continue;
    for (const auto& shape : art->shapes) {
      const auto box = shape.path.bounds();
      INFO(entry.path().filename().string());
      REQUIRE(box);
      const handbill::Rect view{{}, {}, art->size.width, art->size.height};
      CHECK(view.outset(handbill::Length::pt(0.05)).contains(*box));
    }
  }
  CHECK(count >= 26);
}
