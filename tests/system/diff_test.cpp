// SPDX-License-Identifier: MIT
// What changed between revisions of a real repository, folders and PDFs.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "build/git_files.h"
#include "build/pdf_pages.h"
#include "support/find_text.h"
#include "support/pixels.h"
#include "system/project.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;
using diag::FileState;
using nlohmann::json;

/// A project in a repository of its own, with a tag of what it is at first.
class Repository {
 public:
  Repository() {
    git({"init", "-q", "-b", "main"});
    commit("v1");
  }

  std::string git(std::vector<std::string> words) const {
    const std::vector<std::string> head = {"git",
                                           "-C",
                                           (project / "").string(),
                                           "-c",
                                           "user.name=a",
                                           "-c",
                                           "user.email=a@example.org",
                                           "-c",
                                           "commit.gpgsign=false"};
    words.insert(words.begin(), head.begin(), head.end());
    const ProgramResult result = run_program(words);
    INFO(result.errors);
    REQUIRE(result.exit_code == 0);
    return result.output;
  }
  void commit(const std::string& tag) const {
    git({"add", "."});
    git({"commit", "-q", "--allow-empty", "-m", tag});
    git({"tag", tag});
  }
  json diff(std::vector<std::string> words) const {
    words.insert(words.begin(), "diff");
    for (const char* each : {"--language", "en", "--json"}) words.emplace_back(each);
    const ProgramResult result = project.handbill(words);
    INFO(result.errors);
    return json::parse(result.output);
  }

  ProjectCopy project;
};

const json& document(const json& diff, const std::string& name) {
  const auto& all = diff.at("documents");
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const json& each) { return each.at("name") == name; });
  REQUIRE(found != all.end());
  return *found;
}

/// Every file of the repository's own, with its time.
std::string state_of(const fs::path& folder) {
  std::vector<std::string> lines;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    lines.push_back(entry.path().string() + " " +
                    std::to_string(entry.last_write_time().time_since_epoch().count()));
  }
  std::sort(lines.begin(), lines.end());
  std::string state;
  for (const std::string& each : lines) state += each + "\n";
  return state;
}

TEST_CASE("a revision is compared with the project as it is, and the repository left as it was") {
  const Repository repository;
  const ProjectCopy& project = repository.project;
  CHECK(project.handbill({"diff", "v1", "--language", "en"}).exit_code == 0);

  project.edit("content/en/aftercare.toml", "SPF 30", "SPF 50");
  const std::string before = state_of(project / ".git");
  const ProgramResult told = project.handbill({"diff", "v1", "--language", "en"});
  CHECK(told.exit_code == 1);
  INFO(told.output);
  CHECK(contains(told.output, "from revision v1 ("));
  CHECK(contains(told.output, "[-30-] {+50+}"));
  CHECK(state_of(project / ".git") == before);

  const json diff = repository.diff({"v1"});
  const json& sheet = document(diff, "aftercare-sheet");
  CHECK(sheet.at("state") == "changed");
  CHECK(sheet.at("pages").size() == 1);
  CHECK(document(diff, "hours-placard").at("state") == "same");
  repository.commit("v2");
  CHECK(repository.diff({"v1", "v2"}).at("same") == false);
  CHECK(repository.diff({"v2"}).at("same") == true);
}

TEST_CASE("a changed fact is told once, with all documents that show it") {
  const Repository repository;
  const ProjectCopy& project = repository.project;
  project.edit("content/en/clinic.toml",
               "phone      = { blank = \"the clinic’s phone number\", width = \"1.75 in\" }",
               "phone = \"301 555 0199\"");
  const json diff = repository.diff({"v1"});
  const auto& facts = diff.at("facts");
  const auto fact = std::find_if(facts.begin(), facts.end(), [](const json& each) {
    return each.at("path") == "clinic.phone";
  });
  REQUIRE(fact != facts.end());
  CHECK(contains(fact->at("after").get<std::string>(), "555-0199"));
  CHECK(fact->at("documents").size() == 3);
}

