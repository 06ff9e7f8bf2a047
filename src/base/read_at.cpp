// SPDX-License-Identifier: MIT
#include "base/read_at.h"

#include <unistd.h>

#include <cerrno>

namespace handbill {

bool read_at(int descriptor, std::uint64_t at, std::string& into) {
  std::size_t done = 0;
  while (done < into.size()) {
    const ssize_t got =
        ::pread(descriptor, into.data() + done, into.size() - done, static_cast<off_t>(at + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    done += static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace handbill
