// SPDX-License-Identifier: MIT
// A lock between runs, which the system frees when its holder ends, however it ends.
#pragma once

#include <string>

namespace handbill::build {

class FileLock {
 public:
  /// Busy: another run holds it. Unknown: the file system has no locks.
  enum class State { Held, Busy, Unknown };
  /// Whether the file is taken away when the lock is given back.
  enum class After { Remove, Leave };

  /// Does not wait.
  FileLock(std::string path, After after);
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

  State state() const { return state_; }

 private:
  std::string path_;
  After after_;
  int file_ = -1;
  State state_ = State::Unknown;
};

}  // namespace handbill::build
