// SPDX-License-Identifier: MIT
#include "build/git_files.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"
#include "build/git.h"

namespace handbill::build {
namespace {

namespace fs = std::filesystem;
using diag::FileState;
using Tree = std::map<std::string, GitEntry, std::less<>>;

constexpr std::size_t kLargestObject = std::size_t{64} << 20U;  // as of files on a disk
constexpr std::size_t kMostEntries = 200'000;
constexpr std::size_t kLargestText = std::size_t{1} << 20U;
constexpr std::size_t kMostText = std::size_t{64} << 20U;
constexpr std::size_t kLongestLink = 4096;
constexpr int kMostLinks = 40;  // as Linux follows
/// What Git LFS leaves in place of a file (git-lfs, docs/spec.md).
constexpr std::string_view kLfsPointer = "version https://git-lfs.github.com/spec/";

std::optional<std::size_t> size_in(std::string_view digits) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return size;
}

/// What is left of the text up to `end`, which is taken off.
std::optional<std::string_view> take_to(std::string_view& text, char end) {
  const std::size_t at = text.find(end);
  if (at == text.npos) return std::nullopt;
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(at + 1);
  return part;
}

/// "100644 blob HASH    1234".
std::optional<GitEntry> entry_of(std::string_view facts) {
  const auto mode = take_to(facts, ' ');
  const auto type = take_to(facts, ' ');
  const auto object = take_to(facts, ' ');
  if (!mode || !type || !object || !is_git_hash(*object)) return std::nullopt;
  facts.remove_prefix(std::min(facts.find_first_not_of(' '), facts.size()));
  const bool is_file = *type == "blob";
  const auto size = is_file ? size_in(facts) : std::size_t{0};
  if (!size) return std::nullopt;
  const auto kind = !is_file            ? GitEntry::Kind::Other
                    : *mode == "120000" ? GitEntry::Kind::Link
                                        : GitEntry::Kind::File;
  return GitEntry{kind, std::string(*object), *size};
}

/// The answer of `git cat-file --batch`: "HASH blob SIZE", the bytes, a line end; or "HASH
/// missing".
std::map<std::string, std::string> read_batch(std::string_view said) {
  std::map<std::string, std::string> objects;
  while (!said.empty()) {
    auto line = take_to(said, '\n');
    if (!line) break;
    const auto hash = take_to(*line, ' ');
    if (!hash || !line->starts_with("blob ")) continue;
    const auto size = size_in(line->substr(5));
    if (!size || *size > said.size()) break;
    objects.emplace(*hash, said.substr(0, *size));
    said.remove_prefix(std::min(*size + 1, said.size()));
  }
  return objects;
}

ReadObjects reader_of(const world::Project& project) {
  return [project](const std::vector<std::string>& hashes) {
    std::string asked;
    for (const std::string& each : hashes) asked += each + "\n";
    return read_batch(run_git(project, {"cat-file", "--batch"}, asked).said);
  };
}

bool is_text(std::string_view path) {
  return path.ends_with(".toml") || path.ends_with(".md") || path.ends_with(".svg");
}

}  // namespace

std::optional<Tree> read_git_tree(std::string_view listed) {
  Tree tree;
  while (!listed.empty()) {
    auto line = take_to(listed, '\0');
    if (!line) return std::nullopt;
    const auto facts = take_to(*line, '\t');
    auto entry = facts ? entry_of(*facts) : std::nullopt;
    if (!entry || tree.size() == kMostEntries) return std::nullopt;
    if (!diag::is_inside_project(*line) || find_invalid_utf8(*line)) continue;
    tree.emplace(*line, std::move(*entry));
  }
  return tree;
}

GitFiles::GitFiles(Tree tree, ReadObjects read, diag::DiskFiles lent)
    : tree_(std::move(tree)), read_(std::move(read)), lent_(std::move(lent)) {}

