// SPDX-License-Identifier: MIT
// tests/golden/content/<case>: `content.toml` is checked, then each line of `ask.txt` is read as a
// template; a line "rows PATH" asks for rows. Expected are the diagnostics and the dump.
#include <catch2/catch.hpp>

#include "content/template.h"
#include "content_from.h"
#include "diag/render.h"
#include "support/golden.h"
#include "support/paths.h"

namespace handbill::content::test {
namespace {

namespace fs = std::filesystem;

void ask_template(Checked& run, diag::FileId file, std::size_t begin, std::string_view line) {
  const auto at = [&](std::size_t from, std::size_t to) {
    return diag::Span{file, static_cast<std::uint32_t>(begin + from),
                      static_cast<std::uint32_t>(begin + to)};
  };
  const auto parsed = parse_template(line);
  if (const auto* error = std::get_if<TemplateError>(&parsed)) {
    run.diags.error(diag::DiagnosticId::BadInterpolation, at(error->begin, error->end),
                    error->message);
    return;
  }
  for (const TemplatePart& part : std::get<std::vector<TemplatePart>>(parsed)) {
    const auto* fact = std::get_if<TemplatePart::Fact>(&part.part);
    if (fact == nullptr) continue;
    run.content->insert(fact->path, fact->format, nullptr, at(part.begin, part.end), run.diags);
  }
}

void ask(Checked& run, const std::string& text) {
  const auto file = run.sources.add("ask.txt", text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    if (line.starts_with("rows ")) {
      run.content->rows(
          line.substr(5),
          {file, static_cast<std::uint32_t>(begin + 5), static_cast<std::uint32_t>(end)},
          run.diags);
    } else {
      ask_template(run, file, begin, line);
    }
    begin = end + 1;
  }
}

}  // namespace

TEST_CASE("Faults of content read as they should") {
  const auto cases = handbill::test::golden_cases("content");
  REQUIRE_FALSE(cases.empty());
  for (const fs::path& folder : cases) {
    INFO(folder.filename().string());
    const auto run = content_from(handbill::test::read_file(folder / "content.toml"));
    if (fs::exists(folder / "ask.txt")) ask(*run, handbill::test::read_file(folder / "ask.txt"));
    const std::string actual =
        diag::render(run->diags, run->sources, diag::Paint::Plain) + "\n" + run->content->dump();
    if (const auto difference =
            handbill::test::golden_difference(folder / "expected.txt", actual)) {
      FAIL_CHECK(*difference);
    }
  }
}

TEST_CASE("The sample content has nothing to answer for but drafts and blanks") {
  const fs::path folder = fs::path(handbill::test::source_folder()) / "content/en";
  std::vector<std::string> files;
  for (const char* name : {"clinic", "hours", "microneedling", "aftercare"}) {
    files.push_back(handbill::test::read_file(folder / (std::string(name) + ".toml")));
  }
  const auto run = content_from_files(files);
  for (const diag::Diagnostic& each : run->diags.list()) {
    INFO(each.message);
    CHECK(
        (each.id == diag::DiagnosticId::DraftContent || each.id == diag::DiagnosticId::BlankFact));
  }
  CHECK(run->rows("treatment.benefits", {"icon"}) ==
        std::vector<std::string>{"prose: texture", "prose: absorption", "prose: pores",
                                 "prose: firmness", "prose: tone"});
  CHECK(run->rows("hours.grouped", {"day"}) ==
        std::vector<std::string>{"Monday–Friday", "Saturday–Sunday"});
}

}  // namespace handbill::content::test
