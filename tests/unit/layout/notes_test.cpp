// SPDX-License-Identifier: MIT
// Footnotes: 10 pt on 12 pt as the text. A column with notes of one line needs 12 pt of white and
// 10 pt for each more.
#include <catch2/catch.hpp>

#include "display/dump.h"
#include "placed.h"

namespace handbill::test {
namespace {

/// "aaa1 bbb": a digit refers to a note that says "n1 note".
text::Paragraph noted(const Squares& squares, const std::string& words) {
  text::Paragraph result = paragraph(squares_style(squares), "");
  text::CharacterStyle raised = squares_style(squares).text;
  raised.baseline_shift = Length::pt(3);
  std::string run;
  const auto end_run = [&] {
    if (!run.empty())
      result.inlines.push_back(text::Run{std::exchange(run, {}), result.style->text});
  };
  for (const char c : words) {
    if (c < '0' || c > '9') {
      run += c;
      continue;
    }
    end_run();
    const std::string digit(1, c);
    result.notes.push_back(
        {result.inlines.size(), {paragraph(squares_style(squares), "n" + digit)}});
    result.notes.back().paragraphs.front().role = display::Role::Note;
    const text::PartId part{static_cast<std::uint32_t>(result.parts.size())};
    result.parts.push_back({text::Part::Kind::Reference});
    result.inlines.push_back(text::Run{digit, raised, {}, part});
  }
  end_run();
  return result;
}

document::Frame columns(double height, std::vector<text::Paragraph> paragraphs) {
  return two_columns("body", 90, height, text(std::move(paragraphs)));
}

}  // namespace

TEST_CASE("a note stands at the foot of the column that refers to it, below a short rule") {
  const Squares squares;
  CHECK(fragments(one_side({frame("body", box(0, 0, 40, 80),
                                  document::TextContent{{noted(squares, "aaa1 bbb")}})}),
                  squares) ==
        "side \"front\"\n"
        "  frame \"body\" 0 0 40 80\n"
        "    column 0 0 40 80\n"
        "      shape 0 63.4 10 0\n"
        "      line 0 8 40 \"aaa1\"\n"
        "      line 0 20 30 \"bbb\"\n"
        "      line 0 78 20 \"n1\"\n");
}

TEST_CASE("a line moves on with its note, and text never runs into notes") {
  const Squares squares;
  const auto document = one_side({columns(44, {noted(squares, "aaa bbb ccc1 ddd2 eee")})});
  // Two lines, white and a note would be 22 + 22; the third line refers to a note.
  CHECK(fragments(document, squares) ==
        "side \"front\"\n"
        "  frame \"body\" 0 0 90 44\n"
        "    column 0 0 40 44\n"
        "      line 0 8 30 \"aaa\"\n"
        "      line 0 20 30 \"bbb\"\n"
        "    column 50 0 40 44\n"
        "      shape 0 27.4 10 0\n"
        "      line 0 8 40 \"ccc1\"\n"
        "      line 0 42 20 \"n1\"\n"
        "overset: this text is too long by about 2 words (2 lines)\n"
        "  8.5 mm too tall for frame `body`\n");
}

TEST_CASE("a frame as tall as its content has room for its notes") {
  const Squares squares;
  CHECK(fragments(one_side({frame("body", growing_box(0, 0, 40),
                                  document::TextContent{{noted(squares, "aaa1 bbb2")}})}),
                  squares) ==
        "side \"front\"\n"
        "  frame \"body\" 0 0 40 56\n"
        "    column 0 0 40 56\n"
        "      shape 0 27.4 10 0\n"
        "      line 0 8 40 \"aaa1\"\n"
        "      line 0 20 40 \"bbb2\"\n"
        "      line 0 42 20 \"n1\"\n"
        "      line 0 54 20 \"n2\"\n");
}

TEST_CASE("the rest of a paragraph keeps its notes in a column of another width") {
  const Squares squares;
  auto document = one_side({frame("one", box(0, 0, 40, 10), document::StoryContent{}),
                            frame("two", box(50, 0, 50, 60), document::StoryContent{})});
  document.stories.push_back({"body", {noted(squares, "aaa bbb ccc1")}, {}});
  CHECK_THAT(fragments(document, squares), Catch::Contains("      line 0 8 30 \"bbb\"\n"
                                                           "      line 0 20 40 \"ccc1\"\n"
                                                           "      line 0 58 20 \"n1\"\n"));
}

TEST_CASE("a note is not lost when a drop cap takes its reference") {
  const Squares squares;
  text::Paragraph words = noted(squares, "1");
  words.style.edit().drop_cap = text::DropCap{
      .style = words.style->text, .lines = 2, .gap = {}, .pitch = words.style->leading};
  CHECK_THAT(
      fragments(one_side({frame("body", growing_box(0, 0, 80), document::TextContent{{words}})}),
                squares),
      Catch::Contains("\"n1\""));
}

TEST_CASE("references and notes have their places in the reading order") {
  const Squares squares;
  const text::Paragraph words = noted(squares, "aaa1");
  const auto list = pages(
      one_side({frame("body", growing_box(0, 0, 40), document::TextContent{{words}})}), squares);
  CHECK_THAT(display::dump(list, squares.book), Catch::Contains("    paragraph \"aaa\"\n"
                                                                "      reference\n"
                                                                "        link \"1\"\n"
                                                                "    note \"n1\"\n"));
}

}  // namespace handbill::test
