// SPDX-License-Identifier: MIT
// tests/golden/program/<case>: a project, the program run in it (with the words of `arguments`, by
// default "build"; beside the program a module of another version, if `other-module` names one),
// and expected.txt: what is printed, the exit code, the files left in out/. And the proof that
// golden cases, of whatever stage, show every kind of diagnostic.
#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <sstream>

#include "diag/diagnostic_id.h"
#include "support/golden.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFonts = R"([family."Squares"]
package = "none"
licence = "MIT"
faces = [{ weight = 400, file = "squares.ttf" }]
)";

/// A copy of the case; without a fonts/ of its own it has the font of squares.
void copy_project(const fs::path& from, const TempFolder& to) {
  fs::copy(from, to.path(), fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  if (fs::exists(to / "fonts")) return;
  fs::create_directory(to / "fonts");
  to.write("fonts/fonts.toml", kFonts);
  fs::copy(fs::path(test::source_folder()) / "tests/fonts/squares.ttf", to / "fonts");
}

std::string files_left(const fs::path& folder) {
  std::vector<std::string> names;
  if (fs::exists(folder)) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      names.push_back(entry.path().filename().string());
    }
  }
  std::ranges::sort(names);
  std::string lines;
  for (const std::string& name : names) lines += "out/" + name + "\n";
  return lines;
}

/// The program; where the case names a module, a copy of it with one of another version beside it.
std::string program_for(const fs::path& folder, const TempFolder& copy) {
  if (!fs::exists(folder / "other-module")) return test::program();
  std::string name;
  std::istringstream(read_file(folder / "other-module")) >> name;
  fs::create_directory(copy / "bin");
  fs::copy_file(test::program(), copy / "bin/handbill");
  fs::copy_file(HANDBILL_OTHER_MODULE, copy / "bin" / name);
  return (copy / "bin/handbill").string();
}

std::string run_case(const fs::path& folder) {
  const TempFolder copy;
  copy_project(folder, copy);
  std::istringstream words(fs::exists(folder / "arguments") ? read_file(folder / "arguments")
                                                            : "build");
  // Nothing that an earlier run has kept.
  std::vector<std::string> command = {"env", "-C", copy.path().string(),
                                      "XDG_CACHE_HOME=" + (copy / "cache").string(),
                                      program_for(folder, copy)};
  for (std::string word; words >> word;) command.push_back(word);
  const ProgramResult result = run_program(command);
  const std::regex time("[0-9]+ ms\n");
  return std::regex_replace(result.output, time, "N ms\n") + result.errors + "exit " +
         std::to_string(result.exit_code) + "\n" + files_left(copy / "out");
}

TEST_CASE("the program says what is expected in every golden project") {
  const std::vector<fs::path> cases = golden_cases("program");
  REQUIRE(cases.size() >= 15);
  for (const fs::path& folder : cases) {
    DYNAMIC_SECTION(folder.filename().string()) {
      const auto difference = golden_difference(folder / "expected.txt", run_case(folder));
      if (difference) FAIL(*difference);
    }
  }
}

using enum diag::DiagnosticId;
/// PressRule is printed as the id of the rule that is broken; no input is known to make a
/// ProgramFault, or an edition lack words (words/parity_test.cpp).
constexpr diag::DiagnosticId kNotYetShown[] = {
    PressRule, WordRule, WaiverExpired, WaiverUnused, Repaired, EditionIncomplete, ProgramFault};

TEST_CASE("a golden case shows every kind of diagnostic") {
  std::string shown;
  const fs::path golden = fs::path(test::source_folder()) / "tests/golden";
  for (const auto& entry : fs::recursive_directory_iterator(golden)) {
    if (entry.path().filename() == "expected.txt") shown += read_file(entry.path());
  }
  for (int i = 0; i < static_cast<int>(diag::DiagnosticId::Count_); ++i) {
    const auto id = static_cast<diag::DiagnosticId>(i);
    if (std::ranges::find(kNotYetShown, id) != std::end(kNotYetShown)) continue;
    const auto name = diag::info(id).name;
    INFO("no golden case shows " << name);
    CHECK(shown.find("[" + std::string(name) + "]") != shown.npos);
  }
}

}  // namespace
}  // namespace handbill::test
