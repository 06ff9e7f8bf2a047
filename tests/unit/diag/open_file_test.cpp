// SPDX-License-Identifier: MIT
#include "diag/open_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <cerrno>
#include <filesystem>
#include <thread>

#include "diag/file_reader.h"
#include "support/run_program.h"

namespace handbill::diag {
namespace {

namespace fs = std::filesystem;

/// A project, and a secret beside it.
struct Place {
  test::TempFolder folder;
  std::string root = (folder / "project").string();

  Place() {
    fs::create_directories(folder / "project/content/en");
    fs::create_directory(folder / "beside");
    folder.write("project/content/en/a.toml", "ours");
    folder.write("beside/a.toml", "secret");
  }
};

}  // namespace

TEST_CASE("no part of a way below a folder may be a link, with openat2 and without") {
  const Place place;
  fs::create_symlink("en", place.folder / "project/content/es");
  fs::create_symlink("../../../beside", place.folder / "project/content/out");
  fs::create_symlink("a.toml", place.folder / "project/content/en/link.toml");
  fs::create_symlink("/proc/self/root", place.folder / "project/content/magic");
  struct Case {
    const char* path;
    int error;  ///< 0: it is opened
  };
  const Case cases[] = {
      {"content/en/a.toml", 0},
      {"content/en", 0},
      {".", 0},
      {"content/en/b.toml", ENOENT},
      {"content/de/a.toml", ENOENT},
      {"content/en/a.toml/b", ENOTDIR},
      {"content/es/a.toml", ELOOP},
      {"content/out/a.toml", ELOOP},
      {"content/en/link.toml", ELOOP},
      {"content/magic/etc/passwd", ELOOP},
      {"../beside/a.toml", EXDEV},
  };
  for (const Case& each : cases) {
    CAPTURE(each.path);
    for (auto* const open : {open_below, open_step_by_step}) {
      errno = 0;
      const OpenFile file = open(place.root, each.path);
      const int error = errno;
      CHECK(file.is_open() == (each.error == 0));
      if (each.error != 0) CHECK(error == each.error);
    }
  }
  CHECK_FALSE(open_below(place.root + "/none", "a").is_open());
  CHECK_FALSE(open_step_by_step(place.root + "/none", "a").is_open());
}

TEST_CASE("a folder that is swapped for a link while it is read leads nowhere else") {
  const Place place;
  fs::create_directory_symlink(place.folder / "beside", place.folder / "project/content/link");
  const std::string folder = place.root + "/content/en", link = place.root + "/content/link",
                    away = place.root + "/content/away";
  std::atomic<bool> is_done = false;
  std::thread swapper([&] {
    while (!is_done) {
      ::rename(folder.c_str(), away.c_str());
      ::rename(link.c_str(), folder.c_str());
      ::rename(folder.c_str(), link.c_str());
      ::rename(away.c_str(), folder.c_str());
    }
  });
  const DiskFiles files({place.root});
  bool is_told = false;
  for (int i = 0; i < 3000; ++i) {
    const FileAnswer answer = files.read("content/en/a.toml");
    is_told = is_told || answer.bytes == "secret";
    for (const std::string& name : files.list("content/en")) is_told = is_told || name != "a.toml";
  }
  is_done = true;
  swapper.join();
  CHECK_FALSE(is_told);
}

TEST_CASE("only ordinary files are opened where the user names them, up to a size") {
  const test::TempFolder folder;
  const std::string path = folder.write("a.pdf", "12345").string();
  CHECK(read_named(path, 5).bytes == "12345");
  CHECK(read_named(path, 4).state == FileState::TooLarge);
  CHECK(read_named(path, 5).identity == identity_of(path));
  fs::create_symlink("a.pdf", folder / "link.pdf");
  CHECK(read_named((folder / "link.pdf").string(), 5).identity == identity_of(path));
  CHECK(read_named(folder.write("empty", "").string(), 5).bytes == "");
  CHECK(read_named((folder / "none").string(), 5).state == FileState::Missing);
  CHECK(read_named("", 5).state == FileState::Missing);
  CHECK(read_named(folder.path().string(), 5).state == FileState::Folder);
  CHECK(read_named(path + "/b", 5).state == FileState::Unreadable);
  fs::create_symlink("circle", folder / "circle");
  CHECK(read_named((folder / "circle").string(), 5).state == FileState::LinkCircle);
  const std::string pipe = (folder / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  for (const std::string& odd : {pipe, std::string("/dev/zero"), std::string("/dev/null")}) {
    CAPTURE(odd);
    CHECK(read_named(odd, 5).state == FileState::NoOrdinary);
    CHECK_FALSE(read_ends(odd, 5));
  }
  // Its size is said to be nothing.
  CHECK(read_named("/proc/self/stat", 1 << 20).bytes->size() > 10);
  CHECK(read_named("/proc/self/stat", 2).state == FileState::TooLarge);
}

TEST_CASE("the end of a file is read without what is before it") {
  const test::TempFolder folder;
  const std::string path = folder.write("a", "12345").string();
  CHECK(read_ends(path, 4)->last == "2345");
  CHECK(read_ends(path, 5)->last == "12345");
  CHECK(read_ends(path, 6)->last == "12345");
  CHECK(read_ends(path, 4)->first == "1234");
  CHECK(read_ends(path, 6)->first == "12345");
  CHECK_FALSE(read_ends(path + "b", 5));
  CHECK_FALSE(read_ends(folder.path().string(), 5));
}

}  // namespace handbill::diag
