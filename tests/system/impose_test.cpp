// SPDX-License-Identifier: MIT
// The impositions that come with the program, from the command line to the sheets.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <sstream>

#include "support/golden.h"
#include "support/paths.h"
#include "system/project.h"

using handbill::test::ProjectCopy;
using handbill::test::run_program;

namespace {

struct Sheets {
  const char* imposition;
  const char* document;
  const char* pages;  ///< as poppler writes them
  const char* size;
};

constexpr Sheets kSheets[] = {
    {"step-and-repeat-13x19", "card", "Pages:           2", "1368 x 936 pts"},
    {"cut-and-stack-13x19", "card", "Pages:           2", "1368 x 936 pts"},
    {"work-and-turn-13x19", "card", "Pages:           1", "1368 x 936 pts"},
    {"tiles-letter", "sign", "Pages:           6", "612 x 792 pts"},
    {"tiles-a4", "sign", "Pages:           6", "595.276 x 841.89 pts"},
    {"saddle-stitch-13x19", "booklet", "Pages:           4", "1368 x 936 pts"},
    {"saddle-stitch-12x18", "booklet", "Pages:           4", "1296 x 864 pts"},
    {"saddle-stitch-tabloid", "booklet", "Pages:           4", "1224 x 792 pts"},
    {"saddle-stitch-letter", "booklet", "Pages:           4", "792 x 612 pts"},
    {"saddle-stitch-a3", "booklet", "Pages:           4", "1190.55 x 841.89 pts"},
    {"saddle-stitch-a4", "booklet", "Pages:           4", "841.89 x 595.276 pts"},
    {"saddle-stitch-sra3", "booklet", "Pages:           4", "1275.59 x 907.087 pts"},
    {"perfect-binding-13x19", "booklet", "Pages:           4", "1368 x 936 pts"},
    {"perfect-binding-sra3", "booklet", "Pages:           4", "1275.59 x 907.087 pts"},
};

void write_documents(const ProjectCopy& project) {
  project.write("layouts/card.toml", R"(
extends = "house"
title   = "Appointment card"

[sheet]
trim   = ["3.5 in", "2 in"]
bleed  = "0.125 in"
margin = "0.25 in"

[[side]]
  [[side.frame]]
  text = "Your next visit"

[[side]]
  [[side.frame]]
  text = "Monday to Friday"
)");
  project.write("layouts/sign.toml", R"(
extends = "house"
title   = "Sign"

[sheet]
trim   = ["18 in", "14 in"]
margin = "1 in"

[[side]]
  [[side.frame]]
  text = "Open"
)");
  std::string booklet = R"(
extends = "house"
title   = "Booklet"

[sheet]
trim    = ["4.25 in", "5.5 in"]
bleed   = "0.125 in"
margin  = "0.5 in"
caliper = "0.2 mm"
)";
  for (int page = 1; page <= 8; ++page) {
    booklet += "[[side]]\n  [[side.frame]]\n  text = \"Page " + std::to_string(page) + "\"\n";
  }
  project.write("layouts/booklet.toml", booklet);
}

}  // namespace

TEST_CASE("each imposition of the program gives the sheets it promises") {
  const ProjectCopy project;
  write_documents(project);
  std::set<std::string> tried;
  for (const Sheets& each : kSheets) {
    CAPTURE(each.imposition);
    tried.insert(each.imposition);
    const auto built = project.handbill(
        {"build", each.document, "--impose", each.imposition, "--shop", "us-sheetfed-coated"});
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    const auto file =
        project / ("out/" + std::string(each.document) + "-" + each.imposition + ".pdf");
    const auto told = run_program({"pdfinfo", file.string()});
    INFO(told.output);
    CHECK(told.output.find(each.pages) != told.output.npos);
    CHECK(told.output.find(each.size) != told.output.npos);
  }
  for (const auto& file : std::filesystem::directory_iterator(handbill::test::source_folder() +
                                                              "/layouts/impositions")) {
    CHECK(tried.count(file.path().stem().string()) == 1);
  }
}

TEST_CASE("of one-sided work no card prints on the back of another") {
  const ProjectCopy project;
  for (const auto& [sides, pages] :
       {std::pair("sides = 1", "Pages:           1"), std::pair("", "Pages:           2")}) {
    CAPTURE(sides);
    project.write("layouts/cards.toml",
                  "extends = \"house\"\ntitle = \"Cards\"\n[sheet]\n"
                  "trim = [\"3.5 in\", \"2 in\"]\n" +
                      std::string(sides) + R"(
[[side]]
  [[side.frame]]
  text = "Your next visit"
[[side]]
  [[side.frame]]
  text = "Monday to Friday"
)");
    project.write("layouts/impositions/pairs.toml",
                  "scheme = \"n-up\"\nsheet = \"letter landscape\"\n");
    const auto built = project.handbill({"build", "cards", "--impose", "pairs"});
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    const auto told = run_program({"pdfinfo", (project / "out/cards-pairs.pdf").string()});
    INFO(told.output);
    CHECK(told.output.find(pages) != told.output.npos);
  }
}

TEST_CASE("an imposition's gutter is one length, or two") {
  const ProjectCopy project;
  write_documents(project);
  const auto build_with = [&](const std::string& gutter) {
    project.write("layouts/impositions/mine.toml",
                  "title = \"Mine\"\nscheme = \"n-up\"\nsheet = \"tabloid landscape\"\ngutter = " +
                      gutter + "\n");
    return project.handbill({"build", "card", "--impose", "mine"});
  };
  CHECK(build_with("\"0.3 in\"").exit_code == 0);
  CHECK(build_with("0").exit_code == 0);
  CHECK(build_with("[\"0.3 in\", \"0.5 in\"]").exit_code == 0);
  const auto wrong = build_with("[\"0.3 in\"]");
  CHECK(wrong.exit_code == 1);
  CHECK(wrong.errors.find("mine.toml:4:10: error: ") != wrong.errors.npos);
}

