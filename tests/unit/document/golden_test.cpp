// SPDX-License-Identifier: MIT
// tests/golden/document/<case>: layout.toml, content.toml and other files of layouts/ become a
// document, whose dump is expected.txt; diagnostics stand before it.
#include <catch2/catch.hpp>
#include <filesystem>

#include "diag/render.h"
#include "support/resolved_case.h"

namespace handbill::document {
namespace {

namespace fs = std::filesystem;

/// The dump of the document, after what there is to say about it.
std::string resolved(const diag::FileReader& files) {
  const test::Resolved made(files, "layouts/layout.toml");
  return render(made.diags, made.sources, diag::Paint::Plain) +
         (made.document ? dump(*made.document, made.fonts) : "");
}

TEST_CASE("documents are resolved as expected") {
  const std::vector<fs::path> cases = test::golden_cases("document");
  REQUIRE(cases.size() >= 30);
  for (const fs::path& folder : cases) {
    DYNAMIC_SECTION(folder.filename().string()) {
      const auto difference =
          test::golden_difference(folder / "expected.txt", resolved(test::files_of_case(folder)));
      if (difference) FAIL(*difference);
    }
  }
}

}  // namespace
}  // namespace handbill::document
