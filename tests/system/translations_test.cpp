// SPDX-License-Identifier: MIT
// Translations that keep up: recorded, stale when the original changes, reviewed on a sheet that
// comes back, and a language made anew.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

#include "base/csv.h"
#include "support/find_text.h"
#include "support/paths.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProjectCopy;
using handbill::test::run_program;
using handbill::test::tries_all;
using Words = std::vector<std::string>;

namespace {

const std::string kLedger = "records/translated.toml";

void list_roles(const ProjectCopy& project) {
  project.write("content/roles.toml",
                "[role.translator]\ntranslates = [\"all\"]\n\n[role.\"Spanish reader\"]\n"
                "reviews = [\"es\"]\n");
}

handbill::test::ProgramResult recorded(const ProjectCopy& project, Words words) {
  words.insert(words.begin(), "translated");
  words.insert(words.end(), {"--role", "translator", "--today", "2026-11-30"});
  return project.handbill(words);
}

}  // namespace

TEST_CASE("a changed original makes its translations stale, until they are recorded anew") {
  const ProjectCopy project;
  list_roles(project);
  const Words build = {"build", "aftercare-sheet", "--language", "es", "--language", "zh"};
  REQUIRE(recorded(project, {"es"}).exit_code == 0);
  REQUIRE(recorded(project, {"zh"}).exit_code == 0);
  CHECK_FALSE(contains(project.handbill(build).errors, "[translation-stale]"));

  project.edit("content/en/aftercare.toml", "\"for 24 hours\"", "\"for 48 hours\"");
  const auto proof = project.handbill(build);
  CHECK(proof.exit_code == 0);
  CHECK(contains(proof.errors, "content/es/aftercare.toml"));
  CHECK(contains(proof.errors, "content/zh/aftercare.toml"));
  CHECK(contains(proof.errors,
                 "`aftercare.dont.1.for` was translated on 2026-11-30 from words that "
                 "have changed: `for 24 hours` is now `for 48 hours`"));
  // The brochure does not print it.
  const auto brochure = project.handbill({"build", "treatment-brochure", "--language", "es"});
  CHECK_FALSE(contains(brochure.errors, "[translation-stale]"));
  const auto final = project.handbill(
      {"check", "aftercare-sheet", "--language", "es", "--final", "--today", "2026-11-30"});
  CHECK(final.exit_code == 1);
  CHECK(contains(final.errors, "error: `aftercare.dont.1.for` was translated"));

  project.edit("content/es/aftercare.toml", "\"durante 24 horas\"", "\"durante 48 horas\"");
  CHECK(contains(project.handbill(build).errors, "[translation-stale]"));
  const std::string before = project.read(kLedger);
  const auto done = recorded(project, {"es", "aftercare.dont.1.for"});
  CHECK(done.exit_code == 0);
  CHECK(contains(done.output, "1 text of `content/es` recorded as translated by `translator`"));
  CHECK(project.read(kLedger).starts_with(before));
  const auto clean = project.handbill({"build", "aftercare-sheet", "--language", "es"});
  CHECK_FALSE(contains(clean.errors, "[translation-stale]"));
}

TEST_CASE("a text that is recorded so already is passed over, and the PDF does not change") {
  const ProjectCopy project;
  list_roles(project);
  REQUIRE(project.handbill({"build", "aftercare-sheet", "--language", "es"}).exit_code == 0);
  const std::string pdf = project.read("out/aftercare-sheet.es.pdf");
  REQUIRE(recorded(project, {"es"}).exit_code == 0);
  const std::string ledger = project.read(kLedger);
  CHECK(contains(recorded(project, {"es"}).output, "0 texts"));
  CHECK(project.read(kLedger) == ledger);
  REQUIRE(project.handbill({"build", "aftercare-sheet", "--language", "es"}).exit_code == 0);
  CHECK(project.read("out/aftercare-sheet.es.pdf") == pdf);
}

TEST_CASE("roles, languages and texts that there are not are refused") {
  const ProjectCopy project;
  std::filesystem::remove(project / "content/roles.toml");
  const auto no_roles = recorded(project, {"es"});
  CHECK(no_roles.exit_code == 1);
  CHECK(contains(no_roles.errors, "this project lists no roles"));
  list_roles(project);
  const auto other = project.handbill({"translated", "es", "--role", "Spanish reader"});
  CHECK(contains(other.errors, "`Spanish reader` may not translate into `es`"));
  CHECK(contains(recorded(project, {"sp"}).errors, "did you mean `es`?"));
  CHECK(contains(recorded(project, {"en"}).errors, "the language that the project is written in"));
  CHECK(contains(recorded(project, {"es", "aftercare.titel"}).errors,
                 "did you mean `aftercare.title`?"));
  CHECK_FALSE(std::filesystem::exists(project / kLedger));
}

