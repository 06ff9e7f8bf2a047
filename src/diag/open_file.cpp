// SPDX-License-Identifier: MIT
#include "diag/open_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace handbill::diag {
namespace {

constexpr int kToRead = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

OpenFile open_folder(const std::string& path) {
  return OpenFile::of_descriptor(::open(path.c_str(), kToRead | O_DIRECTORY));
}

/// The number of openat2 on every machine (Linux 5.6).
constexpr long kOpenat2 = 437;

int open_at_once(int folder, const std::string& path) {
  open_how how{};
  how.flags = kToRead;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  return static_cast<int>(::syscall(kOpenat2, folder, path.c_str(), &how, sizeof how));
}

bool is_link(int folder, const std::string& name) {
  struct stat info {};
  return ::fstatat(folder, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(info.st_mode);
}

}  // namespace

OpenFile::OpenFile(const std::string& path) : descriptor_(::open(path.c_str(), kToRead)) {}

OpenFile::~OpenFile() {
  // Who asks why it is not open asks afterwards.
  const int error = errno;
  if (is_open()) ::close(descriptor_);
  errno = error;
}

std::vector<std::string> OpenFile::names() && {
  std::vector<std::string> names;
  DIR* const folder = ::fdopendir(descriptor_);
  if (folder == nullptr) return names;
  descriptor_ = -1;
  while (const dirent* entry = ::readdir(folder)) {
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  }
  ::closedir(folder);
  std::ranges::sort(names);
  return names;
}

OpenFile open_below(const std::string& folder, const std::string& path) {
  const OpenFile root = open_folder(folder);
  if (!root.is_open()) return OpenFile::of_descriptor(-1);
  const int file = open_at_once(root.descriptor(), path);
  // Sandboxes that don't know the call forbid it.
  if (file < 0 && (errno == ENOSYS || errno == EPERM)) return open_step_by_step(folder, path);
  return OpenFile::of_descriptor(file);
}

OpenFile open_step_by_step(const std::string& folder, const std::string& path) {
  int at = ::open(folder.c_str(), kToRead | O_DIRECTORY);
  for (std::size_t begin = 0; at >= 0 && begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const OpenFile before = OpenFile::of_descriptor(at);
    const std::string step = path.substr(begin, end - begin);
    if (step == "..") {
      errno = EXDEV;
      return OpenFile::of_descriptor(-1);
    }
    const int of_folder = end == path.size() ? 0 : O_DIRECTORY;
    at = ::openat(before.descriptor(), step.c_str(), kToRead | O_NOFOLLOW | of_folder);
    // What the system says of a link where a folder is asked for.
    if (at < 0 && errno == ENOTDIR && is_link(before.descriptor(), step)) errno = ELOOP;
    begin = end + 1;
  }
  return OpenFile::of_descriptor(at);
}

}  // namespace handbill::diag
