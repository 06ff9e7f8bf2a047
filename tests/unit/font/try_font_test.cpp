// SPDX-License-Identifier: MIT
// Fonts that a project brings are opened by a reader first.
#include <catch2/catch.hpp>
#include <filesystem>

#include "base/check.h"
#include "font/font_book.h"
#include "support/broken_font.h"
#include "support/golden.h"
#include "support/other_readers.h"
#include "support/paths.h"

namespace handbill::font {
namespace {

using diag::DiagnosticId;
using diag::Diagnostics;
using diag::MemoryFiles;

std::string fonts_folder() { return test::source_folder() + "/tests/fonts"; }

std::string bytes_of(const std::string& file) {
  return test::read_file(std::filesystem::path(fonts_folder()) / file);
}

CatalogFace face_of(const std::string& file, diag::Span span = {}) {
  return {.family = "Squares", .file = file, .package = "fonts-squares", .span = span};
}

/// What is said when it is opened: "font-broken: font file …".
std::string said(FontBook& fonts, const CatalogFace& face, const diag::FileReader& files) {
  Diagnostics diags;
  const auto id = fonts.open(face, files, {}, diags);
  CHECK(id.has_value() == diags.list().empty());
  return diags.list().empty() ? "" : diags.list().front().message;
}

}  // namespace

TEST_CASE("A font of the project over which the reader ended is named, and not opened") {
  const auto reader = std::make_shared<test::DyingReader>();
  FontBook fonts({}, reader);
  const MemoryFiles files({{"fonts/harmful.ttf", bytes_of("squares.ttf")}});
  const diag::Span named_at{diag::FileId{0}, 5, 9};
  // Another weight of it, and the next document, ask again.
  for (int document = 0; document < 2; ++document) {
    Diagnostics diags;
    for (const int weight : {400, 700}) {
      CatalogFace face = face_of("harmful.ttf", named_at);
      face.weight = weight;
      CHECK_FALSE(fonts.open(face, files, {}, diags));
    }
    REQUIRE(diags.list().size() == 1);
    CHECK(diags.list()[0].id == DiagnosticId::FontBroken);
    CHECK(diags.list()[0].span == named_at);
    CHECK(diags.list()[0].message ==
          "font file `harmful.ttf` can't be used: the process that reads it ended with a memory "
          "fault");
    CHECK(diags.list()[0].hints == std::vector<std::string>{"get the file anew"});
  }
  CHECK(fonts.size() == 0);
  CHECK(reader->asked == 1);
  const auto report = fonts.report(face_of("harmful.ttf"), files);
  REQUIRE(report);
  CHECK(report->trouble == "the process that reads it ended with a memory fault");
  CHECK(report->characters.empty());
}

TEST_CASE("A font that was not tried to the end is tried again, and never opened untried") {
  int asked = 0;
  const auto reader = std::make_shared<test::LyingReader>(
      [&](confined::Reply&) { HANDBILL_CHECK(++asked > 2, "readers end well"); });
  FontBook fonts({}, reader);
  const MemoryFiles files({{"fonts/own.ttf", bytes_of("squares.ttf")}});
  CHECK_THROWS_AS(said(fonts, face_of("own.ttf"), files), InternalError);
  CHECK_THROWS_AS(said(fonts, face_of("own.ttf"), files), InternalError);
  CHECK(said(fonts, face_of("own.ttf"), files).empty());
  CHECK(asked == 3);
}

TEST_CASE("Fonts that packages installed are not tried") {
  const auto reader = std::make_shared<test::DyingReader>();
  FontBook fonts({fonts_folder()}, reader);
  CHECK(said(fonts, face_of("squares.ttf"), MemoryFiles({})).empty());
  CHECK(reader->asked == 0);
}

TEST_CASE("A font is refused for the same reason, tried or not, and else opened") {
  std::map<std::string, std::string, std::less<>> files = {
      {"fonts/empty.ttf", ""}, {"fonts/words.ttf", "no font"}, {"fonts/cut.ttf", ""}};
  for (const auto* file :
       {"squares.ttf", "squares.otf", "squares-variable.ttf", "squares-optical.ttf"}) {
    files[std::string("fonts/") + file] = bytes_of(file);
  }
  const std::string whole = bytes_of("squares.ttf");
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    files["fonts/cut-" + std::to_string(size) + ".ttf"] = whole.substr(0, size);
  }
  // What goes wrong only when text is set: rules without end, glyphs that are not there.
  files["fonts/endless.ttf"] = test::squares_multiplying(4, 60);
  files["fonts/few-glyphs.ttf"] = test::squares_with_glyphs(3);
  const MemoryFiles project(files);
  FontBook here({}), apart({}, confined::reader_apart());
  for (const auto& [path, bytes] : files) {
    const CatalogFace face = face_of(path.substr(std::string_view("fonts/").size()));
    CAPTURE(path);
    CHECK(said(apart, face, project) == said(here, face, project));
  }
  CHECK(apart.size() == here.size());
  CHECK(apart.size() >= 4);
}

}  // namespace handbill::font
