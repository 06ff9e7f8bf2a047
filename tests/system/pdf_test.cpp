// SPDX-License-Identifier: MIT
// The three documents, judged by other people's programs.
#include <catch2/catch.hpp>

#include <sstream>
#include <utility>

#include "build/compile.h"
#include "pdf/write_pdf.h"
#include "support/golden.h"
#include "support/paths.h"
#include "support/pixels.h"
#include "system/project.h"

using namespace handbill;
using test::ProjectCopy;
using test::run_program;
using test::TempFolder;

namespace {

const std::vector<std::string> kDocuments = {"treatment-brochure", "aftercare-sheet",
                                             "hours-placard"};

/// Words in order, however they were broken over lines. A hyphen that was only added at a line end
/// comes out of extractors as a soft hyphen.
std::string joined_words(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text.compare(i, 2, "\xC2\xAD") == 0) {
      ++i;
      while (i + 1 < text.size() && (text[i + 1] == '\n' || text[i + 1] == ' ')) ++i;
      continue;
    }
    const bool wide_space = text.compare(i, 2, "\xC2\xA0") == 0;
    const bool narrow_space =
        text.compare(i, 3, "\xE2\x80\xAF") == 0 || text.compare(i, 3, "\xE2\x80\xA8") == 0;
    if (byte <= ' ' || wide_space || narrow_space) {
      i += wide_space ? 1 : narrow_space ? 2 : 0;
      if (!result.empty() && result.back() != ' ') result += ' ';
    } else {
      result += text[i];
    }
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

/// Everything a page says, in paint order, which is the order of the layout file.
std::string page_text(const display::Page& page) {
  std::string text;
  for (const display::Item& item : page.items) {
    if (const auto* run = std::get_if<display::GlyphRun>(&item.content)) text += run->text + "\n";
  }
  return text;
}

std::string letters(const std::string& text) {
  std::string result;
  for (const char c : joined_words(text)) {
    if (c != ' ') result += c;
  }
  return result;
}

struct Built {
  ProjectCopy project;
  font::FontBook fonts{font::machine_font_folders()};
  text::HyphenBook hyphens{text::machine_hyphen_folders()};
  document::ShopBook shops{{}};
  picture::PictureBook pictures;
  text::ShapeBook shapes;
  workspace::Products products;
  diag::SourceMap sources;
  color::Preview press = color::Preview::without_profile();

  build::Compiled compile(const std::string& name) {
    const diag::DiskFiles files({(project / "").string()});
    diag::Diagnostics diags;
    auto compiled = build::compile(
        {files, "layouts/" + name + ".toml", {}, press, hyphens, shops, pictures, shapes, products},
        fonts, sources, diags);
    REQUIRE(compiled.pages);
    return compiled;
  }
};

test::Pixels rendered(const std::vector<std::string>& command, const std::string& file) {
  const auto result = run_program(command);
  INFO(result.errors);
  REQUIRE(result.exit_code == 0);
  auto pixels = test::read_ppm(test::read_file(file));
  REQUIRE(pixels);
  return *pixels;
}

/// The first page in poppler and in MuPDF; both show the whole media box (the trimmed page and what
/// lies around it).
std::pair<test::Pixels, test::Pixels> rendered_twice(const std::string& pdf, const std::string& ppi,
                                                     const TempFolder& folder) {
  const std::string poppler = (folder / "poppler").string();
  const std::string mupdf = (folder / "mupdf.ppm").string();
  return {rendered({"pdftoppm", "-r", ppi, "-singlefile", pdf, poppler}, poppler + ".ppm"),
          rendered({"mutool", "draw", "-q", "-r", ppi, "-o", mupdf, pdf, "1"}, mupdf)};
}

}  // namespace

