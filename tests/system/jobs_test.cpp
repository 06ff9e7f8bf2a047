// SPDX-License-Identifier: MIT
// Documents that are made at the same time: nothing of what comes out tells how many were.
#include <catch2/catch.hpp>
#include <map>
#include <regex>

#include "project.h"
#include "support/golden.h"
#include "support/run_program.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

struct Outcome {
  int exit_code = 0;
  std::string told, errors;
  Files files;
  bool operator==(const Outcome&) const = default;
};

std::string without_times(const std::string& lines) {
  return std::regex_replace(lines, std::regex("[0-9]+ ms"), "ms");
}

Outcome build(const ProjectCopy& project, const std::string& jobs,
              const std::vector<std::string>& words) {
  fs::remove_all(project / "out");
  std::vector<std::string> command = {"build", "-j", jobs};
  command.insert(command.end(), words.begin(), words.end());
  const ProgramResult result = project.handbill(command);
  Outcome outcome{result.exit_code, without_times(result.output), result.errors, {}};
  if (!fs::exists(project / "out")) return outcome;
  for (const auto& entry : fs::directory_iterator(project / "out")) {
    outcome.files[entry.path().filename().string()] = read_file(entry.path());
  }
  return outcome;
}

}  // namespace

TEST_CASE("any number of documents at once gives the same files and messages") {
  const ProjectCopy project;
  const std::vector<std::string> words = {"--language", "all",      "--format",
                                          "pdf",        "--format", "png"};
  const Outcome one = build(project, "1", words);
  REQUIRE(one.exit_code == 0);
  REQUIRE(one.files.size() > 12);
  for (const char* jobs : {"2", "3", "64"}) CHECK((build(project, jobs, words) == one));
}

TEST_CASE("faults of documents made at once are told in their order, once") {
  const ProjectCopy project;
  project.edit("content/en/hours.toml", "friday    = \"8:00 am – 5:00 pm\"",
               "friday    = \"8:00 am – 5:00 am\"");
  project.edit("layouts/hours-placard.toml", "[sheet]", "[sheeet]");
  const std::vector<std::string> words = {"--keep-going",  "--set",           "clinic.fone=12",
                                          "--json",        "--deny-warnings", "--sarif",
                                          "out/all.sarif", "--language",      "all"};
  const Outcome one = build(project, "1", words);
  CHECK(one.exit_code == 1);
  CHECK((build(project, "2", words) == one));
  CHECK((build(project, "3", words) == one));
}

TEST_CASE("the number of documents at once is one at least and 64 at most") {
  const ProjectCopy project;
  for (const char* jobs : {"0", "65", "-1", "two"}) {
    CHECK(project.handbill({"build", "-j", jobs}).exit_code == 2);
  }
}

}  // namespace handbill::test