TEST_CASE("a sheet comes back with its changes, and what is not touched stays") {
  const ProjectCopy project;
  list_roles(project);
  REQUIRE(project.handbill({"translations", "es", "--csv", "es.csv"}).exit_code == 0);
  std::string sheet = project.read("es.csv");
  const auto put = [&](std::string_view from, std::string_view to) {
    const auto at = sheet.find(from);
    REQUIRE(at != std::string::npos);
    sheet.replace(at, from.size(), to);
  };
  put("durante 24 horas", "por 24 horas");
  put("Su piel está sanando. Así puede ayudarla.", "Su piel sana. Ayúdela así.");
  project.write("es.csv", sheet);
  const std::string before = project.read("content/es/aftercare.toml");
  const auto done = project.handbill({"translations", "es", "--from", "es.csv", "--role",
                                      "Spanish reader", "--today", "2026-11-30"});
  INFO(done.errors);
  CHECK(done.exit_code == 0);
  CHECK(contains(done.output, "2 texts changed"));
  CHECK(contains(done.output, "`durante 24` is now `por 24`"));
  std::string expected = before;
  const auto replace = [&](std::string_view from, std::string_view to) {
    expected.replace(expected.find(from), from.size(), to);
  };
  replace("durante 24 horas", "por 24 horas");
  replace("Su piel está sanando. Así puede ayudarla.", "Su piel sana. Ayúdela así.");
  CHECK(project.read("content/es/aftercare.toml") == expected);
  CHECK(contains(project.read(kLedger), "role = \"Spanish reader\""));
  CHECK(contains(project.handbill({"translations", "es", "aftercare"}).output, "reviewed"));
  // Nothing is written twice.
  const std::string ledger = project.read(kLedger);
  project.handbill({"translations", "es", "--from", "es.csv", "--role", "Spanish reader"});
  CHECK(project.read(kLedger) == ledger);
}

TEST_CASE("a sheet with a fault changes nothing, and its line is told") {
  const ProjectCopy project;
  list_roles(project);
  project.edit("content/en/aftercare.toml", "\"Wear makeup.\"",
               "\"Wear makeup. Ask {clinic.name}.\"");
  project.edit("content/es/aftercare.toml", "\"Usar maquillaje.\"",
               "\"Usar maquillaje. Pregunte a {clinic.name}.\"");
  REQUIRE(project.handbill({"translations", "es", "aftercare.dont", "--csv", "es.csv"}).exit_code ==
          0);
  const std::string sheet = project.read("es.csv");
  const std::string before = project.read("content/es/aftercare.toml");
  struct Case {
    const char *from, *to, *said;
  };
  const std::vector<Case> cases = {
      {"Pregunte a {clinic.name}", "Pregunte", "has lost `{clinic.name}`"},
      {"aftercare.dont.0.text", "aftercare.donut", "there is no text `aftercare.donut`"},
      {"for 24 hours", "for 12 hours",
       "the original of `aftercare.dont.1.for` is not as in the sheet"},
      {"aftercare.dont.1.for", "aftercare.dont.0.for", "stands in the sheet twice"},
      {"source", "sauce", "the sheet has no column `source`"},
      {"Usar maquillaje", "\"Usar", "the quotation marks of a cell that begins here do not pair"},
      {"Usar maquillaje", "Usar \xE9", "UTF-8"},
  };
  for (const Case& each : cases) {
    INFO(each.said);
    std::string faulty = sheet;
    faulty.replace(faulty.find(each.from), std::string_view(each.from).size(), each.to);
    project.write("faulty.csv", faulty);
    const auto result = project.handbill(
        {"translations", "es", "--from", "faulty.csv", "--role", "Spanish reader"});
    INFO(result.errors);
    CHECK(result.exit_code == 1);
    CHECK(contains(result.errors, each.said));
    CHECK(contains(result.errors, "faulty.csv"));
    CHECK(project.read("content/es/aftercare.toml") == before);
  }
  CHECK_FALSE(std::filesystem::exists(project / kLedger));
}

