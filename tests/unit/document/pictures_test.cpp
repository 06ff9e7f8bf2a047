// SPDX-License-Identifier: MIT
// What the pictures of a document may take together.
#include "document/pictures.h"

#include <catch2/catch.hpp>

#include "spec/parse_layout.h"
#include "support/bind_to.h"
#include "unit/picture/png_bytes.h"

namespace handbill::document {
namespace {

/// Gray, a mebibyte.
std::string photo() {
  std::string rows;
  for (int row = 0; row < 1024; ++row) rows += '\0' + std::string(1024, '\x40');
  return test::png_file({.width = 1024, .height = 1024, .rows = rows});
}

/// What is said of a document with these pictures that may take so many bytes.
std::vector<std::string> said(const std::vector<std::string>& names, std::uint64_t most) {
  std::map<std::string, std::string, std::less<>> files = {
      {"fonts/fonts.toml",
       "[family.\"Squares\"]\nlicence = \"MIT\"\nfaces = [{ file = \"squares.ttf\" }]\n"}};
  std::string layout = "[sheet]\nsize = [\"4 in\", \"3 in\"]\n[[side]]\n";
  for (const std::string& name : names) {
    files["layouts/" + name] = photo();
    layout += "[[side.frame]]\npicture = \"" + name + "\"\nalt = \"A field\"\nfit = \"stretch\"\n";
  }
  files["layouts/any.toml"] = layout;
  const diag::MemoryFiles reader(files);
  diag::SourceMap sources;
  diag::Diagnostics diags;
  font::FontBook fonts({});
  text::HyphenBook hyphens({});
  picture::PictureBook pictures(confined::reader_here(), most);
  const auto catalog = spec::parse_fonts(reader, sources, diags);
  const auto spec = spec::parse_layout(reader, "layouts/any.toml", "", sources, diags);
  REQUIRE((catalog && spec));
  auto content_spec = spec::parse_content(reader, *spec, {}, sources, diags);
  const auto content = content::Content::check(std::move(content_spec), diags);
  document_of({*spec, content, *catalog, reader}, fonts, hyphens, pictures, sources, diags);
  std::vector<std::string> messages;
  for (const diag::Diagnostic& each : diags.list()) {
    if (each.id == diag::DiagnosticId::TooLarge) messages.push_back(each.message);
  }
  return messages;
}

}  // namespace

TEST_CASE("the pictures of a document have a limit together, each counted once") {
  constexpr std::uint64_t kMost = std::uint64_t{3} << 20U;
  CHECK(said({"a.png", "b.png", "a.png", "c.png"}, kMost).empty());
  const auto above = said({"a.png", "b.png", "c.png", "d.png", "e.png"}, kMost);
  REQUIRE(above.size() == 1);
  CHECK(above[0] ==
        "with picture `layouts/d.png`, which takes 1 MiB of memory, those of the document take 4 "
        "MiB (at most 3 MiB)");
  CHECK(said({"a.png", "b.png", "c.png"}, kMost - 1).size() == 1);
}

}  // namespace handbill::document
