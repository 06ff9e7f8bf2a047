// SPDX-License-Identifier: MIT
// A project as it was in a revision of the git repository it stands in. `git` reads the repository;
// nothing is written, checked out, filtered or fetched, and no hook runs.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/file_reader.h"
#include "world/project.h"

namespace handbill::build {

/// What a tree of git holds at a path.
struct GitEntry {
  enum class Kind {
    File,
    Link,
    Other
  } kind = Kind::File;   ///< Other: a repository in the repository
  std::string object;    ///< its hash
  std::size_t size = 0;  ///< in bytes
};

/// Gives the bytes of objects by their hashes; what can't be read is not among them.
using ReadObjects =
    std::function<std::map<std::string, std::string>(const std::vector<std::string>&)>;

/// Files of a tree, by the rules of files on a disk: links are followed within the project.
class GitFiles final : public diag::FileReader {
 public:
  /// `lent`: what the program has for what the project lacks.
  GitFiles(std::map<std::string, GitEntry, std::less<>> tree, ReadObjects read,
           diag::DiskFiles lent);

  diag::FileAnswer read(std::string_view path) const override;
  std::vector<std::string> list(std::string_view folder) const override;

 private:
  struct Found {
    diag::FileState state = diag::FileState::Missing;
    const GitEntry* file = nullptr;
    std::string at{}, detail{};  ///< as diag::FileAnswer has them
  };
  Found find(const std::string& path, int links_left) const;
  Found follow(const std::string& at, std::string_view rest, int links_left) const;
  diag::FileAnswer own(std::string_view path) const;
  const std::string* bytes_of(const GitEntry& entry) const;
  /// All texts at once: a call for each would take longer than to compile them.
  void read_texts() const;

  std::map<std::string, GitEntry, std::less<>> tree_;
  ReadObjects read_;
  diag::DiskFiles lent_;
  mutable std::map<std::string, std::string> objects_;  ///< that have been read, by hash
  mutable bool has_texts_ = false;
};

/// The tree as `git ls-tree -r -l -z` lists it. Paths that no project has ("..", an absolute one,
/// what is no UTF-8) are left out. Nothing: it is too long, or no list.
std::optional<std::map<std::string, GitEntry, std::less<>>> read_git_tree(std::string_view listed);

struct Revision {
  std::shared_ptr<const diag::FileReader> files;
  std::string commit;  ///< its hash, as git shortens it
};

/// The project's folder as it was. Reports wrong-use: a name that none may have, git is not there,
/// no repository, no such revision, or the project was not in it.
std::optional<Revision> open_revision(const world::Project& project, const std::string& name,
                                      diag::Diagnostics& diags);

}  // namespace handbill::build
