// SPDX-License-Identifier: MIT
// Editions for clear and large print of the documents that come with the program, in every
// language: all words and facts, in type no smaller than promised, and nothing that guidelines rule
// out.
#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "system/project.h"

namespace handbill::test {
namespace {

struct Promise {
  std::string edition;
  double smallest = 0;  ///< type, in points
};

const Promise kPromises[] = {{"clear-print", 12}, {"large-print", 18}};

std::vector<std::string> dumps(const ProjectCopy& project) {
  std::vector<std::string> names = project.files("out");
  std::erase_if(names, [](const std::string& name) { return !name.ends_with(".txt"); });
  return names;
}

ProgramResult dump(const ProjectCopy& project, const std::string& edition,
                   const std::string& stage) {
  return project.handbill(
      {"build", "--edition", edition, "--language", "all", "--format", "dump", "--stage", stage});
}

TEST_CASE("editions on pages of their own say all words and facts of each document") {
  const ProjectCopy project;
  const std::regex counts("pages?, ([0-9]+) of ([0-9]+) words");
  for (const Promise& promise : kPromises) {
    const auto built = dump(project, promise.edition, "parity");
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    const auto names = dumps(project);
    CHECK(names.size() >= 12);
    for (const std::string& name : names) {
      if (name.find(promise.edition) == name.npos) continue;
      const std::string report = project.read("out/" + name);
      INFO(name << "\n" << report);
      std::smatch match;
      REQUIRE(std::regex_search(report, match, counts));
      CHECK(match[1] == match[2]);
      CHECK(std::stoi(match[1]) > 10);
      CHECK(report.find("lacks") == report.npos);
      CHECK(report.find("not found") == report.npos);
      CHECK(report.find("fact ") != report.npos);
    }
  }
}

TEST_CASE("type of such editions is as large as promised, upright and whole") {
  const ProjectCopy project;
  // run "words" at x y FONT size …
  const std::regex run(R"re(^ *run "(.*)" at \S+ \S+ (\S+) (\S+) )re");
  for (const Promise& promise : kPromises) {
    const auto built = dump(project, promise.edition, "pages");
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    for (const std::string& name : dumps(project)) {
      if (name.find(promise.edition) == name.npos) continue;
      INFO(name);
      std::istringstream lines(project.read("out/" + name));
      int runs = 0;
      for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        const bool is_slug = line.find(" registration(") != line.npos;  // outside the trim
        if (is_slug || !std::regex_search(line, match, run)) continue;
        INFO(line);
        ++runs;
        CHECK(std::stod(match[3]) >= promise.smallest);
        CHECK(match[2].str().find("Italic") == std::string::npos);
        CHECK(match[1].str().find("\u00AD") == std::string::npos);
      }
      CHECK(runs > 10);
    }
  }
}

TEST_CASE("a draft of such an edition says so on its pages, which are no larger for it") {
  const ProjectCopy project;
  const auto built = project.handbill({"build", "aftercare-sheet", "--edition", "large-print"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  const std::string file = (project / "out/aftercare-sheet-large-print.pdf").string();
  const std::string boxes = run_program({"pdfinfo", "-box", file}).output;
  CHECK(boxes.find("MediaBox:            0.00     0.00   612.00   792.00") != boxes.npos);
  CHECK(run_program({"pdftotext", file, "-"}).output.find("DRAFT") != std::string::npos);
}

TEST_CASE("a print shop and an imposition are told that such editions have none") {
  const ProjectCopy project;
  const auto built =
      project.handbill({"build", "aftercare-sheet", "--edition", "large-print", "--shop",
                        "us-sheetfed-coated", "--impose", "work-and-turn-13x19"});
  INFO(built.errors);
  CHECK(built.exit_code == 0);
  CHECK(built.errors.find("`--shop us-sheetfed-coated` is left aside") != built.errors.npos);
  CHECK(built.errors.find("`--impose work-and-turn-13x19` is left aside") != built.errors.npos);
  const auto plain =
      project.handbill({"build", "aftercare-sheet", "--edition", "large-print", "--shop", "none"});
  CHECK(plain.errors.find("left aside") == plain.errors.npos);
}

}  // namespace
}  // namespace handbill::test
