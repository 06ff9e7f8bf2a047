// SPDX-License-Identifier: MIT
// tests/golden/text/<case>: input.txt is a line of settings ("60 justify en") and a text, where
// "\uXXXX" is a character and "|" starts another run; expected.txt is the shaped paragraph and its
// lines.
#include <catch2/catch.hpp>
#include <sstream>

#include "base/number.h"
#include "base/utf8.h"
#include "unit/text/text_helpers.h"

namespace handbill::text {
namespace {

using namespace test;

std::string unescaped(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\u") == 0) {
      append_utf8(result, static_cast<char32_t>(std::stoul(text.substr(i + 2, 4), nullptr, 16)));
      i += 5;
    } else {
      result += text[i];
    }
  }
  return result;
}

Align align_named(const std::string& name) {
  if (name == "end") return Align::End;
  if (name == "center") return Align::Center;
  return name == "justify" ? Align::Justify : Align::Start;
}

std::string dump_lines(const std::vector<Line>& lines) {
  std::string out;
  for (const Line& line : lines) {
    out += "line " + format_number(line.left.pt(), 3) + " + " + format_number(line.width.pt(), 3);
    if (line.ratio != 0) out += " ratio " + format_number(line.ratio, 3);
    if (line.overrun > Length{}) out += " overrun " + format_number(line.overrun.pt(), 3);
    out += " \"" + line.text + "\"\n";
    for (const display::GlyphRun& run : glyph_runs(line)) {
      out += "  at " + format_number(run.origin.x.pt(), 3) + " \"" + run.text + "\"";
      for (const display::Glyph& glyph : run.glyphs) out += " " + format_number(glyph.x.pt(), 3);
      out += "\n";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("Golden paragraphs come out as they were") {
  const auto cases = handbill::test::golden_cases("text");
  REQUIRE_FALSE(cases.empty());
  for (const auto& folder : cases) {
    std::istringstream input(handbill::test::read_file(folder / "input.txt"));
    double measure = 0;
    std::string align, language, text;
    input >> measure >> align >> language;
    std::getline(input >> std::ws, text);

    Squares squares;
    Paragraph paragraph = squares.paragraph("");
    paragraph.inlines.clear();
    paragraph.style.edit().align = align_named(align);
    paragraph.style.edit().text.edit().language = language;
    std::istringstream runs(text);
    for (std::string run; std::getline(runs, run, '|');) {
      paragraph.inlines.push_back(Run{.text = unescaped(run), .style = paragraph.style->text});
    }
    const ShapedParagraph shaped = shape(paragraph, squares.fonts, squares.diags);
    const auto difference = handbill::test::golden_difference(
        folder / "expected.txt",
        dump(shaped, squares.fonts) + dump_lines(squares.lines(paragraph, Length::pt(measure))));
    if (difference) FAIL_CHECK(*difference);
  }
}

}  // namespace handbill::text
