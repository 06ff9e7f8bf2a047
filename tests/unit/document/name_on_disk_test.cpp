// SPDX-License-Identifier: MIT
#include "document/name_on_disk.h"

#include <catch2/catch.hpp>

namespace handbill::document {

TEST_CASE("A file is found under a name in another form of Unicode") {
  // "é" as one character, and as a letter and its accent, which macOS writes.
  const std::string composed = "\u00e9", decomposed = "e\u0301";
  const auto found = [&](const std::string& there, const std::string& path) {
    const diag::MemoryFiles files(
        std::map<std::string, std::string, std::less<>>{{there, ""}, {"layouts/other.svg", ""}});
    return name_on_disk(path, files);
  };
  const std::string asked = "layouts/caf" + composed + "/" + composed + ".svg";
  CHECK(found(asked, asked) == asked);
  for (const std::string& there : {"layouts/caf" + decomposed + "/" + decomposed + ".svg",
                                   "layouts/caf" + composed + "/" + decomposed + ".svg",
                                   "layouts/caf" + decomposed + "/" + composed + ".svg"}) {
    CHECK(found(there, asked) == there);
  }
  CHECK(found(asked, "layouts/caf" + decomposed + "/" + decomposed + ".svg") == asked);
  // Another letter, or none of that name, is another file.
  CHECK(found("layouts/caf" + composed + "/e.svg", asked) == asked);
  CHECK(found("layouts/cafe/" + composed + ".svg", asked) == asked);
  CHECK(found("layouts/e.svg", "layouts/e.svg") == "layouts/e.svg");
}

TEST_CASE("Of two files whose names differ in form alone the very name wins") {
  const diag::MemoryFiles files(std::map<std::string, std::string, std::less<>>{
      {"layouts/\u00e9.svg", ""}, {"layouts/e\u0301.svg", ""}});
  CHECK(name_on_disk("layouts/\u00e9.svg", files) == "layouts/\u00e9.svg");
  CHECK(name_on_disk("layouts/e\u0301.svg", files) == "layouts/e\u0301.svg");
}

}  // namespace handbill::document
