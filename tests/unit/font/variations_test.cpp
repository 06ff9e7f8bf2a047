// SPDX-License-Identifier: MIT
// squares-variable.ttf: at weight 100 a square of 0.2 em on 0.5 em, at 900 one of 1 em on 1 em; its
// default, 400, is a square of 0.5 em on 0.687 em.
#include <catch2/catch.hpp>

#include "font/font_book.h"
#include "font/subset.h"
#include "support/squares.h"

namespace handbill::font {
namespace {

using Files = std::map<std::string, std::string, std::less<>>;

const std::string kFile = "squares-variable.ttf";

struct Opened {
  FontBook book{{}};
  diag::Diagnostics diags;
  std::optional<FontId> id;

  explicit Opened(CatalogFace described) {
    described.family = "Squares";
    if (described.file.empty()) described.file = kFile;
    id = book.open_bytes(test::squares_bytes(described.file), described, diags);
  }
  const Face& face() {
    REQUIRE(id);
    return book.face(*id);
  }
  std::string said() const { return diags.list().empty() ? "" : diags.list()[0].message; }
};

CatalogFace weight(int weight) {
  return {.family = {}, .weight = weight, .file = {}, .package = {}};
}

CatalogFace with_axes(std::vector<AxisValue> axes) {
  CatalogFace face = weight(400);
  face.axes = std::move(axes);
  return face;
}

double ink_width(const Face& face) {
  const auto box = face.outline(face.glyph_for('a')).bounds();
  REQUIRE(box);
  return box->width.pt();
}

}  // namespace

TEST_CASE("A variable font is set at the weight of its face") {
  for (const auto& [value, advance, width] :
       {std::tuple{100, 0.5, 0.2}, std::tuple{400, 0.687, 0.5}, std::tuple{900, 1.0, 1.0}}) {
    Opened opened(weight(value));
    CAPTURE(value);
    CHECK(opened.face().advance(opened.face().glyph_for('a')) == Approx(advance));
    CHECK(ink_width(opened.face()) == Approx(width));
    const auto box = opened.face().ink_box(opened.face().glyph_for('a'));
    REQUIRE(box);
    CHECK(box->width.pt() == Approx(width));
    CHECK(opened.face().axes() == std::vector<AxisValue>{{"wght", static_cast<double>(value)}});
  }
}

TEST_CASE("Axes that are written come before the weight") {
  Opened opened(with_axes({{"wght", 650}}));
  CHECK(ink_width(opened.face()) == Approx(0.75));
  CHECK(opened.face().postscript_name() == "SquaresVariable-Regular_650wght");
  CHECK(Opened(weight(400)).face().postscript_name() == "SquaresVariable-Regular");
  CHECK(Opened({.family = {}, .file = "squares.ttf", .package = {}}).face().axes().empty());
}

TEST_CASE("An axis that is not there, or does not go so far, is an error") {
  CHECK(Opened(weight(950)).said() ==
        "font file `squares-variable.ttf` can't be used: its axis `wght` goes from 100 to 900, not "
        "to 950");
  CHECK(Opened(with_axes({{"wdth", 80}})).said() ==
        "font file `squares-variable.ttf` can't be used: it has no axis `wdth`; it has `wght` from "
        "100 to 900");
  CatalogFace fixed = with_axes({{"wght", 500}});
  fixed.file = "squares.ttf";
  CHECK(Opened(fixed).said() ==
        "font file `squares.ttf` can't be used: it is not a variable font, so it has no axis "
        "`wght`");
}

TEST_CASE("Two weights of one file are two faces") {
  FontBook book({});
  const diag::MemoryFiles files(Files{{"fonts/" + kFile, test::squares_bytes(kFile)}});
  diag::Diagnostics diags;
  CatalogFace light = weight(100), black = weight(900);
  light.file = black.file = kFile;
  const auto first = book.open(light, files, {}, diags);
  const auto second = book.open(black, files, {}, diags);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(*first != *second);
  CHECK(ink_width(book.face(*first)) == Approx(0.2));
  CHECK(ink_width(book.face(*second)) == Approx(1));
}

TEST_CASE("A font drawn for several sizes is set at the size of its type") {
  const auto at_size = [](double size, std::vector<AxisValue> axes = {}) {
    CatalogFace face = with_axes(std::move(axes));
    face.file = "squares-optical.ttf";
    face.set_at = Length::pt(size);
    return face;
  };
  struct Case {
    double size, ink;
  };
  // Drawn for 8 to 48 pt; smaller and larger type takes the nearest.
  for (const auto& [size, ink] :
       {Case{4, 0.2}, Case{8, 0.2}, Case{23, 0.5}, Case{35.5, 0.75}, Case{48, 1}, Case{84, 1}}) {
    INFO(size);
    CHECK(ink_width(Opened(at_size(size)).face()) == Approx(ink).margin(0.002));
  }
  CHECK(ink_width(Opened(at_size(0)).face()) == Approx(0.5).margin(0.002));
  // What fonts.toml says of the axis counts more.
  CHECK(ink_width(Opened(at_size(8, {{"opsz", 48}})).face()) == Approx(1).margin(0.002));
}

TEST_CASE("A font is opened once for all sizes it tells not apart") {
  FontBook book{{}};
  diag::Diagnostics diags;
  const diag::MemoryFiles files(
      Files{{"fonts/squares-optical.ttf", test::squares_bytes("squares-optical.ttf")},
            {"fonts/squares.ttf", test::squares_bytes("squares.ttf")}});
  const auto open = [&](const std::string& file, double size) {
    CatalogFace face = weight(400);
    face.family = "Squares";
    face.file = file;
    face.set_at = Length::pt(size);
    return book.open(face, files, {}, diags);
  };
  const auto large = open("squares-optical.ttf", 60);
  REQUIRE(large);
  CHECK(open("squares-optical.ttf", 48) == large);
  CHECK(open("squares-optical.ttf", 47) != large);
  CHECK(open("squares-optical.ttf", 60) == large);
  CHECK(open("squares.ttf", 8) == open("squares.ttf", 60));
  CHECK(book.size() == 3);
  CHECK(diags.list().empty());
}

TEST_CASE("A subset of a variable font has its axes pinned") {
  Opened opened(weight(900));
  const Face& face = opened.face();
  const GlyphId a = face.glyph_for('a');
  const auto small = subset(face, std::vector{a});
  REQUIRE(small);
  for (const char* table : {"fvar", "gvar", "HVAR", "avar"}) {
    CHECK(small->bytes.substr(0, 300).find(table) == std::string::npos);
  }
  Opened again(weight(400));
  const auto id = again.book.open_bytes(small->bytes, weight(400), again.diags);
  REQUIRE(id);
  const Face& pinned = again.book.face(*id);
  CHECK(pinned.axes().empty());
  CHECK(pinned.advance(small->new_glyph.at(a)) == Approx(1));
  CHECK(pinned.outline(small->new_glyph.at(a)).bounds()->width.pt() == Approx(1));
}

TEST_CASE("A font says what it is") {
  FontBook book({});
  const diag::MemoryFiles files({{"fonts/" + kFile, test::squares_bytes(kFile)},
                                 {"fonts/squares.ttf", test::squares_bytes()},
                                 {"fonts/none.ttf", "no font"}});
  CatalogFace wanted = weight(400);
  wanted.file = kFile;
  auto report = book.report(wanted, files);
  REQUIRE(report);
  CHECK(report->path == "fonts/squares-variable.ttf");
  CHECK(report->postscript_name == "SquaresVariable-Regular");
  REQUIRE(report->axes.size() == 1);
  CHECK(report->axes[0].most == 900);
  CHECK(report->trouble.empty());
  wanted.file = "squares.ttf";
  report = book.report(wanted, files);
  REQUIRE(report);
  CHECK(report->features == std::vector<std::string>{"kern", "liga", "mark", "smcp"});
  CHECK(std::ranges::is_sorted(report->characters));
  CHECK(report->characters.find(U'\u05D0') != report->characters.npos);
  wanted.file = "none.ttf";
  CHECK(book.report(wanted, files)->trouble == "it is not a font");
  wanted.file = "elsewhere.ttf";
  CHECK_FALSE(book.report(wanted, files));
}

TEST_CASE("Embedding rights are those of fsType") {
  using Level = EmbeddingRights::Level;
  CHECK(embedding_rights(0).level == Level::Installable);
  CHECK(embedding_rights(2).level == Level::Restricted);
  CHECK(embedding_rights(4).level == Level::PreviewAndPrint);
  CHECK(embedding_rights(8).level == Level::Editable);
  CHECK(embedding_rights(0xE).level == Level::Editable);
  CHECK_FALSE(embedding_rights(0x100).may_be_subset);
  CHECK(embedding_rights(0x200).bitmaps_only);
}

TEST_CASE("A face knows its features, and which glyphs they change") {
  FontBook book({});
  const Face& face = book.face(test::open_squares(book));
  CHECK(face.has_feature("smcp"));
  CHECK(face.has_feature("kern"));
  CHECK_FALSE(face.has_feature("sups"));
  CHECK(face.has_alternate("smcp", face.glyph_for('a')));
  CHECK_FALSE(face.has_alternate("smcp", face.glyph_for('b')));
  CHECK_FALSE(face.has_alternate("sups", face.glyph_for('a')));
}

}  // namespace handbill::font
