// SPDX-License-Identifier: MIT
#include "check/contrast.h"

#include "unit/check/checked.h"

namespace handbill::test {
namespace {

using color::Cmyk;
using color::Color;
using diag::DiagnosticId;
using document::Frame;

/// A gray of a screen without a profile that has this contrast to paper: found by halving.
double gray_with(double contrast) {
  const auto screen = color::Preview::without_profile();
  const color::Rgb paper = screen.to_rgb(Color::paper());
  double low = 0, high = 1;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    const auto ratio =
        check::contrast_ratio(screen.to_rgb(Color::process({0, 0, 0, middle})), paper);
    (ratio < contrast ? low : high) = middle;
  }
  return high;
}

Frame text_in(const Squares& squares, Color color, double size) {
  auto style = squares_style(squares);
  style.text.edit().color = std::move(color);
  style.text.edit().size = Length::pt(size);
  style.leading = Length::pt(size * 1.2);
  return frame("text", box(40, 40, 150, 30), document::TextContent{{paragraph(style, "aaaa")}});
}

std::string faint(std::vector<Frame> frames, const Squares& squares) {
  return said(checked(one_side(std::move(frames)), squares), DiagnosticId::LowContrast);
}

}  // namespace

TEST_CASE("contrast is measured as WCAG 2.2 has it") {
  CHECK(check::contrast_ratio({0, 0, 0}, {1, 1, 1}) == Approx(21));
  CHECK(check::contrast_ratio({1, 1, 1}, {1, 1, 1}) == Approx(1));
  // Known pairs: #767676 and #777777 on white are the last that pass and the first that does not.
  const double pass = 0x76 / 255.0, fail = 0x77 / 255.0;
  CHECK(check::contrast_ratio({pass, pass, pass}, {1, 1, 1}) == Approx(4.54).margin(0.005));
  CHECK(check::contrast_ratio({1, 1, 1}, {fail, fail, fail}) == Approx(4.48).margin(0.005));
}

TEST_CASE("large type needs less: from 18 pt, from 14 pt when it is bold") {
  CHECK(check::least_contrast(Length::pt(17.9), 400) == 4.5);
  CHECK(check::least_contrast(Length::pt(18), 400) == 3);
  CHECK(check::least_contrast(Length::pt(13.9), 700) == 4.5);
  CHECK(check::least_contrast(Length::pt(14), 700) == 3);
  CHECK(check::least_contrast(Length::pt(14), 690) == 4.5);
}

TEST_CASE("type on paper is told of below its contrast, not at it or above") {
  const Squares squares;
  const auto warned = [&](double contrast, double size) {
    return !faint({text_in(squares, Color::process({0, 0, 0, gray_with(contrast)}), size)}, squares)
                .empty();
  };
  CHECK(warned(4.4, 10));
  CHECK_FALSE(warned(4.5, 10));
  CHECK_FALSE(warned(4.6, 10));
  CHECK_FALSE(warned(4.4, 18));
  CHECK_FALSE(warned(3, 18));
  CHECK(warned(2.9, 18));
}

TEST_CASE("the message has the number and the limit, and is told once a colour of a frame") {
  const Squares squares;
  Frame text = text_in(squares, Color::process({0, 0, 0, gray_with(2.0)}), 10);
  auto& paragraphs = std::get<document::TextContent>(text.content).paragraphs;
  paragraphs.push_back(paragraphs.front());
  const auto diags = checked(one_side({text}), squares);
  CHECK(said(diags, DiagnosticId::LowContrast) ==
        "`aaaa` has a contrast of 2 : 1 to what it stands on: type of 10 pt has 4.5 : 1 or more\n");
  CHECK(diags.list().front().severity == diag::Severity::Warning);
}

