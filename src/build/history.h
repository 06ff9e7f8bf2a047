// SPDX-License-Identifier: MIT
// The versions of a project: each save is one. Git keeps them where the project stands in a
// repository, as commits of the saved files alone, whatever else somebody has staged or begun; else
// a store of the project's own does, `.handbill/versions`.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diag/file_reader.h"
#include "world/project.h"

namespace handbill::build {

/// What is to be said of a version.
struct VersionNote {
  std::string title;                   ///< on one line: "Change clinic.phone"
  std::vector<std::string> changed{};  ///< values and files: "clinic.phone", "layouts/map.png"
};

struct SavedVersion {
  std::string id;         ///< as files() takes it
  std::int64_t time = 0;  ///< in seconds since 1970
  VersionNote note{};
  std::string by{};  ///< who made the commit; empty: the store does not ask
};

class History {
 public:
  History() = default;
  History(const History&) = delete;
  History& operator=(const History&) = delete;
  virtual ~History() = default;

  /// The latest first.
  virtual std::vector<SavedVersion> list(std::size_t most) const = 0;
  /// The project as it was. Null: there is no such version, or it can't be read.
  virtual std::shared_ptr<const diag::FileReader> files(const std::string& id) const = 0;
  /// Before files are written over: what others have made of them since the last version becomes
  /// one. Nothing on success, else why it was not kept, in words for people.
  virtual std::optional<std::string> keep_found(const std::vector<std::string>& paths) = 0;
  /// The files as they stand on the disk now; those that are not there were taken away.
  virtual std::optional<std::string> keep(const std::vector<std::string>& paths,
                                          const VersionNote& note) = 0;
};

std::unique_ptr<History> history_of(const world::Project& project);

/// Null: the project stands in no repository, or one that ignores it.
std::unique_ptr<History> git_history_of(const world::Project& project);
/// `clock`: seconds since 1970.
std::unique_ptr<History> own_history_of(const world::Project& project,
                                        std::int64_t (*clock)() = nullptr);

/// Versions that a store of its own keeps at least; the oldest beyond that are let go.
inline constexpr std::size_t kMostVersions = 500;

/// The files of a project that belong to a version, by path: those of content, layouts, fonts and
/// records, without what is hidden, links and files of more than 64 MiB.
std::vector<std::string> versioned_files(const world::Project& project);

/// What differs between two texts of a file of content: values by their paths, else the file
/// itself.
std::vector<std::string> changed_values(const std::string& path, const std::string& before,
                                        const std::string& after);

/// "Change clinic.phone, hours.thursday and 2 more"; never empty.
std::string title_of_changes(const std::vector<std::string>& changed);

}  // namespace handbill::build
