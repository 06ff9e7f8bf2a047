// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>

#include "display/dump.h"
#include "placed.h"

namespace handbill::test {
namespace {

/// A random document: one story through some columns, wide enough for its words, tall enough for
/// all of it.
document::Document random_document(std::mt19937& random, const Squares& squares, double scale) {
  const auto pick = [&](int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
  };
  text::ParagraphStyle style = squares_style(squares);
  style.text.edit().size = Length::pt(10 * scale);
  style.leading = Length::pt(12 * scale);
  style.rag_zone = Length::pt(20 * scale);
  style.hyphen_zone = Length::pt(15 * scale);
  style.orphans = pick(1, 3);
  style.widows = pick(1, 3);
  style.space_after = Length::pt(pick(0, 9) * scale);
  document::Story story;
  int word = 0;
  for (int i = pick(1, 6); i > 0; --i) {
    std::string text;
    for (int k = pick(1, 30); k > 0; --k) {
      text += (text.empty() ? "w" : " w") + std::to_string(++word);
    }
    style.keep_with_next = pick(0, 4) == 0;
    story.paragraphs.push_back(paragraph(style, text));
  }
  std::vector<document::Frame> frames;
  for (int i = 0; i < 3; ++i) {
    const bool last = i == 2;
    frames.push_back(frame(
        "", box(250 * i * scale, 0, pick(120, 240) * scale, (last ? 4000 : pick(20, 150)) * scale),
        document::StoryContent{}));
    frames.back().columns = pick(1, 2);
    frames.back().gutter = Length::pt(7 * scale);
  }
  auto document = one_side(std::move(frames));
  document.sheet.trim = {Length::pt(1000 * scale), Length::pt(4000 * scale)};
  document.sheet.bleed = Length::pt(9 * scale);
  document.stories.push_back(std::move(story));
  return document;
}

}  // namespace

TEST_CASE("each word of a story is placed exactly once, in order, inside its frames") {
  const Squares squares;
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    INFO("round " << round);
    const auto document = random_document(random, squares, 1);
    std::string expected, placed;
    for (const auto& each : document.stories[0].paragraphs) {
      expected += std::get<text::Run>(each.inlines[0]).text + " ";
    }
    const auto list = pages(document, squares);
    for (const auto& run : all<display::GlyphRun>(list.pages[0])) {
      placed += run.text;
      if (!placed.ends_with(' ')) placed += ' ';
      const bool inside = std::ranges::any_of(document.sides[0].frames, [&](const auto& frame) {
        const Rect box{frame.box.left->offset, frame.box.top->offset, frame.box.width->length,
                       frame.box.height->length};
        return box.contains({run.origin.x, run.origin.y - Length::pt(8),
                             run.glyphs.back().x + run.glyphs.back().advance, Length::pt(10)});
      });
      CHECK(inside);
    }
    CHECK(placed == expected);
  }
}

TEST_CASE("scaling all lengths scales the page") {
  const Squares squares;
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::mt19937 random(seed), same(seed);
    const auto once = pages(random_document(random, squares, 1), squares);
    const auto twice = pages(random_document(same, squares, 2), squares);
    const auto runs = all<display::GlyphRun>(once.pages[0]);
    const auto larger = all<display::GlyphRun>(twice.pages[0]);
    REQUIRE(runs.size() == larger.size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
      CHECK(larger[i].text == runs[i].text);
      CHECK(larger[i].origin.x.pt() == Approx(2 * runs[i].origin.x.pt()).margin(1e-6));
      CHECK(larger[i].origin.y.pt() == Approx(2 * runs[i].origin.y.pt()).margin(1e-6));
    }
  }
}

