// SPDX-License-Identifier: MIT
// `handbill preflight` holds files against what was ordered.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "support/golden.h"
#include "support/paths.h"
#include "support/run_program.h"
#include "system/project.h"

namespace handbill::test {
namespace {

std::string aftercare() { return source_folder() + "/samples/aftercare-sheet.pdf"; }

/// The ids of what is found that was ordered otherwise.
std::set<std::string> found(const std::vector<std::string>& options) {
  std::vector<std::string> command = {program(), "preflight", aftercare(), "--standard", "none"};
  command.insert(command.end(), options.begin(), options.end());
  command.emplace_back("--json");
  const ProgramResult result = run_program(command);
  INFO(result.errors);
  REQUIRE(result.exit_code <= 1);
  const auto files = nlohmann::json::parse(result.output);
  std::set<std::string> ids;
  for (const auto& finding : files.at(0).at("findings")) {
    const auto id = finding.at("id").get<std::string>();
    if (id.starts_with("job-")) ids.insert(id);
  }
  return ids;
}

using Ids = std::set<std::string>;

}  // namespace

TEST_CASE("pages are held against the size and number that were ordered") {
  CHECK(found({"--trim", "8.5x11in", "--pages", "1"}) == Ids{});
  CHECK(found({"--trim", "215.9 x 279.4 mm"}) == Ids{});
  // A tenth of a millimetre is within the guillotine's means.
  CHECK(found({"--trim", "216x279.4mm"}) == Ids{});
  CHECK(found({"--trim", "216.1x279.4mm"}) == Ids{"job-trim"});
  CHECK(found({"--trim", "11x8.5in"}) == Ids{"job-trim"});
  CHECK(found({"--pages", "2"}) == Ids{"job-pages"});
}

TEST_CASE("a size that is none, and a ticket that is none, are told") {
  for (const char* size : {"letter", "8.5in", "8x11", "0x11in", "8.5x-11in", "x"}) {
    const auto result = run_program({program(), "preflight", aftercare(), "--trim", size});
    INFO(size);
    CHECK(result.exit_code == 1);
    CHECK(result.errors.find("is no size of a page") != std::string::npos);
  }
  const TempFolder folder;
  const auto none = folder.write("ticket.json", R"({"trim_mm": [1]})");
  for (const std::string& path : {none.string(), (folder / "nothing.json").string()}) {
    CHECK(run_program({program(), "preflight", aftercare(), "--ticket", path}).exit_code == 1);
  }
}

TEST_CASE("a file is held against the ticket it was ordered by") {
  const ProjectCopy project;
  const auto made = project.handbill({"ticket", "aftercare-sheet", "--shop", "us-x1a"});
  INFO(made.errors);
  REQUIRE(made.exit_code == 0);
  const auto folder = project / "out";
  const std::string ticket = (folder / "aftercare-sheet-ticket.json").string();
  CHECK(found({"--ticket", ticket}) == Ids{"job-file"});
  CHECK(found({"--ticket", ticket, "--pages", "3"}) == Ids{"job-file", "job-pages"});
  const auto own = run_program(
      {program(), "preflight", (folder / "aftercare-sheet.pdf").string(), "--ticket", ticket});
  INFO(own.errors);
  CHECK(own.exit_code == 0);
  const auto other = run_program({program(), "preflight", (folder / "aftercare-sheet.pdf").string(),
                                  "--shop", "us-sheetfed-coated"});
  CHECK(other.errors.find("the file is made for `CGATS TR 003`: it is printed under "
                          "`CGATS TR 006`") != std::string::npos);
}

}  // namespace handbill::test
