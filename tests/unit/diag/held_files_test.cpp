// SPDX-License-Identifier: MIT
#include "diag/held_files.h"

#include <catch2/catch.hpp>

namespace handbill::diag {
namespace {

using Names = std::vector<std::string>;

HeldFiles over_two() {
  return HeldFiles(std::make_shared<MemoryFiles>(
      MemoryFiles({{"content/en/hours.toml", "old"}, {"content/en/labels.toml", "labels"}})));
}

TEST_CASE("A text that is held stands for that of the disk until it is let go") {
  HeldFiles files = over_two();
  CHECK(files.hold("content/en/hours.toml", "new"));
  CHECK(files.read("content/en/hours.toml").bytes == "new");
  CHECK(files.read("content/en/labels.toml").bytes == "labels");
  files.let_go("content/en/hours.toml");
  files.let_go("content/en/nothing.toml");
  CHECK(files.read("content/en/hours.toml").bytes == "old");
}

TEST_CASE("A file that is held as gone is missing, and not listed") {
  HeldFiles files = over_two();
  CHECK(files.hold("content/en/hours.toml", std::nullopt));
  CHECK(files.read("content/en/hours.toml").state == FileState::Missing);
  CHECK(files.list("content/en") == Names{"labels.toml"});
  CHECK(files.list("content") == Names{"en"});
}

TEST_CASE("A new file is listed with its folders, but for names that begin with a dot") {
  HeldFiles files = over_two();
  CHECK(files.hold("content/es/hours.toml", "horas"));
  CHECK(files.hold("content/en/.swap", "x"));
  CHECK(files.list("content") == Names{"en", "es"});
  CHECK(files.list("content/es") == Names{"hours.toml"});
  CHECK(files.list("content/en") == Names{"hours.toml", "labels.toml"});
  CHECK(files.list("") == Names{"content"});
  CHECK(files.list("content/e").empty());
}

TEST_CASE("Nothing is held outside the project") {
  HeldFiles files = over_two();
  CHECK_FALSE(files.hold("../secret", "x"));
  CHECK_FALSE(files.hold("/etc/passwd", "x"));
  for (const char* path : {"./x", "a//x", ".", "a/./x", "a/"}) CHECK_FALSE(files.hold(path, "x"));
}

}  // namespace
}  // namespace handbill::diag
