// SPDX-License-Identifier: MIT
// What may stand where a file is looked for, and what is said of it.
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "diag/lent_files.h"
#include "diag/near_file.h"
#include "diag/read_text.h"
#include "diag/report_file.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::diag {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

/// A project with everything in it that is no file, and the program's data beside it.
struct Disk {
  test::TempFolder folder;
  DiskFiles files =
      DiskFiles::of_project((folder / "project").string(), (folder / "program").string());

  Disk() {
    for (const char* path : {"project/content/en", "project/layouts/shops", "program/content/en",
                             "program/layouts/shops/inner", "program/fonts"}) {
      fs::create_directories(folder / path);
    }
    write("project/content/en/clinic.toml", "ours");
    for (const char* path :
         {"content/en/clinic.toml", "content/en/hours.toml", "layouts/house.toml",
          "layouts/placard.toml", "layouts/shops/web.toml", "layouts/shops/inner/x.toml"}) {
      write("program/" + std::string(path), "the program's");
    }
  }
  fs::path operator/(const std::string& path) const { return folder / path; }
  void write(const std::string& path, std::string_view text) const { folder.write(path, text); }
  void link(const std::string& to, const std::string& path) const {
    fs::create_symlink(to, folder / ("project/" + path));
  }
};

/// What reading says: "error: … [id] hint".
std::string said(const FileReader& files, std::string_view path) {
  SourceMap sources;
  Diagnostics diags;
  const auto file = read_text(files, path, {}, sources, diags);
  if (file) return std::string(sources.text(*file));
  if (diags.list().size() != 1) return "not one message";
  const Diagnostic& found = diags.list().front();
  return found.message + " [" + std::string(info(found.id).name) + "]" +
         (found.hints.empty() ? "" : " " + found.hints.front());
}

TEST_CASE("the project's file is read, and the program's only where it is lent") {
  const Disk disk;
  CHECK(disk.files.read("content/en/clinic.toml").bytes == "ours");
  CHECK(disk.files.read("content/en/clinic.toml").origin == Origin::Project);
  for (const char* lent : {"layouts/house.toml", "layouts/shops/web.toml"}) {
    CAPTURE(lent);
    CHECK(disk.files.read(lent).bytes == "the program's");
    CHECK(disk.files.read(lent).origin == Origin::Program);
  }
  for (const char* path : {"content/en/hours.toml", "layouts/placard.toml",
                           "layouts/shops/inner/x.toml", "../program/layouts/house.toml"}) {
    CAPTURE(path);
    CHECK(disk.files.read(path).state == FileState::Missing);
  }
  disk.write("project/layouts/house.toml", "our house");
  CHECK(disk.files.read("layouts/house.toml").bytes == "our house");
}

TEST_CASE("a folder lists what stands in it and what is lent, but no hidden names") {
  const Disk disk;
  disk.write("project/layouts/._house.toml", "");
  disk.write("project/layouts/sign.toml", "");
  disk.link("nowhere", "layouts/gone.toml");
  CHECK(disk.files.list("layouts") == Names{"gone.toml", "house.toml", "shops", "sign.toml"});
  CHECK(disk.files.list("layouts/shops") == Names{"inner", "web.toml"});
  CHECK(disk.files.list("content/en") == Names{"clinic.toml"});
  CHECK(disk.files.list("content/fr").empty());
  CHECK(disk.files.list("../program").empty());
}

TEST_CASE("every lent path is one the program has, and stands for itself alone") {
  const DiskFiles program({test::source_folder()});
  for (const LentFiles& each : lent_files()) {
    CAPTURE(each.path);
    CHECK_FALSE(each.what.empty());
    if (!each.path.ends_with('/')) {
      CHECK(is_lent(each.path));
      CHECK(program.read(each.path).state == FileState::File);
      continue;
    }
    const std::string folder(each.path.substr(0, each.path.size() - 1));
    CHECK_FALSE(program.list(folder).empty());
    CHECK(is_lent(folder + "/any.toml"));
    CHECK_FALSE(is_lent(folder));
    CHECK_FALSE(is_lent(folder + "/deeper/any.toml"));
  }
  for (const char* never : {"content/en/hours.toml", "layouts/hours-placard.toml",
                            "layouts/art/cover.svg", "fonts/squares.ttf", "layouts/house.tomlx"}) {
    CAPTURE(never);
    CHECK_FALSE(is_lent(never));
  }
}

