// SPDX-License-Identifier: MIT
#include "build/history.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "build/run_program.h"
#include "support/paths.h"
#include "support/run_program.h"

namespace handbill::build {
namespace {
namespace fs = std::filesystem;

/// A small project, in a git repository if it is asked for.
class Versioned {
 public:
  Versioned() {
    write("content/en/clinic.toml", "[clinic]\nphone = \"1\"\n");
    write("layouts/sign.toml", "content = [\"clinic\"]\n");
  }

  void write(const std::string& path, const std::string& text) const {
    fs::create_directories((folder / path).parent_path());
    std::ofstream(folder / path, std::ios::binary) << text;
  }
  std::string git(std::vector<std::string> words) const {
    words.insert(words.begin(), {"git", "-C", folder.path().string(), "-c", "user.name=A", "-c",
                                 "user.email=a@example.org"});
    const Answer answer = run_program({std::move(words)});
    return answer.said;
  }
  void init() const {
    git({"init", "-q", "-b", "main"});
    git({"add", "."});
    git({"commit", "-q", "-m", "Begin"});
  }
  world::Project project() const { return {folder.path().string(), test::source_folder()}; }
  std::string text_in(const History& history, const std::string& id) const {
    const auto files = history.files(id);
    return files ? files->read(kFile).bytes.value_or("missing") : "none";
  }

  static constexpr const char* kFile = "content/en/clinic.toml";
  test::TempFolder folder;
};

std::vector<std::string> titles_of(const History& history) {
  std::vector<std::string> titles;
  for (const SavedVersion& each : history.list(100)) titles.push_back(each.note.title);
  return titles;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("a store of its own keeps what was there, and each version") {
  const Versioned at;
  const auto history = history_of(at.project());
  CHECK(history->list(10).empty());
  CHECK(!history->keep_found({}));
  at.write(Versioned::kFile, "[clinic]\nphone = \"2\"\n");
  CHECK(!history->keep({Versioned::kFile}, {"Change clinic.phone", {"clinic.phone"}}));
  CHECK(!history->keep({Versioned::kFile}, {"Nothing has changed"}));
  CHECK(titles_of(*history) == Titles{"Change clinic.phone", "The project as it was"});
  const auto versions = history_of(at.project())->list(10);
  CHECK(versions.front().note.changed == Titles{"clinic.phone"});
  CHECK(at.text_in(*history, versions.back().id) == "[clinic]\nphone = \"1\"\n");
  CHECK(at.text_in(*history, versions.front().id) == "[clinic]\nphone = \"2\"\n");
  CHECK(at.text_in(*history, "99") == "none");
}

TEST_CASE("what others changed between two saves is a version too") {
  const Versioned at;
  const auto history = history_of(at.project());
  CHECK(!history->keep_found({}));
  at.write(Versioned::kFile, "[clinic]\nphone = \"theirs\"\n");
  CHECK(!history->keep_found({Versioned::kFile}));
  at.write(Versioned::kFile, "[clinic]\nphone = \"ours\"\n");
  CHECK(!history->keep({Versioned::kFile}, {"Change clinic.phone"}));
  const auto versions = history->list(10);
  REQUIRE(versions.size() == 3);
  CHECK(at.text_in(*history, versions[1].id).find("theirs") != std::string::npos);
}

TEST_CASE("a broken store shows what is whole of it and goes on") {
  const Versioned at;
  const auto history = history_of(at.project());
  CHECK(!history->keep_found({}));
  at.write(Versioned::kFile, "[clinic]\nphone = \"2\"\n");
  CHECK(!history->keep({}, {"Second"}));
  std::ofstream(at.folder / ".handbill/versions/list", std::ios::app)
      << "{\"id\": \"3\", \"time\": 1\n{\"id\":\"4\",\"time\":1,\"title\":\"x\",\"changed\":[],"
         "\"files\":{\"../../etc/passwd\":[\"00\",1]}}\nhalf a li";
  for (const auto& each : fs::directory_iterator(at.folder / ".handbill/versions/objects")) {
    std::ofstream(each.path()) << "other bytes";
  }
  const auto versions = history->list(10);
  REQUIRE(versions.size() == 2);
  CHECK(at.text_in(*history, versions.front().id) == "missing");
  at.write(Versioned::kFile, "[clinic]\nphone = \"3\"\n");
  CHECK(!history->keep({}, {"Third"}));
  CHECK(titles_of(*history).front() == "Third");
  CHECK(at.text_in(*history, history->list(1).front().id) == "[clinic]\nphone = \"3\"\n");
}

TEST_CASE("a store lets the oldest versions go, and what only they had") {
  const Versioned at;
  const auto history = own_history_of(at.project(), [] { return std::int64_t{7}; });
  std::string lines;
  for (std::size_t i = 1; i <= kMostVersions + 100; ++i) {
    lines += R"({"id":")" + std::to_string(i) +
             R"(","time":1,"title":"t","changed":[],"files":{}})"
             "\n";
  }
  at.write(".handbill/versions/list", lines);
  at.write(".handbill/versions/objects/" + std::string(64, 'a'), "of nobody");
  CHECK(!history->keep({}, {"One more"}));
  CHECK(history->list(10000).size() == kMostVersions);
  CHECK(history->list(1).front().id == std::to_string(kMostVersions + 101));
  CHECK(history->list(1).front().time == 7);
  CHECK(!fs::exists(at.folder / (".handbill/versions/objects/" + std::string(64, 'a'))));
}

