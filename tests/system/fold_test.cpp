// SPDX-License-Identifier: MIT
// Folds from the layout to what is written.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "support/golden.h"
#include "system/project.h"

using handbill::test::ProjectCopy;
using handbill::test::read_file;
using handbill::test::run_program;

namespace {

void write_layout(const ProjectCopy& project, const std::string& sheet) {
  project.write("layouts/folded.toml", R"(
extends = "house"
title   = "Folded"

[sheet]
trim = "letter landscape"
)" + sheet + R"(
[[side]]
  [[side.frame]]
  panel = "1"
  text  = "A pen or roller with tiny needles moves over your skin. Each needle leaves a very small channel. Your skin answers the way it answers any small injury: it heals."
)");
}

/// The lines of the text on the first panel.
std::vector<std::string> lines(const ProjectCopy& project, const std::string& fold) {
  write_layout(project, "fold = \"" + fold + "\"");
  const auto built =
      project.handbill({"build", "folded", "--format", "dump", "--stage", "fragments"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  std::vector<std::string> result;
  std::istringstream dump(read_file(project / "out/folded.txt"));
  for (std::string line; std::getline(dump, line);) {
    if (line.find("  line ") == std::string::npos) continue;
    result.push_back(line.substr(line.find('"')));
  }
  return result;
}

}  // namespace

TEST_CASE("text is broken anew for the panels of another fold") {
  const ProjectCopy project;
  const auto half = lines(project, "half-fold"), third = lines(project, "z-fold"),
             quarter = lines(project, "closed-gate-fold");
  CHECK(!half.empty());
  CHECK(half.size() < third.size());
  CHECK(third.size() < quarter.size());
}

TEST_CASE("a PDF for a shop that takes layers has its folds on one, and its creases when scored") {
  const ProjectCopy project;
  const auto layers = [&](const std::string& sheet, const std::string& shop) {
    write_layout(project, "fold = \"z-fold\"\n" + sheet);
    const auto built = project.handbill({"build", "folded", "--shop", shop});
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    const auto pdf = (project / "out/folded.pdf").string();
    const std::string objects = run_program({"qpdf", "--qdf", pdf, "-"}).output;
    std::string found;
    for (const char* name : {"Folding", "Creasing"}) {
      if (objects.find("(" + std::string(name) + ")") != std::string::npos) found += name;
    }
    return found;
  };
  CHECK(layers("", "labels-and-finishing") == "Folding");
  CHECK(layers("scored = true", "labels-and-finishing") == "Creasing");
  // A layer's ink is a plate more wherever plates are counted.
  for (const char* shop : {"us-sheetfed-coated", "us-sheetfed-uncoated", "us-x1a", "digital-press",
                           "large-format-sign"}) {
    CHECK(layers("scored = true", shop).empty());
  }
}
