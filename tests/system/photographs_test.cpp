// SPDX-License-Identifier: MIT
// A photograph on its way from the file to other programs' plates: in PDF/X-4 and PDF/X-1a, by
// Ghostscript, MuPDF and poppler, against our own conversion before anything is encoded.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>

#include "color/profile_folders.h"
#include "display/jpeg_reader.h"
#include "display/jpeg_writer.h"
#include "display/samples.h"
#include "document/resolve_shop.h"
#include "picture/read_picture.h"
#include "picture/resample.h"
#include "support/find_text.h"
#include "support/golden.h"
#include "support/separations.h"
#include "system/project.h"

namespace handbill::test {
namespace {

constexpr std::uint32_t kSide = 800;     ///< of the photograph, in pixels
constexpr std::uint32_t kPrinted = 300;  ///< at an inch
constexpr std::size_t kOffset = 150;     ///< half an inch from the corner of the page
constexpr std::size_t kInks = 4;

constexpr const char* kLayout = R"(
title = "Photograph"

[sheet]
trim = ["2 in", "2 in"]

[[side]]
  [[side.frame]]
  picture = "photo.jpg"
  alt     = "light and shade"
  box     = { left = "0.5 in", top = "0.5 in", width = "1 in", height = "1 in" }
)";

/// Slow waves in changing hues, an edge, and a little grain.
std::string photograph() {
  display::JpegWriter writer(
      {display::Picture::Space::Rgb, kSide, kSide, display::Chroma::Coarse, 92});
  std::vector<unsigned char> row(std::size_t{kSide} * 3);
  for (std::uint32_t y = 0; y < kSide; ++y) {
    for (std::uint32_t x = 0; x < kSide; ++x) {
      const double wave = std::sin(x / 90.0) * std::cos(y / 70.0);
      const double light = 128 + 70 * wave + (x + y > kSide ? 25 : 0) + (x * 7 + y * 13) % 5;
      const double hue = std::sin(x / 200.0 + y / 300.0);
      const double colors[] = {light * (1 + 0.3 * hue), light, light * (1 - 0.3 * hue)};
      for (std::size_t c = 0; c < 3; ++c) {
        row[std::size_t{x} * 3 + c] = static_cast<unsigned char>(std::clamp(colors[c], 0.0, 255.0));
      }
    }
    writer.write_rows(row.data(), 1);
  }
  return writer.finish();
}

/// Inks side by side, rows from the top: what is printed of the photograph.
using Inks = std::string;

/// Decoded, made fewer and turned into ink: nothing is encoded anew.
Inks our_conversion(const std::string& file, const ProjectCopy& project, const std::string& shop) {
  diag::Diagnostics diags;
  diag::SourceMap sources;
  const auto picture = picture::read_picture(file, "photo.jpg", {}, diags);
  const diag::DiskFiles files({(project / "").string()});
  document::ShopBook shops(color::profile_folders());
  const auto found = shops.find(shop, {}, files, sources, diags);
  REQUIRE((picture && found));
  const auto all = *display::samples(*picture);
  std::string fewer;
  picture::Resampler resampler({all.width, all.height, kPrinted, kPrinted, 3},
                               [&](const unsigned char* rows, std::size_t count) {
                                 fewer.append(reinterpret_cast<const char*>(rows),
                                              count * kPrinted * 3);
                               });
  resampler.push(reinterpret_cast<const unsigned char*>(all.bytes.data()), all.height);
  return found->press.separation({}, color::Rendering::Perceptual)->to_ink(fewer);
}

/// The part of a page of CMYK pixels that the photograph covers.
Inks cut_out(const std::string& page, std::size_t width) {
  Inks inks;
  for (std::size_t y = 0; y < kPrinted; ++y) {
    inks += page.substr(((kOffset + y) * width + kOffset) * kInks, kPrinted * kInks);
  }
  REQUIRE(inks.size() == std::size_t{kPrinted} * kPrinted * kInks);
  return inks;
}

Inks by_ghostscript(const std::string& pdf) {
  const auto plates = separations(read_file(pdf), 300);
  REQUIRE(plates);
  std::string page;
  const PlatePixels* all[] = {&plates->at("Cyan"), &plates->at("Magenta"), &plates->at("Yellow"),
                              &plates->at("Black")};
  for (std::size_t i = 0; i < all[0]->ink.size(); ++i) {
    for (const PlatePixels* each : all) page += static_cast<char>(each->ink[i]);
  }
  return cut_out(page, static_cast<std::size_t>(all[0]->width));
}

Inks by_mupdf(const std::string& pdf, const TempFolder& folder) {
  const auto file = folder / "page.pam";
  REQUIRE(run_program(
              {"mutool", "draw", "-q", "-r", "300", "-c", "cmyk", "-o", file.string(), pdf, "1"})
              .exit_code == 0);
  const std::string pam = read_file(file);
  const auto end = pam.find("ENDHDR\n");
  REQUIRE((pam.starts_with("P7") && end != pam.npos && contains(pam, "DEPTH 4\n")));
  return cut_out(pam.substr(end + 7), 600);
}

Inks by_poppler(const std::string& pdf, const TempFolder& folder) {
  const std::string base = (folder / "page").string();
  REQUIRE(run_program({"pdftoppm", "-r", "300", "-jpegcmyk", "-jpegopt", "quality=100",
                       "-singlefile", pdf, base})
              .exit_code == 0);
  display::Picture picture;
  picture.encoding = display::Picture::Encoding::Jpeg;
  picture.space = display::Picture::Space::Cmyk;
  picture.width = picture.height = 600;
  picture.bytes = read_file(base + ".jpg");
  display::JpegReader reader(picture.bytes);
  REQUIRE((reader.read_header() && reader.channels() == 4));
  picture.inverted = reader.has_adobe_marker();
  const auto samples = display::samples(picture);
  REQUIRE(samples);
  return cut_out(samples->bytes, samples->width);
}

/// Of 255.
double mean_difference(const Inks& one, const Inks& other) {
  REQUIRE(one.size() == other.size());
  double sum = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    sum += std::abs(static_cast<unsigned char>(one[i]) - static_cast<unsigned char>(other[i]));
  }
  return sum / static_cast<double>(one.size());
}

}  // namespace