TEST_CASE("frames are painted by z, then as listed, and read as listed") {
  const Squares squares;
  auto document = one_side({frame("a", box(0, 0, 50, 20), words(squares, "a")),
                            frame("b", box(0, 30, 50, 20), words(squares, "b")),
                            frame("c", box(0, 60, 50, 20), words(squares, "c"))});
  document.sides[0].frames[0].z = 1;
  const auto list = pages(document, squares);
  std::string painted, read(8, ' ');
  for (const auto& item : list.pages[0].items) {
    const auto& run = std::get<display::GlyphRun>(item.content);
    painted += run.text;
    read[item.structure.value().index()] = run.text.front();
  }
  CHECK(painted == "bca");
  CHECK(read.substr(1, 3) == "abc");
}

TEST_CASE("list items that follow each other share one list") {
  const Squares squares;
  using display::Role;
  document::TextContent content;
  for (const Role role :
       {Role::Heading1, Role::ListItem, Role::ListItem, Role::Paragraph, Role::ListItem}) {
    content.paragraphs.push_back(paragraph(squares_style(squares), "a"));
    text::Paragraph& made = content.paragraphs.back();
    made.role = role;
    if (role != Role::ListItem) continue;
    const auto number = static_cast<int>(content.paragraphs.size());
    made.blocks = {{text::Block::Kind::List, number < 4 ? 100 : 200},
                   {text::Block::Kind::Item, number}};
  }
  const auto list = pages(one_side({frame("", box(0, 0, 50, 90), content)}), squares);
  std::string tree;
  for (const auto& node : list.structure) {
    tree +=
        std::to_string(static_cast<int>(node.role)) + "<" + std::to_string(node.parent.value) + " ";
  }
  const auto number = [](Role role) { return std::to_string(static_cast<int>(role)); };
  CHECK(tree == number(Role::Document) + "<0 " + number(Role::Heading1) + "<0 " +
                    number(Role::List) + "<0 " + number(Role::ListItem) + "<2 " +
                    number(Role::ListItem) + "<2 " + number(Role::Paragraph) + "<0 " +
                    number(Role::List) + "<0 " + number(Role::ListItem) + "<6 ");
}

TEST_CASE("links lie where their words lie") {
  const Squares squares;
  text::Paragraph words = paragraph(squares_style(squares), "aa ");
  text::Run link{"bb", words.style->text};
  words.parts.push_back({text::Part::Kind::Link, "https://example.org/"});
  link.part = text::PartId{0};
  words.inlines.push_back(link);
  const auto list =
      pages(one_side({frame("", box(20, 10, 100, 50), document::TextContent{{words}})}), squares);
  REQUIRE(list.pages[0].links.size() == 1);
  const display::Link& placed = list.pages[0].links[0];
  CHECK(placed.target == "https://example.org/");
  CHECK(placed.box.left == Length::pt(50));
  CHECK(placed.box.width == Length::pt(20));
  CHECK(placed.box.top == Length::pt(10));
  CHECK(placed.box.height == Length::pt(10));
}

TEST_CASE("links, labels and references have places of their own, however their words are cut") {
  const Squares squares;
  text::Paragraph words = paragraph(squares_style(squares), "aa ");
  const text::CharacterStyle& style = words.style->text;
  words.role = display::Role::ListItem;
  words.blocks = {{text::Block::Kind::List, 1}, {text::Block::Kind::Item, 2}};
  words.marker = text::Marker{text::Run{"1", style}, Length::pt(2)};
  words.style.edit().indent_start = Length::pt(20);
  using enum text::Part::Kind;
  // The second link has lost its words. All come from one place of one file.
  words.parts = {{Link, "https://a.example/"},
                 {Link, "https://gone.example/"},
                 {Link, "https://b.example/"},
                 {Reference, "", text::PartId{2}}};
  for (const auto& [text, part] : {std::pair{"bb bb bb ", 0U}, {"cc", 2U}, {"9", 3U}}) {
    words.inlines.push_back(text::Run{text, style, {}, text::PartId{part}});
  }
  const auto list =
      pages(one_side({frame("", box(0, 0, 70, 80), document::TextContent{{words}})}), squares);
  CHECK_THAT(display::dump(list, squares.book), Catch::Contains("structure\n"
                                                                "  document\n"
                                                                "    list\n"
                                                                "      item \"aa \"\n"
                                                                "        label \"1\"\n"
                                                                "        link \"bb  | bb bb \"\n"
                                                                "        link \"cc\"\n"
                                                                "          reference \"9\"\n"));
  std::string targets;
  for (const display::Link& each : list.pages[0].links) {
    targets += each.target + " in " + std::to_string(each.structure.value().value) + ", ";
  }
  CHECK(targets ==
        "https://a.example/ in 4, https://a.example/ in 4, https://b.example/ in 5, "
        "https://b.example/ in 5, ");
}

