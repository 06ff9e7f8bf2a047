// SPDX-License-Identifier: MIT
#include "base/installed.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "support/run_program.h"

namespace handbill::test {
namespace fs = std::filesystem;

TEST_CASE("a program knows its folder") {
  CHECK(fs::path(code_folder()) == fs::read_symlink("/proc/self/exe").parent_path());
  CHECK_FALSE(is_library());
}

TEST_CASE("shared files are found from bin, from lib and from one folder below lib") {
  using Folders = std::vector<std::string>;
  CHECK(share_folders("/opt/handbill/bin").front() == "/opt/handbill/share/handbill");
  CHECK(share_folders("/opt/handbill/lib").front() == "/opt/handbill/share/handbill");
  CHECK(share_folders("/usr/lib/x86_64-linux-gnu") ==
        Folders{"/usr/lib/share/handbill", "/usr/share/handbill"});
}

TEST_CASE("fonts and dictionaries packed with the program come before those of the machine") {
  using Folders = std::vector<std::string>;
  const Folders machine = {"/usr/local/share/fonts", "/usr/share/fonts"};
  const TempFolder prefix;
  const std::string code = (prefix / "bin").string(), packed = "share/handbill/packed";
  CHECK(package_folders("fonts", code) == machine);
  fs::create_directories(prefix / packed / "hyphen");
  prefix.write(packed + "/fonts", "no folder");
  CHECK(package_folders("fonts", code) == machine);
  CHECK(package_folders("hyphen", code) == Folders{(prefix / packed / "hyphen").string(),
                                                   "/usr/local/share/hyphen", "/usr/share/hyphen"});
  CHECK(package_folders("fonts", "") == machine);
}

}  // namespace handbill::test