TEST_CASE("what stands in place of a file is named, and the program's is not taken") {
  const Disk disk;
  const std::string house = "layouts/house.toml";
  const fs::path place = disk / ("project/" + house);
  const auto says = [&](const std::string& expected) {
    CHECK(said(disk.files, house) == expected);
    fs::remove_all(place);
  };
  fs::create_directory(place);
  says(
      "`layouts/house.toml` is a folder, where a file is expected [file-unreadable] look whether "
      "the file is in it, and put it in its place");
  REQUIRE(mkfifo(place.c_str(), 0600) == 0);
  says(
      "`layouts/house.toml` is no ordinary file [file-unreadable] pipes, sockets and devices are "
      "not read");
  disk.link("house-2026.toml", house);
  says(
      "`layouts/house.toml` is a link to `house-2026.toml`, which is not there [file-unreadable] "
      "put the file itself in place of the link");
  disk.link("a\nb", house);
  says(
      "`layouts/house.toml` is a link, which is not there [file-unreadable] put the file itself "
      "in place of the link");
  disk.link("house.toml", house);
  says(
      "`layouts/house.toml` is a link that leads back to itself [file-unreadable] put the file "
      "itself in place of the link");
  disk.link("../../program/layouts/house.toml", house);
  says(
      "`layouts/house.toml` is a link that leads out of the project folder [outside-project] put "
      "the file itself in place of the link");
  disk.link("/dev/null", house);
  says(
      "`layouts/house.toml` is a link that leads out of the project folder [outside-project] put "
      "the file itself in place of the link");
  std::ofstream(place).close();
  fs::resize_file(place, 64U << 20U);
  CHECK(disk.files.read(house).bytes);
  fs::resize_file(place, (64U << 20U) + 1);
  says("`layouts/house.toml` is larger than 64 MiB [too-large]");
  CHECK(said(disk.files, house) == "the program's");
}

TEST_CASE("a link to a file of the project is that file, and an empty file is a file") {
  const Disk disk;
  disk.link("clinic.toml", "content/en/again.toml");
  CHECK(disk.files.read("content/en/again.toml").bytes == "ours");
  disk.write("project/layouts/house.toml", "");
  CHECK(disk.files.read("layouts/house.toml").bytes == "");
}

