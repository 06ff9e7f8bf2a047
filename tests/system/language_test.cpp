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

namespace {

/// A page with one line in each language, of the words that stand between `{` and `}` and a number.
std::string page_of(const std::vector<std::pair<std::string, std::string>>& lines) {
  std::string layout =
      "title = \"Numbers\"\ncontent = [\"clinic\"]\n"
      "[sheet]\ntrim = [\"8 in\", \"8 in\"]\nmargin = \"24 pt\"\n"
      "[font.text]\nfamily = \"Lato\"\n"
      "[style.text]\nfont = \"text\"\nsize = \"12 pt\"\nleading = \"18 pt\"\n";
  for (const auto& [language, text] : lines) {
    layout += "[style.in-" + language + "]\nparent = \"text\"\nlanguage = \"" + language + "\"\n";
  }
  layout += "[[side]]\n";
  int top = 24;
  for (const auto& [language, text] : lines) {
    layout += "  [[side.frame]]\n  style = \"in-" + language + "\"\n  text = \"" + text +
              "\"\n  box = { top = \"" + std::to_string(top) +
              " pt\", left = \"margin\", right = \"margin\", height = \"40 pt\" }\n";
    top += 60;
  }
  return layout;
}

}  // namespace

TEST_CASE("typed numbers are read back in order in four languages from right to left") {
  const ProjectCopy project;
  const Names numbers = {"301-555-0100",
                         "+1 301 555 0101",
                         "(301) 555-0102",
                         "2026-01-05",
                         "10\u201315 mg",
                         "$25",
                         "5454 Wisconsin Ave, Ste 1400"};
  const auto line = [&](const std::string& letter) {
    std::string text;
    for (const std::string& number : numbers) text += letter + " " + number + " ";
    return text + letter;
  };
  project.write("layouts/numbers.toml", page_of({{"ar", line("اتصل")},
                                                 {"fa", line("تماس")},
                                                 {"ur", line("کال")},
                                                 {"he", line("טלפון")}}));
  const auto built = project.handbill({"build", "numbers"});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  const std::string text = words(project / "out/numbers.pdf");
  INFO(text);
  for (std::string number : numbers) {
    std::erase(number, ' ');
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(number, at)) != text.npos; ++at) ++count;
    INFO(number);
    CHECK(count == 4);
  }
  // Nothing is left of what held them in order: isolates, marks, joiners.
  for (const char* mark : {"\u2066", "\u2067", "\u2068", "\u2069", "\u200E", "\u2060"}) {
    CHECK_FALSE(contains(text, mark));
  }
}

TEST_CASE("letters typed apart from their accents come out of the PDF as one") {
  const ProjectCopy project;
  project.write("layouts/numbers.toml", page_of({{"es", "Informacio\u0301n y nin\u0303os"}}));
  REQUIRE(project.handbill({"build", "numbers"}).exit_code == 0);
  CHECK(contains(words(project / "out/numbers.pdf"), "Informaci\u00F3nyni\u00F1os"));
}
