// SPDX-License-Identifier: MIT
// How much of what goes wrong with files `handbill preflight` finds: good files of the program,
// each with one thing wrong.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/find_text.h"
#include "support/golden.h"
#include "support/paths.h"
#include "support/pdf_mutations.h"
#include "support/run_program.h"
#include "system/project.h"

namespace handbill::test {
namespace {

struct Document {
  const char* name;
  const char* trim;
};
constexpr Document kDocuments[] = {{"aftercare-sheet", "8.5x11in"}, {"hours-placard", "11x8.5in"}};

/// A document made for a shop, as bytes.
std::string good_file(const Document& document, const char* shop) {
  const ProjectCopy project;
  const auto built = project.handbill({"build", document.name, "--shop", shop});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  return read_file(project / ("out/" + std::string(document.name) + ".pdf"));
}

using Ids = std::set<std::string>;

/// The ids of what is found in each file.
std::vector<Ids> judged(const std::vector<std::string>& files, const Document& document,
                        const char* shop) {
  const TempFolder folder;
  std::vector<std::string> command = {program(), "preflight",   "--shop", shop,
                                      "--trim",  document.trim, "--json"};
  for (std::size_t i = 0; i < files.size(); ++i) {
    command.push_back(folder.write(std::to_string(i) + ".pdf", files[i]).string());
  }
  const ProgramResult result = run_program(command);
  REQUIRE(result.exit_code >= 0);
  REQUIRE(result.exit_code <= 1);
  std::vector<Ids> all;
  for (const auto& file : nlohmann::json::parse(result.output)) {
    Ids ids;
    for (const auto& finding : file.at("findings")) {
      // What people must judge is no finding.
      const auto id = finding.at("id").get<std::string>();
      if (id != "tags-for-people") ids.insert(id);
    }
    all.push_back(std::move(ids));
  }
  REQUIRE(all.size() == files.size());
  return all;
}

bool tells(const Ids& found, const PdfMutation& mutation) {
  return std::ranges::any_of(mutation.tells, [&](const auto& id) { return found.contains(id); });
}

/// At least `floor` of a hundred mutants are told for what they are.
void check_recall(const char* shop, const PdfMutations& mutations, double floor) {
  std::vector<Ids> found;
  for (const Document& document : kDocuments) {
    std::vector<std::string> mutants;
    const std::string file = good_file(document, shop);
    for (const PdfMutation& each : mutations) mutants.push_back(each.change(file));
    for (Ids& ids : judged(mutants, document, shop)) found.push_back(std::move(ids));
  }
  std::size_t told = 0;
  std::string missed;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const PdfMutation& mutation = mutations[i % mutations.size()];
    const bool is_told = tells(found[i], mutation);
    told += is_told ? 1 : 0;
    if (is_told) continue;
    missed += std::string(mutation.name) + ":";
    for (const std::string& id : found[i]) missed += " " + id;
    missed += "\n";
  }
  INFO(told << " of " << found.size() << " are told; not:\n" << missed);
  CHECK(static_cast<double>(told) * 100 >= floor * static_cast<double>(found.size()));
}

}  // namespace

TEST_CASE("good files of the program have no findings, taken apart and put together too") {
  for (const char* shop : {"us-sheetfed-coated", "us-x1a"}) {
    for (const Document& document : kDocuments) {
      const std::string file = good_file(document, shop);
      for (const Ids& found : judged({file, PdfEditor(file).write()}, document, shop)) {
        CHECK(found == Ids{});
      }
    }
  }
}

TEST_CASE("95 of a hundred faults against PDF/X-4 are found") {
  check_recall("us-sheetfed-coated", mutations_of_x4(), 95);
}

TEST_CASE("95 of a hundred faults against PDF/X-1a are found") {
  check_recall("us-x1a", mutations_of_x1a(), 95);
}

TEST_CASE("90 of a hundred faults for the press are found") {
  check_recall("us-sheetfed-coated", mutations_of_press(), 90);
}

TEST_CASE("80 of a hundred faults of type are found") {
  check_recall("us-sheetfed-coated", mutations_of_fonts(), 80);
}

TEST_CASE("80 of a hundred faults of grammar and bytes are found") {
  check_recall("us-x1a", mutations_of_syntax(), 80);
}

}  // namespace handbill::test