TEST_CASE("what is no revision is refused, with what is probably meant") {
  const Repository repository;
  const ProjectCopy& project = repository.project;
  const auto trouble = [&](const std::vector<std::string>& words) {
    const ProgramResult result = project.handbill(words);
    CHECK(result.exit_code == 2);
    return result.errors;
  };
  CHECK(contains(trouble({"diff", "v11"}), "did you mean `v1`?"));
  CHECK(contains(trouble({"diff", "--", "--upload-pack=touch x"}), "can't be the name"));
  CHECK(contains(trouble({"diff", "v1\nv1"}), "can't be the name"));
  CHECK(contains(trouble({"diff", "v1..v1"}), "no revision"));
  CHECK(contains(trouble({"diff", "v1:layouts"}), "no revision"));
  const ProgramResult without = project.handbill({"diff", "v1"}, {"PATH=/nonexistent"});
  CHECK(without.exit_code == 2);
  CHECK(contains(without.errors, "there is no `git` here"));
  repository.git({"rm", "-q", "-r", "layouts"});
  repository.commit("bare");
  repository.git({"checkout", "-q", "v1"});
  CHECK(contains(trouble({"diff", "bare"}), "the project is not there"));
}

TEST_CASE("changes are shown on a sheet and as pictures") {
  const Repository repository;
  const ProjectCopy& project = repository.project;
  project.edit("content/en/aftercare.toml", "SPF 30", "SPF 50");
  CHECK(project.handbill({"diff", "v1", "--language", "en", "-o", "changes.pdf"}).exit_code == 1);
  const std::string pdf = (project / "changes.pdf").string();
  CHECK(run_program({"qpdf", "--check", pdf}).exit_code == 0);
  const std::string text = run_program({"pdftotext", "-layout", pdf, "-"}).output;
  CHECK(contains(text, "What changed"));
  CHECK(contains(text, "SPF"));

  CHECK(project.handbill({"diff", "v1", "--language", "en", "-o", "seen", "--format", "png"})
            .exit_code == 1);
  const auto files = project.files("seen");
  REQUIRE(files.size() == 3);
  CHECK(files.front().ends_with("-marked.png"));
  const auto seen = read_png(project.read("seen/" + files[1]));
  REQUIRE(seen);
  CHECK(seen->width > 500);
}

TEST_CASE("a PDF is compared with what the project makes today") {
  const Repository repository;
  const ProjectCopy& project = repository.project;
  REQUIRE(project.handbill({"build", "aftercare-sheet"}).exit_code == 0);
  CHECK(project.handbill({"diff", "out/aftercare-sheet.pdf"}).exit_code == 0);
  fs::copy_file(project / "out/aftercare-sheet.pdf", project / "old.pdf");
  project.edit("content/en/aftercare.toml", "SPF 30", "SPF 50");
  const ProgramResult told = project.handbill({"diff", "old.pdf"});
  INFO(told.output);
  CHECK(told.exit_code == 1);
  CHECK(contains(told.output, "[-30-] {+50+}"));
  CHECK(contains(told.output, "looks different"));
  REQUIRE(project.handbill({"build", "aftercare-sheet"}).exit_code == 0);
  const ProgramResult pdfs = project.handbill({"diff", "old.pdf", "out/aftercare-sheet.pdf"});
  CHECK(pdfs.exit_code == 1);
  CHECK(contains(pdfs.output, "[-30-] {+50+}"));
  project.write("no.pdf", "no PDF");
  CHECK(project.handbill({"diff", "no.pdf", "old.pdf"}).exit_code == 2);
  CHECK(project.handbill({"diff", "gone.pdf", "old.pdf"}).exit_code == 2);
}

