// SPDX-License-Identifier: MIT
// The program as its users meet it: commands, messages, exit codes, files.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/find_text.h"
#include "support/golden.h"
#include "support/paths.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProjectCopy;
using handbill::test::run_program;
using Names = std::vector<std::string>;

namespace {

std::string pdf_text(const std::filesystem::path& pdf) {
  return run_program({"pdftotext", "-layout", pdf.string(), "-"}).output;
}

const Names kThreePdfs = {"aftercare-sheet.pdf", "hours-placard.pdf", "treatment-brochure.pdf"};

}  // namespace

TEST_CASE("build writes every document, tells of each, and says what is not ready") {
  const ProjectCopy project;
  const auto result = project.handbill({"build"});
  INFO(result.errors);
  CHECK(result.exit_code == 0);
  // Below each it tells, indented, the sizes it chose.
  std::istringstream lines(result.output);
  int documents = 0;
  for (std::string line; std::getline(lines, line);) documents += line.starts_with("  ") ? 0 : 1;
  CHECK(documents == 3);
  CHECK(contains(result.output, "\n  frame `week` is set at "));
  CHECK(contains(result.output, "treatment-brochure  2 pages  11 × 8.5 in"));
  CHECK(contains(result.errors, "not ready for print"));
  CHECK(project.files("out") == kThreePdfs);
}

TEST_CASE("the placard is built for other sheets without edits") {
  struct Sheet {
    const char* trim;
    const char* size;
    double points;  // trim height
  };
  const ProjectCopy project;
  for (const auto& [trim, size, points] :
       {Sheet{"letter", "11 × 8.5 in", 612}, Sheet{"tabloid", "17 × 11 in", 792},
        Sheet{"A4", "11.69 × 8.27 in", 595.28},
        Sheet{"a3 landscape", "16.54 × 11.69 in", 841.89}}) {
    CAPTURE(trim);
    const auto result = project.handbill({"build", "hours-placard", "--trim", trim});
    INFO(result.errors);
    REQUIRE(result.exit_code == 0);
    CHECK(contains(result.output, size));
    // Capitals of 5/8 in on Letter: no smaller in proportion to the sheet, nor wildly larger.
    const std::string words = "`week` is set at ";
    const double set_at = std::stod(result.output.substr(result.output.find(words) + words.size()));
    CHECK(set_at >= 62.5 * points / 612 - 0.1);
    CHECK(set_at <= 84 * points / 612);
  }
  CHECK(project.files("out") == Names{"hours-placard-a3-landscape.pdf", "hours-placard-a4.pdf",
                                      "hours-placard-letter.pdf", "hours-placard-tabloid.pdf"});
}

TEST_CASE("build finds layouts by name, file name and path, and names the nearest") {
  const ProjectCopy project;
  for (const char* name : {"hours-placard", "hours-placard.toml", "layouts/hours-placard.toml"}) {
    CHECK(project.handbill({"build", name, "-o", "one"}).exit_code == 0);
    CHECK(project.files("one") == Names{"hours-placard.pdf"});
  }
  const auto wrong = project.handbill({"build", "hours-plackard"});
  CHECK(wrong.exit_code == 1);
  CHECK(contains(wrong.errors, "did you mean `hours-placard`?"));
}

TEST_CASE("wrong use and missing projects are told apart from faulty input") {
  const ProjectCopy project;
  CHECK(project.handbill({}).exit_code == 2);
  CHECK(project.handbill({"bild"}).exit_code == 2);
  CHECK(project.handbill({"build", "--format", "docx"}).exit_code == 2);
  CHECK(project.handbill({"build", "-o", "layouts/house.toml/x"}).exit_code == 2);
  CHECK(project.handbill({"--version"}).exit_code == 0);
  CHECK(contains(project.handbill({"--help"}).output, "handbill build --set clinic.phone"));
  const auto nowhere = run_program({"env", "-C", "/", handbill::test::program(), "build"});
  CHECK(nowhere.exit_code == 2);
  CHECK(contains(nowhere.errors, "handbill init"));
}

