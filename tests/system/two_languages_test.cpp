// SPDX-License-Identifier: MIT
// Layouts that set a second language beside the first.
#include <catch2/catch.hpp>

#include "support/find_text.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProjectCopy;
using handbill::test::run_program;

namespace {

const char* const kTwoLanguages = "examples/aftercare-two-languages";

std::string dump_of_two(const ProjectCopy& project, const std::string& language,
                        const std::string& stage) {
  const auto result = project.handbill(
      {"build", kTwoLanguages, "--language", language, "--format", "dump", "--stage", stage});
  INFO(result.errors);
  CHECK(result.exit_code == 0);
  return project.read("out/aftercare-two-languages." + language + ".txt");
}

/// A small document for the copy: `frames` of a side, and facts that both languages share.
void write_two(const ProjectCopy& project, const std::string& frames) {
  project.write("layouts/two.toml",
                "extends = \"house\"\ntitle = \"Two\"\nsecond_language = \"es\"\n"
                "content = [\"clinic\", \"hours\", \"labels\", \"aftercare\"]\n"
                "[sheet]\ntrim = \"letter\"\nmargin = \"40 pt\"\n[[side]]\n" +
                    frames);
}

}  // namespace

TEST_CASE(
    "the aftercare sheet in two languages is made of each that there is, and of all at once") {
  const ProjectCopy project;
  const auto result = project.handbill({"build", kTwoLanguages, "--language", "all"});
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  CHECK_FALSE(contains(result.errors, "warning"));
  CHECK(project.files("out") == std::vector<std::string>{"aftercare-two-languages.ar.pdf",
                                                         "aftercare-two-languages.es.pdf",
                                                         "aftercare-two-languages.zh.pdf"});
  // Without a language it is the one that the layout names.
  REQUIRE(project.handbill({"build", kTwoLanguages}).exit_code == 0);
  CHECK(contains(project.handbill({"verify", "out/aftercare-two-languages.pdf"}).output,
                 "handbill build examples/aftercare-two-languages`"));
  const auto text = run_program(
      {"pdftotext", "-layout", (project / "out/aftercare-two-languages.pdf").string(), "-"});
  CHECK(contains(text.output, "Wear makeup."));
  CHECK(contains(text.output, "microagujas"));
}

TEST_CASE("the words of both languages stand beside each other, each in its own") {
  const ProjectCopy project;
  const std::string heard = dump_of_two(project, "es", "heard");
  const auto english = heard.find("Wear makeup."), spanish = heard.find("maquillaje");
  REQUIRE(english != std::string::npos);
  REQUIRE(spanish != std::string::npos);
  CHECK(english < spanish);
  CHECK(contains(heard, "in es"));
  const std::string arabic = dump_of_two(project, "ar", "heard");
  CHECK(contains(arabic, "in ar"));
  REQUIRE(project.handbill({"build", kTwoLanguages, "--language", "ar", "--edition", "html"})
              .exit_code == 0);
  const std::string html = project.read("out/aftercare-two-languages.ar.html");
  CHECK(contains(html, "<html lang=\"en\" dir=\"ltr\""));
  CHECK(contains(html, "lang=\"ar\" dir=\"rtl\""));
}

TEST_CASE("facts are told in the words of the language that asks for them") {
  const ProjectCopy project;
  write_two(project,
            "[[side.frame]]\nbox = { height = \"1 in\" }\ntext = \"{hours.summary}\"\n"
            "[[side.frame]]\nbox = { top = \"1 in\", height = \"1 in\" }\ntext = "
            "\"{second.hours.summary}\"\n"
            "[[side.frame]]\nbox = { top = \"2 in\", height = \"3 in\" }\n"
            "[side.frame.table]\nrows = \"hours.week\"\n"
            "[[side.frame.table.column]]\ntext = \"{day}\"\n[[side.frame.table.column]]\ntext = "
            "\"{times}\"\n"
            "[[side.frame.table.column]]\ntext = \"{second.day}\"\n"
            "[[side.frame.table.column]]\ntext = \"{second.times}\"\n");
  const auto result = project.handbill({"build", "two", "--format", "dump", "--stage", "words"});
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  const std::string words = project.read("out/two.txt");
  INFO(words);
  for (const char* each : {"Monday", "Lunes", "Closed", "Cerrado"}) CHECK(contains(words, each));
}

TEST_CASE("facts in a text of the second language are those of the second language") {
  const ProjectCopy project;
  write_two(project, "[[side.frame]]\ntext = \"{aftercare.intro} {second.aftercare.intro}\"\n");
  project.edit("content/en/aftercare.toml", "Your skin is healing.", "{hours.summary}");
  project.edit("content/es/aftercare.toml", "Su piel está sanando.", "{hours.summary}");
  const auto result = project.handbill({"build", "two", "--format", "dump", "--stage", "words"});
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  const std::string words = project.read("out/two.txt");
  INFO(words);
  CHECK(contains(words, "Mon"));
  CHECK(contains(words, "lun"));
}

TEST_CASE("a style may be that of the second language, for words of the layout") {
  const ProjectCopy project;
  write_two(project,
            "[[side.frame]]\nstyle = \"theirs\"\ntext = 'Dice \"hola\"'\n"
            "[style.theirs]\nparent = \"text\"\nlanguage = \"second\"\n");
  REQUIRE(project.handbill({"build", "two", "--format", "dump", "--stage", "words"}).exit_code ==
          0);
  CHECK(contains(project.read("out/two.txt"), "«hola»"));
  project.edit("layouts/two.toml", "second_language = \"es\"\n", "");
  const auto without = project.handbill({"build", "two"});
  CHECK(without.exit_code == 1);
  CHECK(contains(without.errors, "this layout has no second language"));
}

TEST_CASE("approvals hold the words of both languages") {
  const ProjectCopy project;
  write_two(project,
            "[[side.frame]]\nbox = { height = \"1 in\" }\ntext = \"{aftercare.title}\"\n"
            "[[side.frame]]\nbox = { top = \"1 in\" }\ntext = \"{second.aftercare.title}\"\n");
  project.write("content/roles.toml", "[role.director]\napproves = [\"two\"]\n");
  const std::vector<std::string> approve = {"approve", "two",        "--role", "director",
                                            "--today", "2026-11-30", "--for",  "1 year"};
  auto result = project.handbill(approve);
  INFO(result.errors << result.output);
  REQUIRE(result.exit_code == 0);
  CHECK(contains(result.output, "two (es): version 1"));
  const std::vector<std::string> check = {"check", "two", "--final", "--today", "2026-12-01"};
  CHECK_FALSE(contains(project.handbill(check).errors, "not-approved"));
  project.edit("content/es/aftercare.toml", "Después de las microagujas", "Tras las microagujas");
  CHECK(contains(project.handbill(check).errors, "[not-approved]"));
}

TEST_CASE("what changes in one language is told of the documents that set it beside another") {
  const ProjectCopy project;
  write_two(project,
            "[[side.frame]]\ntext = \"{second.clinic.address} {second.aftercare.title}\"\n");
  const auto of_fact = project.handbill({"affected", "clinic.address"});
  INFO(of_fact.output << of_fact.errors);
  CHECK(contains(of_fact.output, "two"));
}
