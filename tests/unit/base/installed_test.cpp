// SPDX-License-Identifier: MIT
#include "base/installed.h"

#include <catch2/catch.hpp>
#include <filesystem>

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

}  // namespace handbill::test