TEST_CASE("one changed opening hour reaches brochure and placard alike") {
  const ProjectCopy project;
  project.edit("content/en/hours.toml", "thursday  = \"8:00 am", "thursday  = \"9:30 am");
  REQUIRE(project.handbill({"build"}).exit_code == 0);
  CHECK(contains(pdf_text(project / "out/hours-placard.pdf"), "9:30"));
  CHECK(contains(pdf_text(project / "out/treatment-brochure.pdf"), "9:30"));
}

TEST_CASE("a closing time in the morning stops the build at the value and leaves old files alone") {
  const ProjectCopy project;
  REQUIRE(project.handbill({"build"}).exit_code == 0);
  const std::string before = project.read("out/hours-placard.pdf");
  project.edit("content/en/hours.toml", "thursday  = \"8:00 am – 5:00 pm",
               "thursday  = \"8:00 am – 5:00 am");
  const auto result = project.handbill({"build"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.errors, "[closes-before-opens]"));
  CHECK(contains(result.errors, "content/en/hours.toml:"));
  CHECK(contains(result.errors, "did you mean `5:00 pm`?"));
  CHECK(project.files("out") == kThreePdfs);
  CHECK(project.read("out/hours-placard.pdf") == before);
}

TEST_CASE("a build that fails leaves no file behind") {
  const ProjectCopy project;
  project.edit("content/en/clinic.toml", "20815", "2081");
  const auto result = project.handbill({"build"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.errors, "[bad-zip]"));
  CHECK(project.files("out").empty());
}

TEST_CASE("facts can be set for one run") {
  const ProjectCopy project;
  const auto result =
      project.handbill({"build", "treatment-brochure", "--set", "clinic.phone=301 555 0142",
                        "--set", "clinic.name=Skin & Co"});
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  const std::string text = pdf_text(project / "out/treatment-brochure.pdf");
  CHECK(contains(text, "(301) 555-0142"));
  CHECK(contains(text, "Skin & Co"));
  const auto wrong = project.handbill({"build", "--set", "clinic.phone=12"});
  CHECK(wrong.exit_code == 1);
  CHECK(contains(wrong.errors, "[bad-phone]"));
}

TEST_CASE("check lists drafts and blanks, and --final refuses them") {
  const ProjectCopy project;
  const auto check = project.handbill({"check"});
  CHECK(check.exit_code == 0);
  CHECK(contains(check.errors, "[blank-fact]"));
  CHECK(contains(check.errors, "[draft-content]"));
  CHECK(contains(check.output, "3 documents checked: 0 errors"));
  CHECK(project.files("out").empty());
  CHECK(project.handbill({"check", "--final"}).exit_code == 1);
  CHECK(project.handbill({"build", "--final"}).exit_code == 1);
  CHECK(project.handbill({"build", "--deny-warnings"}).exit_code == 1);
  CHECK(project.files("out").empty());
}

TEST_CASE("messages come as JSON on request") {
  const ProjectCopy project;
  project.edit("content/en/clinic.toml", "20815", "2081");
  const auto result = project.handbill({"check", "--json"});
  CHECK(result.exit_code == 1);
  const auto messages = nlohmann::json::parse(result.output);
  const auto zip = std::find_if(messages.begin(), messages.end(),
                                [](const auto& each) { return each["id"] == "bad-zip"; });
  REQUIRE(zip != messages.end());
  CHECK((*zip)["at"]["file"] == "content/en/clinic.toml");
}

