// SPDX-License-Identifier: MIT
#include "font/font_book.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "support/squares.h"

namespace handbill::font {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;
using diag::MemoryFiles;

CatalogFace squares_face() {
  return {.family = "Squares",
          .weight = 400,
          .slant = Slant::Upright,
          .file = "squares.ttf",
          .package = "fonts-squares"};
}

/// The font of squares with the two bytes of OS/2 fsType replaced.
std::string squares_with_fs_type(unsigned fs_type) {
  std::string bytes = test::squares_bytes();
  const std::size_t record = bytes.find("OS/2");
  std::size_t offset = 0;
  for (int i = 8; i < 12; ++i) {
    offset = offset << 8U | static_cast<unsigned char>(bytes[record + i]);
  }
  bytes[offset + 8] = static_cast<char>(fs_type >> 8U);
  bytes[offset + 9] = static_cast<char>(fs_type & 0xFFU);
  return bytes;
}

std::vector<DiagnosticId> ids(const Diagnostics& diags) {
  std::vector<DiagnosticId> result;
  for (const auto& each : diags.list()) result.push_back(each.id);
  return result;
}

}  // namespace

TEST_CASE("A font in the project's folder is opened, once") {
  const MemoryFiles files({{"fonts/squares.ttf", test::squares_bytes()}});
  FontBook book({});
  Diagnostics diags;
  const auto id = book.open(squares_face(), files, {}, diags);
  REQUIRE(id);
  CHECK(book.open(squares_face(), files, {}, diags) == id);
  CHECK(book.size() == 1);
  CHECK(diags.list().empty());
  CHECK(book.face(*id).postscript_name() == "Squares-Regular");
  CHECK(book.face(*id).family() == "Squares");
  CHECK(book.face(*id).weight() == 400);
}

TEST_CASE("A font of pictures is called what it is") {
  using namespace std::string_literals;
  const auto with_table = [](const std::string& tag, const std::string& table) {
    const std::string head = "\0\1\0\0\0\1\0\0\0\0\0\0"s;
    const std::string record = tag + "\0\0\0\0\0\0\0\x1c\0\0\0\4"s;
    FontBook book({});
    Diagnostics diags;
    CHECK_FALSE(book.open_bytes(head + record + table, squares_face(), diags));
    REQUIRE(diags.list().size() == 1);
    return diags.list()[0].message;
  };
  const std::string pictures = "font file `squares.ttf` can't be used: it is a colour font";
  CHECK_THAT(with_table("CBDT", "\0\3\0\0"s), Catch::StartsWith(pictures));
  CHECK_THAT(with_table("sbix", "\0\1\0\1"s), Catch::StartsWith(pictures));
  CHECK_THAT(with_table("COLR", "\0\1\0\0"s), Catch::StartsWith(pictures));
  CHECK_THAT(with_table("COLR", "\0\0\0\0"s), Catch::EndsWith("it is not a font"));
}

TEST_CASE("Metrics and glyphs are in em") {
  for (const std::string file : {"squares.ttf", "squares.otf"}) {
    INFO(file);
    FontBook book({});
    const Face& face = book.face(test::open_squares(book, file));
    CHECK(face.outlines() == (file == "squares.ttf" ? Outlines::TrueType : Outlines::Cff));
    CHECK(face.metrics().ascender == Approx(0.8));
    CHECK(face.metrics().descender == Approx(-0.2));
    CHECK(face.metrics().cap_height == Approx(0.8));
    CHECK(face.metrics().x_height == Approx(0.8));
    CHECK(face.metrics().underline_position == Approx(-0.15));
    CHECK(face.metrics().underline_thickness == Approx(0.05));
    CHECK(face.units_per_em() == 1000);
    CHECK(face.glyph_for('a') != 0);
    CHECK(face.glyph_for(0x2603) == 0);
    CHECK(face.advance(face.glyph_for('a')) == Approx(1));
    CHECK(face.bytes() == test::squares_bytes(file));
  }
}

TEST_CASE("An outline has y down and the baseline at 0") {
  for (const std::string file : {"squares.ttf", "squares.otf"}) {
    INFO(file);
    FontBook book({});
    const Face& face = book.face(test::open_squares(book, file));
    const Path outline = face.outline(face.glyph_for('x'));
    REQUIRE(outline.bounds());
    CHECK(outline.bounds()->left.pt() == Approx(0));
    CHECK(outline.bounds()->top.pt() == Approx(-0.8));
    CHECK(outline.bounds()->width.pt() == Approx(1));
    CHECK(outline.bounds()->height.pt() == Approx(1));
    CHECK(face.outline(face.glyph_for(' ')).empty());
    CHECK(face.outline(99999).empty());
    for (int times = 0; times < 2; ++times) {  // measured, and remembered
      CHECK(face.ink_box(face.glyph_for('x')) == outline.bounds());
    }
    CHECK_FALSE(face.ink_box(face.glyph_for(' ')));
    CHECK_FALSE(face.ink_box(99999));
  }
}

