// SPDX-License-Identifier: MIT
// What the program writes never stands over what it reads, and what can't be written is told.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "support/find_text.h"
#include "support/golden.h"
#include "support/paths.h"
#include "support/run_program.h"
#include "system/sign_project.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

/// A document with a picture that is called like one of the pictures of itself.
struct Sign : SignProject {
  Sign() {
    fs::create_directories(folder / "layouts/pictures");
    fs::copy(fs::path(source_folder()) / "docs/pictures/columns.png",
             folder / "layouts/pictures/a-1.png");
    folder.write(
        "layouts/a.toml",
        std::string(kSignLayout) +
            "[[side.frame]]\n"
            "box     = { left = \"1 in\", top = \"1 in\", width = \"1 in\", height = \"1 in\" }\n"
            "picture = \"pictures/a-1.png\"\nalt     = \"a square\"\n");
  }

  ProgramResult run(const Words& words, const Words& environment = {}) const {
    Words command = {"env", "-C", folder.path().string()};
    command.insert(command.end(), environment.begin(), environment.end());
    // What waits for a pipe would wait for ever.
    command.insert(command.end(), {"timeout", "60", program()});
    command.insert(command.end(), words.begin(), words.end());
    return run_program(command);
  }

  /// `line` for a shell, with the program as $0.
  ProgramResult shell(const std::string& line) const {
    return run_program(
        {"env", "-C", folder.path().string(), "timeout", "60", "bash", "-c", line, program()});
  }

  std::string read(std::string_view name) const { return read_file(folder / name); }

  Words files(std::string_view name) const {
    Words names;
    for (const auto& entry : fs::directory_iterator(folder / name)) {
      names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
  }
};

Words fault(const std::string& what) {
  return {"LD_PRELOAD=" + fault_module(), "HANDBILL_FAULT=" + what};
}

}  // namespace

TEST_CASE("reports on a PDF are not written over it, whatever it is called") {
  const Sign sign;
  REQUIRE(sign.run({"build"}).exit_code == 0);
  fs::copy(sign.folder / "out/a.pdf", sign.folder / "a.pdf");
  const std::string pdf = sign.read("a.pdf");
  fs::create_hard_link(sign.folder / "a.pdf", sign.folder / "hard.pdf");
  fs::create_symlink("a.pdf", sign.folder / "soft.pdf");
  fs::create_symlink("soft.pdf", sign.folder / "softer.pdf");
  for (const char* option : {"--annotated", "--sarif"}) {
    for (const char* name : {"a.pdf", "./a.pdf", "out/../a.pdf", "hard.pdf", "soft.pdf",
                             "softer.pdf", "out//..//a.pdf"}) {
      CAPTURE(option, name);
      const auto result = sign.run({"preflight", "a.pdf", "--standard", "none", option, name});
      CHECK(result.exit_code == 2);
      CHECK(contains(result.errors, "handbill: can't replace "));
      CHECK((sign.read("a.pdf") == pdf));
      CHECK(fs::is_symlink(sign.folder / "soft.pdf"));
    }
  }
  const auto both = sign.run(
      {"preflight", "a.pdf", "--standard", "none", "--annotated", "b.pdf", "--sarif", "b.pdf"});
  CHECK(both.exit_code == 2);
  CHECK(contains(both.errors, "can't replace b.pdf: "));
  CHECK(sign.read("b.pdf").starts_with("%PDF"));
  // Where case tells names apart it is another file, and else the same.
  const bool is_other = !fs::exists(sign.folder / "A.PDF");
  const auto upper = sign.run({"preflight", "a.pdf", "--standard", "none", "--annotated", "A.PDF"});
  CHECK(upper.exit_code == (is_other ? 0 : 2));
  CHECK((sign.read("a.pdf") == pdf));
  // What a report replaces that is no input is replaced, but a link's target stays.
  sign.folder.write("kept", "{}");
  fs::create_symlink("kept", sign.folder / "link.sarif");
  CHECK(sign.run({"preflight", "a.pdf", "--standard", "none", "--sarif", "link.sarif"}).exit_code ==
        0);
  CHECK(sign.read("kept") == "{}");
  CHECK(sign.read("link.sarif").size() > 10);
  // A slip of the hand.
  const std::string layout = sign.read("layouts/a.toml");
  const auto slip =
      sign.run({"preflight", "a.pdf", "--standard", "none", "--sarif", "layouts/a.toml"});
  CHECK(slip.exit_code == 2);
  CHECK(contains(slip.errors, "can't replace layouts/a.toml: it is no earlier report"));
  CHECK(sign.read("layouts/a.toml") == layout);
}