TEST_CASE("a photograph for a press is the same to Ghostscript, MuPDF, poppler and us") {
  const ProjectCopy project;
  const std::string file = photograph();
  project.write("layouts/photo.jpg", file);
  project.write("layouts/page.toml", kLayout);
  struct Case {
    const char* shop;
    const char* standard;
  };
  for (const Case& each : {Case{"us-sheetfed-coated", "PDF/X-4"}, {"us-x1a", "PDF/X-1a:2003"}}) {
    CAPTURE(each.shop);
    project.write("layouts/shops/bare.toml", "extends = \"" + std::string(each.shop) +
                                                 "\"\ntitle = \"Bare\"\nbleed = 0\n" +
                                                 "marks = { draw = [] }\n");
    const auto built = project.handbill({"build", "page", "--shop", "bare"});
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    const std::string pdf = (project / "out/page.pdf").string();
    CHECK(contains(run_program({"pdfinfo", pdf}).output, each.standard));
    CHECK(contains(run_program({"pdfimages", "-list", pdf}).output, " cmyk    4   8  jpeg "));
    CHECK(run_program({"qpdf", "--check", pdf}).exit_code == 0);
    const auto judged = project.handbill({"preflight", "out/page.pdf", "--shop", "bare"});
    INFO(judged.errors);
    CHECK(judged.exit_code == 0);

    const TempFolder folder;
    const Inks ours = our_conversion(file, project, "bare");
    const Inks theirs[] = {by_ghostscript(pdf), by_mupdf(pdf, folder), by_poppler(pdf, folder)};
    for (std::size_t i = 0; i < 3; ++i) {
      CAPTURE(i);
      CHECK(mean_difference(ours, theirs[i]) < 2);
      CHECK(mean_difference(theirs[i], theirs[(i + 1) % 3]) < 2);
    }
  }
}

}  // namespace handbill::test
