// SPDX-License-Identifier: MIT
// Drop caps: squares of 10 pt on 12 pt have capitals of 8 pt; over two lines the initial is 20 pt
// tall, so its size is 25 pt.
#include <catch2/catch.hpp>

#include "base/number.h"
#include "placed.h"

namespace handbill::test {
namespace {

text::ParagraphStyle with_drop_cap(const Squares& squares) {
  text::ParagraphStyle style = squares_style(squares);
  style.drop_cap =
      text::DropCap{.style = style.text, .lines = 2, .gap = Length::pt(5), .pitch = style.leading};
  return style;
}

document::Document one_frame(std::vector<text::Paragraph> paragraphs) {
  return one_side(
      {frame("body", growing_box(20, 10, 60), document::TextContent{std::move(paragraphs)})});
}

/// "text x y size" of each glyph run.
std::string runs_of(const document::Document& document, const Squares& squares) {
  std::string result;
  for (const auto& run : all<display::GlyphRun>(pages(document, squares).pages[0])) {
    result += run.text + " " + format_number(run.origin.x.pt(), 1) + " " +
              format_number(run.origin.y.pt(), 1) + " " + format_number(run.size.pt(), 1) + "\n";
  }
  return result;
}

}  // namespace

TEST_CASE("a drop cap reaches from the capitals of its first line to the baseline of its last") {
  const Squares squares;
  const auto document = one_frame({paragraph(with_drop_cap(squares), "Xaaa bbb cccccc")});
  CHECK(runs_of(document, squares) ==
        "X 20 30 25\n"
        "aaa  50 18 10\n"
        "bbb  50 30 10\n"
        "cccccc 20 42 10\n");
}

TEST_CASE("a quotation mark before a drop cap hangs in the margin, as large as the text") {
  const Squares squares;
  const auto document =
      one_frame({paragraph(with_drop_cap(squares), "\u201cXaaa bbb ccccc\u201d")});
  CHECK(runs_of(document, squares) ==
        "\u201c 9.2 18 10\n"
        "X 20 30 25\n"
        "aaa  50 18 10\n"
        "bbb  50 30 10\n"
        "ccccc\u201d 20 42 10\n");
}

TEST_CASE("spaces inside and between marks stay with the marks before a drop cap") {
  const Squares squares;
  for (const std::string marks : {"\u201c\u00a0", "\u201c\u202f\u2018"}) {
    const auto document = one_frame({paragraph(with_drop_cap(squares), marks + "Xaaa")});
    CHECK(runs_of(document, squares).find("\nX 20 30 25\n") != std::string::npos);
  }
}

TEST_CASE("several letters are dropped, a word of one letter keeps its space") {
  const Squares squares;
  text::ParagraphStyle style = with_drop_cap(squares);
  CHECK(runs_of(one_frame({paragraph(style, "X aaa")}), squares) ==
        "X  20 30 25\n"
        "aaa 50 18 10\n");
  style.drop_cap->letters = 2;
  style.drop_cap->gap = Length();
  CHECK(runs_of(one_frame({paragraph(style, "Xe\u0301a b")}), squares) ==
        "Xe\u0301 20 30 25\n"
        "a  70 18 10\n"
        "b 70 30 10\n");
}

TEST_CASE("the next paragraph starts below a drop cap that is longer than its text") {
  const Squares squares;
  const auto document = one_frame(
      {paragraph(with_drop_cap(squares), "Xa"), paragraph(squares_style(squares), "bbb")});
  CHECK(fragments(document, squares) ==
        "side \"front\"\n"
        "  frame \"body\" 20 10 60 34\n"
        "    column 0 0 60 34\n"
        "      line 0 8 40 \"Xa\"\n"
        "      line 0 32 30 \"bbb\"\n");
  // A frame is as tall as the initial.
  CHECK(fragments(one_frame({paragraph(with_drop_cap(squares), "Xa")}), squares) ==
        "side \"front\"\n"
        "  frame \"body\" 20 10 60 20\n"
        "    column 0 0 60 20\n"
        "      line 0 8 40 \"Xa\"\n");
}

TEST_CASE("the lines beside a drop cap are not parted, and it does not come again") {
  const Squares squares;
  document::Frame body =
      frame("body", box(0, 0, 130, 34),
            document::TextContent{{paragraph(squares_style(squares), "111111"),
                                   paragraph(with_drop_cap(squares), "Xaaa bbb cccccc dddddd")}});
  body.columns = 2;
  body.gutter = Length::pt(10);
  CHECK(fragments(one_side({body}), squares) ==
        "side \"front\"\n"
        "  frame \"body\" 0 0 130 34\n"
        "    column 0 0 60 34\n"
        "      line 0 8 60 \"111111\"\n"
        "      line 0 20 60 \"Xaaa\"\n"
        "      line 30 32 30 \"bbb\"\n"
        "    column 70 0 60 34\n"
        "      line 0 8 60 \"cccccc\"\n"
        "      line 0 20 60 \"dddddd\"\n");
  body.box.height->length = Length::pt(22);
  body.box.width->length = Length::pt(130);
  body.columns = 2;
  CHECK(fragments(one_side({body}), squares) ==
        "side \"front\"\n"
        "  frame \"body\" 0 0 130 22\n"
        "    column 0 0 60 22\n"
        "      line 0 8 60 \"111111\"\n"
        "    column 70 0 60 22\n"
        "      line 0 8 60 \"Xaaa\"\n"
        "      line 30 20 30 \"bbb\"\n"
        "overset: this text is too long by about 2 words (2 lines)\n"
        "  8.5 mm too tall for frame `body`\n");
}

TEST_CASE("text that begins with a blank to write on has no drop cap") {
  const Squares squares;
  text::Paragraph blank = paragraph(with_drop_cap(squares), "");
  blank.inlines.push_back(text::Field{Length::pt(20), blank.style->text});
  CHECK(all<display::GlyphRun>(pages(one_frame({blank}), squares).pages[0]).empty());
}

TEST_CASE("the first line has its own style, however many words it takes") {
  const Squares squares;
  text::Paragraph body = paragraph(squares_style(squares), "aaa bbb ccc ddd");
  text::CharacterStyle large = body.style->text;
  large.size = Length::pt(12.5);
  body.first_line = {large};
  const auto set = [&](double width) {
    return runs_of(one_side({frame("body", growing_box(0, 10, width), text({body}))}), squares);
  };
  // 7 characters of 12.5 pt take 87.5, of 10 pt 70.
  CHECK(set(88) ==
        "aaa bbb  0 20 12.5\n"
        "ccc ddd 0 32 10\n");
  CHECK(set(87) ==
        "aaa  0 20 12.5\n"
        "bbb ccc  0 32 10\n"
        "ddd 0 44 10\n");
  CHECK(set(200) == "aaa bbb ccc ddd 0 20 12.5\n");
}

TEST_CASE("a first line stands beside a drop cap, and the rest below keeps clear of it") {
  const Squares squares;
  text::Paragraph body = paragraph(with_drop_cap(squares), "Xaaa bbb ccc");
  text::CharacterStyle small = squares_style(squares).text;
  small.size = Length::pt(9);
  body.first_line = {small};
  CHECK(runs_of(one_frame({body}), squares) ==
        "X 20 30 25\n"
        "aaa  50 18 9\n"
        "bbb  50 30 10\n"
        "ccc 20 42 10\n");
}

}  // namespace handbill::test
