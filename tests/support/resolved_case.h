// SPDX-License-Identifier: MIT
// Golden cases that are a layout and its content, resolved: layout.toml, content.toml and other
// files of layouts/.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "diag/file_reader.h"
#include "spec/parse_layout.h"
#include "support/bind_to.h"
#include "support/golden.h"

namespace handbill::test {

inline constexpr const char* kCaseFonts = R"([family."Lato"]
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

inline std::string project_path(const std::filesystem::path& file,
                                const std::filesystem::path& folder) {
  const std::string path = std::filesystem::relative(file, folder).generic_string();
  if (path == "content.toml") return "content/en/content.toml";
  if (path == "fonts.toml") return "fonts/fonts.toml";
  return "layouts/" + path;
}

inline diag::MemoryFiles files_of_case(const std::filesystem::path& folder) {
  std::map<std::string, std::string, std::less<>> files = {{"fonts/fonts.toml", kCaseFonts}};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().filename() == "expected.txt") continue;
    files[project_path(entry.path(), folder)] = read_file(entry.path());
  }
  return diag::MemoryFiles(std::move(files));
}

/// A document, and what there is to say about it.
struct Resolved {
  diag::SourceMap sources;
  diag::Diagnostics diags;
  font::FontBook fonts{font::machine_font_folders()};
  std::optional<document::Document> document;

  Resolved(const diag::FileReader& files, const std::string& path,
           const std::string& language = {}) {
    const auto catalog = spec::parse_fonts(files, sources, diags);
    const auto layout = spec::parse_layout(files, path, language, sources, diags);
    if (!catalog || !layout || diags.has_errors()) return;
    auto content_spec = spec::parse_content(files, *layout, {}, sources, diags);
    const auto content = content::Content::check(std::move(content_spec), diags,
                                                 {.revisions = content::Revisions::NotAsked});
    text::HyphenBook hyphens(text::machine_hyphen_folders());
    picture::PictureBook pictures;
    const std::size_t errors_before = diags.error_count();
    document = document::document_of({*layout, content, *catalog, files}, fonts, hyphens, pictures,
                                     sources, diags);
    CHECK(document.has_value() == (diags.error_count() == errors_before));
  }
};

}  // namespace handbill::test
