// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <cmath>

#include "layout/fit_levers.h"
#include "placed.h"

namespace handbill::test {
namespace {

using document::Copyfit;
using document::LeastToMost;
using layout::FitLevers;
using layout::FitSetting;

LeastToMost<Length> points(double least, double most) {
  return {Length::pt(least), Length::pt(most)};
}

/// 10 pt on 12 pt with 6 pt after.
text::ParagraphStyle spaced_style() {
  text::ParagraphStyle style;
  style.text.edit().size = Length::pt(10);
  style.leading = Length::pt(12);
  style.space_after = Length::pt(6);
  return style;
}

/// What the text is set at when `fits` decides.
std::string found(const Copyfit& fit, const std::function<bool(const FitSetting&)>& fits) {
  const text::ParagraphStyle style = spaced_style();
  const std::vector<FitLevers> levers = {FitLevers(fit, style)};
  const auto result = find_fit(
      levers, [&](const layout::FitSettings& each) { return layout::Trial{fits(each.front())}; });
  return (result.fits ? "" : "too much: ") + levers.front().words(result.settings.front());
}

document::Document fitted(document::Frame frame, Copyfit fit) {
  frame.fit = fit;
  return one_side({std::move(frame)});
}

/// The first line of a fragment dump that starts with `kind`, without indent.
std::string first(const std::string& dump, const std::string& kind) {
  const std::size_t at = dump.find(kind);
  return at == dump.npos ? "" : dump.substr(at, dump.find('\n', at) - at);
}

}  // namespace

TEST_CASE("the least invasive lever is moved first, and no further than it must be") {
  const Copyfit fit{.size = points(8, 11),
                    .leading = points(9, 14),
                    .tracking = LeastToMost<double>{-0.02, 0},
                    .after = points(2, 6)};
  const auto height = [](const FitSetting& s) { return s.leading.pt() * 10 + s.after.pt() * 4; };
  const auto fits_in = [&](double most) {
    return found(fit, [&](const FitSetting& s) { return height(s) <= most; });
  };
  CHECK(fits_in(200) == "11 pt (of 8 to 11 pt), leading 13.2 pt, tracking 0%, space after 6 pt");
  CHECK(fits_in(150) == "11 pt (of 8 to 11 pt), leading 13.2 pt, tracking 0%, space after 4.5 pt");
  // The spaces are used up: lines move closer; what that gives too much goes back to the spaces.
  CHECK(fits_in(139) == "11 pt (of 8 to 11 pt), leading 13.1 pt, tracking 0%, space after 2 pt");
  CHECK(fits_in(138.5) == "11 pt (of 8 to 11 pt), leading 13 pt, tracking 0%, space after 2 pt");
  CHECK(fits_in(90) ==
        "too much: 8 pt (of 8 to 11 pt), leading 9 pt, tracking -2%, space after 2 pt");
}

TEST_CASE("the size is the last to give way, and tracking counts when lines get shorter by it") {
  const Copyfit fit{.size = points(8, 11), .tracking = LeastToMost<double>{-0.02, 0}};
  const auto fits_in = [&](double most) {
    return found(
        fit, [&](const FitSetting& s) { return 100 * s.size.pt() * (0.5 + s.tracking) <= most; });
  };
  CHECK(fits_in(550) == "11 pt (of 8 to 11 pt), leading 13.2 pt, tracking 0%");
  CHECK(fits_in(540) == "11 pt (of 8 to 11 pt), leading 13.2 pt, tracking -1%");
  CHECK(fits_in(500) == "10.4 pt (of 8 to 11 pt), leading 12.48 pt, tracking -2%");
}

TEST_CASE("a range of any width takes few trials") {
  int trials = 0;
  const Copyfit fit{.size = points(1, 2000), .leading = points(1, 4000), .after = points(0, 3000)};
  found(fit, [&](const FitSetting& s) { return ++trials > 0 && s.size < Length::pt(33); });
  CHECK(trials < 50);
}

TEST_CASE("trials that tell how full the room is find the same in a few") {
  const text::ParagraphStyle style = spaced_style();
  const Copyfit size_alone{.size = points(4, 40)};
  Copyfit more = size_alone;
  more.leading = points(5, 48);
  more.after = points(2, 6);
  for (const Copyfit& fit : {size_alone, more}) {
    const std::vector<FitLevers> levers = {FitLevers(fit, style)};
    for (const double room : {0.1, 1.9, 2.0, 7.0, 31.3, 99.0}) {
      INFO(room);
      int trials = 0, blind_trials = 0;
      // Whole lines of words that take 100 pt at 1 pt.
      const auto fill = [&](const layout::FitSettings& each) {
        const FitSetting& set = each.front();
        return std::ceil(set.size.pt() * 100 / 400) * set.leading.pt() / (room * 10);
      };
      const auto told = find_fit(levers, [&](const layout::FitSettings& each) {
        ++trials;
        return layout::Trial{fill(each) <= 1, fill(each)};
      });
      const auto blind = find_fit(levers, [&](const layout::FitSettings& each) {
        ++blind_trials;
        return layout::Trial{fill(each) <= 1};
      });
      CHECK(told.fits == blind.fits);
      CHECK(told.settings == blind.settings);
      CHECK(trials <= blind_trials);
      if (!fit.after) CHECK(trials <= 7);
    }
  }
}

TEST_CASE("text that is to fit is set at the largest size that does") {
  const Squares squares;
  // Letters are as wide as the size, so five go into 100 pt at 20 pt, and two lines of 1.2 em.
  const auto document = fitted(frame("sign", box(0, 0, 100, 50), words(squares, "aaaaa bbbbb")),
                               {.size = points(5, 40)});
  const std::string dump = fragments(document, squares);
  CHECK(first(dump, "line") == "line 0 16 100 \"aaaaa\"");
  CHECK(first(dump, "fitted") ==
        "fitted: frame `sign` is set at 20 pt (of 5 to 40 pt), leading 24 pt");
}

TEST_CASE("sizes of a list are tried from the largest down") {
  const Copyfit fit{.size = points(8, 30),
                    .sizes = {Length::pt(30), Length::pt(21), Length::pt(8)}};
  const auto fits_in = [&](double most) {
    return found(fit, [&](const FitSetting& s) { return s.size.pt() <= most; });
  };
  CHECK(fits_in(30) == "30 pt (of 3 sizes from 30 down), leading 36 pt");
  CHECK(fits_in(29) == "21 pt (of 3 sizes from 30 down), leading 25.2 pt");
  CHECK(fits_in(20) == "8 pt (of 3 sizes from 30 down), leading 9.6 pt");
  CHECK(fits_in(7) == "too much: 8 pt (of 3 sizes from 30 down), leading 9.6 pt");
}

TEST_CASE("text that may have so many lines is as large as its width lets it, others follow") {
  const Squares squares;
  document::Box below = growing_box(0, 0, 100);
  below.top = edge_of(0, document::EdgeKind::Bottom, 3);
  const auto set = [&](const std::string& title, const Copyfit& fit) {
    auto document = fitted(frame("title", growing_box(0, 0, 100), words(squares, title)), fit);
    document.sides[0].frames.push_back(frame("", below, words(squares, "x")));
    return fragments(document, squares);
  };
  const auto place = [](const std::string& dump) {
    const std::size_t at = dump.find("frame", dump.find("title"));
    return dump.substr(at, dump.find('\n', at) - at);
  };
  // Five letters in 100 pt; lines of 24 pt, the second 4 pt deep.
  const std::string two = set("aaaaa bbbbb", {.size = points(10, 40), .lines = 2});
  CHECK(first(two, "fitted").starts_with("fitted: frame `title` is set at 20 pt"));
  CHECK(place(two).find(" 47 ") != std::string::npos);
  // A break that the content gives: five letters and a hyphen.
  const std::string soft = set("aaaaa\u00adbbbbb", {.size = points(10, 40), .lines = 2});
  CHECK(first(soft, "fitted").starts_with("fitted: frame `title` is set at 16.6 pt"));
  CHECK(first(soft, "line").ends_with("\"aaaaa-\""));
  const std::string one = set("aaaaa bbbbb", {.size = points(9, 40), .lines = 1});
  CHECK(first(one, "fitted").starts_with("fitted: frame `title` is set at 9 pt"));
}

TEST_CASE("of several ways to fit the first that does is taken") {
  const Squares squares;
  const auto set = [&](const std::string& title) {
    Copyfit fit{.size = points(18, 40), .lines = 2};
    fit.otherwise.push_back({.size = points(8, 17), .lines = 1});
    return fragments(fitted(frame("title", growing_box(0, 0, 100), words(squares, title)), fit),
                     squares);
  };
  CHECK(first(set("aaaaa bbbbb"), "fitted").starts_with("fitted: frame `title` is set at 20 pt"));
  CHECK(first(set("aaaaaa bbb"), "fitted").starts_with("fitted: frame `title` is set at 10 pt"));
  const std::string refused = set("aaaaaaaa bbbbb");
  CHECK(first(refused, "fitted").empty());
  CHECK_THAT(refused, Catch::Contains("overset: this text is too long by about 1 word (1 line)\n"
                                      "  frame `title` has 2 lines; its `fit` lets it have 1\n"
                                      "  it is set as small as `fit` lets it\n"));
}

TEST_CASE("lines are counted in a frame that has a height too") {
  const Squares squares;
  const auto set = [&](std::size_t lines) {
    return fragments(fitted(frame("title", box(0, 0, 100, 60), words(squares, "aaaaa bbbbb")),
                            {.size = points(5, 40), .lines = lines}),
                     squares);
  };
  CHECK(first(set(2), "fitted").starts_with("fitted: frame `title` is set at 20 pt"));
  CHECK(first(set(1), "fitted").starts_with("fitted: frame `title` is set at 9 pt"));
}

TEST_CASE("words shorten before type shrinks: only the last of them take further ways to fit") {
  const Squares squares;
  text::ParagraphStyle style = squares_style(squares);
  style.one_line = true;
  document::Table table;
  table.columns.resize(1);
  document::Row row;
  row.cells.push_back({text({paragraph(style, "aaaaaa")})});
  table.rows.push_back(row);
  Copyfit fit{.size = points(18, 40)};
  fit.otherwise.push_back({.size = points(8, 17)});
  const auto set = [&](std::size_t chosen) {
    table.words = {chosen, 2};
    return fragments(fitted(frame("days", box(0, 0, 100, 60), table), fit), squares);
  };
  CHECK(first(set(0), "fitted").empty());
  CHECK_FALSE(first(set(0), "line-too-wide").empty());
  CHECK(first(set(1), "fitted").starts_with("fitted: frame `days` is set at 16.6 pt"));
}

TEST_CASE("letters grow narrower before lines move closer, in ragged text too") {
  const Squares squares;
  const Copyfit fit{
      .size = points(10, 10), .leading = points(5, 12), .glyph_width = LeastToMost<double>{0.9, 1}};
  const auto fitted_at = [&](double width) {
    return fragments(fitted(frame("sign", box(0, 0, width, 12), words(squares, "aaaaa bbbb")), fit),
                     squares);
  };
  CHECK(first(fitted_at(96), "fitted") ==
        "fitted: frame `sign` is set at 10 pt (of 10 to 10 pt), leading 12 pt, glyph width 95.5%");
  CHECK(first(fitted_at(96), "line") == "line 0 8 95.95 \"aaaaa bbbb\"");
  CHECK(first(fitted_at(100), "fitted").empty());  // it has all it wishes
}

TEST_CASE("a style with ranges of its own moves in them, the others as the frame says") {
  const Squares squares;
  text::ParagraphStyle head = squares_style(squares);
  head.name = "head";
  head.text.edit().size = Length::pt(20);
  head.leading = Length::pt(24);
  text::ParagraphStyle body = squares_style(squares);
  body.name = "body";
  auto document = one_side({frame(
      "", box(0, 0, 100, 60),
      document::TextContent{{paragraph(head, "hh"), paragraph(body, "aaaaa bbbbb ccccc ddd")}})});
  const auto fitted_note = [&] { return first(fragments(document, squares), "fitted"); };
  document.style_fits = {{"head", {.size = points(12, 40)}}};
  // The body stays: its three lines leave 22 pt for the capitals of the head, 0.8 of its size.
  CHECK(fitted_note() ==
        "fitted: a frame is set with style `head` at 27.5 pt (of 12 to 40 pt), leading 33 pt");
  // Both come down by 88 % of their way.
  document.sides[0].frames[0].fit = Copyfit{.size = points(10, 20)};
  CHECK(fitted_note() ==
        "fitted: a frame is set at 11.1 pt (of 10 to 20 pt), leading 13.32 pt; style `head` at "
        "15.3 pt (of 12 to 40 pt), leading 18.36 pt");
  // No text is left that the frame's own range would be for.
  document.style_fits.push_back({"body", {.size = points(5, 15)}});
  CHECK(fitted_note() ==
        "fitted: a frame is set with style `head` at 26.5 pt (of 12 to 40 pt), leading 31.8 pt; "
        "style `body` at 10.1 pt (of 5 to 15 pt), leading 12.12 pt");
}

TEST_CASE("a note in a style with ranges of its own moves in them") {
  const Squares squares;
  text::ParagraphStyle small = squares_style(squares);
  small.name = "note";
  text::Paragraph body = paragraph(squares_style(squares), "aa");
  body.inlines.push_back(text::Run{"1", body.style->text});
  body.notes.push_back({.reference = 1, .paragraphs = {paragraph(small, "nnnn")}});
  auto document =
      one_side({frame("", box(0, 0, 100, 50), document::TextContent{{std::move(body)}})});
  document.style_fits = {{"note", {.size = points(6, 30)}}};
  CHECK(first(fragments(document, squares), "fitted") ==
        "fitted: a frame is set with style `note` at 18.1 pt (of 6 to 30 pt), leading 21.72 pt");
}

TEST_CASE("where a frame is as tall as its text a style with ranges stays as it is") {
  const Squares squares;
  auto document = one_side({frame("", growing_box(0, 0, 100), words(squares, "aaaa"))});
  document.style_fits = {{"", {.size = points(6, 30)}}};
  const std::string dump = fragments(document, squares);
  CHECK(first(dump, "fitted") == "");
  CHECK(first(dump, "line") == "line 0 8 40 \"aaaa\"");
}

TEST_CASE("text that does not fit at its smallest is overset, with the words to cut") {
  const Squares squares;
  const auto document =
      fitted(frame("sign", box(0, 0, 50, 11), words(squares, "aaaaa bbbbb ccccc")),
             {.size = points(10, 40)});
  CHECK(errors(document, squares) ==
        "overset: this text is too long by about 2 words (2 lines)\n"
        "  8.1 mm too tall for frame `sign`\n"
        "  it is set as small as `fit` lets it\n");
}

TEST_CASE("a story is fitted over all its frames, other styles in proportion") {
  const Squares squares;
  text::ParagraphStyle head = squares_style(squares);
  head.name = "head";
  head.text.edit().size = Length::pt(20);
  head.leading = Length::pt(24);
  text::ParagraphStyle body = squares_style(squares);
  body.name = "body";
  auto document = one_side({frame("one", box(0, 0, 60, 40), document::StoryContent{}),
                            frame("two", box(100, 0, 60, 40), document::StoryContent{})});
  document.stories.push_back(
      {.name = "how",
       .paragraphs = {paragraph(head, "hh"), paragraph(body, "aaaaa bbbbb ccccc ddddd")},
       .fit = Copyfit{.size = points(5, 14)}});
  const std::string dump = fragments(document, squares);
  CHECK(first(dump, "fitted") ==
        "fitted: story `how` is set at 11.7 pt (of 5 to 14 pt), leading "
        "14.04 pt");
  CHECK(first(dump, "line") == "line 0 18.72 46.8 \"hh\"");
}

TEST_CASE("type that was legible stays so") {
  const Squares squares;
  text::ParagraphStyle note = squares_style(squares);
  note.name = "note";
  note.text.edit().size = Length::pt(9);
  note.leading = Length::pt(9);
  auto document =
      fitted(frame("", box(0, 0, 100, 24),
                   document::TextContent{
                       {paragraph(squares_style(squares), "aaaa bbbb"), paragraph(note, "n")}}),
             {.size = points(8, 20)});
  const std::string dump = fragments(document, squares);
  CHECK(first(dump, "fitted") ==
        "fitted: a frame is set at 11.1 pt (of 8 to 20 pt), leading 13.32 pt");
  document.sides[0].frames[0].box = box(0, 0, 100, 15.5);
  CHECK(fragments(document, squares).find("line 0 13.77 8 \"n\"") != std::string::npos);
}

TEST_CASE("justified text breaks at the same words at twice the size") {
  const Squares squares;
  const auto lines_of = [&](double scale, double fitted_at) {
    text::ParagraphStyle style = squares_style(squares);
    style.align = text::Align::Justify;
    style.tolerance = 50;
    style.emergency_stretch = Length::pt(60);
    document::Document document = one_side({frame(
        "", box(0, 0, 95 * scale, 170 * scale),
        document::TextContent{{paragraph(
            style, "aa bbb c dddd ee fff g hhhhh ii jj kkkk l mmm nn oooo pp q rrr ssss t")}})});
    document.sheet.trim = {Length::pt(400), Length::pt(400)};
    document.sides[0].frames[0].fit = Copyfit{.size = points(fitted_at, fitted_at)};
    std::string words;
    const std::string dump = fragments(document, squares);
    for (std::size_t at = 0; (at = dump.find('"', dump.find("line ", at))) != dump.npos;) {
      const std::size_t end = dump.find('"', at + 1);
      words += dump.substr(at + 1, end - at - 1) + "|";
      at = end + 1;
      if (dump.find("line ", at) == dump.npos) break;
    }
    return words;
  };
  CHECK(lines_of(2, 20) == lines_of(1, 10));
}

TEST_CASE("a table that is to fit is set at the largest size that does, gaps in proportion") {
  const Squares squares;
  document::Table table;
  table.columns.resize(2);
  table.column_gap = Length::pt(10);
  for (const char* each : {"aaa", "bbb"}) {
    document::Row row;
    for (int i = 0; i < 2; ++i) row.cells.push_back({words(squares, each)});
    table.rows.push_back(std::move(row));
  }
  const auto document = fitted(frame("hours", box(0, 0, 140, 90), table), {.size = points(5, 40)});
  const std::string dump = fragments(document, squares);
  CHECK(first(dump, "fitted") ==
        "fitted: frame `hours` is set at 20 pt (of 5 to 40 pt), leading 24 pt");
  CHECK(first(dump, "row") == "row 0 0 140 20");
}

TEST_CASE("of a table only the styles with ranges move when the table has none") {
  const Squares squares;
  document::Table table;
  table.columns.resize(2);
  table.column_gap = Length::pt(10);
  text::ParagraphStyle title = squares_style(squares);
  title.name = "title";
  document::Row row;
  row.cells.push_back({document::TextContent{{paragraph(title, "aaa")}}});
  row.cells.push_back({words(squares, "bbb")});
  table.rows.push_back(std::move(row));
  auto document = one_side({frame("hours", box(0, 0, 100, 90), table)});
  document.style_fits = {{"title", {.size = points(5, 40)}}};
  const std::string dump = fragments(document, squares);
  CHECK(first(dump, "fitted") ==
        "fitted: frame `hours` is set with style `title` at 20 pt (of 5 to 40 pt), leading 24 pt");
  CHECK(dump.find("\"bbb\"") != dump.npos);
  CHECK(first(dump, "row") == "row 0 0 100 20");
}

TEST_CASE("what was found is not set once more") {
  int trials = 0;
  const text::ParagraphStyle style = spaced_style();
  const Copyfit fit{.size = points(8, 11), .after = points(2, 6)};
  Length last;
  const auto result =
      layout::find_fit({FitLevers(fit, style)}, [&](const layout::FitSettings& each) {
        ++trials;
        const bool fits = each.front().size < Length::pt(9.4);
        if (fits) last = each.front().size;
        return layout::Trial{fits};
      });
  REQUIRE(result.fits);
  CHECK(result.settings.front().size == last);
}

}  // namespace handbill::test