TEST_CASE("every format and every dump can be had") {
  const ProjectCopy project;
  const auto result =
      project.handbill({"build", "treatment-brochure", "--format", "pdf", "--format", "svg",
                        "--format", "png", "--format", "dump", "--guides", "--ppi", "40"});
  INFO(result.errors);
  CHECK(result.exit_code == 0);
  CHECK(project.files("out") == Names{"treatment-brochure-1.png", "treatment-brochure-1.svg",
                                      "treatment-brochure-2.png", "treatment-brochure-2.svg",
                                      "treatment-brochure.pdf", "treatment-brochure.txt"});
  for (const char* stage :
       {"spec", "content", "document", "words", "fragments", "pages", "plates"}) {
    CAPTURE(stage);
    CHECK(project.handbill({"build", "hours-placard", "--format", "dump", "--stage", stage})
              .exit_code == 0);
    CHECK(project.read("out/hours-placard.txt").size() > 300);
  }
}

TEST_CASE("the same input gives the same bytes in any folder, locale and time zone") {
  const ProjectCopy one, other;
  const Names build = {"build",    "--format", "pdf",   "--format", "svg",
                       "--format", "png",      "--ppi", "40"};
  REQUIRE(one.handbill(build).exit_code == 0);
  REQUIRE(other.handbill(build, {"LC_ALL=de_DE.UTF-8", "LANG=de_DE.UTF-8", "TZ=Asia/Tokyo"})
              .exit_code == 0);
  REQUIRE(one.files("out") == other.files("out"));
  for (const std::string& name : one.files("out")) {
    CAPTURE(name);
    CHECK((one.read("out/" + name) == other.read("out/" + name)));
  }
}

TEST_CASE("nothing outside the project is read") {
  const ProjectCopy project;
  project.edit("layouts/hours-placard.toml", "content = [\"clinic\", \"hours\", \"labels\"]",
               "content = [\"clinic\", \"hours\", \"../../../../etc/hostname\"]");
  const auto result = project.handbill({"build", "hours-placard"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.errors, "[outside-project]"));
}

TEST_CASE("init makes a project that builds") {
  const handbill::test::TempFolder folder;
  const std::string made = (folder / "my-clinic").string();
  CHECK(run_program({handbill::test::program(), "init", made}).exit_code == 0);
  CHECK(run_program({"env", "-C", made, handbill::test::program(), "build"}).exit_code == 0);
  const auto again = run_program({handbill::test::program(), "init", made});
  CHECK(again.exit_code == 2);
  CHECK(contains(again.errors, "not empty"));
}

TEST_CASE("explain tells about keys, facts, formats and messages, and the nearest name") {
  const ProjectCopy project;
  CHECK(contains(project.handbill({"explain", "sheet.bleed"}).output, "bleed"));
  CHECK(contains(project.handbill({"explain", "frame.box"}).output, "### side.frame.box"));
  CHECK(contains(project.handbill({"explain", "R0031"}).output, "### R0031: "));
  CHECK(contains(project.handbill({"explain", "overset"}).output, "Text does not fit its frames."));
  const auto wrong = project.handbill({"explain", "oversett"});
  CHECK(wrong.exit_code == 2);
  CHECK(contains(wrong.errors, "overset"));
}

TEST_CASE("the program works where it is installed") {
  const handbill::test::TempFolder folder;
  const std::string prefix = (folder / "usr").string();
  const auto installed =
      run_program({"cmake", "--install", handbill::test::build_folder(), "--prefix", prefix});
  INFO(installed.errors);
  REQUIRE(installed.exit_code == 0);
  const std::string program = prefix + "/bin/handbill";
  const std::string made = (folder / "clinic").string();
  CHECK(run_program({program, "init", made}).exit_code == 0);
  // The house, the fonts list and the PNG module are found beside the installed program.
  std::filesystem::remove_all(made + "/fonts");
  std::filesystem::remove(made + "/layouts/house.toml");
  const auto built =
      run_program({"env", "-C", made, program, "build", "--format", "pdf", "--format", "png",
                   "--ppi", "20", "--set", "clinic.phone=301 555 0142"});
  INFO(built.errors);
  CHECK(built.exit_code == 0);
}
