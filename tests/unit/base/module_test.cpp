// SPDX-License-Identifier: MIT
#include "base/module.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "support/find_text.h"
#include "support/run_program.h"

namespace handbill::test {
namespace {

Module opened(const std::vector<std::string>& folders, const char* version = "0.0.1") {
  return open_module({"part.so", "does a part", "a library", version}, folders);
}

}  // namespace

TEST_CASE("a module of the program's version is opened, from the first folder that has it") {
  const TempFolder empty, one, other;
  std::filesystem::copy_file(HANDBILL_OTHER_MODULE, one / "part.so");
  other.write("part.so", "not a library");
  const std::vector<std::string> folders = {empty.path().string(), one.path().string(),
                                            other.path().string()};
  const Module module = opened(folders);
  REQUIRE(module.is_open());
  CHECK(module.trouble.empty());
  CHECK(std::string(module.function<const char>(kModuleVersionName)) == "0.0.1");
  CHECK(module.function<void()>("no_such_function") == nullptr);
}

TEST_CASE("no module, one that is broken and one of another version are told apart") {
  const std::string start = "`part.so`, which does a part, ";
  const TempFolder folder, broken, foreign;
  std::filesystem::copy_file(HANDBILL_OTHER_MODULE, folder / "part.so");
  broken.write("part.so", "not a library");
  // Any library that is none of ours exports no version.
  std::filesystem::copy_file(HANDBILL_FOREIGN_LIBRARY, foreign / "part.so");
  struct Case {
    std::vector<std::string> folders;
    const char* version;
    const char* trouble;
    const char* hint;
  };
  const Case cases[] = {
      {{},
       "0.0.1",
       "is not beside the program or in `../lib/handbill`",
       "install Handbill again, with its `lib` folder"},
      {{"/no/such/folder"},
       "0.0.1",
       "is not beside the program or in `../lib/handbill`",
       "install Handbill again, with its `lib` folder"},
      {{broken.path()}, "0.0.1", "can't be opened: ", "install a library"},
      {{folder.path()},
       "0.0.2",
       "is of version 0.0.1, the program of 0.0.2",
       "install both from the same package"},
      {{folder.path()},
       "0.0.10",
       "is of version 0.0.1, the program of 0.0.10",
       "install both from the same package"},
      {{foreign.path()},
       "0.0.1",
       "is of another version, the program of 0.0.1",
       "install both from the same package"},
  };
  for (const Case& c : cases) {
    const Module module = opened(c.folders, c.version);
    CHECK_FALSE(module.is_open());
    CHECK(module.function<const char>(kModuleVersionName) == nullptr);
    CHECK(module.trouble.starts_with(start + c.trouble));
    CHECK(module.hint == c.hint);
  }
}

TEST_CASE("modules lie beside the program or in its lib folder") {
  const auto folders = module_folders();
  REQUIRE(folders.size() == 2);
  CHECK(std::filesystem::exists(folders[0]));
  CHECK(folders[1] == folders[0] + "/../lib/handbill");
}

}  // namespace handbill::test