TEST_CASE("lines of a page are read as paragraphs by how far they are apart") {
  using build::ShownWords;
  const auto words = [](const std::string& text, double left, double bottom, double size) {
    const Length em = Length::pt(size);
    return ShownWords{text,
                      Rect{Length::pt(left), Length::pt(bottom) - em,
                           em * (0.5 * static_cast<double>(text.size())), em},
                      em};
  };
  struct Row {
    const char* what;
    std::vector<ShownWords> words;
    std::vector<std::string> paragraphs;
  };
  const Row rows[] = {
      {"one line", {words("Wash", 0, 10, 10), words("gently", 23, 10, 10)}, {"Wash gently"}},
      {"parts of a word", {words("Wa", 0, 10, 10), words("sh", 10, 10, 10)}, {"Wash"}},
      {"lines", {words("Wash", 0, 10, 10), words("gently", 0, 23, 10)}, {"Wash gently"}},
      {"paragraphs",
       {words("Wash", 0, 10, 10), words("gently", 0, 23, 10), words("Rest", 0, 40, 10)},
       {"Wash gently", "Rest"}},
      {"far apart", {words("Wash", 0, 10, 10), words("Rest", 0, 28, 10)}, {"Wash", "Rest"}},
      {"another size", {words("Wash", 0, 10, 10), words("Rest", 0, 23, 12)}, {"Wash", "Rest"}},
      {"columns", {words("Wash", 0, 10, 10), words("Rest", 200, 10, 10)}, {"Wash", "Rest"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(build::paragraphs_of(row.words) == row.paragraphs);
  }
}

const std::string kHash(40, 'a');

std::string listed(const std::string& mode, const std::string& path, char hash, int size = 1) {
  const std::string type = mode == "160000" ? "commit" : "blob";
  return mode + " " + type + " " + std::string(40, hash) + " " +
         (type == "blob" ? std::to_string(size) : "-") + "\t" + path + std::string(1, '\0');
}

TEST_CASE("a tree of git is read as a project, whatever it holds") {
  const std::string tree_text =
      listed("100644", "layouts/a.toml", 'a') + listed("120000", "layouts/b.toml", 'b', 6) +
      listed("120000", "out.toml", 'c', 12) + listed("120000", "circle", 'd', 6) +
      listed("120000", "gone", 'e', 7) + listed("100644", "../evil", 'a') +
      listed("100644", "/etc/x", 'a') + listed("100644", "large.png", 'f', 70'000'000) +
      listed("100644", "lfs.png", '1', 50) + listed("160000", "sub", 'a');
  auto tree = build::read_git_tree(tree_text);
  REQUIRE(tree);
  CHECK(tree->size() == 8);
  const std::map<std::string, std::string> objects = {
      {std::string(40, 'a'), "x"},
      {std::string(40, 'b'), "a.toml"},
      {std::string(40, 'c'), "../../passwd"},
      {std::string(40, 'd'), "circle"},
      {std::string(40, 'e'), "nowhere"},
      {std::string(40, '1'), "version https://git-lfs.github.com/spec/v1\n"}};
  const build::GitFiles files(
      *tree,
      [&](const std::vector<std::string>& hashes) {
        std::map<std::string, std::string> found;
        for (const std::string& each : hashes) {
          if (objects.contains(each)) found[each] = objects.at(each);
        }
        return found;
      },
      diag::DiskFiles(std::vector<std::string>{}));
  CHECK(files.read("layouts/a.toml").bytes == "x");
  CHECK(files.read("layouts/b.toml").bytes == "x");
  CHECK(files.read("layouts").state == FileState::Folder);
  CHECK(files.read("layouts/a.toml/x").state == FileState::NoFolder);
  CHECK(files.read("out.toml").state == FileState::LeadsOut);
  CHECK(files.read("circle").state == FileState::LinkCircle);
  CHECK(files.read("gone").state == FileState::Dangling);
  CHECK(files.read("large.png").state == FileState::TooLarge);
  CHECK(files.read("lfs.png").state == FileState::Unreadable);
  CHECK(files.read("sub/x").state == FileState::Missing);
  CHECK(files.read("../evil").state == FileState::Missing);
  CHECK(files.list("layouts") == std::vector<std::string>{"a.toml", "b.toml"});
  CHECK_FALSE(build::read_git_tree("100644 blob " + kHash));
  CHECK_FALSE(build::read_git_tree(std::string("100644 blob short 1\ta\0", 22)));
  CHECK(build::read_git_tree("")->empty());
}

}  // namespace
}  // namespace handbill::test
