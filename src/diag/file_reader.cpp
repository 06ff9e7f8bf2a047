// SPDX-License-Identifier: MIT
#include "diag/file_reader.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <limits>
#include <system_error>

#include "base/read_at.h"
#include "diag/lent_files.h"
#include "diag/open_file.h"

namespace handbill::diag {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLargestFile = 64U << 20U;

bool is_below(const fs::path& base, const fs::path& real) {
  return std::mismatch(base.begin(), base.end(), real.begin(), real.end()).first == base.end();
}

FileAnswer fault(FileState state, std::string_view at, std::string detail = {}) {
  return {state, std::nullopt, Origin::Project, std::string(at), std::move(detail)};
}

/// What the system says of a path it does not open.
FileAnswer refused(int error, std::string_view at) {
  // A name longer than any file may have.
  if (error == ENOENT || error == ENAMETOOLONG) return {};
  if (error == ELOOP) return fault(FileState::LinkCircle, at);
  return fault(FileState::Unreadable, at, std::generic_category().message(error));
}

/// Of a link: nothing is wrong with where it leads.
std::optional<FileAnswer> trouble_of_link(const fs::path& base, std::string_view at) {
  std::error_code error;
  const fs::path real = fs::canonical(base / at, error);
  if (error.value() == ENOENT || error.value() == ENOTDIR) {
    return fault(FileState::Dangling, at, fs::read_symlink(base / at, error).string());
  }
  if (error) return refused(error.value(), at);
  if (!is_below(base, real)) return fault(FileState::LeadsOut, at);
  return std::nullopt;
}

/// What keeps the path from being a file, beginning at the root.
std::optional<FileAnswer> trouble_on_the_way(const fs::path& base, std::string_view path) {
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view at = path.substr(0, end);
    begin = end + 1;
    struct stat info {};
    const std::string whole = (base / at).string();
    if (::lstat(whole.c_str(), &info) != 0) return refused(errno, at);
    if (S_ISLNK(info.st_mode)) {
      if (auto trouble = trouble_of_link(base, at)) return trouble;
      if (::stat(whole.c_str(), &info) != 0) return refused(errno, at);
    }
    const bool is_last = end == path.size();
    if (!is_last && !S_ISDIR(info.st_mode)) return fault(FileState::NoFolder, at);
    if (is_last && S_ISDIR(info.st_mode)) return fault(FileState::Folder, at);
    if (is_last && !S_ISREG(info.st_mode)) return fault(FileState::NoOrdinary, at);
  }
  return std::nullopt;
}

FileIdentity identity_in(const struct stat& info) {
  return {static_cast<std::uint64_t>(info.st_dev), static_cast<std::uint64_t>(info.st_ino)};
}

/// What is read of an open file, `most` bytes and one more at the most; nothing: see errno.
std::optional<std::string> bytes_of(int file, off_t size, std::size_t most) {
  constexpr std::size_t kStep = 64U << 10U;
  std::string bytes;
  if (size > 0) bytes.reserve(std::min(static_cast<std::size_t>(size), most) + kStep);
  std::size_t count = 0;
  while (count <= most) {
    bytes.resize(count + kStep);
    const ssize_t more = ::read(file, bytes.data() + count, kStep);
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) return std::nullopt;
    if (more == 0) break;
    count += static_cast<std::size_t>(more);
  }
  bytes.resize(count);
  return bytes;
}

/// What it is, without its bytes; `info` is filled.
FileAnswer look_at(const OpenFile& file, std::string_view path, std::size_t most,
                   struct stat& info) {
  if (::fstat(file.descriptor(), &info) != 0) return refused(errno, path);
  if (S_ISDIR(info.st_mode)) return fault(FileState::Folder, path);
  if (!S_ISREG(info.st_mode)) return fault(FileState::NoOrdinary, path);
  if (info.st_size > 0 && static_cast<std::uint64_t>(info.st_size) > most) {
    return fault(FileState::TooLarge, path);
  }
  FileAnswer answer{FileState::File};
  answer.identity = identity_in(info);
  return answer;
}

FileAnswer read_open(const OpenFile& file, std::string_view path, std::size_t most) {
  struct stat info {};
  FileAnswer answer = look_at(file, path, most, info);
  if (answer.state != FileState::File) return answer;
  answer.bytes = bytes_of(file.descriptor(), info.st_size, most);
  if (!answer.bytes) return refused(errno, path);
  if (answer.bytes->size() > most) return fault(FileState::TooLarge, path);
  return answer;
}

/// A link that was put in the way since it was looked at leads nobody.
FileAnswer changed_or_refused(std::string_view path) {
  return errno == ELOOP || errno == EXDEV ? fault(FileState::LeadsOut, path) : refused(errno, path);
}

/// Where a path of the project leads, links followed, from `base` on; nothing: out of it.
std::optional<std::string> real_path(const fs::path& base, std::string_view path) {
  std::error_code error;
  const fs::path real = fs::canonical(base / path, error);
  if (error || !is_below(base, real)) return std::nullopt;
  return real.lexically_relative(base).string();
}