TEST_CASE("what counts is the ground that is seen, at its worst place") {
  const Squares squares;
  const Frame black = text_in(squares, Color::black(), 10);
  const Frame white = text_in(squares, Color::paper(), 10);
  const auto dark = ground_at("dark", box(30, 30, 165, 60), {0, 0, 0, 0.9});
  const auto light = ground_at("light", box(20, 20, 175, 75), {0, 0, 0.1, 0});
  CHECK(faint({light, black}, squares).empty());
  CHECK_FALSE(faint({dark, black}, squares).empty());
  CHECK(faint({dark, light, black}, squares).empty());
  CHECK(faint({dark, white}, squares).empty());
  CHECK_FALSE(faint({white}, squares).empty());
  CHECK_FALSE(faint({light, white}, squares).empty());
  Frame veil = ground_at("veil", box(20, 20, 175, 75), {});
  veil.opacity = 0.9;
  CHECK(faint({dark, veil, black}, squares).empty());
  // From white at the left edge to black far right of the text.
  Frame run_up = frame("ground", box(0, 20, 200, 70));
  const auto gradient = [&](double end) {
    display::Gradient made;
    made.from = {Length(), Length()};
    made.to = {Length::pt(end), Length()};
    made.stops = {{0, Color::paper()}, {1, Color::black()}};
    run_up.gradient = std::make_shared<const display::Gradient>(made);
    return run_up;
  };
  CHECK(faint({gradient(3), black}, squares).empty());
  CHECK_FALSE(faint({gradient(0.45), black}, squares).empty());
}

TEST_CASE("the line below underlined words is no ground they stand on") {
  const Squares squares;
  auto style = squares_style(squares);
  style.text.edit().underline = true;
  Frame text =
      frame("text", box(40, 40, 150, 30), document::TextContent{{paragraph(style, "aaaa")}});
  CHECK(faint({text}, squares).empty());
  Frame ground = frame("ground", box(30, 30, 170, 50), std::monostate());
  ground.fill = Color::black();
  CHECK_FALSE(faint({ground, text}, squares).empty());
}

TEST_CASE("of text that ran onto something dark the edge is told, not the contrast as well") {
  const Squares squares;
  const auto diags = checked(one_side({ground_at("dark", box(65, 30, 130, 60), {0, 0, 0, 0.9}),
                                       text_in(squares, Color::black(), 10)}),
                             squares);
  CHECK_FALSE(said(diags, DiagnosticId::InkOverEdge).empty());
  CHECK(said(diags, DiagnosticId::LowContrast).empty());
}

TEST_CASE("pale type that overprints dark ink is not seen") {
  const Squares squares;
  Frame cyan = text_in(squares, Color::process({0.1, 0, 0, 0}), 10);
  const auto dark = ground_at("dark", box(30, 30, 165, 60), {0, 0, 0, 1});
  CHECK(faint({dark, cyan}, squares).empty());
  auto& each = std::get<document::TextContent>(cyan.content).paragraphs.front();
  std::get<text::Run>(each.inlines[0]).style.edit().overprint = color::Overprint::On;
  CHECK_FALSE(faint({dark, cyan}, squares).empty());
}

TEST_CASE("on pictures the fifth percentile of the worst square millimetre counts") {
  const Squares squares;
  // Six pixels a millimetre under the text; one row of squares has some dark pixels.
  const auto with_dark = [&](int in_36) {
    auto picture = std::make_shared<display::Picture>();
    picture->width = 6 * 60;
    picture->height = 6 * 30;
    picture->bytes =
        std::string(static_cast<std::size_t>(picture->width * picture->height), '\xff');
    for (int i = 0; i < in_36; ++i) {
      const int x = 6 * 18 + i % 6, y = 6 * 15 + i / 6;
      picture->bytes[static_cast<std::size_t>(y * picture->width + x)] = '\0';
    }
    auto document = one_side({frame("photo", box(0, 0, 0, 0), document::PictureContent{}),
                              text_in(squares, Color::black(), 10)});
    document.sides[0].frames[0].box = box(0, 0, Length::mm(60).pt(), Length::mm(30).pt());
    document.pictures.push_back({picture});
    return !said(checked(document, squares), DiagnosticId::LowContrast).empty();
  };
  CHECK_FALSE(with_dark(0));
  CHECK_FALSE(with_dark(1));
  // The second darkest of 36: a twentieth is 1.8.
  CHECK(with_dark(2));
  CHECK(with_dark(36));
}

}  // namespace handbill::test
