// SPDX-License-Identifier: MIT
// For programs that run while this one is built, to make its data.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <string_view>

namespace handbill {

inline bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Writes it beside, then puts it in the place of what was there.
inline bool save_made(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".new";
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return false;
  const bool is_written = write_all(file, bytes);
  return ::close(file) == 0 && is_written && ::rename(beside.c_str(), path.c_str()) == 0;
}

}  // namespace handbill