void GitFiles::read_texts() const {
  if (std::exchange(has_texts_, true)) return;
  std::vector<std::string> hashes;
  std::size_t all = 0;
  for (const auto& [path, entry] : tree_) {
    const bool is_wanted = entry.kind == GitEntry::Kind::Link || is_text(path);
    if (!is_wanted || entry.size > kLargestText || all + entry.size > kMostText) continue;
    all += entry.size;
    hashes.push_back(entry.object);
  }
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  objects_ = read_(hashes);
}

const std::string* GitFiles::bytes_of(const GitEntry& entry) const {
  read_texts();
  auto known = objects_.find(entry.object);
  if (known == objects_.end()) {
    objects_.merge(read_({entry.object}));
    known = objects_.find(entry.object);
  }
  return known == objects_.end() ? nullptr : &known->second;
}

GitFiles::Found GitFiles::follow(const std::string& at, std::string_view rest,
                                 int links_left) const {
  if (links_left == 0) return {FileState::LinkCircle, nullptr, at};
  const GitEntry& link = tree_.find(at)->second;
  const std::string* target = link.size <= kLongestLink ? bytes_of(link) : nullptr;
  if (target == nullptr) return {FileState::Unreadable, nullptr, at, "the link can't be read"};
  if (target->starts_with('/')) return {FileState::LeadsOut, nullptr, at};
  const std::string led =
      (fs::path(at).parent_path() / *target / std::string(rest)).lexically_normal().string();
  if (led == ".." || led.starts_with("../")) return {FileState::LeadsOut, nullptr, at};
  Found found = find(led.ends_with('/') ? led.substr(0, led.size() - 1) : led, links_left - 1);
  if (found.state == FileState::Missing) return {FileState::Dangling, nullptr, at, *target};
  return found;
}

GitFiles::Found GitFiles::find(const std::string& path, int links_left) const {
  if (path.empty() || path == ".") return {FileState::Folder, nullptr, path};
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string at = path.substr(0, end);
    const auto entry = tree_.find(at);
    begin = end + 1;
    if (entry == tree_.end()) continue;
    const std::string_view rest = std::string_view(path).substr(std::min(begin, path.size()));
    switch (entry->second.kind) {
      case GitEntry::Kind::Other:
        return {};
      case GitEntry::Kind::Link:
        return follow(at, rest, links_left);
      case GitEntry::Kind::File:
        if (end < path.size()) return {FileState::NoFolder, nullptr, at};
        return {FileState::File, &entry->second, at};
    }
  }
  const auto inside = tree_.lower_bound(path + "/");
  const bool is_folder = inside != tree_.end() && inside->first.starts_with(path + "/");
  return {is_folder ? FileState::Folder : FileState::Missing, nullptr, path};
}

diag::FileAnswer GitFiles::own(std::string_view path) const {
  if (!diag::is_inside_project(path)) return {};
  Found found = find(fs::path(path).lexically_normal().string(), kMostLinks);
  diag::FileAnswer answer{found.state, std::nullopt, diag::Origin::Project, std::move(found.at),
                          std::move(found.detail)};
  if (found.file == nullptr) return answer;
  if (found.file->size > kLargestObject) {
    answer.state = FileState::TooLarge;
    return answer;
  }
  const std::string* bytes = bytes_of(*found.file);
  if (bytes == nullptr || bytes->starts_with(kLfsPointer)) {
    answer.state = FileState::Unreadable;
    answer.detail = bytes == nullptr ? "git can't read it" : "it is kept in Git LFS, not in git";
    return answer;
  }
  answer.bytes = *bytes;
  return answer;
}

diag::FileAnswer GitFiles::read(std::string_view path) const {
  diag::FileAnswer answer = own(path);
  return answer.state == FileState::Missing ? lent_.read(path) : answer;
}

