// SPDX-License-Identifier: MIT
// What comes with the program says nothing against its facts, in all languages.
#include <catch2/catch.hpp>

#include "diag/render.h"
#include "prose/judge_words.h"
#include "support/paths.h"
#include "support/resolved_case.h"

namespace handbill::prose {
namespace {

/// What the pack `facts` finds in a document that comes with the program, as people read it.
std::string told_of_shipped(const std::string& layout_name, const std::string& language) {
  const diag::DiskFiles files({test::source_folder()});
  diag::SourceMap sources;
  diag::Diagnostics diags;
  font::FontBook fonts(font::machine_font_folders());
  const auto catalog = spec::parse_fonts(files, sources, diags);
  const auto layout =
      spec::parse_layout(files, "layouts/" + layout_name + ".toml", language, sources, diags);
  REQUIRE((catalog && layout));
  const auto content =
      content::Content::check(spec::parse_content(files, *layout, {}, sources, diags), diags);
  text::HyphenBook hyphens(text::machine_hyphen_folders());
  picture::PictureBook pictures;
  const auto document = document::document_of({*layout, content, *catalog, files}, fonts, hyphens,
                                              pictures, sources, diags);
  REQUIRE(document);
  const auto pack = spec::parse_rules(files, "facts", {}, sources, diags);
  REQUIRE(pack);
  const auto rules = word_rules(*pack, "facts", diags);
  const Reading reading = read(layout_name, words::from_document(*document));
  REQUIRE_FALSE(reading.paragraphs.empty());
  const Context context{&content};
  const diag::Diagnostics found = judge_words(rules, {reading, context});
  return found.list().empty() ? "" : diag::render(found, sources, diag::Paint::Plain);
}

}  // namespace

TEST_CASE("the documents that come say nothing against their facts, and type none by hand") {
  for (const char* layout : {"aftercare-sheet", "treatment-brochure", "hours-placard"}) {
    for (const char* language : {"ar", "en", "es", "zh"}) {
      INFO(layout << "." << language);
      CHECK(told_of_shipped(layout, language).empty());
    }
  }
}

}  // namespace handbill::prose
