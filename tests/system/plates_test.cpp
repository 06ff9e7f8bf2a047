// SPDX-License-Identifier: MIT
// The ink map against the separations that Ghostscript makes of the same documents; and the command
// that shows it.
#include <catch2/catch.hpp>
#include <cmath>

#include "build/compile.h"
#include "pdf/write_pdf.h"
#include "plates/from_pages.h"
#include "plates/ink_map.h"
#include "support/golden.h"
#include "support/separations.h"
#include "system/project.h"

using namespace handbill;
using test::ProjectCopy;
using test::run_program;

namespace {

constexpr double kSquare = 15 / 25.4 * 72;  // points

/// A plate in cells of a point, wherever its corner lies.
struct Plane {
  double left = 0, top = 0;  ///< on the page, in points
  test::PlatePixels pixels;

  /// In percent, over a box in points of the page; outside of the plate there is no ink.
  double mean(const Rect& box) const {
    const double from_x = box.left.pt() - left, from_y = box.top.pt() - top;
    const double to_x = box.right().pt() - left, to_y = box.bottom().pt() - top;
    const auto part = [](double from, double to, int cell) {
      return std::max(0.0, std::min(to, cell + 1.0) - std::max(from, double(cell)));
    };
    double sum = 0;
    for (int y = static_cast<int>(from_y); y < to_y; ++y) {
      for (int x = static_cast<int>(from_x); x < to_x; ++x) {
        sum += std::max(0, pixels.at(x, y)) * part(from_x, to_x, x) * part(from_y, to_y, y);
      }
    }
    return sum / (box.width.pt() * box.height.pt()) / 2.55;
  }
};

/// Drawn eight times finer than it is then averaged, and without the half pixel that Ghostscript
/// adds to every shape.
void separate(const std::string& pdf, const std::filesystem::path& folder) {
  const auto gs = run_program(
      {"gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r576",
       "-dDownScaleFactor=8", "-sCompression=none", "-dUseFastColor=true", "-dOverprint=/enable",
       "-sOutputFile=" + (folder / "%d.tif").string(), "-c", "0 0 .setfilladjust2", "-f", pdf});
  INFO(gs.output << gs.errors);
  REQUIRE(gs.exit_code == 0);
}

Plane ghostscript_plate(const std::filesystem::path& folder, std::size_t page,
                        const std::string& ink, const Rect& media) {
  const auto file = folder / (std::to_string(page + 1) + "(" + ink + ").tif");
  INFO(file.string());
  auto plate = test::read_plate(test::read_file(file));
  REQUIRE(plate);
  // Where a page ends within a pixel, it is the pixel at the top that is cut.
  return {media.left.pt(), media.bottom().pt() - plate->height, std::move(*plate)};
}

Plane our_plate(const plates::InkMap& map, std::size_t ink) {
  const std::string& plate = map.plates[ink];
  return {map.area.left.pt(),
          map.area.top.pt(),
          {map.width, map.height, std::vector<unsigned char>(plate.begin(), plate.end())}};
}

plates::Print print_of(const ProjectCopy& project, const std::string& layout) {
  font::FontBook fonts(font::machine_font_folders());
  text::HyphenBook hyphens(text::machine_hyphen_folders());
  const diag::DiskFiles files({(project / "").string()});
  const color::Preview press = color::Preview::without_profile();
  document::ShopBook shops{{}};
  picture::PictureBook pictures;
  text::ShapeBook shapes;
  workspace::Products products;
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto compiled = build::compile(
      {files, "layouts/" + layout + ".toml", {}, press, hyphens, shops, pictures, shapes, products},
      fonts, sources, diags);
  REQUIRE(compiled.pages);
  return plates::from_pages(*compiled.pages, fonts);
}

/// Every plate, over the whole page and over squares of 15 mm side by side, within 2 %.
void check_agreement(const std::string& pdf, const plates::Print& print) {
  const test::TempFolder folder;
  separate(pdf, folder.path());
  for (std::size_t page = 0; page < print.pages.size(); ++page) {
    const plates::InkMap map = plates::map_ink(print, page, 72);
    const Rect media = print.pages[page].media;
    for (std::size_t ink = 0; ink < print.inks.size(); ++ink) {
      CAPTURE(page, print.inks[ink].name);
      const Plane theirs = ghostscript_plate(folder.path(), page, print.inks[ink].name, media);
      const Plane ours = our_plate(map, ink);
      CHECK(ours.mean(media) == Approx(theirs.mean(media)).margin(0.5));
      double worst = 0;
      Rect square = {media.left, media.top + Length::pt(1), Length::pt(kSquare),
                     Length::pt(kSquare)};
      for (; square.bottom() < media.bottom(); square.top += square.height) {
        for (square.left = media.left; square.right() < media.right();
             square.left += square.width) {
          worst = std::max(worst, std::abs(ours.mean(square) - theirs.mean(square)));
        }
      }
      CHECK(worst < 2);
    }
  }
}

Rect rect(double left, double top, double width, double height) {
  return {Length::pt(left), Length::pt(top), Length::pt(width), Length::pt(height)};
}

display::Shape filled(Path path, color::Color color) {
  display::Shape shape;
  shape.path = std::move(path);
  shape.fill = std::move(color);
  return shape;
}

std::shared_ptr<const display::Picture> ramp_picture() {
  display::Picture picture;
  picture.space = display::Picture::Space::Cmyk;
  picture.width = 40;
  picture.height = 30;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      for (const int ink : {x * 6, y * 8, 255 - x * 6, (x + y) % 2 * 60}) {
        picture.bytes += static_cast<char>(ink);
      }
    }
  }
  return std::make_shared<const display::Picture>(std::move(picture));
}