std::vector<std::string> GitFiles::list(std::string_view folder) const {
  if (!folder.empty() && !diag::is_inside_project(folder)) return {};
  std::vector<std::string> names = lent_.list(folder);
  const std::string inside = folder.empty() ? "" : std::string(folder) + "/";
  for (auto at = tree_.lower_bound(inside); at != tree_.end() && at->first.starts_with(inside);
       ++at) {
    const std::string_view rest = std::string_view(at->first).substr(inside.size());
    std::string name(rest.substr(0, std::min(rest.find('/'), rest.size())));
    if (!name.starts_with('.')) names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

namespace {

/// "-x" would be an option, and no revision has such a name.
bool is_possible_name(std::string_view name) {
  constexpr std::size_t kLongest = 250;
  return !name.empty() && name.size() <= kLongest && !name.starts_with('-') &&
         std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

std::vector<std::string> names_near(const world::Project& project, const std::string& name) {
  std::string said = run_git(project, {"for-each-ref", "--count=2000", "--format=%(refname:short)",
                                       "refs/heads", "refs/tags"})
                         .said;
  std::vector<std::string> known;
  std::string_view left = said;
  while (const auto line = take_to(left, '\n')) known.emplace_back(*line);
  const auto near = nearest(name, known);
  if (near) return {"did you mean `" + *near + "`?"};
  return {"`git log --oneline` and `git tag` tell what there is"};
}

struct Repository {
  std::string prefix;  ///< of the project in it: "clinic/"; empty: it is all of it
};

std::optional<Repository> repository_of(const world::Project& project, const std::string& name,
                                        diag::Diagnostics& diags) {
  using enum diag::DiagnosticId;
  const Answer found = run_git(project, {"rev-parse", "--show-prefix"});
  if (!found.was_found) {
    diags.error(WrongUse, {}, "`" + name + "` is no file or folder, and there is no `git` here",
                {"install git, which reads earlier versions, or name a folder"});
    return std::nullopt;
  }
  if (!found.is_good) {
    const bool is_none = found.complaint.find("not a git repository") != std::string::npos;
    diags.error(WrongUse, {},
                is_none ? "`" + name +
                              "` is no file or folder, and the project is in no git "
                              "repository that could know it as a revision"
                        : "git can't read the repository: " + first_line(found.complaint),
                {"name a folder with a project in it, or a PDF"});
    return std::nullopt;
  }
  return Repository{first_line(found.said)};
}

}  // namespace

std::optional<Revision> open_revision(const world::Project& project, const std::string& name,
                                      diag::Diagnostics& diags) {
  using enum diag::DiagnosticId;
  if (!is_possible_name(name)) {
    diags.error(WrongUse, {}, "`" + name + "` can't be the name of a revision");
    return std::nullopt;
  }
  const auto repository = repository_of(project, name, diags);
  if (!repository) return std::nullopt;
  const Answer parsed = run_git(project, {"rev-parse", "--verify", "--quiet", name + "^{commit}"});
  const std::string hash = first_line(parsed.said);
  if (!parsed.is_good || !is_git_hash(hash)) {
    diags.error(WrongUse, {},
                "`" + name + "` is no file or folder, and no revision of the git repository",
                names_near(project, name));
    return std::nullopt;
  }
  const Answer listed = run_git(
      project, {"ls-tree", "-r", "-l", "-z", "--full-tree", hash + ":" + repository->prefix});
  auto tree = listed.is_good ? read_git_tree(listed.said) : std::nullopt;
  const bool is_project = tree && std::ranges::any_of(*tree, [](const auto& each) {
                            return each.first.starts_with("layouts/");
                          });
  if (!is_project) {
    diags.error(WrongUse, {}, "the project is not there in the revision `" + name + "`",
                {"no folder `layouts` stands in `" +
                 (repository->prefix.empty() ? "/" : repository->prefix) + "` of it"});
    return std::nullopt;
  }
  const Answer brief = run_git(project, {"rev-parse", "--short", hash});
  const std::string commit = brief.is_good ? first_line(brief.said) : hash.substr(0, 12);
  // No folder of its own: what it lacks the program lends.
  auto lent = diag::DiskFiles::of_project("", project.data);
  return Revision{std::make_shared<GitFiles>(std::move(*tree), reader_of(project), std::move(lent)),
                  commit};
}

}  // namespace handbill::build
