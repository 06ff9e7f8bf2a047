// SPDX-License-Identifier: MIT
// The edition for the printer in the office: white edges, greys, light ink, both sides, fold ticks.
#include <catch2/catch.hpp>

#include "support/find_text.h"
#include "support/pixels.h"
#include "system/project.h"

namespace handbill::test {
namespace {

std::string qdf(const ProjectCopy& project, const std::string& file) {
  const std::string path = (project / file).string();
  CHECK(run_program({"qpdf", "--check", path}).exit_code == 0);
  return run_program({"qpdf", "--qdf", "--object-streams=disable", path, "-"}).output;
}

const std::string kBox = R"(

[[side]]

  [[side.frame]]
  fill = "black"
  box  = { top = "-0.125 in", left = "-0.125 in", right = "-0.125 in", bottom = "-0.125 in" }
)";

/// A sheet full of ink, with what is asked of its edition.
std::string sheet(const std::string& trim, const std::string& edition, int sides = 1) {
  std::string text = "title = \"Sheet\"\nedition = { default = \"office\", office = { " + edition +
                     " } }\n[sheet]\ntrim = \"" + trim + "\"\n";
  for (int i = 0; i < sides; ++i) text += kBox;
  return text;
}

/// Of a page at 72 pixels an inch: how far its ink is from the left edge and the top.
std::pair<int, int> white_edges(const ProjectCopy& project) {
  const auto built = project.handbill({"build", "sheet", "--format", "png", "--ppi", "72"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  const auto page = read_png(project.read("out/sheet-1.png"));
  REQUIRE(page);
  const Pixel white = {255, 255, 255};
  int left = 0, top = 0;
  while (left < page->width && page->at(left, page->height / 2) == white) ++left;
  while (top < page->height && page->at(page->width / 2, top) == white) ++top;
  return {left, top};
}

}  // namespace

TEST_CASE("art ends where the printer does, or the page is made smaller") {
  const ProjectCopy project;
  const auto edges = [&](const std::string& edition) {
    project.write("layouts/sheet.toml", sheet("letter", edition));
    return white_edges(project);
  };
  CHECK(edges("") == std::pair{18, 18});
  CHECK(edges("edge = \"0.5 in\"") == std::pair{36, 36});
  CHECK(edges("edge = 0") == std::pair{0, 0});
  // 8 in of 8.5 in wide: the page is as much lower.
  const auto [left, top] = edges("edges = \"pulled-in\"");
  CHECK(left == 18);
  CHECK(top == 23);
}

TEST_CASE("an edge is at most a quarter of the sheet") {
  const ProjectCopy project;
  const auto built = [&](const std::string& edge) {
    project.write("layouts/sheet.toml", sheet("letter", "edge = \"" + edge + "\""));
    return project.handbill({"check", "sheet"});
  };
  CHECK(built("2.125 in").exit_code == 0);
  const auto wide = built("2.126 in");
  CHECK(wide.exit_code == 1);
  CHECK(contains(wide.errors,
                 "`edge` is 2.126 in; of this sheet a printer leaves no more than "
                 "2.125 in white at each side"));
}

TEST_CASE("sheets are printed as large as they are, on the sides they have") {
  struct Case {
    const char* trim;
    const char* edition;
    int sides;
    const char* duplex;
  };
  for (const Case& each : {
           Case{"letter", "", 1, "Simplex"},
           Case{"letter", "", 2, "DuplexFlipLongEdge"},
           Case{"letter landscape", "", 2, "DuplexFlipShortEdge"},
           Case{"letter", "duplex = \"short-edge\"", 2, "DuplexFlipShortEdge"},
           Case{"letter landscape", "duplex = \"long-edge\"", 2, "DuplexFlipLongEdge"},
           Case{"letter", "duplex = \"none\"", 2, "Simplex"},
       }) {
    CAPTURE(each.trim, each.edition, each.sides);
    const ProjectCopy project;
    project.write("layouts/sheet.toml", sheet(each.trim, each.edition, each.sides));
    REQUIRE(project.handbill({"build", "sheet"}).exit_code == 0);
    const std::string pdf = qdf(project, "out/sheet.pdf");
    CHECK(contains(pdf, std::string("/Duplex /") + each.duplex + "\n"));
    CHECK(contains(pdf, "/PrintScaling /None"));
    CHECK(contains(pdf, "/PickTrayByPDFSize true"));
    CHECK_FALSE(contains(pdf, "/NumCopies"));
    REQUIRE(project.handbill({"build", "sheet", "--edition", "standard"}).exit_code == 0);
    CHECK_FALSE(contains(qdf(project, "out/sheet.pdf"), "/Duplex"));
  }
}

TEST_CASE("folds have ticks inside of what is printed, if they are wanted") {
  const auto ticks = [](const std::string& edition) {
    const ProjectCopy project;
    project.edit("layouts/treatment-brochure.toml", "[sheet]",
                 "[edition.office]\n" + edition + "\n[sheet]");
    const auto built = project.handbill({"build", "treatment-brochure", "--edition", "office",
                                         "--format", "dump", "--stage", "pages"});
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    const std::string pages = project.read("out/treatment-brochure-office.txt");
    std::size_t count = 0;
    for (std::size_t at = 0; (at = pages.find("stroke cmyk(0 0 0 1) 0.4\n", at)) != pages.npos;
         ++at)
      ++count;
    return count;
  };
  // Two folds, two ends, two sides.
  CHECK(ticks("") == 8);
  CHECK(ticks("edges = \"pulled-in\"") == 8);
  CHECK(ticks("fold_ticks = false") == 0);
}

TEST_CASE("greys are black alone, pictures too, and light ink is less ink") {
  const ProjectCopy project;
  const auto ink = [&](const std::string& edition) {
    project.edit("layouts/aftercare-sheet.toml", "[sheet]",
                 "[edition.office]\n" + edition + "\n[sheet]");
    const auto built = project.handbill(
        {"plates", "aftercare-sheet", "--edition", "office", "--format", "text", "-o", "ink"});
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    project.edit("layouts/aftercare-sheet.toml", "[edition.office]\n" + edition + "\n[sheet]",
                 "[sheet]");
    return built.output;
  };
  const std::string full = ink("");
  CHECK_FALSE(contains(full, "Cyan 0 %"));
  const std::string grey = ink("color = \"greys\"");
  INFO(grey);
  CHECK(contains(grey, "Cyan 0 %, Magenta 0 %, Yellow 0 %, Black "));
  CHECK(ink("ink = \"light\"") != full);
}

TEST_CASE("the shop that was the office edition is told, and makes it") {
  const ProjectCopy project;
  const auto built = project.handbill({"build", "hours-placard", "--shop", "office-printer"});
  CHECK(built.exit_code == 0);
  CHECK(contains(built.errors, "warning: the shop `office-printer` is the edition `office` now"));
  CHECK(contains(built.errors, "hint: say `--edition office`"));
  CHECK(project.files("out") == std::vector<std::string>{"hours-placard-office.pdf"});
  const auto both = project.handbill(
      {"build", "hours-placard", "--shop", "office-printer", "--shop", "us-x1a", "-o", "both"});
  CHECK(both.exit_code == 0);
  CHECK(project.files("both") ==
        std::vector<std::string>{"hours-placard-office.pdf", "hours-placard.pdf"});
}

TEST_CASE("no print shop prints the office edition") {
  const ProjectCopy project;
  const auto built =
      project.handbill({"build", "hours-placard", "--shop", "us-x1a", "--edition", "office"});
  CHECK(built.exit_code == 1);
  CHECK(contains(built.errors,
                 "the office edition is for no print shop, and `--shop` names `us-x1a`"));
  // Beside an edition that one prints it is made as ever.
  const auto both = project.handbill({"build", "hours-placard", "--shop", "us-x1a", "--edition",
                                      "office", "--edition", "standard"});
  INFO(both.errors);
  CHECK(both.exit_code == 0);
}

}  // namespace handbill::test