TEST_CASE("git keeps the saved files alone, whatever else is begun") {
  const Versioned at;
  at.init();
  at.write("layouts/other.toml", "half done");
  at.write("staged.txt", "of somebody else");
  at.git({"add", "staged.txt"});
  const auto history = history_of(at.project());
  at.write(Versioned::kFile, "[clinic]\nphone = \"2\"\n");
  at.write("content/en/new[1].toml", "x = 1\n");
  CHECK(!history->keep({Versioned::kFile, "content/en/new[1].toml"},
                       {"Change clinic.phone", {"clinic.phone"}}));
  CHECK(titles_of(*history) == Titles{"Change clinic.phone", "Begin"});
  CHECK(history->list(1).front().note.changed == Titles{"clinic.phone"});
  CHECK(at.git({"status", "--porcelain"}) == "A  staged.txt\n?? layouts/other.toml\n");
  CHECK(at.text_in(*history, history->list(10).back().id).find('1') != std::string::npos);
  CHECK(!fs::exists(at.folder / ".handbill"));
}

TEST_CASE("git commits without a name of somebody, and runs no hook") {
  const Versioned at;
  at.init();
  at.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n");
  fs::permissions(at.folder / ".git/hooks/pre-commit", fs::perms::owner_all);
  ::setenv("HOME", at.folder.path().c_str(), 1);
  ::setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
  const auto history = history_of(at.project());
  at.write(Versioned::kFile, "[clinic]\nphone = \"2\"\n");
  CHECK(!history->keep({Versioned::kFile}, {"Change clinic.phone"}));
  CHECK(history->list(1).front().by == "The desk");
}

TEST_CASE("what git can't take is told, and nothing is lost by it") {
  const Versioned at;
  at.init();
  const auto history = history_of(at.project());
  at.write(Versioned::kFile, "[clinic]\nphone = \"2\"\n");
  at.write(".git/index.lock", "");
  const auto failed = history->keep({Versioned::kFile}, {"Change clinic.phone"});
  REQUIRE(failed);
  CHECK(*failed == "git is busy with the project, so that no version was kept");
  CHECK(titles_of(*history) == Titles{"Begin"});
  fs::remove(at.folder / ".git/index.lock");
  CHECK(!history->keep_found({Versioned::kFile}));
  CHECK(titles_of(*history).front() == "Keep what was changed outside the desk");
}

TEST_CASE("an ignored project has a store of its own in a repository") {
  const Versioned at;
  at.init();
  at.write(".gitignore", "layouts\ncontent\n");
  at.git({"rm", "-r", "-q", "--cached", "layouts", "content"});
  const auto history = history_of(at.project());
  CHECK(!history->keep_found({}));
  CHECK(fs::exists(at.folder / ".handbill/versions/list"));
}

TEST_CASE("changes are named by their values") {
  const std::string before = "[a]\nx = \"1\"\ny = [1, 2]\n[b]\nz = 1\n";
  CHECK(changed_values("content/en/a.toml", before, "[a]\nx = \"2\"\ny = [1, 2]\n[b]\nz = 1\n") ==
        Titles{"a.x"});
  CHECK(changed_values("content/en/a.toml", before, "[a]\nx = \"1\"\ny = [1]\nw = 1\n") ==
        Titles{"a.y", "a.w", "b.z"});
  CHECK(changed_values("content/en/a.toml", before, before).empty());
  CHECK(changed_values("content/en/a.toml", before, before + "# note\n") ==
        Titles{"content/en/a.toml"});
  CHECK(changed_values("content/en/a.toml", before, "][") == Titles{"content/en/a.toml"});
  CHECK(title_of_changes({"a"}) == "Change a");
  CHECK(title_of_changes({"a", "b"}) == "Change a and b");
  CHECK(title_of_changes({"a", "b", "c"}) == "Change a, b and 1 more");
}

}  // namespace handbill::build