TEST_CASE("A font below a machine folder is found wherever it lies") {
  const auto root = std::filesystem::temp_directory_path() / "handbill-font-test";
  for (const std::string folder : {"truetype/squares", "deep/er/still"}) {
    INFO(folder);
    std::filesystem::remove_all(root);
    std::filesystem::create_directories(root / folder);
    std::ofstream(root / folder / "squares.ttf", std::ios::binary) << test::squares_bytes();
    FontBook book({root.string()});
    Diagnostics diags;
    const auto id = book.open(squares_face(), MemoryFiles({}), {}, diags);
    REQUIRE(id);
    CHECK(book.face(*id).bytes() == test::squares_bytes());
  }
  std::filesystem::remove_all(root);
}

TEST_CASE("A missing font is reported once, with the package that brings it") {
  FontBook book({});
  Diagnostics diags;
  CHECK_FALSE(book.open(squares_face(), MemoryFiles({}), {}, diags));
  CHECK_FALSE(book.open(squares_face(), MemoryFiles({}), {}, diags));
  REQUIRE(ids(diags) == std::vector{DiagnosticId::FontMissing});
  CHECK(diags.list()[0].message ==
        "font file `squares.ttf` of `Squares` is neither in `fonts/` nor installed on this "
        "machine");
  CHECK(diags.list()[0].hints ==
        std::vector<std::string>{"`apt install fonts-squares`", "or put the file into `fonts/`"});
}

TEST_CASE("A name with a folder in it never leaves the machine's font folders") {
  const auto root = std::filesystem::temp_directory_path() / "handbill-font-test-outside";
  std::filesystem::create_directories(root / "inside");
  std::ofstream(root / "squares.ttf", std::ios::binary) << test::squares_bytes();
  FontBook book({(root / "inside").string()});
  CatalogFace wanted = squares_face();
  wanted.file = "../squares.ttf";
  Diagnostics diags;
  CHECK_FALSE(book.open(wanted, MemoryFiles({}), {}, diags));
  CHECK(ids(diags) == std::vector{DiagnosticId::FontMissing});
  std::filesystem::remove_all(root);
}

TEST_CASE("The faces of a collection are told apart by their index") {
  FontBook book(machine_font_folders());
  Diagnostics diags;
  const auto name_of = [&](int index) -> std::string {
    CatalogFace wanted{.family = "Noto Sans CJK",
                       .file = "NotoSansCJK-Regular.ttc",
                       .index = index,
                       .package = {}};
    const auto id = book.open(wanted, MemoryFiles({}), {}, diags);
    return id ? book.face(*id).postscript_name() : "";
  };
  CHECK(name_of(0) == "NotoSansCJKjp-Regular");
  CHECK(name_of(2) == "NotoSansCJKsc-Regular");
  const Face& simplified = book.face(FontId{1});
  CHECK(simplified.index() == 2);
  CHECK(simplified.table("head").size() == 54);
  CHECK(simplified.table("none").empty());
  CHECK(diags.list().empty());
  CHECK(name_of(200).empty());
  CHECK(ids(diags) == std::vector{DiagnosticId::FontBroken});
}

TEST_CASE("Bytes that are no font are font-broken") {
  const std::string whole = test::squares_bytes();
  for (const std::string& bytes :
       {std::string(), std::string("not a font"), std::string(4096, '\0'), whole.substr(0, 300)}) {
    INFO(bytes.size() << " bytes");
    FontBook book({});
    Diagnostics diags;
    CHECK_FALSE(book.open_bytes(bytes, squares_face(), diags));
    CHECK(ids(diags) == std::vector{DiagnosticId::FontBroken});
  }
}

TEST_CASE("A font that forbids embedding or subsetting is refused") {
  struct Case {
    unsigned fs_type;
    bool allowed;
  };
  for (const auto& [fs_type, allowed] :
       {Case{0, true}, Case{0x0002, false}, Case{0x0004, true}, Case{0x0008, true},
        Case{0x0006, true}, Case{0x0200, false}, Case{0x0100, false}}) {
    INFO("fsType " << fs_type);
    FontBook book({});
    Diagnostics diags;
    const auto id = book.open_bytes(squares_with_fs_type(fs_type), squares_face(), diags);
    CHECK(id.has_value() == allowed);
    CHECK(ids(diags) ==
          (allowed ? std::vector<DiagnosticId>{} : std::vector{DiagnosticId::FontEmbedding}));
  }
}

}  // namespace handbill::font
