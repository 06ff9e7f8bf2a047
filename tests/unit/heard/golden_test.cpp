// SPDX-License-Identifier: MIT
// tests/golden/words/<case>/heard.txt: what is heard of that case. tests/golden/heard-shipped: the
// same of what comes with the program, in all its languages.
#include <catch2/catch.hpp>
#include <filesystem>

#include "diag/render.h"
#include "heard/heard.h"
#include "support/paths.h"
#include "support/resolved_case.h"

namespace handbill::heard {
namespace {

namespace fs = std::filesystem;

void check_heard(const test::Resolved& made, const fs::path& expected) {
  INFO(render(made.diags, made.sources, diag::Paint::Plain));
  REQUIRE_FALSE(made.diags.has_errors());
  REQUIRE(made.document);
  const auto difference =
      test::golden_difference(expected, dump(words::from_document(*made.document)));
  if (difference) FAIL(*difference);
}

TEST_CASE("what is heard of documents is as expected") {
  const std::vector<fs::path> cases = test::golden_cases("words");
  REQUIRE(cases.size() >= 10);
  for (const fs::path& folder : cases) {
    DYNAMIC_SECTION(folder.filename().string()) {
      check_heard({test::files_of_case(folder), "layouts/layout.toml"}, folder / "heard.txt");
    }
  }
}

TEST_CASE("what is heard of the documents that come, in all languages, is as expected") {
  const fs::path root = test::source_folder();
  const diag::DiskFiles files{{root.string()}};
  for (const char* name : {"aftercare-sheet", "hours-placard", "treatment-brochure"}) {
    for (const char* language : {"ar", "en", "es", "zh"}) {
      DYNAMIC_SECTION(name << " " << language) {
        check_heard({files, std::string("layouts/") + name + ".toml", language},
                    root / "tests/golden/heard-shipped" / name / (std::string(language) + ".txt"));
      }
    }
  }
}

}  // namespace
}  // namespace handbill::heard
