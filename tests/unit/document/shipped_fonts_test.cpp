// SPDX-License-Identifier: MIT
// The families that come with the program, as the packages of this machine bring them: whether they
// keep what fonts/*.toml say of them.
#include <algorithm>
#include <catch2/catch.hpp>

#include "spec/parse_layout.h"
#include "support/paths.h"
#include "text/coverage.h"
#include "text/font_notes.h"
#include "text/scripts.h"

namespace handbill::document {
namespace {

struct Shipped {
  diag::DiskFiles files{{test::source_folder()}};
  diag::SourceMap sources;
  diag::Diagnostics diags;
  font::Catalog first = spec::parse_fonts(files, sources, diags).value();
  font::Catalog further = spec::parse_script_fonts(files, sources, diags);
  font::FontBook book{font::machine_font_folders()};

  std::vector<font::CatalogFace> faces() const {
    std::vector<font::CatalogFace> all = first.faces;
    all.insert(all.end(), further.faces.begin(), further.faces.end());
    return all;
  }
};

/// The scripts that families for a code set, as single ones.
std::vector<std::uint32_t> scripts_of(const std::string& code) {
  if (code == "Zsym") return {};  // signs, of which each family has some
  using text::iso_tag;
  const std::uint32_t han = iso_tag('H', 'a', 'n', 'i');
  if (code == "Kore") return {iso_tag('H', 'a', 'n', 'g'), han};
  if (code == "Jpan") return {han, iso_tag('H', 'i', 'r', 'a'), iso_tag('K', 'a', 'n', 'a')};
  if (code == "Hans" || code == "Hant") return {han};
  return {iso_tag(code[0], code[1], code[2], code[3])};
}

}  // namespace

TEST_CASE("every face that comes has all letters of the languages it is for") {
  Shipped shipped;
  REQUIRE_FALSE(shipped.diags.has_errors());
  for (const font::CatalogFace& face : shipped.faces()) {
    CAPTURE(face.file);
    const auto report = shipped.book.report(face, shipped.files);
    REQUIRE(report);
    CHECK(report->trouble.empty());
    for (const std::string& language : face.languages) {
      CAPTURE(language);
      CHECK(text::missing_letters(report->characters, language).empty());
    }
  }
}

TEST_CASE("every family that is for scripts writes them, and the others name their languages") {
  Shipped shipped;
  for (const font::CatalogFace& face : shipped.faces()) {
    CAPTURE(face.family);
    if (face.scripts.empty()) CHECK_FALSE(face.languages.empty());
    const auto id = shipped.book.open(face, shipped.files, {}, shipped.diags);
    REQUIRE(id);
    // Letters of the Tamil Supplement are fractions and signs of measure.
    if (face.family == "Noto Sans Tamil Supplement") continue;
    for (const std::string& code : face.scripts) {
      for (const std::uint32_t script : scripts_of(code)) {
        CAPTURE(text::full_name_of_script(script));
        CHECK(text::writes(shipped.book.face(*id), script));
      }
    }
  }
}

TEST_CASE("what is asked as a fallback is listed, and no family twice") {
  Shipped shipped;
  for (const font::Catalog* catalog : {&shipped.first, &shipped.further}) {
    const std::vector<std::string> known = catalog->families();
    for (const std::string& family : catalog->fallback_families) {
      CAPTURE(family);
      CHECK(std::ranges::find(known, family) != known.end());
    }
  }
  const std::vector<std::string> first = shipped.first.families();
  for (const std::string& family : shipped.further.families()) {
    CAPTURE(family);
    CHECK(std::ranges::find(first, family) == first.end());
  }
}

}  // namespace handbill::document