TEST_CASE("a socket is no ordinary file") {
  const Disk disk;
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = (disk / "project/layouts/house.toml").string();
  REQUIRE(path.size() < sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  CHECK(disk.files.read("layouts/house.toml").state == FileState::NoOrdinary);
  ::close(socket);
}

TEST_CASE("what is wrong with a folder on the way is said of the folder") {
  const Disk disk;
  disk.write("project/content/es", "");
  CHECK(said(disk.files, "content/es/clinic.toml") ==
        "`content/es` is a file, where a folder is expected [file-unreadable]");
  disk.link("../../program/content/en", "content/fr");
  CHECK(said(disk.files, "content/fr/hours.toml") ==
        "`content/fr` is a link that leads out of the project folder [outside-project] put the "
        "file itself in place of the link");
  disk.link("away", "layouts/rules");
  CHECK(said(disk.files, "layouts/rules/handbill.toml") ==
        "`layouts/rules` is a link to `away`, which is not there [file-unreadable] put the file "
        "itself in place of the link");
}

TEST_CASE("a file that may not be read is named") {
  if (::geteuid() == 0) {
    WARN("root may read every file");
    return;
  }
  const Disk disk;
  fs::permissions(disk / "project/content/en/clinic.toml", fs::perms::none);
  CHECK(said(disk.files, "content/en/clinic.toml") ==
        "`content/en/clinic.toml` can't be read: Permission denied [file-unreadable]");
  fs::permissions(disk / "project/content/en", fs::perms::none);
  CHECK(said(disk.files, "content/en/hours.toml") ==
        "`content/en/hours.toml` can't be read: Permission denied [file-unreadable]");
  fs::permissions(disk / "project/content/en", fs::perms::all);
}

TEST_CASE("a missing file is named with the one that is probably meant") {
  for (const char* near : {"Hours.toml", "hours.TOML", "hours.toml.txt", "hours .toml",
                           "hours.toml ", "Hours.toml.TXT", "hour.toml", "huors.toml", "hours.tml",
                           "hours.txt", "hours copy.toml", "hours (1).toml", "Copy of hours.toml",
                           "hours.toml.bak", "hours - Copy.toml", "hours-2026.toml"}) {
    CAPTURE(near);
    const MemoryFiles files(
        {{"content/en/clinic.toml", ""}, {"content/en/" + std::string(near), ""}});
    CHECK(said(files, "content/en/hours.toml") ==
          "there is no file `content/en/hours.toml` [file-missing] there is `content/en/" +
              std::string(near) + "`; names must agree to the letter");
  }
  const MemoryFiles files({{"content/en/clinic.toml", ""}, {"content/en/a\xFFhours.toml", ""}});
  CHECK(said(files, "content/en/hours.toml") ==
        "there is no file `content/en/hours.toml` [file-missing]");
  CHECK(said(files, "content/En/hours.toml") ==
        "there is no folder `content/En` [file-missing] there is `content/en`; name it "
        "`content/En`");
  CHECK(said(files, "hours.toml") == "there is no file `hours.toml` [file-missing]");
}

TEST_CASE("a missing folder is named with the one that is probably meant") {
  for (const char* near : {"Content", "content ", "content.bak", "content (copy)", "contents",
                           "contnet", "Copy of content", "content-2026"}) {
    CAPTURE(near);
    const MemoryFiles files(
        {{std::string(near) + "/en/hours.toml", ""}, {"layouts/sign.toml", ""}});
    CHECK(said(files, "content/en/hours.toml") ==
          "there is no folder `content` [file-missing] there is `" + std::string(near) +
              "`; name it `content`");
  }
  for (const char* near : {"EN", "en-US", "en.bak", "English"}) {
    CAPTURE(near);
    const MemoryFiles files(
        {{"content/" + std::string(near) + "/hours.toml", ""}, {"content/es/hours.toml", ""}});
    CHECK(said(files, "content/en/hours.toml") ==
          "there is no folder `content/en` [file-missing] there is `content/" + std::string(near) +
              "`; name it `content/en`");
  }
  // Another language, a folder of another kind, a file of that name.
  for (const char* other : {"content/es/hours.toml", "content/french/hours.toml", "content/EN"}) {
    CAPTURE(other);
    const MemoryFiles files({{other, ""}, {"content/zh/hours.toml", ""}});
    CHECK(said(files, "content/en/hours.toml") ==
          "there is no folder `content/en` [file-missing] put the folder in its place again");
  }
  const MemoryFiles art({{"layouts/Art/lens.svg", ""}, {"layouts/sign.toml", ""}});
  CHECK(said(art, "layouts/art/lens.svg") ==
        "there is no folder `layouts/art` [file-missing] there is `layouts/Art`; name it "
        "`layouts/art`");
  // A slip in a path is told where it is written.
  CHECK(said(art, "layouts/arrt/lens.svg").starts_with("there is no file `layouts/arrt/lens.svg`"));
}

TEST_CASE("the program's file is not taken for one that is misspelt in the project") {
  for (const char* wrong : {"House.toml", "house.TOML", "house.toml.txt", "house .toml"}) {
    CAPTURE(wrong);
    const Disk disk;
    disk.write("project/layouts/" + std::string(wrong), "");
    CHECK(said(disk.files, "layouts/house.toml") ==
          "the project has `layouts/" + std::string(wrong) +
              "`, but no `layouts/house.toml` [file-missing] name it so; without it the program's "
              "own would be taken");
  }
  const Disk disk;
  for (const char* other : {"house2.toml", "horse.toml", "my-house.toml"}) {
    disk.write("project/layouts/" + std::string(other), "");
  }
  CHECK(said(disk.files, "layouts/house.toml") == "the program's");
}

}  // namespace
}  // namespace handbill::diag
