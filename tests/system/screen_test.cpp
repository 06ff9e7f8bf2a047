// SPDX-License-Identifier: MIT
// The edition for screens: sRGB, links, panels as pages, fields to fill in.
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "support/find_text.h"
#include "support/paths.h"
#include "system/project.h"

namespace handbill::test {
namespace {

/// The PDF of a layout in the edition, as text that can be searched.
std::string screen_pdf(const ProjectCopy& project, const std::string& layout) {
  const auto built = project.handbill({"build", layout, "--edition", "screen"});
  INFO(built.output << built.errors);
  REQUIRE(built.exit_code == 0);
  const std::string path = (project / ("out/" + layout + "-screen.pdf")).string();
  const auto checked = run_program({"qpdf", "--check", path});
  INFO(checked.output << checked.errors);
  CHECK(checked.exit_code == 0);
  return run_program({"qpdf", "--qdf", "--object-streams=disable", path, "-"}).output;
}

std::size_t times_in(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++found;
  return found;
}

const std::string kSheet = R"(title = "Form"
content = ["words"]

[sheet]
trim = "letter"

[font.text]
family = "Lato"

[style.body]
font    = "text"
size    = "12 pt"
leading = "18 pt"

[markdown]
p  = "body"
bullet = "body"

[[side]]

  [[side.frame]]
  text = "{words.all}"
  box  = { top = "1 in", left = "1 in", right = "1 in" }
)";

void add_form(const ProjectCopy& project, const std::string& edition = "") {
  project.write("layouts/form.toml", kSheet + edition);
  project.write("content/en/words.toml", R"([words]
all = """
Name: {blank 2 in}

Date: {blank 1 in} Time: {blank 1 in}

- [ ] I have read the sheet.
- [ ] Call me. Not by mail.
"""

[revision]
status      = "approved"
approved_by = "office manager"
date        = 2026-11-22
)");
}

}  // namespace

TEST_CASE("colours of a screen are sRGB with its profile, and nothing stands outside of the trim") {
  const ProjectCopy project;
  const std::string pdf = screen_pdf(project, "treatment-brochure");
  CHECK(contains(pdf, "/DefaultRGB"));
  CHECK(contains(pdf, " rg\n"));
  CHECK_FALSE(contains(pdf, " k\n"));
  CHECK_FALSE(contains(pdf, "/DeviceCMYK"));
  CHECK_FALSE(contains(pdf, "/Separation"));
  CHECK(contains(pdf, "/Marked true"));
  CHECK(contains(pdf, "<pdfaid:conformance>A"));
  CHECK(contains(pdf, "/OutputConditionIdentifier (sRGB IEC61966-2.1)"));
  const std::string info =
      run_program({"pdfinfo", "-box", (project / "out/treatment-brochure-screen.pdf").string()})
          .output;
  CHECK(contains(info, "MediaBox:            0.00     0.00   792.00   612.00"));
}

TEST_CASE("a picture on a screen has 150 pixels an inch, once it has many more") {
  const ProjectCopy project;
  add_form(project);
  std::filesystem::copy_file(
      std::filesystem::path(source_folder()) / "tests/fuzz/corpus/picture/rgb.jpg",
      project / "layouts/leaf.jpg");
  const auto size_at = [&](const std::string& width, const std::string& height) {
    project.write("layouts/form.toml",
                  kSheet +
                      "\n  [[side.frame]]\n  picture = \"leaf.jpg\"\n  alt = \"A leaf\"\n"
                      "  box = { left = \"1 in\", top = \"5 in\", width = \"" +
                      width + "\", height = \"" + height + "\" }\n");
    screen_pdf(project, "form");
    const std::string list =
        run_program({"pdfimages", "-list", (project / "out/form-screen.pdf").string()}).output;
    std::istringstream line(list.substr(list.rfind('\n', list.size() - 2) + 1));
    std::array<std::string, 14> words;  // page num type width … x-ppi y-ppi
    for (std::string& each : words) line >> each;
    return words[3] + " at " + words[12];
  };
  CHECK(size_at("0.108 in", "0.072 in") == "24 at 222");
  CHECK(size_at("0.096 in", "0.064 in") == "15 at 156");
}

TEST_CASE("numbers and addresses of facts are links on a screen, in print they are none") {
  const ProjectCopy project;
  const auto built = project.handbill(
      {"build", "aftercare-sheet", "--edition", "screen", "--edition", "standard", "--set",
       "clinic.phone=301 654 2000", "--format", "dump", "--stage", "pages"});
  INFO(built.errors);
  CHECK(contains(project.read("out/aftercare-sheet-screen.txt"), "tel:+13016542000"));
  CHECK_FALSE(contains(project.read("out/aftercare-sheet.txt"), "tel:+1301654200"));
}

TEST_CASE("panels are pages in the order the piece is read, each word once") {
  const ProjectCopy project;
  const auto words = [&](const std::string& layout) {
    return run_program({"pdftotext", (project / ("out/" + layout + "-screen.pdf")).string(), "-"})
        .output;
  };
  screen_pdf(project, "treatment-brochure");
  const std::string sheets = words("treatment-brochure");
  project.edit("layouts/treatment-brochure.toml", "[sheet]",
               "[edition.screen]\npages = \"panels\"\n[sheet]");
  screen_pdf(project, "treatment-brochure");
  const std::string panels = words("treatment-brochure");
  const std::string info =
      run_program({"pdfinfo", (project / "out/treatment-brochure-screen.pdf").string()}).output;
  INFO(info);
  // The inside is a spread.
  CHECK(contains(info, "Pages:           4\n"));
  CHECK(contains(info, "612 pts"));
  for (const char* word : {"Microneedling", "Closed", "questions"}) {
    CAPTURE(word);
    CHECK(times_in(panels, word) == times_in(sheets, word));
  }
}

TEST_CASE("blanks and boxes are fields with names that tell what they are for") {
  const ProjectCopy project;
  add_form(project);
  const std::string pdf = screen_pdf(project, "form");
  CHECK(times_in(pdf, "/FT /Tx") == 3);
  CHECK(times_in(pdf, "/FT /Btn") == 2);
  for (const char* name : {"(Name)", "(Date)", "(Time)", "(I have read the sheet.)"}) {
    CAPTURE(name);
    CHECK(contains(pdf, std::string("/TU ") + name));
  }
  // A full stop would part a name.
  CHECK(contains(pdf, "/T (Call me  Not by mail)"));
  CHECK(times_in(pdf, "/S /Form") == 5);
  CHECK(contains(pdf, "/AcroForm"));
  CHECK(contains(pdf, "/Tabs /S"));
  CHECK(contains(pdf, "/BaseFont /Helvetica"));
}

TEST_CASE("without forms blanks stay lines, and fields of one name are told apart") {
  const ProjectCopy project;
  add_form(project, "\n[edition.screen]\nforms = false\n");
  // Tables of a layout stand before its sides.
  std::string layout = kSheet;
  layout.insert(layout.find("[sheet]"), "[edition.screen]\nforms = false\n\n");
  project.write("layouts/form.toml", layout);
  CHECK_FALSE(contains(screen_pdf(project, "form"), "/AcroForm"));
  add_form(project);
  project.edit("content/en/words.toml", "Date: {blank 1 in} Time:", "Name: {blank 1 in} Time:");
  const std::string pdf = screen_pdf(project, "form");
  CHECK(contains(pdf, "/T (Name)\n"));
  CHECK(contains(pdf, "/T (Name 2)\n"));
}

}  // namespace handbill::test