TEST_CASE("backs lie behind their fronts though one edge of the sheet is kept freer") {
  const ProjectCopy project;
  write_documents(project);
  for (const char* scheme : {"work-and-tumble", "n-up"}) {
    CAPTURE(scheme);
    project.write("layouts/impositions/gripper.toml",
                  "scheme = \"" + std::string(scheme) +
                      "\"\nsheet = \"letter landscape\"\nflip = \"long-edge\"\n" +
                      "margin = { top = \"1.5 in\", right = \"0.25 in\", bottom = \"0.25 in\", "
                      "left = \"0.25 in\" }\n");
    const auto built = project.handbill({"build", "card", "--impose", "gripper"});
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    const auto told = run_program({"pdfinfo", "-box", (project / "out/card-gripper.pdf").string()});
    // The block stands in the middle between top and bottom, whichever way the sheet lies.
    std::istringstream box(told.output.substr(told.output.find("TrimBox:") + 8));
    double left = 0, bottom = 0, right = 0, top = 0;
    box >> left >> bottom >> right >> top;
    CHECK(top + bottom == Approx(612));
    CHECK(bottom >= 108);
  }
}

TEST_CASE("marks keep out of the margins of the sheet, and a draft says so on every tile") {
  const ProjectCopy project;
  write_documents(project);
  const auto told = [&](const std::string& document, const std::string& scheme,
                        const std::string& margin) {
    project.write("layouts/impositions/mine.toml", "scheme = \"" + scheme +
                                                       "\"\nsheet = [\"4.4 in\", \"3.4 in\"]\n" +
                                                       "margin = \"" + margin + "\"\n");
    return project.handbill(
        {"build", document, "--impose", "mine", "--shop", "us-sheetfed-coated"});
  };
  CHECK(told("card", "n-up", "0.01 in").exit_code == 0);
  const auto small = told("card", "n-up", "0.2 in");
  CHECK(small.exit_code == 1);
  CHECK(small.errors.find("for bleed and marks") != small.errors.npos);
  const auto bare = told("sign", "tile", "0.05 in");
  CHECK(bare.exit_code == 1);
  CHECK(bare.errors.find("have no room for the marks of tiles") != bare.errors.npos);
  CHECK(bare.errors.find("`margin = \"0.2 in\"` is enough") != bare.errors.npos);
  REQUIRE(project.handbill({"build", "hours-placard", "--impose", "tiles-letter"}).exit_code == 0);
  const auto words =
      run_program({"pdftotext", (project / "out/hours-placard-tiles-letter.pdf").string(), "-"});
  CHECK(words.output.find("DRAFT · ") != words.output.npos);
}

TEST_CASE("an imposition that does not exist is told with those that do, where it was asked for") {
  const ProjectCopy project;
  write_documents(project);
  const auto built = project.handbill({"build", "card", "--impose", "tiles-leter"});
  CHECK(built.exit_code == 1);
  CHECK(built.errors.find("did you mean `tiles-letter`?") != built.errors.npos);
  project.write("layouts/shops/mine.toml", "extends = \"us-x1a\"\nimposition = \"nope\"\n");
  const auto shop = project.handbill({"build", "card", "--shop", "mine"});
  INFO(shop.errors);
  CHECK(shop.errors.find("layouts/shops/mine.toml:2:14: error: there is no imposition `nope`") !=
        shop.errors.npos);
}

TEST_CASE("the ticket of imposed pages says how they stand on which sheet") {
  const ProjectCopy project;
  write_documents(project);
  const auto made = project.handbill(
      {"ticket", "card", "--impose", "work-and-turn-13x19", "--shop", "us-sheetfed-coated"});
  INFO(made.errors);
  REQUIRE(made.exit_code == 0);
  std::string json;
  for (const auto& file : std::filesystem::directory_iterator(project / "out")) {
    if (file.path().extension() == ".json") json = handbill::test::read_file(file.path());
  }
  CHECK(json.find("\"scheme\": \"work-and-turn\"") != json.npos);
  CHECK(json.find("\"pdf_pages\": 1") != json.npos);
  CHECK(json.find("\"cover\"") == json.npos);
}

TEST_CASE("the ticket of a booklet says that its cover is apart, and of what paper") {
  const ProjectCopy project;
  write_documents(project);
  project.write("layouts/impositions/covered.toml",
                "scheme = \"saddle-stitch\"\nsheet = \"tabloid landscape\"\ncover = "
                "\"apart\"\ncover_stock = \"silk cover, 250 gsm\"\n");
  const auto made = project.handbill({"ticket", "booklet", "--impose", "covered"});
  INFO(made.errors);
  REQUIRE(made.exit_code == 0);
  const std::string json = project.read("out/booklet-covered-ticket.json");
  CHECK(json.find("\"cover\": \"apart\"") != json.npos);
  CHECK(json.find("\"cover_stock\": \"silk cover, 250 gsm\"") != json.npos);
  const auto sheet = run_program(
      {"pdftotext", "-layout", (project / "out/booklet-covered-ticket.pdf").string(), "-"});
  CHECK(sheet.output.find("(silk") != sheet.output.npos);
}
