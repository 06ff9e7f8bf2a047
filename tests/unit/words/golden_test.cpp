// SPDX-License-Identifier: MIT
// tests/golden/words/<case>: layout.toml, content.toml and other files of layouts/ become words,
// whose dump is expected.txt. tests/golden/words-shipped: the same of what comes with the program,
// by files alone: a line that moves changes no words.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "diag/render.h"
#include "support/paths.h"
#include "support/resolved_case.h"
#include "unit/words/places_of_words.h"

namespace handbill::words {
namespace {

namespace fs = std::filesystem;

/// Without the lines and columns of places.
std::string by_files(const std::string& dump) {
  constexpr std::string_view kFile = ".toml:";
  std::string result;
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = dump.find(kFile, begin)) != dump.npos;) {
    const std::size_t end = at + kFile.size();
    result += dump.substr(begin, end - 1 - begin);
    begin = std::min(dump.find_first_not_of("0123456789:", end), dump.size());
  }
  return result + dump.substr(begin);
}

enum class Places { Exact, Files };

void check_words(const test::Resolved& made, Places places, const fs::path& expected) {
  INFO(render(made.diags, made.sources, diag::Paint::Plain));
  REQUIRE_FALSE(made.diags.has_errors());
  REQUIRE(made.document);
  const Words words = from_document(*made.document);
  check_places(words, made.sources);
  const std::string dumped = dump(words, made.sources);
  const auto difference =
      test::golden_difference(expected, places == Places::Exact ? dumped : by_files(dumped));
  if (difference) FAIL(*difference);
}

TEST_CASE("the words of documents are as expected, each letter in its place") {
  const std::vector<fs::path> cases = test::golden_cases("words");
  REQUIRE(cases.size() >= 10);
  for (const fs::path& folder : cases) {
    DYNAMIC_SECTION(folder.filename().string()) {
      check_words({test::files_of_case(folder), "layouts/layout.toml"}, Places::Exact,
                  folder / "expected.txt");
    }
  }
}

TEST_CASE("the words of the documents that come, in all languages, are as expected") {
  const fs::path root = test::source_folder();
  const diag::DiskFiles files{{root.string()}};
  for (const char* name : {"aftercare-sheet", "hours-placard", "treatment-brochure"}) {
    for (const char* language : {"ar", "en", "es", "zh"}) {
      DYNAMIC_SECTION(name << " " << language) {
        check_words({files, std::string("layouts/") + name + ".toml", language}, Places::Files,
                    root / "tests/golden/words-shipped" / name / (std::string(language) + ".txt"));
      }
    }
  }
}

}  // namespace
}  // namespace handbill::words
