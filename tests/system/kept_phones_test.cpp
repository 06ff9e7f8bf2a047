// SPDX-License-Identifier: MIT
// Phone numbers in the user's cache folder: whatever is there, the same is printed.
#include <catch2/catch.hpp>
#include <filesystem>

#include "project.h"
#include "support/find_text.h"
#include "support/golden.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNumber = "301 654 2000";

/// A placard with a phone number, made with a cache folder of its own.
struct Placard {
  ProjectCopy project;
  TempFolder home;
  fs::path file = home / "cache/handbill/phone-numbers";

  struct Made {
    ProgramResult result;
    std::string pdf;
  };

  Made make(const std::string& environment, const std::string& program = test::program()) const {
    fs::remove_all(project / "out");
    const ProgramResult result = run_program(
        {"env", "-C", (project / "").string(), "-u", "XDG_CACHE_HOME", environment, program,
         "build", "hours-placard", "--set", "clinic.phone=" + std::string(kNumber)});
    const bool is_there = fs::exists(project / "out/hours-placard.pdf");
    return {result, is_there ? project.read("out/hours-placard.pdf") : ""};
  }
  Made make() const { return make("XDG_CACHE_HOME=" + (home / "cache").string()); }

  /// By a program without its modules: it knows what is kept, and nothing else.
  Made make_from_kept() const {
    const fs::path program = home / "bin/handbill";
    fs::create_directories(program.parent_path());
    if (!fs::exists(program)) fs::copy_file(test::program(), program);
    return make("XDG_CACHE_HOME=" + (home / "cache").string(), program.string());
  }
};

fs::perms rights(const fs::path& path) { return fs::status(path).permissions(); }

}  // namespace

TEST_CASE("a phone number that was read once is printed without the library that reads them") {
  const Placard placard;
  CHECK(placard.make_from_kept().result.exit_code == 1);
  const auto cold = placard.make();
  REQUIRE(cold.result.exit_code == 0);
  REQUIRE(fs::exists(placard.file));
  CHECK(rights(placard.file) == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(rights(placard.file.parent_path()) == fs::perms::owner_all);
  const std::string kept = read_file(placard.file);
  CHECK_FALSE(contains(kept, kNumber));
  const auto warm = placard.make(), without = placard.make_from_kept();
  CHECK((warm.pdf == cold.pdf));
  CHECK(without.result.exit_code == 0);
  CHECK((without.pdf == cold.pdf));
  CHECK(read_file(placard.file) == kept);
}

TEST_CASE("kept phone numbers that are damaged are read and kept anew") {
  const Placard placard;
  const auto cold = placard.make();
  REQUIRE(cold.result.exit_code == 0);
  const std::string kept = read_file(placard.file);
  std::string changed = kept;
  changed[changed.find("654")] = '7';
  for (const std::string& damaged :
       {std::string(), std::string("not ours\n"), kept.substr(0, kept.size() / 2), changed,
        std::string(300'000, 'x')}) {
    const TempFolder other;
    fs::copy_file(other.write("kept", damaged), placard.file, fs::copy_options::overwrite_existing);
    CHECK(placard.make_from_kept().result.exit_code == 1);
    const auto made = placard.make();
    CHECK(made.result.errors == cold.result.errors);
    CHECK((made.pdf == cold.pdf));
    CHECK(read_file(placard.file) == kept);
  }
}

TEST_CASE("kept phone numbers that others may write, or that are elsewhere, are not believed") {
  const Placard placard;
  REQUIRE(placard.make().result.exit_code == 0);
  REQUIRE(placard.make_from_kept().result.exit_code == 0);
  for (const fs::perms more : {fs::perms::group_write, fs::perms::others_write}) {
    fs::permissions(placard.file, more, fs::perm_options::add);
    const auto made = placard.make_from_kept();
    CHECK(made.result.exit_code == 1);
    CHECK(contains(made.result.errors, "[module-missing]"));
    fs::permissions(placard.file, more, fs::perm_options::remove);
  }
  CHECK(placard.make_from_kept().result.exit_code == 0);
  fs::rename(placard.file, placard.home / "elsewhere");
  fs::create_symlink(placard.home / "elsewhere", placard.file);
  CHECK(placard.make_from_kept().result.exit_code == 1);
  const std::string elsewhere = read_file(placard.home / "elsewhere");
  CHECK(placard.make().result.exit_code == 0);
  CHECK(read_file(placard.home / "elsewhere") == elsewhere);
}

TEST_CASE("where nothing can be kept, documents are made all the same") {
  const Placard placard;
  const auto cold = placard.make();
  placard.home.write("file", "no folder");
  for (const std::string& environment :
       {"XDG_CACHE_HOME=" + (placard.home / "file").string(),
        "XDG_CACHE_HOME=" + (placard.home / "no/such/folder").string(),
        std::string("XDG_CACHE_HOME=not-absolute"), std::string("HOME=")}) {
    CAPTURE(environment);
    const auto made = placard.make(environment);
    CHECK(made.result.exit_code == 0);
    CHECK(made.result.errors == cold.result.errors);
    CHECK((made.pdf == cold.pdf));
  }
  CHECK_FALSE(fs::exists(placard.project / "not-absolute"));
  CHECK_FALSE(fs::exists(placard.home / "no"));
  // A folder of the file's name stays.
  const Placard other;
  fs::create_directories(other.file / "in");
  CHECK((other.make().pdf == cold.pdf));
  CHECK(fs::exists(other.file / "in"));
}

}  // namespace handbill::test
