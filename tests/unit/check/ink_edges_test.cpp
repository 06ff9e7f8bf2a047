// SPDX-License-Identifier: MIT
#include "check/ink_edges.h"
#include "check/ground.h"
#include "unit/check/checked.h"

namespace handbill::test {
namespace {

using diag::DiagnosticId;
using document::Frame;

constexpr color::Cmyk kPale{0, 0, 0.2, 0};
constexpr color::Cmyk kWarm{0, 0.2, 0.2, 0};

std::string told(std::vector<Frame> frames, const Squares& squares) {
  const auto diags = checked(one_side(std::move(frames)), squares);
  return said(diags, DiagnosticId::InkOverEdge) + said(diags, DiagnosticId::TextUnderPaint);
}

/// Text of four letters, 40 points wide and 10 high, its corner at 40, 40.
Frame four(const Squares& squares) {
  return words_at(squares, "text", box(40, 40, 60, 20), "aaaa");
}

/// The text with a frame painted before it.
std::string on(Frame below, const Squares& squares) {
  return told({std::move(below), four(squares)}, squares);
}

std::shared_ptr<display::Picture> picture() {
  auto picture = std::make_shared<display::Picture>();
  picture->width = picture->height = 4;
  picture->bytes = std::string(16, '\x80');
  return picture;
}

}  // namespace

TEST_CASE("text may stand on a ground and beside it, not half on it") {
  const Squares squares;
  CHECK(on(ground_at("panel", box(30, 30, 100, 60), kPale), squares).empty());
  CHECK(on(ground_at("panel", box(110, 30, 50, 60), kPale), squares).empty());
  CHECK(on(ground_at("panel", box(65, 30, 100, 60), kPale), squares) ==
        "`aaaa` runs over the edge of `panel`\n");
  CHECK(on(ground_at("panel", box(30, 45, 100, 40), kPale), squares) ==
        "`aaaa` runs over the edge of `panel`\n");
}

TEST_CASE("letters may touch an edge by half a point, no more") {
  const Squares squares;
  const auto over = [&](double by) {
    return !on(ground_at("panel", box(30, 30, 50 - by, 60), kPale), squares).empty();
  };
  CHECK_FALSE(over(-1));
  CHECK_FALSE(over(0));
  CHECK_FALSE(over(0.49));
  CHECK(over(0.51));
  const auto below = [&](double by) {
    return !on(ground_at("panel", box(30, 30, 100, 20 - by), kPale), squares).empty();
  };
  CHECK_FALSE(below(0.49));
  CHECK(below(0.51));
}

TEST_CASE("an edge between two letters or two lines parts the text as well") {
  const Squares squares;
  CHECK(on(ground_at("panel", box(60, 30, 100, 60), kPale), squares) ==
        "`aaaa` runs over the edge of `panel`\n");
  // Baselines at 48 and 60: the second line begins at 52, and nothing touches the edge at 51.
  const Frame lines = words_at(squares, "text", box(40, 40, 40, 40), "aaa bbb");
  CHECK(told({ground_at("panel", box(30, 30, 100, 21), kPale), lines}, squares) ==
        "`aaa` runs over the edge of `panel`\n");
  CHECK(told({line_round("box", box(30, 30, 100, 21), 0.5), lines}, squares) ==
        "`aaa` runs over the edge of `box`\n");
  CHECK(told({ground_at("panel", box(30, 30, 100, 41), kPale), lines}, squares).empty());
}

TEST_CASE("paragraphs far apart may have something between them, not one in a box and one not") {
  const Squares squares;
  auto style = squares_style(squares);
  style.space_after = Length::pt(30);
  const Frame apart =
      frame("text", box(40, 10, 60, 80),
            document::TextContent{{paragraph(style, "aa"), paragraph(style, "bb")}});
  // Ink from 10 to 20, and from 52 to 62.
  CHECK(told({ground_at("bar", box(30, 30, 100, 10), kPale), apart}, squares).empty());
  CHECK(told({line_round("box", box(30, 30, 100, 10), 1), apart}, squares).empty());
  CHECK(told({ground_at("half", box(30, 5, 100, 30), kPale), apart}, squares) ==
        "`aa` runs over the edge of `half`\n");
  CHECK(told({line_round("half", box(30, 5, 100, 30), 1), apart}, squares) ==
        "`aa` runs over the edge of `half`\n");
}

TEST_CASE("lines, drawings and pictures have edges, whichever is painted first") {
  const Squares squares;
  CHECK(on(line_round("box", box(30, 45, 100, 40), 0.25), squares) ==
        "`aaaa` runs over the edge of `box`\n");
  CHECK(told({four(squares), line_round("box", box(30, 45, 100, 40), 0.25)}, squares) ==
        "`aaaa` runs over the edge of `box`\n");
  auto art = std::make_shared<display::Art>();
  art->size = {Length::pt(40), Length::pt(40)};
  display::Shape disc;
  disc.path = Path::ellipse({Length::pt(20), Length::pt(20)}, Length::pt(20), Length::pt(20));
  disc.fill = color::Color::process(kPale);
  art->shapes.push_back(disc);
  const auto drawing = [&](double left, double top) {
    return frame("disc", box(left, top, 40, 40), document::ArtContent{art, {}, {}});
  };
  CHECK(on(drawing(60, 25), squares) == "`aaaa` runs over the edge of `disc`\n");
  // Its box reaches the text, the disc itself does not.
  CHECK(on(drawing(5, 46), squares).empty());
  auto document =
      one_side({frame("photo", box(60, 30, 40, 40), document::PictureContent{}), four(squares)});
  document.pictures.push_back({picture()});
  CHECK(said(checked(document, squares), DiagnosticId::InkOverEdge) ==
        "`aaaa` runs over the edge of `photo`\n");
}

TEST_CASE("where a picture is cut out, its own outline is the edge") {
  const Squares squares;
  const auto over = [&](double left) {
    auto document = one_side(
        {frame("photo", box(left, 30, 40, 40), document::PictureContent{}), four(squares)});
    auto cut_out = picture();
    for (int i = 0; i < 4; ++i) cut_out->alpha += std::string("\0\0\xff\xff", 4);
    document.pictures.push_back({cut_out});
    return !said(checked(document, squares), DiagnosticId::InkOverEdge).empty();
  };
  CHECK_FALSE(over(65));  // the clear half alone lies under the text
  CHECK(over(45));
}

TEST_CASE("an edge that nobody sees is none") {
  const Squares squares;
  const auto text = four(squares);
  CHECK(told({ground_at("a", box(30, 30, 35, 60), kPale),
              ground_at("b", box(65, 30, 60, 60), kPale), text},
             squares)
            .empty());
  CHECK(told({ground_at("a", box(30, 30, 35, 60), kPale),
              ground_at("b", box(65, 30, 60, 60), kWarm), text},
             squares) == "`aaaa` runs over the edge of `a`\n");
  // Hidden by what lies above it, and white on white.
  CHECK(told({line_round("hidden", box(50, 30, 10, 60), 1),
              ground_at("b", box(30, 30, 99, 60), kPale), text},
             squares)
            .empty());
  CHECK(on(ground_at("white", box(65, 30, 60, 60), {}), squares).empty());
  // A faint ground above lets it be seen.
  Frame veil = ground_at("veil", box(30, 30, 99, 60), kPale);
  veil.opacity = 0.5;
  CHECK(told({line_round("seen", box(55, 30, 10, 60), 1), veil, text}, squares) ==
        "`aaaa` runs over the edge of `seen`\n");
}

TEST_CASE("text under what is painted later is told of") {
  const Squares squares;
  CHECK(told({four(squares), ground_at("panel", box(30, 30, 100, 60), kPale)}, squares) ==
        "`aaaa` lies under `panel`, which hides it\n");
  CHECK(told({four(squares), ground_at("panel", box(62, 30, 100, 60), kPale)}, squares) ==
        "`aaaa` lies under `panel`, which hides it\n");
  Frame clear = ground_at("clear", box(30, 30, 100, 60), kPale);
  clear.opacity = 0;
  CHECK(told({four(squares), clear}, squares).empty());
}

TEST_CASE("what a text brings with it is no edge to it, its own box is") {
  const Squares squares;
  Frame boxed = words_at(squares, "text", box(40, 40, 60, 20), "aaaa");
  boxed.fill = color::Color::process(kPale);
  CHECK(told({boxed}, squares).empty());
  auto style = squares_style(squares);
  style.rule_below = text::Rule{color::Color::black(), Length::pt(4), Length::pt(-4)};
  style.text.edit().underline = true;
  Frame ruled =
      frame("text", box(40, 40, 60, 40), document::TextContent{{paragraph(style, "aaaa")}});
  CHECK(told({ruled}, squares).empty());
  // Half of the line lies inside the box, over letters that are flush with it.
  boxed.stroke = display::Stroke{color::Color::black(), Length::pt(0.9)};
  CHECK(told({boxed}, squares).empty());
  boxed.stroke->width = Length::pt(1.1);
  CHECK(told({boxed}, squares) == "`aaaa` runs over the edge of the box it stands in\n");
}

TEST_CASE("a frame may be meant to lie over another, whichever of the two says so") {
  const Squares squares;
  for (const std::size_t says : {0U, 1U}) {
    std::vector<Frame> frames = {ground_at("panel", box(65, 30, 100, 60), kPale), four(squares)};
    frames[says].over = {1 - says};
    CHECK(told(frames, squares).empty());
    std::ranges::reverse(frames);
    frames[1 - says].over = {says};
    CHECK(told(frames, squares).empty());
  }
  // Only over that one.
  std::vector<Frame> frames = {ground_at("panel", box(65, 30, 100, 60), kPale),
                               line_round("box", box(30, 45, 100, 40), 1), four(squares)};
  frames[2].over = {0};
  CHECK(told(frames, squares) == "`aaaa` runs over the edge of `box`\n");
}

TEST_CASE("a frame that ran into others is told of once, with all it met") {
  const Squares squares;
  Frame grown = words_at(squares, "list", box(40, 20, 40, 70), "aaa bbb ccc ddd eee");
  const auto document = one_side({grown, line_round("box", box(30, 47, 100, 40), 1),
                                  words_at(squares, "next", box(45, 57, 60, 20), "fff"),
                                  ground_at("bar", box(30, 71, 90, 4), kPale)});
  const auto diags = checked(document, squares);
  REQUIRE(said(diags, DiagnosticId::InkOverEdge) == "`ccc` runs over the edge of `box`\n");
  CHECK(said(diags, DiagnosticId::TextOverlap).empty());
  CHECK(said(diags, DiagnosticId::TextUnderPaint).empty());
  const diag::Diagnostic& first = diags.list().front();
  CHECK(first.severity == diag::Severity::Error);
  CHECK(first.labels.size() == 2);
  REQUIRE(first.area);
  CHECK(first.area->page == 1);
}

TEST_CASE("looking for edges costs no more than there is to look at") {
  const Squares squares;
  const auto looked = [&](int lines, int spokes) {
    // Text of 20 letters a line on a drawing of one path with many pieces, wholly under a round
    // ground of the drawing's own colour, so that every one of its edges has to be looked at.
    display::PageList list;
    display::Page page;
    page.trim = {Length::pt(600), Length::pt(800)};
    page.media = page.bleed = {{}, {}, page.trim.width, page.trim.height};
    display::Shape comb;
    comb.fill = color::Color::process(kPale);
    for (int i = 0; i < spokes; ++i) {
      comb.path.append(Path::rect(
          {Length::pt(600.0 * i / spokes), {}, Length::pt(300.0 / spokes), Length::pt(800)}));
    }
    page.items.push_back({.content = comb});
    display::Shape cover;
    cover.path = Path::rounded_rect(page.media.outset(Length::pt(9)), Length::pt(9));
    cover.fill = color::Color::process(kPale);
    page.items.push_back({.content = cover});
    for (int i = 0; i < lines; ++i) {
      display::GlyphRun run;
      run.font = squares.id;
      run.size = Length::pt(6);
      run.origin = {Length::pt(20.0 * (i % 4) * 7), Length::pt(10 + 780.0 * (i / 4) * 4 / lines)};
      for (int k = 0; k < 20; ++k) {
        run.glyphs.push_back({.id = squares.book.face(squares.id).glyph_for('a'),
                              .x = Length::pt(6.0 * k),
                              .advance = Length::pt(6)});
      }
      page.items.push_back({.content = run, .frame = {1}});
    }
    list.pages.push_back(page);
    auto document = one_side({frame("art", {}), frame("text", {})});
    const plates::Print drawings = plates::drawings(list, squares.book);
    const check::Ground ground(drawings, list, 0);
    const auto screen = color::Preview::without_profile();
    const check::PageView view{
        document.sheet, document.sides[0], list.pages[0], squares.book, screen,
        list,           drawings,          ground};
    check::GlyphOutlines outlines(squares.book);
    diag::Diagnostics diags;
    CHECK(check::check_ink_edges(view, outlines, diags).empty());
    return ground.looked();
  };
  const std::size_t once = looked(12, 250);
  CHECK(once > 1'000);
  CHECK(looked(24, 250) < once * 3);
  CHECK(looked(12, 500) < once * 3);
  CHECK(looked(24, 500) < once * 5);
}

}  // namespace handbill::test