TEST_CASE("shops and packs that a PDF is judged by are not written over") {
  const Sign sign;
  REQUIRE(sign.run({"build"}).exit_code == 0);
  fs::create_directory(sign.folder / "layouts/shops");
  fs::copy(source_folder() + "/layouts/shops/us-x1a.toml", sign.folder / "layouts/shops");
  const std::string path = "layouts/shops/us-x1a.toml", shop = sign.read(path);
  const auto result = sign.run({"preflight", "out/a.pdf", "--shop", "us-x1a", "--sarif", path});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.errors, "can't replace " + path + ": "));
  CHECK(sign.read(path) == shop);
}

TEST_CASE("documents and messages are not written over what they are made of") {
  const Sign sign;
  const std::string picture = sign.read("layouts/pictures/a-1.png");
  const Words build = {"build", "--format", "png", "-o"};
  const auto into = [&](const std::string& folder) {
    Words words = build;
    words.push_back(folder);
    return sign.run(words);
  };
  fs::create_directory(sign.folder / "hard");
  fs::create_hard_link(sign.folder / "layouts/pictures/a-1.png", sign.folder / "hard/a-1.png");
  fs::create_directory(sign.folder / "soft");
  fs::create_symlink("../layouts/pictures/a-1.png", sign.folder / "soft/a-1.png");
  fs::create_symlink("layouts/pictures", sign.folder / "linked");
  for (const char* folder :
       {"layouts/pictures", "hard", "soft", "linked", "layouts/pictures/../pictures"}) {
    CAPTURE(folder);
    const auto result = into(folder);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.errors, "/a-1.png: it was read"));
    CHECK((sign.read("layouts/pictures/a-1.png") == picture));
    CHECK(sign.files(folder) == Words{"a-1.png"});
  }
  for (const char* file : {"layouts/a.toml", "content/en/words.toml", "layouts/pictures/a-1.png"}) {
    for (const char* command : {"check", "build"}) {
      CAPTURE(file, command);
      const std::string before = sign.read(file);
      CHECK(sign.run({command, "--sarif", file}).exit_code == 2);
      CHECK((sign.read(file) == before));
    }
  }
  CHECK(sign.run({"build", "--sarif", "out/a.pdf"}).exit_code == 2);
  CHECK(sign.read("out/a.pdf").starts_with("%PDF"));
}

TEST_CASE("names that name no place to write are refused before anything is done") {
  const Sign sign;
  REQUIRE(sign.run({"build"}).exit_code == 0);
  const Words before = sign.files(".");
  for (const char* name : {"", "-"}) {
    for (const Words& words : {Words{"build", "-o"},
                               {"plates", "-o"},
                               {"ticket", "--output"},
                               {"check", "-o"},
                               {"preview", "-o"},
                               {"check", "--sarif"},
                               {"build", "--sarif"},
                               {"init"},
                               {"preflight", "out/a.pdf", "--sarif"},
                               {"preflight", "out/a.pdf", "--annotated"}}) {
      Words all = words;
      all.emplace_back(name);
      CAPTURE(all);
      const auto result = sign.run(all);
      CHECK(result.exit_code == 2);
      CHECK(contains(result.errors, *name == '-' ? "files are not written to the output"
                                                 : "a name is missing: the text is empty"));
    }
  }
  for (const char* name : {"folder/", "out", "out/.", ".."}) {
    CAPTURE(name);
    const auto result = sign.run({"preflight", "out/a.pdf", "--standard", "none", "--sarif", name});
    CHECK(result.exit_code == 2);
    CHECK(contains(result.errors, "handbill: can't "));
  }
  CHECK(sign.files(".") == before);
  CHECK(sign.files("out") == Words{"a.pdf"});
}

TEST_CASE("what can't be printed is told, and a reader that leaves early is no failure") {
  const Sign sign;
  for (const char* line :
       {"\"$0\" explain > /dev/full", "\"$0\" build > /dev/full", "\"$0\" check --json > /dev/full",
        "\"$0\" --help > /dev/full", "\"$0\" shops > /dev/full", "\"$0\" build >&-"}) {
    CAPTURE(line);
    const auto result = sign.shell(line);
    CHECK(result.exit_code == 2);
    const std::string lead = "handbill: can't write the output: ";
    const auto first = result.errors.find(lead);
    CHECK(first != result.errors.npos);
    CHECK(result.errors.find(lead, first + 1) == result.errors.npos);
  }
  // Messages that nobody gets are no success.
  CHECK(sign.shell("\"$0\" explain no-such-word 2> /dev/full").exit_code == 2);
  CHECK(sign.shell("\"$0\" check --set words.none=1 2> /dev/full").exit_code == 2);
  CHECK(sign.shell("\"$0\" build <&- >&- 2>&-").exit_code == 2);
  CHECK(sign.read("out/a.pdf").starts_with("%PDF"));
  for (const char* line : {"\"$0\" explain", "\"$0\" build"}) {
    const auto early =
        sign.shell("{ " + std::string(line) + "; echo \"exit $?\" >&2; } | head -n 0");
    CHECK(contains(early.errors, "exit 0"));
    CHECK_FALSE(contains(early.errors, "handbill:"));
  }
}

