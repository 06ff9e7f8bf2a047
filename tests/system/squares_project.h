// SPDX-License-Identifier: MIT
// Small projects set in the font of squares, in which 18 letters of 10 pt stand in a line of their
// pages, and lines are 12 pt apart.
#pragma once

#include <filesystem>
#include <string>

#include "support/golden.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::test {

/// The sheet, its margin still to be put in for MARGIN, and the style `body`.
inline constexpr const char* kSquaresSheet = R"(content = ["words"]

[sheet]
size   = ["200 pt", "100 pt"]
bleed  = 0
safe   = 0
margin = MARGIN

[font.text]
family = "Squares"

[style.body]
font            = "text"
size            = "10 pt"
leading         = "12 pt"
orphans         = 1
widows          = 1
optical_margins = false
)";

struct SquaresLayout {
  std::string name;                ///< of the file, and the title
  std::string layout;              ///< what stands behind kSquaresSheet
  std::string margin = "'10 pt'";  ///< as TOML has it
  std::string direction = "auto";
};

inline void write_squares_project(const TempFolder& folder, const SquaresLayout& of,
                                  const std::string& content) {
  std::string sheet = kSquaresSheet;
  sheet.replace(sheet.find("MARGIN"), 6, of.margin);
  for (const char* each : {"layouts", "content", "content/en", "fonts"}) {
    std::filesystem::create_directory(folder / each);
  }
  folder.write("layouts/" + of.name + ".toml", "title = '" + of.name + "'\ndirection = '" +
                                                   of.direction + "'\n" + sheet + of.layout);
  folder.write("content/en/words.toml", content);
  folder.write("fonts/squares.ttf",
               read_file(std::filesystem::path(source_folder()) / "tests/fonts/squares.ttf"));
  folder.write("fonts/fonts.toml",
               "[family.Squares]\npackage = 'none'\nlicence = 'MIT'\n"
               "faces = [{ weight = 400, file = 'squares.ttf' }]\n");
}

}  // namespace handbill::test