TEST_CASE("a sheet with remarks records what has none") {
  const ProjectCopy project;
  list_roles(project);
  REQUIRE(project.handbill({"translations", "es", "labels", "--csv", "es.csv"}).exit_code == 0);
  std::string sheet = project.read("es.csv");
  const std::string_view row = "label.book,not recorded,Book,Citas,";
  sheet.insert(sheet.find(row) + row.size(), "Reservas?");
  std::ranges::replace(sheet, ',', ';');
  project.write("es.csv", sheet);
  const auto result =
      project.handbill({"translations", "es", "--from", "es.csv", "--role", "Spanish reader"});
  INFO(result.errors);
  CHECK(result.exit_code == 0);
  CHECK(contains(result.output, "parted by semicolons"));
  CHECK(contains(result.output, "remark on label.book, not recorded: Reservas?"));
  CHECK(contains(result.output, "0 texts changed, 6 recorded as reviewed"));
}

TEST_CASE("a sheet has four mebibytes at most") {
  const ProjectCopy project;
  list_roles(project);
  REQUIRE(project.handbill({"translations", "es", "labels", "--csv", "es.csv"}).exit_code == 0);
  std::string sheet = project.read("es.csv");
  const auto read_back = [&](std::size_t bytes) {
    sheet.resize(bytes, '\n');
    project.write("es.csv", sheet);
    return project.handbill({"translations", "es", "--from", "es.csv", "--role", "Spanish reader"});
  };
  CHECK(read_back((std::size_t{4} << 20U) - 1).exit_code == 0);
  CHECK(read_back(std::size_t{4} << 20U).exit_code == 0);
  const auto larger = read_back((std::size_t{4} << 20U) + 1);
  CHECK(larger.exit_code == 1);
  CHECK(contains(larger.errors, "is no sheet of up to 4 MiB"));
}

TEST_CASE("a language is made anew, and what is not translated is told") {
  const ProjectCopy project;
  const auto made = project.handbill({"new-language", "fr", "--today", "2026-11-30"});
  INFO(made.errors);
  REQUIRE(made.exit_code == 0);
  CHECK(contains(made.output, "content/fr/aftercare.toml"));
  CHECK(contains(made.output, "fonts: "));
  CHECK(contains(made.output, "hyphenation: "));
  CHECK(contains(made.output, "spelling: "));
  CHECK_FALSE(std::filesystem::exists(project / "content/fr/clinic.toml"));
  const std::string text = project.read("content/fr/aftercare.toml");
  CHECK(contains(text, "# en: for 24 hours\nfor  = \"\"\n"));
  CHECK(contains(text, "icon = \"1\""));
  CHECK(contains(text, "status = \"draft\""));
  CHECK_FALSE(contains(project.read("content/fr/hours.toml"), "monday"));
  const auto built = project.handbill({"build", "--language", "fr"});
  INFO(built.errors);
  CHECK(built.exit_code == 0);
  CHECK(contains(built.errors,
                 "`aftercare.dont.1.for` is empty, so the original is printed [untranslated]"));
  CHECK_FALSE(contains(built.errors, "[translation-differs]"));
  CHECK(contains(project.handbill({"new-language", "fr"}).errors, "is there already"));
  CHECK(
      contains(project.handbill({"new-language", "french"}).errors, "did you mean `fr`, French?"));
  CHECK(contains(project.handbill({"new-language", "pt-br"}).errors, "did you mean `pt-BR`"));
  CHECK(contains(project.handbill({"new-language", "qq"}).errors, "is no tag of a language"));
}

TEST_CASE("each language that notices of health programs are given in can be made") {
  const ProjectCopy project;
  std::vector<std::string> tags = {"vi", "ko", "ru", "ja", "fa", "gu"};  // one of each script
  if (tries_all()) {
    tags.insert(tags.end(), {"tl", "ht", "fr", "pl", "pt", "it", "de", "hi", "ur", "zh-Hant"});
  }
  for (const std::string& tag : tags) {
    const auto made = project.handbill({"new-language", tag});
    INFO(tag << made.errors);
    CHECK(made.exit_code == 0);
    const auto built = project.handbill({"build", "aftercare-sheet", "--language", tag});
    INFO(built.errors);
    CHECK(built.exit_code == 0);
  }
  CHECK(contains(project.read("content/fa/aftercare.toml"), "# Persian."));
}

TEST_CASE("the sheet of a reviewer is a PDF in the letters of the language") {
  const ProjectCopy project;
  for (const char* language : {"es", "ar", "zh"}) {
    const std::string file = std::string(language) + ".pdf";
    const auto made = project.handbill({"translations", language, "-o", file});
    INFO(made.errors);
    CHECK(made.exit_code == 0);
    const auto words = run_program({"pdftotext", "-layout", (project / file).string(), "-"}).output;
    CHECK(contains(words, "aftercare.dont.1.for"));
    CHECK(contains(words, "for 24 hours"));
  }
  const auto words = run_program({"pdftotext", (project / "es.pdf").string(), "-"}).output;
  CHECK(contains(words, "durante 24 horas"));
}
