// SPDX-License-Identifier: MIT
// Space between letters, width of glyphs, and what stands out over the edges.
#include <catch2/catch.hpp>

#include "text/optical_margins.h"
#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

Paragraph justified(const Squares& squares, const std::string& text) {
  Paragraph paragraph = squares.paragraph(text);
  paragraph.style.edit().align = Align::Justify;
  paragraph.style.edit().optical_margins = 0;
  return paragraph;
}

/// From the left end of each glyph of a line to that of the next.
std::vector<double> steps(const Line& line) {
  std::vector<double> result;
  const display::GlyphRun run = glyph_runs(line).at(0);
  for (std::size_t i = 0; i + 1 < run.glyphs.size(); ++i) {
    result.push_back((run.glyphs[i + 1].x - run.glyphs[i].x).pt());
  }
  return result;
}

}  // namespace

TEST_CASE("Letters and glyphs give before word spaces do") {
  Squares squares;
  Paragraph paragraph = justified(squares, "aaa bbb ccc");
  paragraph.style.edit().letter_space = {-0.02, 0, 0.02};  // 0.1 pt
  paragraph.style.edit().glyph_width = {0.98, 1, 1.02};    // 0.1 pt
  // Two lines; the first is 35 pt wide. Its six letters may grow by 0.6 pt, their four gaps by 0.4.
  const auto grown = squares.lines(paragraph, 35.5_pt);
  REQUIRE(grown.size() == 2);
  const display::GlyphRun run = glyph_runs(grown[0]).at(0);
  CHECK(run.glyph_width == Approx(1.01));
  const auto between = steps(grown[0]);
  CHECK(between[0] == Approx(5.05 + 0.05));  // a to a
  CHECK(between[2] == Approx(5.05));         // a to the space: no space is added to a space
  CHECK(between[3] == Approx(5));            // the space itself
  CHECK(grown[0].width.pt() == Approx(35.5));

  const auto stretched = squares.lines(paragraph, 38_pt);
  CHECK(glyph_runs(stretched[0]).at(0).glyph_width == Approx(1.02));
  CHECK(steps(stretched[0])[0] == Approx(5.2));
  CHECK(steps(stretched[0])[3] == Approx(7));
  CHECK(stretched[0].width.pt() == Approx(38));
}

TEST_CASE("Letters and glyphs shrink before word spaces do, and let more on a line") {
  Squares squares;
  Paragraph paragraph = justified(squares, "aaa bbb ccc");
  paragraph.style.edit().word_space = {0.8, 1, 1.5};
  CHECK(squares.lines(paragraph, 33.9_pt)[0].text == "aaa");
  paragraph.style.edit().letter_space = {-0.02, 0, 0};
  paragraph.style.edit().glyph_width = {0.98, 1, 1};
  const auto shrunk = squares.lines(paragraph, 33.9_pt);
  REQUIRE(shrunk[0].text == "aaa bbb");
  CHECK(shrunk[0].width.pt() == Approx(33.9));
  CHECK(glyph_runs(shrunk[0]).at(0).glyph_width == Approx(0.98));
  CHECK(steps(shrunk[0])[0] == Approx(4.8));
  CHECK(steps(shrunk[0])[3] == Approx(4.9));
}

TEST_CASE("The wished letter space and glyph width are what a last line has") {
  Squares squares;
  Paragraph paragraph = justified(squares, "aaa bbb");
  paragraph.style.edit().letter_space = {0, 0.02, 0.05};
  paragraph.style.edit().glyph_width = {0.9, 0.96, 1};
  const auto lines = squares.lines(paragraph, 100_pt);
  CHECK(glyph_runs(lines[0]).at(0).glyph_width == Approx(0.96));
  CHECK(steps(lines[0])[0] == Approx(4.8 + 0.1));
  CHECK(lines[0].width.pt() == Approx(6 * 4.8 + 4 * 0.1 + 5));
}

TEST_CASE("Text that is not justified has the wished width of glyphs, and is left alone else") {
  for (const Align align : {Align::Start, Align::End, Align::Center}) {
    Squares squares;
    Paragraph paragraph = justified(squares, "aaa bbb");
    paragraph.style.edit().align = align;
    paragraph.style.edit().letter_space = {-0.1, 0.02, 0.5};
    paragraph.style.edit().glyph_width = {0.9, 0.96, 1.1};
    const auto lines = squares.lines(paragraph, 37_pt);
    CHECK(glyph_runs(lines[0]).at(0).glyph_width == 0.96);
    CHECK(lines[0].width.pt() == Approx(6 * 4.8 + 5));
    paragraph.style.edit().glyph_width = {0.9, 1, 1.1};
    CHECK(squares.lines(paragraph, 37_pt)[0].width.pt() == Approx(35));
  }
}

TEST_CASE("A ligature stays whole, and space stands around it") {
  Squares squares;
  Paragraph paragraph = justified(squares, "afia a");
  paragraph.style.edit().letter_space = {0, 0.1, 0.2};
  const auto lines = squares.lines(paragraph, 100_pt);
  const display::GlyphRun run = glyph_runs(lines[0]).at(0);
  REQUIRE(run.glyphs.size() == 5);  // a fi a, space, a
  CHECK(steps(lines[0]) == std::vector<double>{5.5, 5.5, 5, 5});
}