TEST_CASE("guides show trim, bleed, safe area, panels, folds, frames, columns and the grid") {
  const Squares squares;
  auto document = one_side({frame("body", box(0, 0, 80, 22), words(squares, "aaa bbb ccc"))});
  document.sides[0].frames[0].columns = 2;
  const Length half = Length::pt(100);
  document.sides[0].panels = {{"left", {{}, {}, half, half}, {}},
                              {"right", {half, {}, half, half}, {}}};
  document.sides[0].folds = {{Length::pt(100)}};
  document.sheet.safe = Length::pt(5);
  document.sheet.baseline = {Length::pt(40), Length::pt(10)};
  const std::string dump = display::dump(pages(document, squares), squares.book);
  CHECK_THAT(dump, Catch::Contains("  guide bleed M -9 -9 L 209 -9 L 209 109 L -9 109 Z\n"
                                   "  guide trim M 0 0 L 200 0 L 200 100 L 0 100 Z\n"
                                   "  guide safe M 5 5 L 195 5 L 195 95 L 5 95 Z\n"
                                   "  guide panel \"left\" M 0 0 L 100 0 L 100 100 L 0 100 Z\n"
                                   "  guide panel \"right\" M 100 0 L 200 0 L 200 100 L 100 100 Z\n"
                                   "  guide fold M 100 0 L 100 100\n"
                                   "  guide baseline M 0 10 L 200 10 M 0 50 L 200 50 M 0 90 L "
                                   "200 90\n"
                                   "  guide frame \"body\" M 0 0 L 80 0 L 80 22 L 0 22 Z\n"
                                   "  guide column M 0 0 L 40 0 L 40 22 L 0 22 Z\n"
                                   "  guide column M 40 0 L 80 0 L 80 22 L 40 22 Z\n"));
}

TEST_CASE("the page has its sheet, its bleed and the document's metadata and pictures") {
  const Squares squares;
  auto document = one_side({});
  document.metadata.title = "Hours";
  document.pictures.push_back({std::make_shared<display::Picture>()});
  const auto list = pages(document, squares);
  CHECK(display::dump(list, squares.book) ==
        "title \"Hours\"\n"
        "language \"en\"\n"
        "page \"front\" trim 200 100 bleed -9 -9 218 118 media -9 -9 218 118\n"
        "  guide bleed M -9 -9 L 209 -9 L 209 109 L -9 109 Z\n"
        "  guide trim M 0 0 L 200 0 L 200 100 L 0 100 Z\n"
        "  guide safe M 0 0 L 200 0 L 200 100 L 0 100 Z\n"
        "structure\n"
        "  document\n");
  CHECK(list.pictures.size() == 1);
}

TEST_CASE("words are shaped once, however many documents and sizes of copyfit set them") {
  const Squares squares;
  document::Frame plain = frame("f", box(0, 0, 100, 50), words(squares, "aaaaa bbbbb"));
  document::Frame fitted = plain;
  fitted.fit = document::Copyfit{.size = {{Length::pt(5), Length::pt(40)}}};
  text::ShapeBook shapes;
  std::size_t bytes = 0;
  for (const document::Frame& each : {plain, fitted, plain}) {
    diag::Diagnostics diags;
    layout::Misfits misfits;
    CHECK(layout::place(one_side({each}), {squares.book, shapes}, diags, misfits));
    if (bytes == 0) bytes = shapes.bytes();
    CHECK(shapes.bytes() == bytes);
  }
  CHECK(bytes > 0);
}

}  // namespace handbill::test
