// SPDX-License-Identifier: MIT
// tests/golden/{lines,layout,pages}/<case>: layout.toml, which mostly extends
// tests/golden/house.toml, content.toml and art are set in the font of squares. expected.txt is,
// after what there is to say,
//   lines:  each paragraph of a frame in lines as wide as the frame's box: where it may be parted,
//           and where its letters stand
//   layout: the fragment dump
//   pages:  the page dump.
#include <catch2/catch.hpp>
#include <filesystem>

#include "unit/layout/golden_project.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

void check_cases(const std::string& stage, Dump dump) {
  const std::vector<fs::path> cases = golden_cases(stage);
  REQUIRE(cases.size() >= 2);
  for (const fs::path& folder : cases) {
    DYNAMIC_SECTION(folder.filename().string()) {
      const auto difference =
          golden_difference(folder / "expected.txt", golden_dump(golden_project(folder), dump));
      if (difference) FAIL(*difference);
    }
  }
}

TEST_CASE("golden: paragraphs are set in lines as expected") { check_cases("lines", dump_lines); }
TEST_CASE("golden: frames are filled as expected") {
  check_cases("layout", layout::dump_fragments);
}
TEST_CASE("golden: pages are made as expected") { check_cases("pages", dump_pages); }

}  // namespace
}  // namespace handbill::test
