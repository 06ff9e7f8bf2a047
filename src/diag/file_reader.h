// SPDX-License-Identifier: MIT
// The only door to files that are read. Tests use MemoryFiles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill::diag {

/// Whose a file is: the project's; the program's, which lends it (lent_files.h); of a package that
/// is installed on the machine.
enum class Origin { Project, Program, Machine };

/// What stands at a path. All but the first two are faults: something is there, and it is no file
/// to read.
enum class FileState {
  File,
  Missing,
  Folder,
  NoFolder,    ///< a part of the way there is a file
  NoOrdinary,  ///< a pipe, a socket, a device
  Dangling,    ///< a link that leads nowhere
  LinkCircle,
  LeadsOut,  ///< a link out of the project
  TooLarge,  ///< over 64 MiB
  Unreadable,
};

/// Which file of the machine it is, whatever it is called.
struct FileIdentity {
  std::uint64_t device = 0, number = 0;
  auto operator<=>(const FileIdentity&) const = default;
};

struct FileAnswer {
  FileState state = FileState::Missing;
  std::optional<std::string> bytes{};  ///< of a File, where they are asked for
  Origin origin = Origin::Project;
  std::string at{};      ///< of a fault: the path, or the folder on its way that is at fault
  std::string detail{};  ///< where a link points; why the system does not read it
  std::optional<FileIdentity> identity{};  ///< of a File on a disk
};

/// What stands where the user says, anywhere on the machine, and whether it could be read: without
/// its bytes.
FileAnswer find_named(const std::string& path, std::size_t most);

/// A file that the user names, anywhere on the machine. What is no ordinary file is not opened.
/// `most` is the size of the largest.
FileAnswer read_named(const std::string& path, std::size_t most);

struct FileEnds {
  std::string first, last;
  std::size_t size = 0;  ///< of the whole file
};

/// The first and the last `most` bytes of a file; nothing: it is no ordinary file, or can't be
/// read.
std::optional<FileEnds> read_ends(const std::string& path, std::size_t most);
/// The same of an open file.
std::optional<FileEnds> read_ends(int descriptor, std::size_t most);

/// What stands at the path now, links followed; nothing: there is nothing.
std::optional<FileIdentity> identity_of(const std::string& path);

/// Paths are relative to the project ("layouts/house.toml"), with `/`. One that leads outside
/// ("../x", an absolute path) is Missing.
class FileReader {
 public:
  virtual ~FileReader() = default;
  virtual FileAnswer read(std::string_view path) const = 0;
  /// Tells that what was read of a file before is used once more.
  virtual void used_again(std::string_view) const {}
  /// The names of what stands directly in a folder, of whatever kind, sorted; without those that
  /// begin with a dot. Empty when there is no such folder.
  virtual std::vector<std::string> list(std::string_view folder) const = 0;
};

/// Files below one or more folders; the first folder that has anything at a path answers for it.
class DiskFiles final : public FileReader {
 public:
  explicit DiskFiles(std::vector<std::string> folders) : folders_(std::move(folders)) {}
  /// The files of a project, and what the program lends to it, which stands below `program`.
  static DiskFiles of_project(std::string project, std::string program);
  FileAnswer read(std::string_view path) const override;
  std::vector<std::string> list(std::string_view folder) const override;

 private:
  std::vector<std::string> folders_;
  std::string program_{};  ///< empty: nothing is lent
};

class MemoryFiles final : public FileReader {
 public:
  explicit MemoryFiles(std::map<std::string, std::string, std::less<>> files)
      : files_(std::move(files)) {}
  FileAnswer read(std::string_view path) const override;
  std::vector<std::string> list(std::string_view folder) const override;

 private:
  std::map<std::string, std::string, std::less<>> files_;
};

/// True for a relative path that stays below its start: no "..", no leading "/", no "\\", no NUL.
bool is_inside_project(std::string_view path);

}  // namespace handbill::diag
