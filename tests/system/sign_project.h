// SPDX-License-Identifier: MIT
// A project of one small document, a sign that prints one word.
#pragma once

#include <filesystem>

#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::test {

inline constexpr const char* kSignLayout = R"(title   = "Sign"
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
)";

struct SignProject {
  TempFolder folder;

  SignProject() {
    namespace fs = std::filesystem;
    for (const char* path : {"layouts", "content/en", "fonts"}) {
      fs::create_directories(folder / path);
    }
    fs::copy(fs::path(source_folder()) / "tests/fonts/squares.ttf", folder / "fonts");
    folder.write("fonts/fonts.toml",
                 "[family.\"Squares\"]\npackage = \"none\"\nlicence = \"MIT\"\n"
                 "faces = [{ weight = 400, file = \"squares.ttf\" }]\n");
    folder.write("layouts/a.toml", kSignLayout);
    say("Open");
  }

  void say(const std::string& word) const {
    folder.write("content/en/words.toml",
                 "[revision]\ndate = 2026-11-23\nstatus = \"approved\"\n"
                 "approved_by = \"office manager\"\n[words]\nopen = \"" +
                     word + "\"\n");
  }
};

}  // namespace handbill::test
