// SPDX-License-Identifier: MIT
#include "build/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace handbill::build {
namespace {

/// Whether the path still names the open file: its last holder may have taken it away.
bool is_at(int file, const std::string& path) {
  struct stat open {
  }, there{};
  return ::fstat(file, &open) == 0 && ::stat(path.c_str(), &there) == 0 &&
         open.st_dev == there.st_dev && open.st_ino == there.st_ino;
}

}  // namespace

FileLock::FileLock(std::string path, After after) : path_(std::move(path)), after_(after) {
  while (true) {
    file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file_ < 0) return;
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
      state_ = errno == EWOULDBLOCK ? State::Busy : State::Unknown;
      return;
    }
    if (is_at(file_, path_)) break;
    ::close(file_);
  }
  state_ = State::Held;
}

FileLock::~FileLock() {
  if (state_ == State::Held && after_ == After::Remove) ::unlink(path_.c_str());
  if (file_ >= 0) ::close(file_);
}

}  // namespace handbill::build
