// SPDX-License-Identifier: MIT
// The documents in every language that comes with the program.
#include <catch2/catch.hpp>

#include "support/find_text.h"
#include "system/project.h"

using handbill::test::contains;
using handbill::test::ProjectCopy;
using handbill::test::run_program;
using Names = std::vector<std::string>;

namespace {

/// The text of a PDF, spaces and line ends taken out: where lines end is not the matter here.
std::string words(const std::filesystem::path& pdf) {
  std::string text = run_program({"pdftotext", pdf.string(), "-"}).output;
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  return text;
}

}  // namespace

TEST_CASE("all documents build in all languages, without a warning about what they say") {
  const ProjectCopy project;
  const auto result = project.handbill({"build", "--language", "all"});
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  CHECK_FALSE(contains(result.errors, "warning"));
  Names expected;
  for (const char* document : {"aftercare-sheet", "hours-placard", "treatment-brochure"}) {
    for (const char* language : {"ar", "en", "es", "zh"}) {
      expected.push_back(std::string(document) + "." + language + ".pdf");
    }
  }
  CHECK(project.files("out") == expected);
  struct Case {
    const char* pdf;
    Names words;
  };
  const std::vector<Case> cases = {
      {"aftercare-sheet.es.pdf", {"Despuésdelasmicroagujas", "Fiebrede100.4°F(38°C)", "911"}},
      {"hours-placard.es.pdf", {"Horariodeatención", "Lun–vie", "Cerrado", "5454WisconsinAve"}},
      {"treatment-brochure.es.pdf", {"Microagujas", "¿Esparausted?", "Lun–vie", "8:00"}},
      {"aftercare-sheet.zh.pdf", {"微针治疗后的护理", "100.4°F（38°C）", "第2至3天"}},
      {"hours-placard.zh.pdf", {"门诊时间", "周一–周五", "中午12:00至下午1:00", "休息"}},
      {"treatment-brochure.zh.pdf", {"微针治疗", "它适合您吗？", "周一–周五", "上午8:00"}},
      {"hours-placard.ar.pdf", {"جمعة", "5454WisconsinAve", "8:00"}},
      {"treatment-brochure.ar.pdf", {"5454WisconsinAve", "MD20815"}},
  };
  for (const Case& c : cases) {
    const std::string text = words(project / (std::string("out/") + c.pdf));
    for (const std::string& word : c.words) {
      INFO(c.pdf << " " << word << "\n" << text);
      CHECK(contains(text, word));
    }
  }
}

TEST_CASE("an English build opens no font of another script") {
  const ProjectCopy project;
  project.edit("fonts/fonts.toml", "{ weight = 400, file = \"NotoSansArabic-Regular.ttf\" }",
               "{ weight = 400, file = \"no-such-file.ttf\" }");
  CHECK(project.handbill({"build"}).exit_code == 0);
  const auto arabic = project.handbill({"build", "aftercare-sheet", "--language", "ar"});
  CHECK(arabic.exit_code == 1);
  CHECK(contains(arabic.errors, "[font-missing]"));
  CHECK(contains(arabic.errors, "apt install fonts-noto-core"));
}

TEST_CASE("an opening hour changed once is changed in every language") {
  const ProjectCopy project;
  project.edit("content/en/hours.toml", "thursday  = \"8:00 am", "thursday  = \"9:30 am");
  REQUIRE(project.handbill({"build", "hours-placard", "--language", "all"}).exit_code == 0);
  for (const char* language : {"ar", "en", "es", "zh"}) {
    CHECK(
        contains(words(project / ("out/hours-placard." + std::string(language) + ".pdf")), "9:30"));
  }
}

TEST_CASE("a language without texts is refused, and the languages there are named") {
  const ProjectCopy project;
  const auto result = project.handbill({"build", "--language", "fr"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.errors, "content/fr"));
  CHECK(contains(result.errors, "`content/es`"));
  CHECK(project.files("out").empty());
}
