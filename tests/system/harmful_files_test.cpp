// SPDX-License-Identifier: MIT
// Files that bring down whatever library reads them: the reader ends, the program does not.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "confined/sanitized.h"
#include "support/find_text.h"
#include "support/golden.h"
#include "support/squares.h"
#include "system/sign_project.h"
#include "unit/picture/png_bytes.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Names = std::vector<std::string>;

std::string jpeg(const std::string& comment) {
  const std::string photo =
      read_file(fs::path(source_folder()) / "tests/unit/picture/data/gray.jpg");
  const auto size = static_cast<char>(comment.size() + 2);
  return photo.substr(0, 2) + "\xFF\xFE" + std::string(1, '\0') + size + comment + photo.substr(2);
}

std::string png(const std::string& comment) {
  return png_file({.between = png_chunk("tEXt", "Comment" + std::string(1, '\0') + comment),
                   .rows = std::string("\0\x40", 2)});
}

std::string svg(const std::string& comment) {
  return "<svg viewBox=\"0 0 9 9\"><!-- " + comment + " --><rect width=\"9\" height=\"9\"/></svg>";
}

/// Beside the sign one document for each kind of file; each file says `comment`.
struct FileProject : SignProject {
  explicit FileProject(const std::string& comment) {
    folder.write("fonts/other.ttf", squares_bytes() + comment);
    folder.write("fonts/fonts.toml",
                 "[family.\"Squares\"]\npackage = \"none\"\nlicence = \"MIT\"\n"
                 "faces = [{ weight = 400, file = \"squares.ttf\" }]\n"
                 "[family.\"Others\"]\npackage = \"none\"\nlicence = \"MIT\"\n"
                 "faces = [{ weight = 400, file = \"other.ttf\" }]\n");
    folder.write("layouts/font.toml", "extends = \"a\"\n[font.text]\nfamily = \"Others\"\n");
    show("jpeg", "picture = \"p.jpg\"\nalt = \"A field\"\nfit = \"stretch\"\n");
    show("png", "picture = \"p.png\"\nalt = \"A field\"\nfit = \"stretch\"\n");
    show("svg", "art = \"p.svg\"\nalt = \"A square\"\nfit = \"contain\"\n");
    folder.write("layouts/p.jpg", jpeg(comment));
    folder.write("layouts/p.png", png(comment));
    folder.write("layouts/p.svg", svg(comment));
  }

  void show(const std::string& name, const std::string& keys) const {
    folder.write("layouts/" + name + ".toml", "extends = \"a\"\n[[side]]\n[[side.frame]]\n" + keys);
  }

  ProgramResult run(const Names& words) const {
    Names command = {"env",
                     "-C",
                     folder.path().string(),
                     "LD_PRELOAD=" + fault_module(),
                     "HANDBILL_FAULT=harm",
                     program()};
    command.insert(command.end(), words.begin(), words.end());
    return run_program(command);
  }

  std::string made(const std::string& name) const {
    return fs::exists(folder / name) ? read_file(folder / name) : "";
  }
};

struct Harm {
  const char* document;
  const char* file;  ///< that names the harmful one
  int line;
  const char* message;
};

constexpr Harm kHarms[] = {
    {"font", "fonts/fonts.toml", 8, "font file `other.ttf` can't be used: the process"},
    {"jpeg", "layouts/jpeg.toml", 4, "picture `layouts/p.jpg` can't be read: the process"},
    {"png", "layouts/png.toml", 4, "picture `layouts/p.png` can't be read: the process"},
    {"svg", "layouts/svg.toml", 4, "art `layouts/p.svg` can't be read: the process"},
};

}  // namespace

TEST_CASE("files bring down their reader, each is named, and the other documents are made") {
  if (confined::kIsSanitized) return;  // such a program takes nothing that is preloaded
  const FileProject sound("harmless"), project("harmful");
  REQUIRE(sound.run({"build", "a"}).exit_code == 0);
  project.folder.write("old", "");
  fs::create_directory(project.folder / "out");
  for (const Harm& harm : kHarms) {
    project.folder.write("out/" + std::string(harm.document) + ".pdf", "as it was");
  }
  const ProgramResult result = project.run({"build", "--keep-going", "--json"});
  CHECK(result.exit_code == 1);
  const Json told = Json::parse(result.output);
  for (const Harm& harm : kHarms) {
    CAPTURE(harm.document, result.output, result.errors);
    int times = 0;
    for (const Json& each : told) {
      if (each["message"].get<std::string>().find(harm.message) != 0) continue;
      ++times;
      CHECK(each["at"]["file"] == harm.file);
      CHECK(each["at"]["line"] == harm.line);
      CHECK(each["hints"].size() == 1);
    }
    CHECK(times == 1);
    CHECK(project.made("out/" + std::string(harm.document) + ".pdf") == "as it was");
  }
  CHECK(project.made("out/a.pdf") == sound.made("out/a.pdf"));
  CHECK_FALSE(project.made("out/a.pdf").empty());
}

TEST_CASE("a PDF brings down its reader, and the next one is judged") {
  if (confined::kIsSanitized) return;
  const FileProject project("harmful");
  REQUIRE(
      run_program({"env", "-C", project.folder.path().string(), program(), "build", "jpeg", "a"})
          .exit_code == 0);
  const ProgramResult result =
      project.run({"preflight", "out/jpeg.pdf", "out/a.pdf", "--standard", "none"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.errors,
                 "out/jpeg.pdf:\nerror: the file can't be read: the process that "
                 "reads it ended with a memory fault [pdf-broken]"));
  CHECK(contains(result.output, "out/jpeg.pdf: 1 error"));
  CHECK(contains(result.output, "out/a.pdf  "));
  CHECK(contains(result.output, "1 page: 0 errors"));
}

TEST_CASE("documents are the same, whoever reads their files") {
  const FileProject project("harmless");
  const Names build = {"build", "--format", "pdf", "--format", "svg", "--format", "png"};
  Names apart = build, here = build;
  apart.insert(apart.end(), {"-o", "apart"});
  here.insert(here.end(), {"-o", "here", "--trust-files"});
  const auto run = [&](Names words) {
    words.insert(words.begin(), {"env", "-C", project.folder.path().string(), program()});
    return run_program(words);
  };
  const ProgramResult first = run(apart), second = run(here);
  REQUIRE(first.exit_code == 0);
  CHECK(second.exit_code == 0);
  CHECK(first.errors == second.errors);
  int files = 0;
  for (const auto& each : fs::directory_iterator(project.folder / "apart")) {
    ++files;
    const std::string name = each.path().filename().string();
    CAPTURE(name);
    CHECK(project.made("apart/" + name) == project.made("here/" + name));
  }
  CHECK(files == 15);
}

}  // namespace handbill::test