TEST_CASE("a disk that is full, a quota and a limit on files are told, and the old files stay") {
  const Sign sign;
  REQUIRE(sign.run({"build"}).exit_code == 0);
  const std::string old = sign.read("out/a.pdf");
  sign.folder.write("content/en/words.toml",
                    "[revision]\ndate = 2026-11-24\nstatus = \"approved\"\n"
                    "approved_by = \"office manager\"\n[words]\nopen = \"Shut\"\n");
  const auto limited = sign.shell("ulimit -f 1; \"$0\" build");
  CHECK(limited.exit_code == 2);
  CHECK(contains(limited.errors, "handbill: can't write out/a.pdf: File too large"));
  const auto full = sign.run({"build"}, fault("fail write 1"));
  CHECK(full.exit_code == 2);
  CHECK(contains(full.errors, "handbill: can't write out/a.pdf: No space left on device"));
  const auto in_json = sign.run({"build", "--json"}, fault("fail write 1"));
  CHECK(in_json.exit_code == 2);
  CHECK(contains(in_json.output, "\"id\": \"write-failed\""));
  CHECK(contains(in_json.output, "No space left on device"));
  const auto report =
      sign.shell("ulimit -f 1; \"$0\" preflight out/a.pdf --standard none --annotated notes.pdf");
  CHECK(report.exit_code == 2);
  CHECK(contains(report.errors, "notes.pdf: File too large"));
  CHECK_FALSE(fs::exists(sign.folder / "notes.pdf"));
  CHECK((sign.read("out/a.pdf") == old));
  CHECK(sign.files("out") == Words{"a.pdf"});
}

TEST_CASE("what is final is on the disk before it is told, and a proof does not wait for that") {
  const Sign sign;
  REQUIRE(sign.run({"build"}, fault("fail fsync 1")).exit_code == 0);
  fs::remove_all(sign.folder / "out");
  // Files, list, their folders, the output folder and those that were made for it.
  for (const Words& words :
       {Words{"build", "--final", "-o", "new/out"}, {"ticket", "-o", "new/out"}}) {
    int failed = 0;
    while (true) {
      CAPTURE(words, failed);
      REQUIRE(failed < 40);
      fs::remove_all(sign.folder / "new");
      const auto result = sign.run(words, fault("fail fsync " + std::to_string(failed + 1)));
      if (result.exit_code == 0) break;
      ++failed;
      CHECK(result.exit_code == 2);
      CHECK(contains(result.errors, "Input/output error"));
      CHECK_FALSE(fs::exists(sign.folder / "new/out/a.pdf"));
    }
    CHECK(failed >= 8);
  }
}

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

TEST_CASE("what a run left behind is swept by the next one that writes there, but only our own") {
  const Sign sign;
  REQUIRE(sign.run({"build"}).exit_code == 0);
  const Words report = {"preflight", "out/a.pdf", "--standard", "none", "--sarif", "out/a.sarif"};
  REQUIRE(sign.run(report, fault("kill 5")).exit_code != 0);
  REQUIRE(sign.files("out").size() > 1);
  CHECK(sign.run(report).exit_code == 0);
  CHECK(sign.files("out") == Words{"a.pdf", "a.sarif"});
  // What it finishes for another is told, to programs too.
  Words told = report;
  told.emplace_back("--json");
  bool is_told = false;
  for (int step = 8; step < 40 && !is_told; ++step) {
    sign.run({"build"}, fault("kill " + std::to_string(step)));
    is_told = contains(sign.run(told).output, "\"unfinished-output\"");
    CHECK(sign.files("out") == Words{"a.pdf", "a.sarif"});
  }
  CHECK(is_told);
  // A set that somebody else has put there, and that says what is to be put in place.
  REQUIRE(sign.run({"build"}, fault("kill 12")).exit_code != 0);
  std::string home;
  for (const std::string& name : sign.files("out")) {
    if (name.starts_with(".handbill-") && name != ".handbill-lock") home = name;
  }
  REQUIRE_FALSE(home.empty());
  const fs::path set = sign.folder / "out" / home;
  if (::geteuid() != 0 || ::chown(set.c_str(), 12345, 12345) != 0) {
    WARN("only root can give a folder away");
    return;
  }
  CHECK(sign.run({"build"}).exit_code == 0);
  CHECK(fs::exists(set));
}

}  // namespace handbill::test
