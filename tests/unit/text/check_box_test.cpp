// SPDX-License-Identifier: MIT
#include "text/check_box.h"

#include <catch2/catch.hpp>

#include "support/document_values.h"

namespace handbill::test {
namespace {

text::Marker marker(const Squares& squares, text::Marker::Sign sign) {
  return {.run = {sign == text::Marker::Sign::Box ? "☐" : "☑", squares_style(squares).text},
          .gap = {},
          .sign = sign};
}

const display::Shape& shape(const text::Line& line, std::size_t index) {
  return std::get<display::Shape>(line.items.at(index).content);
}

}  // namespace

TEST_CASE("a box to tick is as tall as capitals and stands for its sign") {
  const Squares squares;
  const text::Line line = text::check_box(marker(squares, text::Marker::Sign::Box), squares.book);
  REQUIRE(line.items.size() == 1);
  const display::Shape& box = shape(line, 0);
  const Rect edge = *box.path.bounds();
  const Length half = box.stroke->width / 2;
  CHECK((edge.top - half).pt() == Approx(-8));  // capitals are 0.8 em
  CHECK((edge.bottom() + half).pt() == Approx(0).margin(1e-9));
  CHECK((edge.right() + half).pt() == Approx(8));
  CHECK(line.width.pt() == Approx(8));
  CHECK(box.text == "☐");
}

TEST_CASE("a ticked box has a tick that nobody reads twice") {
  const Squares squares;
  const text::Line line =
      text::check_box(marker(squares, text::Marker::Sign::TickedBox), squares.book);
  REQUIRE(line.items.size() == 2);
  CHECK(shape(line, 0).text == "☑");
  CHECK(shape(line, 1).text.empty());
  CHECK(shape(line, 1).path.bounds()->top < shape(line, 0).path.bounds()->bottom());
}

TEST_CASE("boxes hang before their item as bullets do, right to left too") {
  const Squares squares;
  text::Paragraph paragraph = test::paragraph(squares_style(squares), "aa");
  paragraph.style.edit().indent_start = Length::pt(15);
  paragraph.marker = marker(squares, text::Marker::Sign::Box);
  diag::Diagnostics diags;
  const auto left_of = [&] {
    const auto shaped = text::shape(paragraph, squares.book, diags);
    const text::Measure measure{Length::pt(100)};
    const auto breaks = text::break_lines(shaped, paragraph, measure, squares.book);
    const auto lines = text::set_lines(shaped, paragraph, breaks, measure, squares.book);
    return (shape(lines.at(0), 0).path.bounds()->left - shape(lines.at(0), 0).stroke->width / 2)
        .pt();
  };
  CHECK(left_of() == Approx(0).margin(1e-9));
  paragraph.style.edit().text.edit().language = "he";
  std::get<text::Run>(paragraph.inlines[0]).style.edit().language = "he";
  CHECK(left_of() == Approx(92));
  CHECK(diags.list().empty());
}

}  // namespace handbill::test
