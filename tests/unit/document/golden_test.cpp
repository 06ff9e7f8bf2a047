// SPDX-License-Identifier: MIT
// tests/golden/document/<case>: layout.toml, content.toml and other files of layouts/ become a
// document, whose dump is expected.txt; diagnostics stand before it.
#include <catch2/catch.hpp>
#include <filesystem>

#include "diag/render.h"
#include "spec/parse_layout.h"
#include "support/bind_to.h"
#include "support/golden.h"

namespace handbill::document {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFonts = R"([family."Lato"]
package = "fonts-lato"
licence = "OFL-1.1"
faces = [
  { weight = 400, file = "Lato-Regular.ttf" },
  { weight = 400, slant = "italic", file = "Lato-Italic.ttf" },
  { weight = 700, file = "Lato-Bold.ttf" },
  { weight = 700, slant = "italic", file = "Lato-BoldItalic.ttf" },
]
[family."EB Garamond"]
package = "fonts-ebgaramond"
licence = "OFL-1.1"
faces = [{ weight = 400, file = "EBGaramond12-Regular.otf" }]
)";

std::string project_path(const fs::path& file, const fs::path& folder) {
  const std::string path = fs::relative(file, folder).generic_string();
  if (path == "content.toml") return "content/en/content.toml";
  if (path == "fonts.toml") return "fonts/fonts.toml";
  return "layouts/" + path;
}

diag::MemoryFiles project(const fs::path& folder) {
  std::map<std::string, std::string, std::less<>> files = {{"fonts/fonts.toml", kFonts}};
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().filename() == "expected.txt") continue;
    files[project_path(entry.path(), folder)] = test::read_file(entry.path());
  }
  return diag::MemoryFiles(std::move(files));
}

/// The dump of the document, after what there is to say about it.
std::string resolved(const diag::FileReader& files) {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  const auto said = [&] { return render(diags, sources, diag::Paint::Plain); };
  const auto catalog = spec::parse_fonts(files, sources, diags);
  const auto layout = spec::parse_layout(files, "layouts/layout.toml", "", sources, diags);
  if (!catalog || !layout || diags.has_errors()) return said();
  auto content_spec = spec::parse_content(files, *layout, {}, sources, diags);
  const auto content = content::Content::check(std::move(content_spec), diags,
                                               {.revisions = content::Revisions::NotAsked});
  font::FontBook fonts(font::machine_font_folders());
  text::HyphenBook hyphens(text::machine_hyphen_folders());
  picture::PictureBook pictures;
  const std::size_t errors_before = diags.error_count();
  const auto document =
      document_of({*layout, content, *catalog, files}, fonts, hyphens, pictures, sources, diags);
  CHECK(document.has_value() == (diags.error_count() == errors_before));
  return said() + (document ? dump(*document, fonts) : "");
}

TEST_CASE("documents are resolved as expected") {
  const std::vector<fs::path> cases = test::golden_cases("document");
  REQUIRE(cases.size() >= 30);
  for (const fs::path& folder : cases) {
    DYNAMIC_SECTION(folder.filename().string()) {
      const auto difference =
          test::golden_difference(folder / "expected.txt", resolved(project(folder)));
      if (difference) FAIL(*difference);
    }
  }
}

}  // namespace
}  // namespace handbill::document
