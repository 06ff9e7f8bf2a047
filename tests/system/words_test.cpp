// SPDX-License-Identifier: MIT
// What happens to words between the content and the reader of the PDF.
#include <catch2/catch.hpp>

#include "support/golden.h"
#include "support/paths.h"
#include "support/pixels.h"
#include "system/project.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

const fs::path kTypography = fs::path(test::source_folder()) / "tests/examples/typography";

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

/// A line of four squares of 20 pt in squares-variable.ttf (see make_squares.py).
void write_line(const ProjectCopy& project, int weight) {
  fs::copy_file(fs::path(test::source_folder()) / "tests/fonts/squares-variable.ttf",
                project / "fonts/squares-variable.ttf");
  project.write("fonts/fonts.toml",
                "[family.\"Squares\"]\nfaces = [{ weight = " + std::to_string(weight) +
                    ", file = \"squares-variable.ttf\" }]\n");
  project.write("layouts/line.toml", R"(title = "Line"
[sheet]
size   = ["144 pt", "72 pt"]
bleed  = 0
safe   = 0
margin = "10 pt"
[font.text]
family = "Squares"
[style.body]
size    = "20 pt"
leading = "24 pt"
[markdown]
p = "body"
[[side]]
[[side.frame]]
text = "abcd"
)");
}

/// Square points of ink.
double ink(const Pixels& page) {
  double sum = 0;
  for (const unsigned char channel : page.rgb) sum += 255 - channel;
  return sum / 255 / 3;
}

}  // namespace

TEST_CASE("typed quotes come out of the PDF as those of three languages") {
  const ProjectCopy project;
  const std::string text = text_of(project, "quotes");
  INFO(text);
  CHECK(text.find("\u201CShe said \u2018once is enough\u2019 \u2013 and she\u2019s right,\u201D") !=
        text.npos);
  CHECK(text.find("5\u2032 10\u2033 tall.") != text.npos);
  CHECK(text.find(
            "\u201ESie sagte \u201Aeinmal gen\u00FCgt\u2018 \u2013 und z. B. im Mai um 9 Uhr") !=
        text.npos);
  CHECK(text.find("\u00AB Elle a dit \u201Cune fois suffit\u201D \u2013 n\u2019est-ce pas ? \u00BB "
                  "Oui : 30 mg !") != text.npos);
}

TEST_CASE("a variable font has the same weight in the PDF, in pictures and in the text of both") {
  for (const auto& [weight, side] :
       {std::pair{100, 4.0}, std::pair{400, 10.0}, std::pair{900, 20.0}}) {
    CAPTURE(weight);
    const ProjectCopy project;
    write_line(project, weight);
    const auto built = project.handbill(
        {"build", "line", "--format", "pdf", "--format", "png", "--format", "svg", "--ppi", "72"});
    INFO(built.errors);
    REQUIRE(built.exit_code == 0);
    const std::string pdf = (project / "out/line.pdf").string();
    CHECK(run_program({"qpdf", "--check", pdf}).exit_code == 0);
    CHECK(run_program({"pdftotext", pdf, "-"}).output.starts_with("abcd"));
    const std::string fonts = run_program({"pdffonts", pdf}).output;
    const std::string name =
        "SquaresVariable-Regular" + (weight == 400 ? "" : "_" + std::to_string(weight) + "wght");
    CHECK(fonts.find("+" + name + " ") != fonts.npos);
    const double expected = 4 * side * side;
    const auto own = read_png(project.read("out/line-1.png"));
    REQUIRE(own);
    CHECK(ink(*own) == Approx(expected).epsilon(0.15));
    const std::string picture = (project / "out/poppler").string();
    run_program({"pdftoppm", "-r", "72", "-singlefile", pdf, picture});
    const auto poppler = read_ppm(read_file(picture + ".ppm"));
    REQUIRE(poppler);
    CHECK(ink(*poppler) == Approx(expected).epsilon(0.15));
    run_program({"mutool", "draw", "-q", "-r", "72", "-o", picture + ".mu.ppm", pdf, "1"});
    const auto mupdf = read_ppm(read_file(picture + ".mu.ppm"));
    REQUIRE(mupdf);
    CHECK(ink(*mupdf) == Approx(expected).epsilon(0.15));
    const std::string svg = (project / "out/line-1.svg").string();
    run_program({"rsvg-convert", "-o", picture + ".png", svg});
    const auto drawn = read_png(read_file(picture + ".png"));
    REQUIRE(drawn);
    const double scale = drawn->width / 144.0;
    CHECK(ink(*drawn) == Approx(expected * scale * scale).epsilon(0.15));
  }
}

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
  // On the page they are parted: this reader takes the letters that are painted.
  const std::string painted =
      run_program({"mutool", "draw", "-F", "txt", (project / "out/hyphenation.pdf").string()})
          .output;
  CHECK(painted.find("\u00AD\n") != painted.npos);
}

}  // namespace handbill::test
