// SPDX-License-Identifier: MIT
// The only door to files that are read. Tests use MemoryFiles.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::diag {

/// Paths are relative to the project ("layouts/house.toml"), with `/`. A path that leads outside
/// ("../x", an absolute path, a link that points out) does not exist for a reader.
class FileReader {
 public:
  virtual ~FileReader() = default;
  /// The bytes of a file; nothing when it does not exist, can't be read or is over 64 MiB.
  virtual std::optional<std::string> read(std::string_view path) const = 0;
  /// Tells that what was read of a file before is used once more.
  virtual void used_again(std::string_view) const {}
  /// The names of the files directly in a folder, sorted; empty when there is no such folder.
  virtual std::vector<std::string> list(std::string_view folder) const = 0;
};

/// Files below one or more roots; an earlier root wins. The first is the user's project, the last
/// the data that come with the program.
class DiskFiles final : public FileReader {
 public:
  explicit DiskFiles(std::vector<std::string> roots);
  std::optional<std::string> read(std::string_view path) const override;
  std::vector<std::string> list(std::string_view folder) const override;

 private:
  std::vector<std::string> roots_;
};

class MemoryFiles final : public FileReader {
 public:
  explicit MemoryFiles(std::map<std::string, std::string, std::less<>> files)
      : files_(std::move(files)) {}
  std::optional<std::string> read(std::string_view path) const override;
  std::vector<std::string> list(std::string_view folder) const override;

 private:
  std::map<std::string, std::string, std::less<>> files_;
};

/// True for a relative path that stays below its start: no "..", no leading "/", no "\\", no NUL.
bool is_inside_project(std::string_view path);

}  // namespace handbill::diag
