// SPDX-License-Identifier: MIT
#include "build/staged_set.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <set>

#include "base/content_hash.h"

namespace handbill::build {
namespace fs = std::filesystem;
namespace {

using Failure = std::optional<std::string>;

bool exists(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0;
}

/// What was wrong with errno set; nothing on success.
Failure write_bytes(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::strerror(errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return std::nullopt;
}

Failure write_file(const std::string& path, std::string_view bytes, Durability durability) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (file < 0) return std::strerror(errno);
  Failure failed = write_bytes(file, bytes);
  if (!failed && durability == Durability::OnDisk && ::fsync(file) != 0) {
    failed = std::strerror(errno);
  }
  if (::close(file) != 0 && !failed) failed = std::strerror(errno);
  return failed;
}

/// The old file under another name; where the disk has no such links, a copy of it.
bool keep(const std::string& path, const std::string& kept) {
  if (::link(path.c_str(), kept.c_str()) == 0) return true;
  std::error_code error;
  fs::copy(path, kept, fs::copy_options::copy_symlinks, error);
  if (error) errno = error.value();
  return !error;
}

/// Names of files may hold anything but a zero.
constexpr char kEndOfLine = '\0';
constexpr std::size_t kHashDigits = 32;
constexpr std::size_t kLargestList = 64U << 20U;

std::string text_of(const std::vector<Staged>& files) {
  std::string text;
  for (const Staged& each : files) {
    text += each.hash + (each.replaces_old ? "+" : "-") + each.name + kEndOfLine;
  }
  return text;
}

}  // namespace

std::string failure(const std::string& what) { return what + ": " + std::strerror(errno); }

Failure settle(const std::string& path, Durability durability, const std::string& told) {
  if (durability == Durability::Cached) return std::nullopt;
  const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return failure("can't write into " + told);
  // File systems that can't do this for folders say so.
  const bool is_done = ::fsync(folder) == 0 || errno == EINVAL;
  Failure failed = is_done ? Failure() : failure("can't write into " + told);
  ::close(folder);
  return failed;
}

std::string StagedSet::flat(std::string name) {
  std::ranges::replace(name, '/', '\n');
  return name;
}

Failure StagedSet::settle_targets(const std::vector<Staged>& files) const {
  std::set<std::string> folders = {folder_};
  for (const Staged& each : files) folders.insert(fs::path(target(each)).parent_path().string());
  for (const std::string& folder : folders) {
    if (auto failed = settle(folder, durability_, folder)) return failed;
  }
  return std::nullopt;
}

StagedSet::State StagedSet::state() const {
  if (exists(home_ + "/undo")) return State::Undo;
  return exists(home_ + "/set") ? State::Set : State::Unlisted;
}

std::optional<std::vector<Staged>> StagedSet::list() const {
  const std::string path = home_ + (state() == State::Undo ? "/undo" : "/set");
  const auto text = diag::read_named(path, kLargestList).bytes;
  if (!text) return std::nullopt;
  std::vector<Staged> files;
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = text->find(kEndOfLine, begin);
    if (end == text->npos || end - begin < kHashDigits + 2) return std::nullopt;
    const std::string line = text->substr(begin, end - begin);
    // A list of others must not lead elsewhere.
    if (!diag::is_inside_project(line.substr(kHashDigits + 1))) return std::nullopt;
    files.push_back(
        {line.substr(kHashDigits + 1), line.substr(0, kHashDigits), line[kHashDigits] == '+'});
    begin = end + 1;
  }
  return files;
}

std::vector<std::string> StagedSet::waiting() const {
  std::vector<std::string> names;
  const bool is_undo = state() == State::Undo;
  for (const Staged& each : list().value_or(std::vector<Staged>())) {
    if (is_undo ? exists(old(each)) : exists(fresh(each))) names.push_back(each.name);
  }
  return names;
}

bool StagedSet::is_sound(const std::vector<Staged>& files) const {
  return std::ranges::all_of(files, [&](const Staged& each) {
    if (!exists(fresh(each))) return true;
    const auto bytes = diag::read_named(fresh(each), SIZE_MAX / 2).bytes;
    return bytes && content_hash_hex(*bytes) == each.hash;
  });
}

Failure StagedSet::write(const OutputFile& file) const {
  const Failure failed = write_file(home_ + "/new/" + flat(file.name), file.bytes, durability_);
  if (!failed) return std::nullopt;
  return "can't write " + path_in(folder_, file.name) + ": " + *failed;
}

Failure StagedSet::keep_old(Staged& file) const {
  struct stat info {};
  if (::lstat(target(file).c_str(), &info) != 0) {
    return errno == ENOENT ? Failure() : failure("can't replace " + target(file));
  }
  if (!S_ISREG(info.st_mode) && !S_ISLNK(info.st_mode)) {
    return "can't replace " + target(file) + ": it is " +
           (S_ISDIR(info.st_mode) ? "a folder" : "no ordinary file");
  }
  if (!keep(target(file), old(file))) return failure("can't keep the old " + target(file));
  file.replaces_old = true;
  return std::nullopt;
}

Failure StagedSet::commit(std::vector<Staged>& files) const {
  for (Staged& each : files) {
    if (auto failed = keep_old(each)) return failed;
  }
  const std::string list = home_ + "/list";
  if (const Failure failed = write_file(list, text_of(files), durability_)) {
    return "can't write into " + folder_ + ": " + *failed;
  }
  for (const std::string& folder : {home_ + "/new", home_ + "/old"}) {
    if (auto failed = settle(folder, durability_, folder_)) return failed;
  }
  if (::rename(list.c_str(), (home_ + "/set").c_str()) != 0) {
    return failure("can't write into " + folder_);
  }
  return settle(home_, durability_, folder_);
}

Failure StagedSet::finish(const std::vector<Staged>& files) const {
  for (const Staged& each : files) {
    if (!exists(fresh(each))) continue;
    if (::rename(fresh(each).c_str(), target(each).c_str()) != 0) {
      return failure("can't replace " + target(each));
    }
  }
  return settle_targets(files);
}

Failure StagedSet::take_back(const Staged& file) const {
  if (file.replaces_old) {
    if (!exists(old(file))) return std::nullopt;
    if (::rename(old(file).c_str(), target(file).c_str()) == 0) return std::nullopt;
  } else {
    if (exists(fresh(file)) || !exists(target(file))) return std::nullopt;
    if (::unlink(target(file).c_str()) == 0) return std::nullopt;
  }
  return failure("can't put the old " + target(file) + " back");
}

Failure StagedSet::undo(const std::vector<Staged>& files) const {
  if (state() == State::Set && ::rename((home_ + "/set").c_str(), (home_ + "/undo").c_str()) != 0) {
    return failure("can't write into " + folder_);
  }
  Failure failed = settle(home_, durability_, folder_);
  for (const Staged& each : files) {
    if (auto trouble = take_back(each); trouble && !failed) failed = std::move(trouble);
  }
  if (!failed) failed = settle_targets(files);
  return failed;
}

void StagedSet::remove() const {
  // The list first: what is left without one is thrown away.
  ::unlink((home_ + "/set").c_str());
  ::unlink((home_ + "/undo").c_str());
  std::error_code ignored;
  fs::remove_all(home_, ignored);
}

}  // namespace handbill::build