TEST_CASE("No line of any text leaves the limits of its style") {
  const std::string prose =
      "aa bbbb a ccc-dd fia bb AV aaa bbbb cc a bb\u00adbb aaaa cc a b fifi aaa bb cccc aaaa b aa "
      "bbb aa b\u00adcc aaa VAVA bb aa ccc";
  for (double measure = 40; measure < 200; measure += 7.3) {
    INFO(measure);
    Squares squares;
    Paragraph paragraph = justified(squares, prose);
    paragraph.style.edit().letter_space = {-0.02, 0, 0.03};
    paragraph.style.edit().glyph_width = {0.97, 1, 1.03};
    const auto lines = squares.lines(paragraph, Length::pt(measure));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      INFO(lines[i].text);
      const double width = glyph_runs(lines[i]).at(0).glyph_width;
      CHECK(width >= 0.97);
      CHECK(width <= 1.03);
      const bool has_space = lines[i].text.find(' ') != std::string::npos;
      const bool is_full = i + 1 < lines.size() && has_space && lines[i].overrun == Length{};
      if (is_full) CHECK(lines[i].width.pt() == Approx(measure));
      if (lines[i].ratio >= 0) continue;
      for (const double step : steps(lines[i])) {
        CHECK(step >= 0.8 * 5 - 1e-6);  // the narrowest word space
      }
    }
  }
}

namespace {

struct Real {
  font::FontBook fonts{font::machine_font_folders()};
  diag::Diagnostics diags;
  std::optional<font::FontId> font;

  Real() {
    const font::CatalogFace face{
        .family = "Lato", .file = "Lato-Regular.ttf", .package = "fonts-lato"};
    font = fonts.open(face, diag::MemoryFiles({}), {}, diags);
  }
  Paragraph paragraph(const std::string& text, Align align, Length size = 10_pt) const {
    Paragraph result;
    result.style.edit().align = align;
    result.style.edit().text.edit().fonts = {*font};
    result.style.edit().text.edit().size = size;
    result.inlines.push_back(Run{.text = text, .style = result.style->text});
    return result;
  }
  std::vector<Line> lines(const Paragraph& paragraph, Length width) {
    const ShapedParagraph shaped = shape(paragraph, fonts, diags);
    const Measure measure{width};
    return set_lines(shaped, paragraph, break_lines(shaped, paragraph, measure, fonts), measure,
                     fonts);
  }
  /// How far a text of one line stands out at the start.
  double start(const std::string& text, Length size = 10_pt) {
    return -lines(paragraph(text, Align::Start, size), 500_pt).at(0).left.pt();
  }
  double end(const std::string& text) {
    const Line line = lines(paragraph(text, Align::End), 500_pt).at(0);
    return (line.left + line.width).pt() - 500;
  }
};

}  // namespace

TEST_CASE("Marks stand out over the edge by more than letters, straight letters not at all") {
  Real real;
  REQUIRE(real.font);
  CHECK(real.start("nap") == Approx(0).margin(0.02));
  CHECK(real.start("Hat") == Approx(0).margin(0.02));
  CHECK(real.start("Tap") > 0.1);
  CHECK(real.start("Tap") <= 0.51);
  CHECK(real.start("\u201cnap") > 0.8);
  CHECK(real.end("nap.") > 0.7);
  CHECK(real.end("nap-") > 0.8);
  CHECK(real.end("nap,") > 0.7);
  CHECK(real.end("nap\u2014") > 0.8);
  CHECK(real.end("nan") == Approx(0).margin(0.02));
  CHECK(real.end("nap-") > real.end("nav"));
}

TEST_CASE("Large type stands as near the edge as text does") {
  Real real;
  REQUIRE(real.font);
  const font::Face& face = real.fonts.face(*real.font);
  const double bearing = face.whites(face.glyph_for(U'H')).left.bearing;
  CHECK(bearing > 0.05);
  CHECK(real.start("Hat", 40_pt) == Approx(bearing * 30).margin(0.02));
}

TEST_CASE("Nothing stands out of centred text, of right-to-left text, or when the style says so") {
  Real real;
  REQUIRE(real.font);
  Paragraph paragraph = real.paragraph("\u201cTo be.\u201d", Align::Center);
  const Line centred = real.lines(paragraph, 200_pt).at(0);
  CHECK(centred.left.pt() == Approx((200 - centred.width.pt()) / 2));
  paragraph.style.edit().align = Align::Start;
  CHECK(real.lines(paragraph, 200_pt).at(0).left < 0_pt);
  paragraph.style.edit().optical_margins = 0;
  CHECK(real.lines(paragraph, 200_pt).at(0).left == 0_pt);
}

TEST_CASE("A font's own protrusion counts instead of the measured one") {
  Squares squares;
  Paragraph paragraph = squares.paragraph("aaa bbb-bbb cc");
  paragraph.style.edit().align = Align::Justify;
  auto& style = std::get<Run>(paragraph.inlines[0]).style;
  style.edit().protrusions = {{U'-', 0, 0.6}, {U'b', 0.2, 0}};
  // "aaa bbb-" takes 40 pt, 3 of them beyond the edge.
  const auto lines = squares.lines(paragraph, 37_pt);
  REQUIRE(texts(lines) == std::vector<std::string>{"aaa bbb-", "bbb cc"});
  CHECK(lines[0].left == 0_pt);
  CHECK(lines[0].width.pt() == Approx(40));
  CHECK(lines[0].overrun == 0_pt);
  CHECK(lines[1].left.pt() == Approx(-1));
  CHECK(squares.lines(paragraph, 35.5_pt)[0].text == "aaa");
  // A hyphen that is put in stands out as one that was there.
  std::get<Run>(paragraph.inlines[0]).text = "aaa bbb\u00adbbb cc";
  CHECK(squares.lines(paragraph, 37_pt)[0].text == "aaa bbb-");
}

}  // namespace handbill::text
