// SPDX-License-Identifier: MIT
// What happens to words between the content and the reader of the PDF.
#include <catch2/catch.hpp>

#include "support/golden.h"
#include "system/project.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

const fs::path kTypography = fs::path(HANDBILL_SOURCE_DIR) / "tests/examples/typography";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// The text of a PDF in one line; words parted with a soft hyphen are put together, as readers do
/// (PDF 1.7, 14.8.2.2.3).
std::string text_of(const ProjectCopy& project, const std::string& layout) {
  fs::copy(kTypography, project / "",
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  const auto built = project.handbill({"build", layout});
  INFO(built.errors);
  REQUIRE(built.exit_code == 0);
  CHECK(built.errors.empty());
  const std::string pdf = (project / ("out/" + layout + ".pdf")).string();
  return replaced(replaced(run_program({"pdftotext", "-raw", pdf, "-"}).output, "\u00AD\n", ""),
                  "\n", " ");
}

}  // namespace

TEST_CASE("parted words come out of the PDF whole, in three languages") {
  const ProjectCopy project;
  const std::string text = text_of(project, "hyphenation");
  INFO(text);
  const std::string content = project.read("content/en/hyphenation.toml");
  for (const char* language : {"english", "german", "spanish"}) {
    const std::string key = std::string(language) + " = \"\"\"\n";
    const std::size_t begin = content.find(key) + key.size();
    const std::string prose = content.substr(begin, content.find("\"\"\"", begin) - begin);
    CHECK(text.find(replaced(prose, "\n", " ")) != text.npos);
  }
  const std::string raw =
      run_program({"pdftotext", "-raw", (project / "out/hyphenation.pdf").string(), "-"}).output;
  CHECK(raw.find("\u00AD\n") != raw.npos);
}

}  // namespace handbill::test
