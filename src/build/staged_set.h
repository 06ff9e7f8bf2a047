// SPDX-License-Identifier: MIT
// A set of files beside the places they are to have, as it stands on the disk: see output_set.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/output_set.h"

namespace handbill::build {

/// A file of a set, as its list tells it.
struct Staged {
  std::string name;
  std::string hash;           ///< content_hash_hex of the new bytes
  bool replaces_old = false;  ///< the old file stands in old/
};

/// What was to be done, and why the system refused: "can't write out/a.pdf: Permission denied".
std::string failure(const std::string& what);

/// What stands in the folder survives a power cut; nothing on success, else what failed in the
/// folder that the user knows of, `told`.
std::optional<std::string> settle(const std::string& path, Durability durability,
                                  const std::string& told);

/// The folder of one set. Its functions give nothing on success, else what failed.
class StagedSet {
 public:
  enum class State { Unlisted, Set, Undo };

  /// `home` is the folder of the set, in `folder`, where its files go.
  StagedSet(std::string folder, std::string home, Durability durability)
      : folder_(std::move(folder)), home_(std::move(home)), durability_(durability) {}

  State state() const;
  /// The files of a set that has a list; nothing: the list can't be read.
  std::optional<std::vector<Staged>> list() const;
  /// Those that are not yet in their places, or not yet taken back.
  std::vector<std::string> waiting() const;
  /// Whether every file that waits is as it was written.
  bool is_sound(const std::vector<Staged>& files) const;

  std::optional<std::string> write(const OutputFile& file) const;
  /// Keeps the files that are to be replaced, and writes the list.
  std::optional<std::string> commit(std::vector<Staged>& files) const;
  std::optional<std::string> finish(const std::vector<Staged>& files) const;
  std::optional<std::string> undo(const std::vector<Staged>& files) const;
  /// Takes the folder of the set away.
  void remove() const;

  std::string lock_path() const { return home_ + "/lock"; }

 private:
  std::string target(const Staged& file) const { return path_in(folder_, file.name); }
  std::string fresh(const Staged& file) const { return home_ + "/new/" + flat(file.name); }
  std::string old(const Staged& file) const { return home_ + "/old/" + flat(file.name); }
  /// "content/en/a.toml" as one name.
  static std::string flat(std::string name);
  /// The folders that files of the set stand in are on the disk.
  std::optional<std::string> settle_targets(const std::vector<Staged>& files) const;
  std::optional<std::string> keep_old(Staged& file) const;
  std::optional<std::string> take_back(const Staged& file) const;

  std::string folder_, home_;
  Durability durability_;
};

}  // namespace handbill::build