FileAnswer read_below(const std::string& root, std::string_view path) {
  std::error_code error;
  const fs::path base = fs::canonical(root, error);
  if (error) return {};
  if (auto trouble = trouble_on_the_way(base, path)) return *trouble;
  const auto real = real_path(base, path);
  if (!real) return fault(FileState::LeadsOut, path);
  const OpenFile file = open_below(base.string(), *real);
  if (!file.is_open()) return changed_or_refused(path);
  return read_open(file, path, kLargestFile);
}

std::vector<std::string> list_below(const std::string& root, std::string_view folder) {
  std::vector<std::string> names;
  std::error_code error;
  const fs::path base = fs::canonical(root, error);
  if (error) return names;
  const auto found = trouble_on_the_way(base, folder);
  const auto real = real_path(base, folder);
  if (!found || found->state != FileState::Folder || !real) return names;
  OpenFile file = open_below(base.string(), *real);
  return file.is_open() ? std::move(file).names() : names;
}

/// What is no ordinary file is not opened: a device may do something when it is.
OpenFile open_ordinary(const std::string& path, std::optional<FileAnswer>& trouble) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    trouble = refused(errno, path);
  } else if (S_ISDIR(info.st_mode)) {
    trouble = fault(FileState::Folder, path);
  } else if (!S_ISREG(info.st_mode)) {
    trouble = fault(FileState::NoOrdinary, path);
  }
  if (trouble) return OpenFile::of_descriptor(-1);
  OpenFile file(path);
  if (!file.is_open()) trouble = refused(errno, path);
  return file;
}

/// A file that the user names: open, or why not.
struct NamedFile {
  explicit NamedFile(const std::string& path) : file(open_ordinary(path, trouble)) {}

  std::optional<FileAnswer> trouble{};
  OpenFile file;
};

}  // namespace

FileAnswer find_named(const std::string& path, std::size_t most) {
  struct stat info {};
  const NamedFile named(path);
  return named.trouble ? *named.trouble : look_at(named.file, path, most, info);
}

FileAnswer read_named(const std::string& path, std::size_t most) {
  const NamedFile named(path);
  return named.trouble ? *named.trouble : read_open(named.file, path, most);
}

std::optional<FileEnds> read_ends(const std::string& path, std::size_t most) {
  struct stat info {};
  const NamedFile named(path);
  constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();
  if (named.trouble || look_at(named.file, path, kAny, info).state != FileState::File) return {};
  return read_ends(named.file.descriptor(), most);
}

std::optional<FileEnds> read_ends(int descriptor, std::size_t most) {
  const off_t end = ::lseek(descriptor, 0, SEEK_END);
  if (end < 0) return std::nullopt;
  const auto size = static_cast<std::uint64_t>(end);
  const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(size, most));
  FileEnds ends{std::string(length, '\0'), std::string(length, '\0'),
                static_cast<std::size_t>(size)};
  const bool is_read =
      read_at(descriptor, 0, ends.first) && read_at(descriptor, size - length, ends.last);
  return is_read ? std::optional(std::move(ends)) : std::nullopt;
}

std::optional<FileIdentity> identity_of(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return std::nullopt;
  return identity_in(info);
}

bool is_inside_project(std::string_view path) {
  if (path.empty() || path.front() == '/') return false;
  if (path.find('\\') != path.npos || path.find('\0') != path.npos) return false;
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    if (path.substr(start, end - start) == "..") return false;
    start = end + 1;
  }
  return true;
}

DiskFiles DiskFiles::of_project(std::string project, std::string program) {
  DiskFiles files({std::move(project)});
  files.program_ = std::move(program);
  return files;
}

FileAnswer DiskFiles::read(std::string_view path) const {
  if (!is_inside_project(path)) return {};
  for (const std::string& folder : folders_) {
    FileAnswer own = read_below(folder, path);
    if (own.state != FileState::Missing) return own;
  }
  if (program_.empty() || !is_lent(path)) return {};
  FileAnswer lent = read_below(program_, path);
  lent.origin = Origin::Program;
  return lent;
}

std::vector<std::string> DiskFiles::list(std::string_view folder) const {
  if (!folder.empty() && !is_inside_project(folder)) return {};
  std::vector<std::string> names;
  for (const std::string& each : folders_) {
    for (std::string& name : list_below(each, folder)) names.push_back(std::move(name));
  }
  if (!program_.empty()) {
    for (std::string& name : list_below(program_, folder)) {
      if (is_lent(std::string(folder) + "/" + name)) names.push_back(std::move(name));
    }
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

FileAnswer MemoryFiles::read(std::string_view path) const {
  if (!is_inside_project(path)) return {};
  const auto found = files_.find(path);
  if (found != files_.end()) return {FileState::File, found->second};
  const std::string inside = std::string(path) + "/";
  const auto next = files_.lower_bound(inside);
  if (next != files_.end() && next->first.starts_with(inside)) {
    return fault(FileState::Folder, path);
  }
  return {};
}

std::vector<std::string> MemoryFiles::list(std::string_view folder) const {
  std::vector<std::string> names;
  const std::string prefix = folder.empty() ? "" : std::string(folder) + "/";
  for (const auto& [path, text] : files_) {
    if (!path.starts_with(prefix)) continue;
    const std::size_t end = std::min(path.find('/', prefix.size()), path.size());
    names.push_back(path.substr(prefix.size(), end - prefix.size()));
  }
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace handbill::diag