std::shared_ptr<const display::Gradient> gradient(display::Gradient::Kind kind) {
  display::Gradient gradient;
  gradient.kind = kind;
  gradient.from = {Length::pt(200), Length::pt(200)};
  gradient.to = {Length::pt(270), Length::pt(220)};
  gradient.to_radius = Length::pt(50);
  gradient.stops = {{0, color::Color::process({0, 0.9, 0.3, 0})},
                    {0.4, color::Color::process({0.2, 0.1, 1, 0})},
                    {1, color::Color::process({0.9, 0, 0, 0.4})}};
  return std::make_shared<const display::Gradient>(std::move(gradient));
}

/// Overprint, a spot ink, opacity, dashes, joins, gradients, a picture, a clip.
display::PageList press_page() {
  using color::Color;
  const auto teal = [](double tint) {
    return Color::spot_ink("Teal", {0.9, 0, 0.4, 0.1}).tinted(tint);
  };
  display::PageList list;
  list.pictures = {ramp_picture()};
  display::Page page;
  page.name = "press";
  page.trim = {Length::pt(288), Length::pt(288)};
  page.bleed = page.media = rect(-9, -9, 306, 306);
  const auto add = [&](display::Content content) -> display::Item& {
    return page.items.emplace_back(display::Item{std::move(content)});
  };
  add(filled(Path::rect(rect(-9, -9, 306, 150)), Color::process({0.6, 0.4, 0, 0.2})));
  add(filled(Path::rect(rect(20, 30, 90, 150)), teal(0.8)));
  display::Shape over = filled(Path::rect(rect(60, 70, 120, 60)), teal(0.4));
  over.overprint = color::Overprint::On;
  add(over);
  over = filled(Path::ellipse({Length::pt(60), Length::pt(60)}, Length::pt(40), Length::pt(25)),
                Color::process({0, 0, 0, 1}));
  over.overprint = color::Overprint::On;
  add(over);
  display::Shape half = filled(Path::rounded_rect(rect(150, 20, 100, 100), Length::pt(30)),
                               Color::process({1, 0.9, 0.9, 0.8}));
  half.opacity = 0.5;
  add(half);
  display::Shape line;
  line.path = Path::ellipse({Length::pt(220), Length::pt(90)}, Length::pt(50), Length::pt(30));
  line.stroke = display::Stroke{.color = teal(1),
                                .width = Length::pt(6),
                                .cap = display::Cap::Round,
                                .dash = {Length::pt(9), Length::pt(8)}};
  add(line);
  Path corner =
      Path::segment({Length::pt(130), Length::pt(150)}, {Length::pt(190), Length::pt(150)});
  corner.line({Length::pt(140), Length::pt(190)});
  line.path = corner;
  line.stroke = display::Stroke{.color = Color::black(), .width = Length::pt(8)};
  add(line);
  add(display::PlacedPicture{{}, rect(10, 190, 120, 90), Path::rect(rect(20, 200, 90, 70))});
  display::Shape run;
  run.path = Path::rect(rect(180, 180, 100, 40));
  run.gradient = gradient(display::Gradient::Kind::Linear);
  add(run);
  run.path = Path::rect(rect(180, 225, 100, 60));
  run.gradient = gradient(display::Gradient::Kind::Radial);
  add(run).clip = Path::ellipse({Length::pt(230), Length::pt(250)}, Length::pt(40), Length::pt(25));
  list.pages.push_back(std::move(page));
  return list;
}

