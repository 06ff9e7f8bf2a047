// SPDX-License-Identifier: MIT
// What the program writes never stands over what it reads, and what can't be written is told.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "support/find_text.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr const char* kLayout = R"(title   = "Sign"
content = ["words"]
[sheet]
size = ["4 in", "3 in"]
[font.text]
family = "Squares"
[style.body]
font    = "text"
size    = "12 pt"
leading = "15 pt"
[markdown]
p = "body"
[[side]]
[[side.frame]]
text = "{words.open}"
[[side.frame]]
box     = { left = "1 in", top = "1 in", width = "1 in", height = "1 in" }
picture = "pictures/a-1.png"
alt     = "a square"
)";

/// A document with a picture that is called like one of the pictures of itself.
struct Sign {
  TempFolder folder;

  Sign() {
    for (const char* path : {"layouts", "content/en", "fonts", "layouts/pictures"}) {
      fs::create_directories(folder / path);
    }
    const fs::path tests = fs::path(source_folder()) / "tests";
    fs::copy(tests / "fonts/squares.ttf", folder / "fonts");
    fs::copy(fs::path(source_folder()) / "docs/pictures/columns.png",
             folder / "layouts/pictures/a-1.png");
    folder.write("fonts/fonts.toml",
                 "[family.\"Squares\"]\npackage = \"none\"\nlicence = \"MIT\"\n"
                 "faces = [{ weight = 400, file = \"squares.ttf\" }]\n");
    folder.write("layouts/a.toml", kLayout);
    folder.write("content/en/words.toml",
                 "[revision]\ndate = 2026-11-23\nstatus = \"approved\"\n"
                 "approved_by = \"office manager\"\n[words]\nopen = \"Open\"\n");
  }

  ProgramResult run(const Words& words, const Words& environment = {}) const {
    Words command = {"env", "-C", folder.path().string()};
    command.insert(command.end(), environment.begin(), environment.end());
    // What waits for a pipe would wait for ever.
    command.insert(command.end(), {"timeout", "60", program()});
    command.insert(command.end(), words.begin(), words.end());
    return run_program(command);
  }
};

}  // namespace

TEST_CASE("pipes and devices are not opened, whoever names them") {
  const Sign sign;
  REQUIRE(sign.run({"build"}).exit_code == 0);
  REQUIRE(::mkfifo((sign.folder / "out/pipe.pdf").c_str(), 0600) == 0);
  for (const char* odd : {"out/pipe.pdf", "/dev/zero", "out"}) {
    CAPTURE(odd);
    const auto judged = sign.run({"preflight", odd, "out/a.pdf", "--standard", "none"});
    CHECK(judged.exit_code == 1);
    CHECK(contains(judged.errors, "[file-unreadable]"));
    CHECK(contains(judged.output, "out/a.pdf  no standard, 1 page: 0 errors"));
    CHECK(sign.run({"verify", odd}).exit_code == 2);
  }
  CHECK(
      contains(sign.run({"verify", "out/pipe.pdf"}).errors,
               "handbill: `out/pipe.pdf` is no ordinary file\n hint: pipes, sockets and devices"));
  CHECK(contains(sign.run({"verify", "none.pdf"}).errors, "there is no file `none.pdf`"));
  // One that lies among the files of earlier runs.
  CHECK(sign.run({"check"}).exit_code == 0);
  fs::remove(sign.folder / "layouts/pictures/a-1.png");
  REQUIRE(::mkfifo((sign.folder / "layouts/pictures/a-1.png").c_str(), 0600) == 0);
  CHECK(contains(sign.run({"check"}).errors, "is no ordinary file"));
}

}  // namespace handbill::test
