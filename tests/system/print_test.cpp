// SPDX-License-Identifier: MIT
// `handbill print` with programs of CUPS that write down what they are asked.
#include <catch2/catch.hpp>
#include <filesystem>

#include "support/find_text.h"
#include "system/printer.h"

namespace handbill::test {
namespace {

/// Only what the program itself needs: no printer.
std::string bare_path(const ProjectCopy& project) {
  std::filesystem::create_directories(project / "empty");
  return "PATH=" + (project / "empty").string();
}

}  // namespace

TEST_CASE("documents are shown, then given to the printer as large as they are") {
  const ProjectCopy project;
  const std::string path = with_printer(project);
  const auto printed = project.handbill(
      {"print", "treatment-brochure", "--copies", "3", "--printer", "front-desk", "--yes"}, {path});
  INFO(printed.output << printed.errors);
  REQUIRE(printed.exit_code == 0);
  CHECK(contains(printed.output,
                 "treatment-brochure-office: 2 pages, 11 × 8.5 in, on both sides, turned over the "
                 "short edge, in color\nprinter: front-desk\ncopies: 3; pages as large as they "
                 "are\n"));
  CHECK(contains(printed.output, "treatment-brochure-office: request id is front-desk-7"));
  CHECK(project.read("bin/lp-words") ==
        "-d\nfront-desk\n-n\n3\n-t\ntreatment-brochure-office\n-o\nsides=two-sided-short-edge\n-o\n"
        "print-scaling=none\n-o\nmedia=Letter\n");
  CHECK(project.read("bin/lp-input").starts_with("%PDF-"));
  CHECK(project.files("out").empty());
}

TEST_CASE("the default printer is told, greys are printed without colour") {
  const ProjectCopy project;
  project.edit("layouts/aftercare-sheet.toml", "[sheet]",
               "[edition.office]\ncolor = \"greys\"\n[sheet]");
  const auto printed =
      project.handbill({"print", "aftercare-sheet", "--yes"}, {with_printer(project)});
  INFO(printed.output << printed.errors);
  REQUIRE(printed.exit_code == 0);
  CHECK(contains(printed.output, "1 page, 8.5 × 11 in, on one side, in greys\n"));
  CHECK(contains(printed.output, "printer: front-desk (the default one)\ncopies: 1;"));
  CHECK(contains(project.read("bin/lp-words"), "sides=one-sided\n"));
  CHECK(contains(project.read("bin/lp-words"), "print-color-mode=monochrome\n"));
  CHECK_FALSE(contains(project.read("bin/lp-words"), "-d\n"));
}

TEST_CASE("without a yes, a printer or lp nothing is printed, and why is told") {
  const ProjectCopy project;
  const auto tried = [&](std::vector<std::string> words, const std::string& path) {
    words.insert(words.begin(), {"print", "aftercare-sheet"});
    const auto result = project.handbill(words, {path});
    INFO(result.output << result.errors);
    CHECK(result.exit_code == 2);
    CHECK_FALSE(std::filesystem::exists(project / "bin/lp-words"));
    return result.errors;
  };
  const std::string path = with_printer(project);
  CHECK(contains(tried({}, path), "nobody is here to say yes\n hint: `--yes`"));
  CHECK(contains(tried({"--yes", "--printer", "front-dsk"}, path),
                 "there is no printer `front-dsk`\n hint: did you mean `front-desk`?"));
  CHECK(contains(tried({"--yes", "--printer", "basement"}, path), "hint: there is `front-desk`"));
  CHECK(contains(tried({"--yes", "--edition", "braille"}, path),
                 "the braille edition has no pages to print"));
  CHECK(contains(tried({"--yes"}, bare_path(project)), "there is no `lp` here"));
  CHECK(contains(tried({"--yes"}, with_printer(project, "")),
                 "this computer has no printer that CUPS knows"));
  for (const char* copies : {"0", "1000"}) {
    CHECK(project.handbill({"print", "--copies", copies, "--yes"}, {path}).exit_code == 2);
  }
}

TEST_CASE("documents with errors are not printed, and what lp says is told") {
  const ProjectCopy project;
  const std::string path = with_printer(project);
  project.write("bin/lp", "#!/bin/sh\necho 'lp: the printer is on fire' >&2\nexit 1\n");
  const auto refused = project.handbill({"print", "aftercare-sheet", "--yes"}, {path});
  CHECK(refused.exit_code == 2);
  CHECK(contains(refused.errors, "`lp` did not take `aftercare-sheet-office`"));
  CHECK(contains(refused.errors, "the printer is on fire"));
  const auto final = project.handbill({"print", "aftercare-sheet", "--yes", "--final"}, {path});
  CHECK(final.exit_code == 1);
  CHECK(contains(final.errors, "nothing was printed"));
}

}  // namespace handbill::test