/// More ink than any paper takes.
constexpr const char* kHeavyPage = R"(title = "Heavy page"

[sheet]
trim  = "a6"
bleed = "3 mm"

[swatch.heavy]
cmyk = [100, 90, 90, 80]

[swatch.seal]
cmyk = [0, 60, 100, 10]
spot = "PANTONE 7413 C"

[[side]]

[[side.frame]]
fill = "seal 20%"
box  = { left = 0, right = 0, top = 0, bottom = 0 }

[[side.frame]]
fill = "heavy"
box  = { left = "60 pt", width = "70 pt", top = "200 pt", height = "70 pt" }
)";

}  // namespace

TEST_CASE("the ink map has on every plate what Ghostscript prints on it") {
  const ProjectCopy project;
  REQUIRE(project.handbill({"build"}).exit_code == 0);
  for (const char* layout : {"treatment-brochure", "aftercare-sheet", "hours-placard"}) {
    CAPTURE(layout);
    check_agreement((project / ("out/" + std::string(layout) + ".pdf")).string(),
                    print_of(project, layout));
  }
}

TEST_CASE(
    "overprint, spots, gradients and pictures are on the ink map as Ghostscript prints them") {
  const display::PageList pages = press_page();
  const font::FontBook fonts({});
  diag::Diagnostics diags;
  const auto pdf = pdf::write_pdf(pages, fonts, {}, diags);
  REQUIRE(pdf);
  const test::TempFolder folder;
  check_agreement(folder.write("press.pdf", *pdf).string(), plates::from_pages(pages, fonts));
}

TEST_CASE("the command shows each plate, where most ink is and who put it there") {
  const ProjectCopy project;
  project.write("layouts/heavy-page.toml", kHeavyPage);
  const auto result = project.handbill(
      {"plates", "heavy-page", "--format", "png", "--format", "svg", "--ppi", "30"});
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  CHECK(
      result.output.find("The heaviest square of 15 mm has 360 %, too much. The limit is 320 %.") !=
      result.output.npos);
  CHECK(result.output.find("360 % by a fill of Cyan 100 + Magenta 90 + Yellow 90 + Black 80, "
                           "layouts/heavy-page.toml:") != result.output.npos);
  std::vector<std::string> expected;
  for (const char* plate : {"black", "cyan", "ink-map", "magenta", "pantone-7413-c", "yellow"}) {
    for (const char* ending : {".png", ".svg"}) {
      expected.push_back(std::string("heavy-page-1-") + plate + ending);
    }
  }
  CHECK(project.files("out") == expected);
  // IHDR: 8 bits, grey.
  CHECK(project.read("out/heavy-page-1-cyan.png").substr(24, 2) == std::string("\x08\0", 2));
  SECTION("or the numbers alone") {
    REQUIRE(project.handbill({"plates", "heavy-page", "--format", "text", "-o", "none"}).output ==
            result.output);
    CHECK_FALSE(std::filesystem::exists(project / "none"));
  }
}