TEST_CASE("qpdf, poppler, MuPDF and Ghostscript take the documents without a word") {
  const ProjectCopy project;
  REQUIRE(project.handbill({"build"}).exit_code == 0);
  for (const std::string& name : kDocuments) {
    const std::string pdf = (project / ("out/" + name + ".pdf")).string();
    CAPTURE(name);
    const auto qpdf = run_program({"qpdf", "--check", pdf});
    CHECK(qpdf.exit_code == 0);
    CHECK(qpdf.errors.empty());
    CHECK(run_program({"pdftotext", pdf, "-"}).errors.empty());
    // MuPDF may have been built without colour profiles, and says so.
    std::string mupdf =
        run_program({"mutool", "draw", "-q", "-F", "txt", "-o", "/dev/null", pdf}).errors;
    const std::string no_profiles = "warning: ICC support is not available\n";
    if (mupdf.starts_with(no_profiles)) mupdf.erase(0, no_profiles.size());
    CHECK(mupdf.empty());
    const auto gs = run_program({"gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", pdf});
    CHECK(gs.exit_code == 0);
    CHECK((gs.output + gs.errors).empty());
    const std::string fonts = run_program({"pdffonts", pdf}).output;
    CAPTURE(fonts);
    std::istringstream lines(fonts);
    std::string line;
    int count = 0;
    for (int i = 0; std::getline(lines, line); ++i) {
      if (i < 2) continue;
      ++count;
      // emb, sub and uni: embedded, cut down, with Unicode.
      CHECK(line.find("yes yes yes") != line.npos);
    }
    CHECK(count >= 2);
  }
}

TEST_CASE("the documents can be written as PDF/X, and other programs know them as such") {
  Built built;
  pdf::PdfOptions options;
  options.intent.identifier = "CGATS TR 006";
  options.intent.icc = std::make_shared<const std::string>(
      test::read_file("/usr/share/color/icc/ghostscript/default_cmyk.icc"));
  for (const std::string& name : kDocuments) {
    const auto compiled = built.compile(name);
    for (const Claims standard : {Claim::X1a2003, Claim::X4}) {
      CAPTURE(name, std::string(pdfx_version(standard)));
      options.standard = standard;
      diag::Diagnostics diags;
      const auto bytes = pdf::write_pdf(*compiled.pages, built.fonts, options, diags);
      for (const auto& each : diags.list()) UNSCOPED_INFO(each.message);
      REQUIRE(bytes);
      const TempFolder folder;
      const std::string pdf = folder.write("press.pdf", *bytes).string();
      CHECK(run_program({"qpdf", "--check", pdf}).exit_code == 0);
      const auto gs = run_program({"gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", pdf});
      CHECK((gs.output + gs.errors).empty());
      const std::string info = run_program({"pdfinfo", pdf}).output;
      CAPTURE(info);
      CHECK(info.find("PDF subtype:    " + std::string(pdfx_version(standard)) + "\n") !=
            info.npos);
    }
  }
}

TEST_CASE("text comes out of the PDF as it went in, in reading order, panel by panel") {
  Built built;
  REQUIRE(built.project.handbill({"build"}).exit_code == 0);
  for (const std::string& name : kDocuments) {
    const auto compiled = built.compile(name);
    const std::string pdf = (built.project / ("out/" + name + ".pdf")).string();
    for (std::size_t i = 0; i < compiled.pages->pages.size(); ++i) {
      CAPTURE(name, i);
      const std::string page = std::to_string(i + 1);
      const std::string expected = letters(page_text(compiled.pages->pages[i]));
      REQUIRE(expected.size() > 100);
      CHECK(letters(run_program({"pdftotext", "-raw", "-f", page, "-l", page, pdf, "-"}).output) ==
            expected);
      CHECK(letters(run_program({"mutool", "draw", "-q", "-F", "txt", pdf, page}).output) ==
            expected);
    }
  }
}

TEST_CASE("every word of the content is in the documents, once and whole") {
  Built built;
  REQUIRE(built.project.handbill({"build"}).exit_code == 0);
  for (const std::string& name : kDocuments) {
    CAPTURE(name);
    const auto compiled = built.compile(name);
    std::string all;
    for (const auto& page : compiled.pages->pages) all += page_text(page);
    const std::string text = joined_words(
        run_program({"pdftotext", "-raw", (built.project / ("out/" + name + ".pdf")).string(), "-"})
            .output);
    for (const document::Story& story : compiled.document->stories) {
      for (const text::Paragraph& paragraph : story.paragraphs) {
        std::string whole;
        for (const text::Inline& piece : paragraph.inlines) {
          if (const auto* run = std::get_if<text::Run>(&piece)) whole += run->text;
        }
        CHECK(text.find(joined_words(whole)) != text.npos);
      }
    }
  }
}

