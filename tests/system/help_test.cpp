// SPDX-License-Identifier: MIT
// Each command's help shows examples of its own, and they work as they stand there.
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "support/find_text.h"
#include "system/printer.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProjectCopy;
using handbill::test::run_program;
using handbill::test::with_printer;

namespace {

/// "build --set a=\"b c\"" as a shell parts it.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words(1);
  bool is_quoted = false;
  for (const char c : line) {
    if (c == '"') {
      is_quoted = !is_quoted;
    } else if (c == ' ' && !is_quoted) {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

/// What is typed after `handbill`; lines of the list run to two spaces.
std::vector<std::string> examples_in(const std::string& help) {
  const std::string start = "  handbill ";
  std::vector<std::string> examples;
  std::istringstream lines(help.substr(std::min(help.find("\nExamples:\n"), help.size())));
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(start)) continue;
    const std::size_t end = line.find("  ", start.size());
    REQUIRE(end != line.npos);
    CHECK(line.size() <= 120);
    examples.push_back(line.substr(start.size(), end - start.size()));
  }
  return examples;
}

std::vector<std::string> commands_in(const std::string& help) {
  std::vector<std::string> commands;
  std::istringstream lines(help.substr(help.find("\nSubcommands:\n")));
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  while (std::getline(lines, line) && line.starts_with("  ")) {
    if (line[2] != ' ') commands.push_back(line.substr(2, line.find(' ', 2) - 2));
  }
  return commands;
}

}  // namespace

TEST_CASE("Each command's help shows examples of its own, and all of them run") {
  const ProjectCopy project;
  const std::string help = project.handbill({"--help"}).output;
  const auto all = examples_in(help);
  std::set<std::string> shown;
  const auto commands = commands_in(help);
  REQUIRE(commands.size() >= 11);
  for (const std::string& command : commands) {
    CAPTURE(command);
    const auto own = examples_in(project.handbill({command, "--help"}).output);
    CHECK_FALSE(own.empty());
    for (const std::string& each : own) {
      CHECK((each == command || each.starts_with(command + " ")));
      shown.insert(each);
    }
  }
  for (const std::string& each : all) CHECK(shown.count(each) == 1);

  // What some of them read.
  REQUIRE(project.handbill({"build", "--shop", "us-x1a"}).exit_code == 0);
  std::filesystem::copy_file(project / "out/hours-placard.pdf", project / "ad.pdf");
  for (const char* day : {"2026-01-02", "2026-11-02", "2026-11-03"}) {
    REQUIRE(project
                .handbill({"printed", "hours-placard", "aftercare-sheet", "--quantity", "5",
                           "--today", day})
                .exit_code == 0);
  }
  const std::string path = with_printer(project);
  const std::string folder = (project / "").string();
  const std::vector<std::string> git = {
      "git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.org"};
  for (std::vector<std::string> words : {std::vector<std::string>{"init", "-q"},
                                         {"add", "layouts", "content", "fonts"},
                                         {"commit", "-q", "-m", "one"},
                                         {"tag", "v1"}}) {
    words.insert(words.begin(), git.begin(), git.end());
    REQUIRE(run_program(words).exit_code == 0);
  }
  for (const std::string& each : shown) {
    CAPTURE(each);
    if (each.starts_with("desk")) continue;  // open until it is closed: desk_test
    const auto result = project.handbill(words_of(each), {path});
    INFO(result.output);
    INFO(result.errors);
    // The shipped content has blanks, which neither a print order may have nor an approval.
    const bool is_refused =
        contains(each, "--final") || each.starts_with("approve ") || each.starts_with("revoke ");
    CHECK(result.exit_code == (is_refused ? 1 : 0));
  }
}
