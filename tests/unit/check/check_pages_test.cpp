// SPDX-License-Identifier: MIT
#include "check/check_pages.h"

#include "unit/check/checked.h"

namespace handbill::test {
namespace {

/// What is said about text in a box of a 200 by 100 sheet with 10 points kept free.
std::string check(document::Frame frame, std::vector<double> folds = {}) {
  const Squares squares;
  auto style = squares_style(squares);
  style.text.edit().protrusions = {{U'h', 0.3, 0}};
  auto document = one_side({std::move(frame)});
  document.sheet.safe = Length::pt(10);
  document.sheet.fold_safe = Length::pt(5);
  for (const double x : folds) document.sides[0].folds.push_back({Length::pt(x)});
  if (!folds.empty()) document.sides[0].panels.resize(folds.size() + 1);
  auto& content = std::get<document::TextContent>(document.sides[0].frames[0].content);
  for (auto& each : content.paragraphs) {
    each.style = style;
    std::get<text::Run>(each.inlines[0]).style = style.text;
  }
  return said(checked(document, squares), diag::DiagnosticId::OutsideSafeArea);
}

document::Frame text_at(double left, double top, std::string words, double width = 150) {
  return frame("", box(left, top, width, 60),
               document::TextContent{{paragraph({}, std::move(words))}});
}

}  // namespace

TEST_CASE("text in the safe area is fine, to the very edge and half a point over") {
  CHECK(check(text_at(20, 20, "aaa")).empty());
  CHECK(check(text_at(10, 10, "aaa")).empty());
  CHECK(check(text_at(9.6, 9.6, "aaa")).empty());
}

TEST_CASE("what optical margins hang over the edge of the safe area is not counted") {
  CHECK(check(text_at(10, 20, "haa")).empty());
  CHECK(check(text_at(7, 20, "haa")) ==
        "`haa` is 1.1 mm outside the safe area at the left: text keeps 3.5 mm from the trim\n");
}

TEST_CASE("text outside the safe area is reported with the amount and the side") {
  const std::string rule = ": text keeps 3.5 mm from the trim\n";
  CHECK(check(text_at(4, 20, "aaa")) == "`aaa` is 2.1 mm outside the safe area at the left" + rule);
  CHECK(check(text_at(20, 4, "aaa")) == "`aaa` is 2.1 mm outside the safe area at the top" + rule);
  CHECK(check(text_at(49, 20, "aaaaaaaaaaaaaaa")) ==
        "`aaaaaaaaaaaaaaa` is 3.2 mm outside the safe area at the right" + rule);
  document::Frame low = text_at(20, 80, "aaa");
  low.box = box(20, 83, 150, 20);
  CHECK(check(low) == "`aaa` is 1.1 mm outside the safe area at the bottom" + rule);
}

TEST_CASE("a paragraph is reported once at each side, by its worst line") {
  CHECK(check(text_at(4, 20, "aaa bbb ccc", 35)) ==
        "`aaa` is 2.1 mm outside the safe area at the left: text keeps 3.5 mm from the trim\n");
}

TEST_CASE("long text is quoted by its beginning") {
  document::Frame frame = text_at(4, 20, std::string(50, 'a'), 190);
  frame.box = box(4, 20, 190, 60);
  std::get<document::TextContent>(frame.content).paragraphs = {paragraph({}, "a a a a a a a a a")};
  CHECK_THAT(check(frame), Catch::StartsWith("`a a a a a a a a a` is 2.1 mm"));
}

TEST_CASE("text keeps away from folds and never crosses one") {
  CHECK(check(text_at(20, 20, "aaa"), {60, 150}).empty());
  CHECK(check(text_at(20, 20, "aaa"), {55, 15}).empty());
  CHECK(check(text_at(20, 20, "aaa"), {52}) ==
        "`aaa` is 1.1 mm too near the fold at 18.3 mm from the left: text keeps 1.8 mm from "
        "folds\n");
  CHECK(check(text_at(20, 20, "aaa"), {18}) ==
        "`aaa` is 1.1 mm too near the fold at 6.3 mm from the left: text keeps 1.8 mm from "
        "folds\n");
  CHECK(check(text_at(20, 20, "aaa"), {40}) ==
        "`aaa` crosses the fold at 14.1 mm from the left: text keeps 1.8 mm from folds\n");
}

TEST_CASE("spaces have no ink to cut off") { CHECK(check(text_at(3, 20, " ")).empty()); }

TEST_CASE("text over text is reported once a pair, text beside or close below is not") {
  const Squares squares;
  const auto style = squares_style(squares);
  const auto messages = [&](double left, double top) {
    auto at = [&](double x, double y, const char* words) {
      return frame("", box(x, y, 75, 40), document::TextContent{{paragraph(style, words)}});
    };
    const auto document = one_side({at(20, 20, "aaa bbb aaa"), at(left, top, "ccc ddd")});
    return said(checked(document, squares), diag::DiagnosticId::TextOverlap);
  };
  CHECK(messages(110, 20).empty());
  CHECK(messages(20, 47).empty());
  CHECK(messages(30, 24) == "`ccc ddd` is printed over `aaa bbb`, 21.2 mm wide\n");
}

TEST_CASE("ink of two frames does not meet, though their letters stand clear of each other") {
  const Squares squares;
  const auto messages = [&](double top, std::vector<document::FrameIndex> over = {}) {
    auto document = one_side({words_at(squares, "above", box(40, 30, 60, 20), "aaaa"),
                              words_at(squares, "accent", box(40, top, 60, 20), "a\u0301aa")});
    document.sides[0].frames[0].over = std::move(over);
    return said(checked(document, squares), diag::DiagnosticId::TextOverlap);
  };
  // The ink above ends at 40; the accent stands from half a point to one and a half over the frame.
  CHECK(messages(42).empty());
  CHECK_THAT(messages(40.2), Catch::StartsWith("`a\u0301aa` is printed over `aaaa`"));
  CHECK(messages(40.2, {1}).empty());
  CHECK(messages(36, {1}).empty());
}

TEST_CASE("one of two frames that met is told of, not each paragraph") {
  const Squares squares;
  const auto style = squares_style(squares);
  const auto many = [&](double top) {
    return frame("", box(20, top, 60, 60),
                 document::TextContent{
                     {paragraph(style, "aa"), paragraph(style, "bb"), paragraph(style, "cc")}});
  };
  CHECK(said(checked(one_side({many(10), many(14)}), squares), diag::DiagnosticId::TextOverlap) ==
        "`aa` is printed over `aa`, 7.1 mm wide\n");
}

TEST_CASE("fills and art may reach the trim") {
  const Squares squares;
  auto document = one_side({frame("ground", box(0, 0, 200, 100))});
  document.sheet.safe = Length::pt(10);
  document.sides[0].frames[0].fill = color::Color::black();
  CHECK(checked(document, squares).list().empty());
}

}  // namespace handbill::test