TEST_CASE("poppler, MuPDF and our own PNG and SVG show the same pages") {
  const ProjectCopy project;
  REQUIRE(project
              .handbill(
                  {"build", "--format", "pdf", "--format", "png", "--format", "svg", "--ppi", "72"})
              .exit_code == 0);
  const TempFolder folder;
  for (const std::string& name : kDocuments) {
    CAPTURE(name);
    const std::string pdf = (project / ("out/" + name + ".pdf")).string();
    // They turn ink into screen colour each in its own way, so flat areas differ a little.
    const auto [one, two] = rendered_twice(pdf, "72", folder);
    const auto renderers = test::pixel_difference(test::softened(one, 2), test::softened(two, 2),
                                                  {.channel = 80, .share = 0.01, .mean = 12});
    INFO(renderers.value_or(""));
    CHECK_FALSE(renderers);

    const auto png = test::read_png(project.read("out/" + name + "-1.png"));
    REQUIRE(png);
    const std::string svg = (folder / "svg.png").string();
    REQUIRE(
        run_program({"rsvg-convert", "-o", svg, "-w", std::to_string(png->width), "-h",
                     std::to_string(png->height), (project / ("out/" + name + "-1.svg")).string()})
            .exit_code == 0);
    const auto drawn = test::read_png(test::read_file(svg));
    REQUIRE(drawn);
    const auto sinks =
        test::pixel_difference(*png, *drawn, {.channel = 64, .share = 0.02, .mean = 4});
    INFO(sinks.value_or(""));
    CHECK_FALSE(sinks);
  }
}

TEST_CASE("poppler and MuPDF show justified lines alike, their letters narrowed and widened") {
  const ProjectCopy project;
  project.write("layouts/justified.toml", R"(title = "Justified"
[sheet]
size = ["3 in", "3 in"]
[font.text]
family = "Lato"
[style.body]
font = "text"
size = "11 pt"
align = "justify"
glyph_width = [85, 100, 115]
letter_space = [-2, 0, 4]
[[side]]
[[side.frame]]
style = "body"
text = """
Skin keeps its own clock. By day it is a shield: it turns back sunlight, wind and dust, and it holds \
water in. In the evening the work changes. Blood flows nearer to the surface, and the skin grows \
warmer. Small breaks are closed, and the fibers that keep it firm are mended strand by strand.
"""
)");
  REQUIRE(project.handbill({"build", "justified"}).exit_code == 0);
  const TempFolder folder;
  const std::string pdf = (project / "out/justified.pdf").string();
  const auto [one, two] = rendered_twice(pdf, "150", folder);
  const auto renderers = test::pixel_difference(test::softened(one, 1), test::softened(two, 1),
                                                {.channel = 80, .share = 0.01, .mean = 12});
  INFO(renderers.value_or(""));
  CHECK_FALSE(renderers);
}

TEST_CASE("black text prints on the black plate alone, and there is no RGB anywhere") {
  const ProjectCopy project;
  REQUIRE(project.handbill({"build"}).exit_code == 0);
  for (const std::string& name : kDocuments) {
    CAPTURE(name);
    const std::string pdf = (project / ("out/" + name + ".pdf")).string();
    const std::string plain = (project / (name + ".qdf")).string();
    REQUIRE(run_program({"qpdf", "--qdf", "--object-streams=disable", pdf, plain}).exit_code == 0);
    const std::string text = test::read_file(plain);
    CHECK(text.find("\n0 0 0 1 k\n") != text.npos);
    for (const char* rgb :
         {"/DeviceRGB", "/CalRGB", " rg\n", " RG\n", "/DeviceGray", " g\n", " G\n"}) {
      CAPTURE(rgb);
      CHECK(text.find(rgb) == text.npos);
    }
    CHECK(text.find("/TrimBox") != text.npos);
    CHECK(text.find("/BleedBox") != text.npos);
  }
}

TEST_CASE("the samples in the repository are what the program writes today") {
  const ProjectCopy project;
  REQUIRE(
      project.handbill({"build", "--format", "pdf", "--format", "png", "--ppi", "110"}).exit_code ==
      0);
  const std::filesystem::path samples = std::filesystem::path(test::source_folder()) / "samples";
  for (const std::string& name : project.files("out")) {
    CAPTURE(name);
    const std::string kept = test::read_file(samples / name);
    const std::string made = project.read("out/" + name);
    if (name.ends_with(".pdf")) {
      CHECK((kept == made));
      continue;
    }
    const auto one = test::read_png(kept), two = test::read_png(made);
    REQUIRE(one);
    REQUIRE(two);
    CHECK_FALSE(test::pixel_difference(*one, *two, {.channel = 8, .share = 0.001, .mean = 0.2}));
  }
}
